// Acceptance checks of the defect in space.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "base/units.h"
#include "sim/joint.h"
#include "sim/patch.h"

using namespace mend;

namespace {

constexpr double kOsteoarthritis = 0.87;  // p of KL 2-3
constexpr double kDiameter = 16, kDepth = 2.4;

double default_step(double day) {
  return day < 30 ? 0.25 : day < 60 ? 0.5 : 1;
}

sim::DefectConditions osteoarthritic() {
  const params::Scenario scenario;
  return sim::conditions_in_joint(scenario.defect_model, kOsteoarthritis, 35, sim::native_wear(scenario));
}

/// Seeds both alike.
template <typename Defect>
void seed(Defect& defect, double stem, double chondrocytes) {
  const sim::CellOrigin origin{.loss = 0.02, .hyaline = 0.5};
  defect.add_stem_cells(stem * defect.floor_share(), origin);
  defect.add_chondrocytes(chondrocytes * defect.floor_share(), origin);
}

/// The largest difference of the patch, as a whole and voxel by voxel in its middle and at its edge, from the
/// column of as many cells, at any time in 24 months.
double largest_difference(const params::DefectModel& model, double stem, double chondrocytes) {
  sim::DefectPatch patch(model, kDiameter, kDepth, 1, 0);
  sim::DefectColumn column(model, kDepth, static_cast<std::size_t>(patch.grid().layers));
  seed(patch, stem, chondrocytes);
  seed(column, stem, chondrocytes);
  const std::size_t middle = static_cast<std::size_t>(patch.grid().column_at[32 * 64 + 32]);
  double most = 0;
  const auto compare = [&](double a, double b) { most = std::max(most, std::fabs(a - b)); };
  for (double day = 0; day < 24 * kMonth;) {
    const double dt = default_step(day);
    patch.step(dt, osteoarthritic());
    column.step(dt, osteoarthritic());
    day += dt;
    compare(patch.fill(), column.fill());
    compare(patch.mean_stem(), column.mean_stem());
    compare(patch.hyaline_share(), column.hyaline_share());
    for (const std::size_t place : {std::size_t{0}, middle}) {
      for (std::size_t i = 0; i < column.stem().size(); ++i) {
        compare(patch.voxel(sim::PatchField::stem, place, i), column.stem()[i]);
        compare(patch.voxel(sim::PatchField::chondrocyte, place, i), column.chondrocyte()[i]);
        compare(patch.oxygen(place, i), column.oxygen()[i]);
        double m = 0;
        for (const sim::PatchField kind : sim::kMatrixKinds) m += patch.voxel(kind, place, i);
        compare(m, column.matrix()[i]);
      }
    }
  }
  MESSAGE("fill ", patch.fill(), ", largest difference ", most);
  CHECK(patch.fill() > 0.8);
  return most;
}

}  // namespace

TEST_CASE("model.cartilage.10f") {
  params::DefectModel model;
  CHECK(largest_difference(model, 0.417, 0) <= 1e-3);
  CHECK(largest_difference(model, 0, 0.417) <= 1e-3);
  model.growth_factors = true;
  CHECK(largest_difference(model, 0.2, 0.2) <= 1e-3);
}

TEST_CASE("the patch's 24 layers differ from the column's 48 cells by what the column itself does") {
  const params::DefectModel model;
  sim::DefectPatch patch(model, kDiameter, kDepth, 1, 0);
  sim::DefectColumn column(model, kDepth);
  seed(patch, 0.417, 0);
  seed(column, 0.417, 0);
  double most = 0;
  for (double day = 0; day < 24 * kMonth;) {
    const double dt = default_step(day);
    patch.step(dt, osteoarthritic());
    column.step(dt, osteoarthritic());
    day += dt;
    most = std::max(most, std::fabs(patch.fill() - column.fill()));
  }
  MESSAGE("largest difference ", most);
  CHECK(most <= 0.03);
}

TEST_CASE(
    "awl holes and patches of settled cells fill a lesion as an even layer does, and unevenly at first") {
  const params::DefectModel model;
  for (const sim::Settling settling : {sim::Settling::patchy, sim::Settling::holes}) {
    sim::DefectPatch uneven(model, kDiameter, kDepth, 1, 0), even(model, kDiameter, kDepth, 1, 0);
    sim::CellOrigin origin{.loss = 0.01, .hyaline = 0.2};
    even.add_stem_cells(0.1 * even.floor_share(), origin);
    origin.settling = settling;
    uneven.add_stem_cells(0.1 * uneven.floor_share(), origin);
    CHECK(uneven.mean_stem() == doctest::Approx(even.mean_stem()).epsilon(1e-5));
    double early_spread = 0;
    for (double day = 0; day < 24 * kMonth;) {
      const double dt = default_step(day);
      uneven.step(dt, osteoarthritic());
      even.step(dt, osteoarthritic());
      day += dt;
      CHECK(std::fabs(uneven.fill() - even.fill()) <= 0.02);
      if (day != 120) continue;
      const sim::PatchView view{uneven.frame(day), {}, 0};
      double low = 1, high = 0;
      for (std::size_t column = 0; column < uneven.grid().columns(); ++column) {
        low = std::min(low, view.fill(column));
        high = std::max(high, view.fill(column));
      }
      early_spread = (high - low) / uneven.fill();
    }
    MESSAGE("spread of the fill at 4 months, of its mean ", early_spread);
    CHECK(early_spread > 0.3);
    CHECK(uneven.fill() > 0.85);
  }
}

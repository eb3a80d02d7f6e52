#include "sim/defect.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace mend;

namespace {

sim::DefectColumn with_stem_cells(double floor_density, const sim::CellOrigin& origin = {}) {
  sim::DefectColumn column({}, 2.4);
  column.add_stem_cells(floor_density * column.floor_share(), origin);
  return column;
}

double total(const std::vector<double>& field) {
  return std::accumulate(field.begin(), field.end(), 0.0);
}

}  // namespace

TEST_CASE("stem cells become chondrocytes only where they are crowded") {
  // On bare ground the threshold is 0.31: (0.35 - 0.02) e^(-0.01/0.1) + 0.02.
  auto sparse = with_stem_cells(0.25), crowded = with_stem_cells(0.40);
  sparse.step(1, {});
  crowded.step(1, {});
  CHECK(total(sparse.chondrocyte()) < 1e-4 * total(crowded.chondrocyte()));
  CHECK(crowded.chondrocyte().front() == doctest::Approx(0.05 * 0.40).epsilon(0.2));
}

TEST_CASE("loss takes cells that no matrix holds, and only those") {
  auto kept = with_stem_cells(0.2), lost = with_stem_cells(0.2, {.loss = 0.12});
  kept.step(1, {});
  lost.step(1, {});
  CHECK(total(kept.stem()) - total(lost.stem()) ==
        doctest::Approx(0.12 * 0.905 * 0.2 * 48 * kept.floor_share()).epsilon(0.01));
}

TEST_CASE("a layer of 1e6 cells/cm2 holds as many cells, whatever the depth") {
  const params::DefectModel model;
  for (const double depth : {1.0, 2.4, 4.0}) {
    const sim::DefectColumn column(model, depth);
    const double per_mm2 = model.implant_seed * column.floor_share() * depth * model.crowding;
    CHECK(per_mm2 == doctest::Approx(1e4).epsilon(0.01));
  }
}

TEST_CASE("cells beyond the room there is do not stay") {
  auto column = with_stem_cells(0.9);
  column.add_chondrocytes(1, {});
  for (std::size_t i = 0; i < sim::kColumnCells; ++i)
    CHECK(column.stem()[i] + column.chondrocyte()[i] <= 0.991 + 1e-12);
}

TEST_CASE("two batches share their loss and hyaline share by number") {
  sim::DefectColumn column({}, 2.4);
  column.add_chondrocytes(0.06, {.loss = 0, .hyaline = 0.65});
  column.add_chondrocytes(0.02, {.loss = 0, .hyaline = 0.25});
  column.step(1, {});
  CHECK(column.hyaline_share() == doctest::Approx(0.55));
}

TEST_CASE("inflammation slows the making of matrix and wears it, age slows it too") {
  const params::DefectModel model;
  const sim::DefectConditions calm = sim::conditions_in_joint(model, 0, 30, 1e-4),
                              inflamed = sim::conditions_in_joint(model, 1, 30, 1e-4),
                              old = sim::conditions_in_joint(model, 1, 57.5, 1e-4);
  CHECK(calm.synthesis == doctest::Approx(4.0 / 3));
  CHECK(inflamed.synthesis == doctest::Approx(1));
  CHECK(old.synthesis == doctest::Approx(0.6));
  CHECK(calm.wear == 0);
  CHECK(inflamed.wear == doctest::Approx(1e-4));
  CHECK(inflamed.hyaline == doctest::Approx(2.0 / 3));
  sim::DefectColumn column(model, 2.4);
  for (int day = 0; day < 100; ++day) column.step(1, inflamed);
  CHECK(column.fill() == doctest::Approx(0.01 * (1 - 100 * 1e-4 * 6.94)).epsilon(0.005));
}

TEST_CASE("deep cells starve first") {
  sim::DefectColumn column({}, 4);
  for (int i = 0; i < 5; ++i) column.add_chondrocytes(0.1, {});
  column.step(0.01, {});
  CHECK(std::is_sorted(column.oxygen().begin(), column.oxygen().end()));
  CHECK(column.oxygen().front() < 0.5);
  CHECK(column.oxygen().back() > 0.97);
}

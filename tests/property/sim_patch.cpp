// The defect in space under models that nobody would think of, on a patch of 16 x 16 x 12.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "params/random_scenario.h"
#include "sim/joint.h"
#include "sim/patch.h"

using namespace mend;

namespace {

/// 120 days of a random scenario's lesion: its own cells, given as its own events would be.
sim::DefectPatch repaired(const params::Scenario& scenario, int threads, double stride = 1) {
  const double diameter = std::max(0.5, scenario.lesion.diameter);
  const double depth = 0.5 + 0.1 * static_cast<double>(scenario.seed % 40);
  sim::DefectPatch patch(scenario.defect_model, diameter, depth, scenario.seed, threads,
                         {.across = 16, .layers = 16});
  const double wear = sim::native_wear(scenario);
  int treatments = 0;
  for (double day = 0; day < 120;) {
    if (day >= 40 * treatments) {
      const params::Event event{.kind = static_cast<params::EventKind>(3 + treatments++ % 3)};
      const sim::CellOrigin origin = sim::origin_of(scenario, event);
      if (event.kind == params::EventKind::chondrocytes) {
        patch.add_chondrocytes(0.05, origin);
      } else {
        patch.add_stem_cells(0.1, origin);
      }
    }
    const double dt = stride * (day < 30 ? 0.25 : day < 60 ? 0.5 : 1);
    patch.add_stem_cells(1e-4 * dt, sim::origin_of(scenario, {.kind = params::EventKind::cells}));
    const double p = 1 + math::sin(day / 20);
    patch.step(dt, sim::conditions_in_joint(scenario.defect_model, p, scenario.patient.age, wear));
    day += dt;
  }
  return patch;
}

}  // namespace

TEST_CASE("200 random models: every voxel finite and within bounds, the same for 1, 2 and 8 threads") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    const sim::DefectPatch patch = repaired(scenario, 1);
    for (std::size_t column = 0; column < patch.grid().columns(); ++column) {
      for (std::size_t i = 0; i < 12; ++i) {
        double cells = 0, m = 0;
        for (const sim::PatchField field : {sim::PatchField::stem, sim::PatchField::chondrocyte}) {
          REQUIRE(patch.voxel(field, column, i) >= 0);
          cells += patch.voxel(field, column, i);
        }
        for (const sim::PatchField kind : sim::kMatrixKinds) {
          REQUIRE(patch.voxel(kind, column, i) >= 0);
          m += patch.voxel(kind, column, i);
        }
        REQUIRE(cells <= 1.5);
        REQUIRE(m <= 1 + 1e-6);
        REQUIRE(patch.oxygen(column, i) >= 0);
        REQUIRE(patch.oxygen(column, i) <= 1);
      }
    }
    REQUIRE(patch.fill() >= 0);
    REQUIRE(patch.fill() <= 1);
    REQUIRE(patch.hyaline_share() >= 0);
    REQUIRE(patch.hyaline_share() <= 1);
    const auto one = patch.frame(120);
    for (const int threads : {2, 8}) REQUIRE(repaired(scenario, threads).frame(120)->fields == one->fields);
  }
}

TEST_CASE("halving every time step moves the fill of the default model by no more than 0.01") {
  double most = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    params::Scenario scenario;
    scenario.seed = seed;
    scenario.lesion.diameter = 4 + 0.5 * static_cast<double>(seed);
    const double usual = repaired(scenario, 1).fill(), fine = repaired(scenario, 1, 0.5).fill();
    most = std::max(most, std::fabs(usual - fine));
  }
  MESSAGE("largest change ", most);
  CHECK(most <= 0.01);
}

// Check 9 of muscle-ligament-evidence.md: self-renewal with feedback, and critical clones.
#include <doctest/doctest.h>

#include <cmath>

#include "sim/lineage.h"

using namespace mend;

TEST_CASE("model.lineage.09a") {
  for (const double start : {0.01, 1.0}) {
    for (const double pace : {0.5, 1.0}) {
      params::Scenario scenario;
      scenario.cell_model.niche_start = start;
      scenario.cell_model.division_rate = pace;
      sim::Lineage lineage(scenario);
      for (int i = 0; i < 4 * 365; ++i) lineage.step(0.25, {});
      const params::CellModel& model = scenario.cell_model;
      const double goal =
          std::pow(2 * model.renewal_maximum - 1, 1 / model.feedback_steepness) / model.feedback_gain;
      MESSAGE("S(0) ", start, ", v ", pace, ": D ", lineage.state().progeny, ", set point ", goal);
      CHECK(std::fabs(lineage.state().progeny - goal) <= 0.01 * goal);
    }
  }
}

TEST_CASE("model.lineage.09b") {
  const params::CellModel model;
  REQUIRE(model.clone_symmetry == 0.25);
  REQUIRE(model.division_rate == 1);
  constexpr std::size_t kClones = 20000;
  for (const double days : {3.0, 6.0, 12.0}) {
    double stem = 0, survivors = 0;
    for (const int size : sim::clone_sizes(model, kClones, days, 1)) {
      stem += size;
      survivors += size > 0 ? 1 : 0;
    }
    const double expected = 1 / (1 + 0.25 * days);
    MESSAGE("day ", days, ": mean ", stem / kClones, ", survival ", survivors / kClones, ", expected ",
            expected);
    CHECK(std::fabs(stem / kClones - 1) <= 0.05);
    CHECK(std::fabs(survivors / kClones - expected) <= 0.01);
  }
}

#include "sim/dose.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace mend;

TEST_CASE("the effect of a dose follows the table of its page") {
  const params::CellModel model;
  struct Row {
    double dose, effect;
  };
  constexpr Row kTable[] = {{1e6, 0.09}, {1e7, 0.50},   {2.5e7, 0.69}, {5e7, 0.75},
                            {1e8, 0.63}, {1.5e8, 0.47}, {3e8, 0.19}};
  for (const Row& row : kTable) {
    CAPTURE(row.dose);
    CHECK(std::fabs(sim::dose_effect(model, row.dose) - row.effect) <= 0.006);
  }
  CHECK(sim::dose_effect(model, 0) == 0);
}

TEST_CASE("the dose curve has its band down to no effect under Trials, and only rises under Mechanism") {
  double before = 0;
  for (double dose = 1e6; dose < 2e8; dose += 1e6) {
    const sim::DoseResponse trials = sim::dose_response({}, dose);
    CHECK(trials.low == 0);
    CHECK(trials.effect == sim::dose_effect({}, dose));
    CHECK(trials.high == trials.effect);
    const sim::DoseResponse idea = sim::rising_dose_response({}, dose);
    CHECK(idea.effect > before);
    CHECK(idea.effect < 1);
    CHECK(idea.low == idea.high);
    before = idea.effect;
  }
  // 0.355 of a dose is on the lining at the most (cartilage.md section 3), and 8e6 cells do half.
  CHECK(sim::rising_dose_response({}, 5e7).effect == doctest::Approx(0.689).epsilon(0.005));
}

TEST_CASE("each lens says beside the dose curve what it is") {
  CHECK(sim::dose_label(params::Lens::trials) == "illustrative; trials show no clear dose effect");
  CHECK(sim::dose_label(params::Lens::mechanism) == "laboratory idea; trials show no slope");
}

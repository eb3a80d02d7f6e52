#include "sim/pain.h"

#include <doctest/doctest.h>

using namespace mend;

TEST_CASE("peripheral sensitisation follows the joint up in days and down in a week") {
  sim::PainInput calm{.synovitis = 0}, inflamed{.synovitis = 1.4};
  sim::Pain pain({}, calm);
  CHECK(pain.peripheral() == 0);
  for (int i = 0; i < 8; ++i) pain.step(0.25, inflamed);
  CHECK(pain.peripheral() == doctest::Approx(0.632).epsilon(0.01));  // 1 - 1/e; synovitis counts up to 1
  for (int i = 0; i < 200; ++i) pain.step(0.25, inflamed);
  for (int i = 0; i < 28; ++i) pain.step(0.25, calm);
  CHECK(pain.peripheral() == doctest::Approx(0.368).epsilon(0.01));
}

TEST_CASE("only growth factor beyond 2 sensitises") {
  sim::PainInput input{.growth_factor = 2};
  CHECK(sim::Pain({}, input).peripheral() == 0);
  input.growth_factor = 3;
  CHECK(sim::Pain({}, input).peripheral() == doctest::Approx(0.5));
  input.growth_factor = 30;
  CHECK(sim::Pain({}, input).peripheral() == 1);
}

TEST_CASE("joint and nerve join into one rating that never passes 10") {
  sim::PainInput joint{.joint_pain_mm = 50};
  CHECK(sim::Pain({}, joint).rating() == doctest::Approx(5));
  sim::PainInput nerve{.nerve_injured = true, .ectopic_share = 1};
  const double alone = sim::Pain({}, nerve).rating();
  nerve.joint_pain_mm = 50;
  CHECK(sim::Pain({}, nerve).rating() == doctest::Approx(5 + alone / 2));
  nerve.joint_pain_mm = 100;
  CHECK(sim::Pain({}, nerve).rating() == doctest::Approx(10));
}

TEST_CASE("the rating follows its causes with a time constant of six hours") {
  const sim::PainInput painful{.joint_pain_mm = 60};
  sim::Pain pain({}, {});
  pain.step(0.25, painful);
  CHECK(pain.rating() == doctest::Approx(6 * 0.6321).epsilon(0.001));
}

TEST_CASE("without an injured nerve its circuit is silent") {
  CHECK(sim::Pain({}, {.synovitis = 1, .ectopic_share = 1}).rating() == 0);
}

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

TEST_CASE("an excess of growth factor makes an injured nerve hurt more") {
  const auto firing = [](double n) {
    sim::PainInput input{.nerve_injured = true, .ectopic_share = 0.2, .growth_factor = n};
    return sim::Pain({}, input).nerve_pain(input);
  };
  CHECK(firing(1) == firing(2));
  CHECK(firing(20) > firing(2) + 0.2);
}

TEST_CASE("touch closes the gate of a nerve that conducts, and leaves that of a blocked one open") {
  sim::PainInput input{.nerve_injured = true, .ectopic_share = 0.8};
  const sim::Pain pain({}, input);
  const double rest = pain.nerve_pain(input);
  input.touch = sim::Touch::light;
  CHECK(pain.nerve_pain(input) < 0.1 * rest);
  input.conducting_share = 0.05;
  CHECK(pain.nerve_pain(input) > 0.3 * rest);
  input.conducting_share = 0;
  CHECK(pain.nerve_pain(input) == rest);
}

TEST_CASE("a spinal cord that sensitises easily comes to let touch hurt, and pressing more") {
  params::Scenario scenario;
  scenario.pain_model.central_rise = 1;
  scenario.pain_model.central_fall = 365;
  sim::PainInput input{.nerve_injured = true, .ectopic_share = 1};
  sim::Pain pain(scenario, input);
  for (int i = 0; i < 4 * 365; ++i) pain.step(0.25, input);
  CHECK(pain.central() > 0.9);
  input.ectopic_share = 0;
  const double rest = pain.nerve_pain(input);
  input.touch = sim::Touch::light;
  const double touched = pain.nerve_pain(input);
  CHECK(touched > rest + 1);
  input.touch = sim::Touch::pressing;
  CHECK(pain.nerve_pain(input) > touched + 1);
}

TEST_CASE("a single medicine takes its share of pain, several add up short of all") {
  sim::PainInput input{.joint_pain_mm = 60};
  const auto rating = [&] { return sim::Pain({}, input).rating(); };
  input.medicine = {.opioid = 0.5};
  CHECK(rating() == doctest::Approx(3));
  input.medicine = {.nsaid = 0.2};
  CHECK(rating() == doctest::Approx(4.8));
  input.medicine = {.opioid = 0.5, .nsaid = 0.2};
  CHECK(rating() == doctest::Approx(6 / (1 + 1 + 0.25)));
  input.medicine = {.rebound = 0.3};
  CHECK(rating() == doctest::Approx(6.3));
}

TEST_CASE("anti-inflammatories act on the joint's part of pain, nerve medicine on the rest") {
  const auto relieved = [](sim::PainInput input, const sim::MedicineEffects& medicine) {
    const double before = sim::Pain({}, input).rating();
    input.medicine = medicine;
    return 1 - sim::Pain({}, input).rating() / before;
  };
  const sim::PainInput joint{.joint_pain_mm = 40}, nerve{.nerve_injured = true, .ectopic_share = 1};
  CHECK(relieved(joint, {.neuropathic = 0.18}) == 0);
  CHECK(relieved(nerve, {.nsaid = 0.21}) == 0);
  CHECK(relieved(nerve, {.neuropathic = 0.18}) == doctest::Approx(0.18));
  const double part = sim::Pain({}, nerve).nerve_pain(nerve);
  sim::PainInput both = nerve;
  both.joint_pain_mm = 10 * part;  // as much from each
  CHECK(relieved(both, {.nsaid = 0.2}) == doctest::Approx(0.1));
  CHECK(relieved(both, {.neuropathic = 0.2}) == doctest::Approx(0.1));
}

TEST_CASE("no cause, no pain: medicine without tolerance and a person's baseline add none") {
  params::Scenario scenario;
  scenario.pain_model.baseline_shift = 2;
  CHECK(sim::Pain(scenario, {.medicine = {.opioid = 0.5, .nsaid = 0.2, .neuropathic = 0.2}}).rating() == 0);
  CHECK(sim::Pain(scenario, {.joint_pain_mm = 60}).rating() == doctest::Approx(8));
  scenario.pain_model.baseline_shift = -1.5;
  CHECK(sim::Pain(scenario, {.joint_pain_mm = 60}).rating() == doctest::Approx(4.5));
}

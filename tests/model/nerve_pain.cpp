// Acceptance checks of pain: the dorsal horn, what sensitises it, and injections into a joint. Lens Trials.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "base/random.h"
#include "base/units.h"
#include "sim/joint.h"
#include "sim/pain.h"
#include "timeline/timeline.h"

using namespace mend;
using params::EventKind;

namespace {

/// A knee of grade 3 under Trials, given one injection on day 0.
params::Scenario knee(EventKind kind) {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.joint.kl_grade = 3;
  scenario.regimen = {{.day = 0, .kind = kind, .dose = 5e7}};
  return scenario;
}

/// The rating at rest of a joint whose synovitis stays at p.
double resting_pain(double p) {
  params::Scenario scenario;
  const params::JointModel& model = scenario.joint_model;
  const double fed = p * p / (1 + p * p), calm = model.resolution_from_inflammation * fed;
  scenario.joint_model.drive_kl0 = p * (1 + calm * calm) - model.gain * fed;
  const auto run = timeline::run(scenario, {}, 30, 1);
  CHECK(run->at(30).joint.synovitis == doctest::Approx(p).epsilon(0.001));
  return run->at(30).pain;
}

/// The nerve's part of a rating.
double nerve_part(const sim::State& state) {
  return 10 * (1 - (1 - state.pain / 10) / (1 - state.joint.pain_mm / 100));
}

}  // namespace

TEST_CASE("model.nerve.09") {
  using sim::pain_from_firing;
  const double alone = pain_from_firing({.c = 1}, 0), touched = pain_from_firing({.c = 1, .a_beta = 20}, 0);
  const double allodynia = pain_from_firing({.a_beta = 20}, 1);
  MESSAGE("C 1 Hz ", alone, ", touched ", touched, "; touch alone when sensitised ", allodynia);
  CHECK(touched <= 0.5 * alone);
  CHECK(allodynia >= 2);
  for (const double central : {0.0, 0.5, 1.0}) CHECK(pain_from_firing({}, central) == 0);
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const auto any = [&](std::uint64_t why, double most) {
      return most * uniform({.seed = 9, .who = i, .when = 0, .why = why});
    };
    const double pain =
        pain_from_firing({.c = any(0, 20), .a_delta = any(1, 50), .a_beta = any(2, 100)}, any(3, 1));
    REQUIRE(pain >= 0);
    REQUIRE(pain <= 10);
  }
  // One unit of synovitis is 0.1 of p.
  for (const double p : {0.3, 0.4, 0.5, 0.6, 0.7}) {
    const double unit = resting_pain(p + 0.05) - resting_pain(p - 0.05);
    MESSAGE("a unit of synovitis at p ", p, ": ", unit);
    CHECK(unit >= 0.2);
    CHECK(unit <= 0.45);
  }
}

TEST_CASE("model.nerve.11") {
  const auto sham = timeline::run(knee(EventKind::saline), {}, kYear, 1);
  const auto steroid = timeline::run(knee(EventKind::steroid), {}, kYear, 1);
  const auto cells = timeline::run(knee(EventKind::cells), {}, kYear, 1);
  const double own = sham->at(6 * kMonth).pain - sham->at(0).pain;
  const auto beyond_sham = [&](const auto& arm, double day) {
    return arm->at(day).pain - sham->at(day).pain;
  };
  MESSAGE("sham ", own, "; steroid - sham ", beyond_sham(steroid, 4 * kWeek), " ",
          beyond_sham(steroid, 26 * kWeek), "; cells - sham ", beyond_sham(cells, 3 * kMonth), " ",
          beyond_sham(cells, 6 * kMonth));
  CHECK(own >= -1.7);
  CHECK(own <= -0.9);
  CHECK(beyond_sham(steroid, 4 * kWeek) >= -1.3);
  CHECK(beyond_sham(steroid, 4 * kWeek) <= -0.7);
  CHECK(std::fabs(beyond_sham(steroid, 26 * kWeek)) <= 0.3);
  for (const double months : {3.0, 6.0}) {
    CHECK(beyond_sham(cells, months * kMonth) >= -1.5);
    CHECK(beyond_sham(cells, months * kMonth) <= -0.6);
  }
  const double year = cells->at(kYear).pain - steroid->at(kYear).pain;
  MESSAGE("cells - steroid at 12 months ", year);
  CHECK(std::fabs(year) <= 0.5);
}

TEST_CASE("model.nerve.13") {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.nerve.injury = params::NerveInjuryKind::cut;
  const sim::State cut = timeline::run(scenario, {}, 3 * kMonth, 1)->at(3 * kMonth);
  MESSAGE("cut: nerve's part ", nerve_part(cut), ", Sc ", cut.sensitisation_central);
  CHECK(nerve_part(cut) >= 3);
  CHECK(nerve_part(cut) <= 6);
  CHECK(cut.sensitisation_central > 0.1);
  // The circuit alone with every axon in place, walking, not sensitised.
  const sim::PainInput whole{.nerve_injured = true};
  const double healthy = sim::Pain(scenario, whole).nerve_pain(whole);
  MESSAGE("healthy nerve ", healthy);
  CHECK(healthy < 0.3);
}

TEST_CASE("the dorsal horn gives every figure its weights were set to") {
  using sim::pain_from_firing;
  struct Figure {
    sim::Firing firing;
    double central, expected;
  };
  const std::array<Figure, 11> figures = {{{{}, 0, 0},
                                           {{.a_beta = 20}, 0, 0},
                                           {{.c = 0.3}, 0, 1.0},
                                           {{.c = 1}, 0, 3.2},
                                           {{.c = 3}, 0, 8.2},
                                           {{.c = 1, .a_beta = 20}, 0, 0},
                                           {{.c = 1, .descending_block = 0.5}, 0, 1.7},
                                           {{.c = 0.3}, 1, 1.4},
                                           {{.c = 1}, 1, 5.8},
                                           {{.a_beta = 20}, 1, 2.9},
                                           {{.a_delta = 5, .a_beta = 20}, 1, 7.1}}};
  for (const Figure& figure : figures) {
    CAPTURE(figure.expected);
    CHECK(std::fabs(pain_from_firing(figure.firing, figure.central) - figure.expected) < 0.06);
  }
}

TEST_CASE("a nerve without its end organs hurts and sensitises, half of one hurts less and does not") {
  params::Scenario scenario;
  // Beside a healthy joint, which is a little inflamed too.
  sim::PainInput input{.synovitis = 0.05, .nerve_injured = true, .ectopic_share = 1};
  sim::Pain pain(scenario, input);
  const std::array<std::array<double, 3>, 3> figures = {{{0, 4.0, 0}, {90, 5.0, 0.39}, {180, 5.3, 0.48}}};
  double day = 0;
  for (const auto& [until, rating, central] : figures) {
    for (; day < until; day += sim::kStep) pain.step(sim::kStep, input);
    CAPTURE(day);
    CHECK(std::fabs(pain.rating() - rating) < 0.06);
    CHECK(std::fabs(pain.central() - central) < 0.006);
  }
  input.ectopic_share = 0.5;
  sim::Pain half(scenario, input);
  for (day = 0; day < 180; day += sim::kStep) half.step(sim::kStep, input);
  CHECK(std::fabs(half.rating() - 2.1) < 0.06);
  CHECK(half.central() == 0);
}

TEST_CASE("halving the time step moves no rating of the checks by 1 %") {
  params::Scenario cut;
  cut.lens = params::Lens::trials;
  cut.nerve.injury = params::NerveInjuryKind::cut;
  for (const params::Scenario& scenario : {cut, knee(EventKind::steroid), knee(EventKind::cells)}) {
    const auto usual = timeline::run(scenario, {}, kYear, 1);
    const auto fine = timeline::run(scenario, {}, kYear, 1, {.step = sim::kStep / 2});
    for (const double day : {0.0, 4 * kWeek, 3 * kMonth, 6 * kMonth, kYear}) {
      CAPTURE(day);
      CHECK(std::fabs(usual->at(day).pain - fine->at(day).pain) <= 0.01 * fine->at(day).pain);
    }
  }
}

#include "sim/simulate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/joint.h"

using namespace mend;
using params::EventKind;

namespace {

std::vector<sim::State> run(const params::Scenario& scenario, double last_day) {
  std::vector<sim::State> states;
  sim::simulate(scenario, {}, last_day, 1, [&](const sim::State& state) {
    states.push_back(state);
    return true;
  });
  return states;
}

std::vector<double> days(const std::vector<sim::State>& states) {
  std::vector<double> all;
  for (const sim::State& state : states) all.push_back(state.day);
  return all;
}

const sim::State& last_on(const std::vector<sim::State>& states, double day) {
  const auto found =
      std::find_if(states.rbegin(), states.rend(), [&](const auto& state) { return state.day == day; });
  REQUIRE(found != states.rend());
  return *found;
}

params::Scenario with_lesion(std::vector<params::Event> regimen = {}) {
  params::Scenario scenario;
  scenario.patient.age = 35;
  scenario.lesion.diameter = 16;
  scenario.regimen = std::move(regimen);
  return scenario;
}

}  // namespace

TEST_CASE(
    "keyframes come daily for two weeks, every three days to day 90, then weekly, and on the last day") {
  const std::vector<double> all = days(run({}, 730.5));
  for (int day = 0; day <= 14; ++day) CHECK(all[static_cast<std::size_t>(day)] == day);
  CHECK(all[15] == 17);
  const auto three_months = std::find(all.begin(), all.end(), 89);
  REQUIRE(three_months != all.end());
  CHECK(*(three_months + 1) == 96);
  CHECK(all.back() == 730.5);
  CHECK(days(run({}, 0)) == std::vector<double>{0});
}

TEST_CASE("a treatment shows on its day: the state before and the state after") {
  const auto states = run(with_lesion({{20.3, EventKind::cells, 5e7}}), 40);
  std::vector<double> suspended;
  for (const sim::State& state : states) {
    if (state.day == 20.3) suspended.push_back(state.joint.suspended);
  }
  CHECK(suspended == std::vector<double>{0, 5e7});
  CHECK(run(with_lesion({{0, EventKind::cells, 5e7}}), 1).front().joint.suspended == 5e7);
  CHECK(days(run(with_lesion({{50, EventKind::cells, 5e7}}), 40)).back() == 40);
}

TEST_CASE(
    "after a treatment keyframes come daily for two weeks again, so that its first days can be read "
    "between") {
  const auto states = run(with_lesion({{200.5, EventKind::cells, 5e7}}), 400);
  const std::vector<double> all = days(states);
  for (int since = 0; since <= 14; ++since) CHECK(std::count(all.begin(), all.end(), 200.5 + since) >= 1);
  CHECK(std::count(all.begin(), all.end(), 215.5) == 0);
  CHECK(std::is_sorted(all.begin(), all.end()));
}

TEST_CASE("the sink can stop a run at any keyframe") {
  int calls = 0;
  sim::simulate({}, {}, 730, 1, [&](const sim::State&) { return ++calls < 4; });
  CHECK(calls == 4);
}

TEST_CASE("no lesion, no column: its fields stay empty") {
  params::Scenario scenario;
  scenario.regimen = {{0, EventKind::implant, 1e6}, {1, EventKind::cells, 5e7}};
  for (const sim::State& state : run(scenario, 60)) {
    CHECK(state.defect.fill == 0);
    CHECK(*std::max_element(state.defect.stem.begin(), state.defect.stem.end()) == 0);
    CHECK(state.joint.engrafted == 0);
  }
}

TEST_CASE("each treatment of a lesion leaves its own tissue") {
  constexpr double kPerLesion = 1e6 * 2.01062;  // 1e6 cells/cm2 at 16 mm
  const auto at_year = [](std::vector<params::Event> regimen, double day) {
    params::Scenario scenario = with_lesion(std::move(regimen));
    scenario.lens = params::Lens::trials;
    return last_on(run(scenario, day), day).defect;
  };
  const sim::DefectState chondrocytes = at_year({{0, EventKind::chondrocytes, kPerLesion}}, 365),
                         stem = at_year({{0, EventKind::implant, kPerLesion}}, 365),
                         fractured = at_year({{0, EventKind::microfracture, 0}}, 365),
                         untreated = at_year({}, 365);
  CHECK(chondrocytes.fill > 0.5);
  CHECK(stem.fill > 0.5);
  CHECK(fractured.fill > 0.3);
  CHECK(untreated.fill <= 0.01);
  CHECK(chondrocytes.hyaline_share > stem.hyaline_share);
  CHECK(stem.hyaline_share > fractured.hyaline_share);
  CHECK(fractured.hyaline_share > 0.1);
  CHECK(stem.chondrocyte[3] > 0);
}

TEST_CASE("a lens counts part of a dose but shows all of it") {
  params::Scenario scenario = with_lesion({{0, EventKind::cells, 1e8}});
  scenario.lens = params::Lens::trials;
  const sim::State whole = run(scenario, 30).back();
  scenario.regimen[0].dose = 5e7;
  const sim::State half = run(scenario, 30).back();
  CHECK(whole.joint.attached == doctest::Approx(2 * half.joint.attached));
  CHECK(whole.joint.memory == doctest::Approx(half.joint.memory));
  CHECK(whole.defect.stem[2] == doctest::Approx(half.defect.stem[2]));
}

TEST_CASE("age slows repair and regrowth, load and weight wear cartilage") {
  params::Scenario scenario = with_lesion({{0, EventKind::chondrocytes, 2e6}});
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  const auto at_age = [&](double years) {
    scenario.patient.age = years;
    return last_on(run(scenario, 365), 365).defect.fill;
  };
  CHECK(at_age(20) == at_age(35));
  CHECK(at_age(35) > at_age(50) + 0.05);
  CHECK(at_age(50) > at_age(65) + 0.05);
  CHECK(at_age(65) == at_age(80));
  const double usual = sim::native_wear({});
  params::Scenario heavy;
  heavy.patient.body_mass_index = 35;
  CHECK(sim::native_wear(heavy) == doctest::Approx(1.15 * usual));
  heavy.joint.load = 0;
  CHECK(sim::native_wear(heavy) == doctest::Approx(0.65 * usual));
}

TEST_CASE("a steroid calms the joint for weeks and costs cartilage") {
  params::Scenario untreated;
  untreated.joint.kl_grade = 3;
  params::Scenario scenario = untreated;
  for (int i = 0; i < 8; ++i) scenario.regimen.push_back({91.0 * i, EventKind::steroid});
  const auto with = run(scenario, 730), without = run(untreated, 730);
  CHECK(last_on(with, 14).joint.synovitis < 0.8 * last_on(without, 14).joint.synovitis);
  const double lost = 100 * (without.back().joint.thickness[0] - with.back().joint.thickness[0]) /
                      with.front().joint.thickness[0];
  CHECK(lost == doctest::Approx(4.9).epsilon(0.1));
}

TEST_CASE("the context of several injections does not add up") {
  params::Scenario scenario;
  scenario.joint.kl_grade = 3;
  scenario.regimen = {{0, EventKind::saline}, {30, EventKind::saline}, {60, EventKind::saline}};
  const double start = run(scenario, 0).front().joint.pain_mm;
  for (const sim::State& state : run(scenario, 365)) CHECK(start - state.joint.pain_mm < 15.5);
}

TEST_CASE("a keyframe finds the column at its own day, not at the end of its last long step") {
  const params::Scenario scenario = with_lesion({{0, EventKind::chondrocytes, 2e6}});
  const auto fill_on = [&](double day, double step) {
    double fill = 0;
    const auto keep = [&](const sim::State& state) {
      fill = state.defect.fill;
      return true;
    };
    sim::simulate(scenario, {}, day, 1, keep, {.step = step});
    return fill;
  };
  for (const double day : {250.6, 250.7, 250.9}) {
    const double a_day_of_growth = fill_on(day + 1, sim::kStep) - fill_on(day, sim::kStep);
    const double error =
        (fill_on(day, sim::kStep) - fill_on(250, sim::kStep)) / a_day_of_growth - (day - 250);
    CHECK(std::fabs(error) < 0.05);
  }
}

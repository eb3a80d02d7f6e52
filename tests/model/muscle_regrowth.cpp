// Checks 2 to 6 of muscle-ligament-evidence.md. Lens Trials, the clock of mice (human_time 1), f = 0.67
// unless a grade is said.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sim/muscle.h"

using namespace mend;

namespace {

params::Scenario strained(params::MuscleInjury injury = params::MuscleInjury::toxin, double age = 25) {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.patient.age = age;
  scenario.muscle.injury = injury;
  scenario.muscle_model.human_time = 1;
  return scenario;
}

constexpr double kEvery = 0.1;

/// States every tenth of a day.
std::vector<sim::MuscleState> run(const params::Scenario& scenario, double days) {
  sim::Muscle muscle(scenario);
  std::vector<sim::MuscleState> states = {muscle.state()};
  for (int i = 0; i < static_cast<int>(days / kEvery + 0.5); ++i) {
    muscle.step(kEvery);
    states.push_back(muscle.state());
  }
  return states;
}

const sim::MuscleState& on(const std::vector<sim::MuscleState>& states, double day) {
  return states[static_cast<std::size_t>(day / kEvery + 0.5)];
}

/// The day of the largest.
double peak_day(const std::vector<sim::MuscleState>& states, double sim::MuscleState::*number) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i].*number > states[best].*number) best = i;
  }
  return kEvery * static_cast<double>(best);
}

}  // namespace

TEST_CASE("model.muscle.02") {
  const auto states = run(strained(), 28);
  const double neutrophils = peak_day(states, &sim::MuscleState::neutrophils);
  const double monocytes = peak_day(states, &sim::MuscleState::monocytes);
  const double m1 = peak_day(states, &sim::MuscleState::m1), m2 = peak_day(states, &sim::MuscleState::m2);
  double cleared = 0;
  while (on(states, cleared).necrosis >= 0.05) cleared += kEvery;
  MESSAGE("peaks ", neutrophils, " ", monocytes, " ", m1, " ", m2, ", necrosis below 5 % at ", cleared);
  CHECK(neutrophils <= 1.5);
  CHECK(monocytes >= 1);
  CHECK(monocytes <= 2);
  CHECK(m1 >= 2);
  CHECK(m1 <= 3.5);
  CHECK(m2 >= 3.5);
  CHECK(m2 <= 6);
  CHECK(neutrophils < monocytes);
  CHECK(monocytes < m1);
  CHECK(m1 < m2);
  CHECK(on(states, 0).necrosis == 1);
  CHECK(cleared >= 3.5);
  CHECK(cleared <= 7);
}

TEST_CASE("model.muscle.03") {
  const auto states = run(strained(), 28);
  double least = 1;
  for (double day = 1; day < 2 + kEvery / 2; day += kEvery)
    least = std::min(least, on(states, day).quiescent_satellites);
  MESSAGE("least ", least, ", day 5 ", on(states, 5).quiescent_satellites, ", day 28 ",
          on(states, 28).quiescent_satellites);
  CHECK(least <= 0.20);
  CHECK(on(states, 5).quiescent_satellites >= 0.40);
  CHECK(on(states, 5).quiescent_satellites <= 0.95);
  CHECK(on(states, 28).quiescent_satellites >= 0.95);
}

TEST_CASE("model.muscle.04") {
  const auto young = run(strained(), 28);
  const auto old = run(strained(params::MuscleInjury::toxin, 75), 28);
  MESSAGE("fill at 25: ", on(young, 7).fill, " ", on(young, 14).fill, " ", on(young, 28).fill,
          ", at 75: ", on(old, 7).fill, " ", on(old, 14).fill, " ", on(old, 28).fill);
  CHECK(on(young, 7).fill >= 0.2);
  CHECK(on(young, 7).fill <= 0.4);
  CHECK(on(young, 14).fill >= 0.6);
  CHECK(on(young, 14).fill <= 0.8);
  CHECK(on(young, 28).fill >= 0.88);
  for (const double day : {7.0, 14.0, 28.0}) CHECK(on(old, day).fill < on(young, day).fill);
}

TEST_CASE("model.muscle.05a") {
  params::Scenario ablated = strained();
  ablated.muscle_model.satellite_pool = 0.05;
  const auto states = run(ablated, 28);
  MESSAGE("fill at day 28: ", on(states, 28).fill);
  CHECK(on(states, 0).quiescent_satellites == 0.05);
  CHECK(on(states, 28).fill <= 0.25);
}

TEST_CASE("model.muscle.05b") {
  params::Scenario without = strained();
  without.muscle_model.monocyte_inflow = 0;
  const auto states = run(without, 14), control = run(strained(), 14);
  MESSAGE("necrosis at day 14: ", on(states, 14).necrosis, ", control ", on(control, 14).necrosis, "; fill ",
          on(states, 14).fill, ", control ", on(control, 14).fill);
  CHECK(on(states, 14).necrosis >= 0.10);
  CHECK(on(states, 14).fill <= 0.5 * on(control, 14).fill);
}

TEST_CASE("model.muscle.06") {
  using enum params::MuscleInjury;
  for (const auto injury : {grade1, grade2, grade3, toxin}) {
    for (const double age : {25.0, 75.0}) {
      const auto states = run(strained(injury, age), 180);
      for (const auto& state : states) CHECK(state.area <= 1 - state.scar);
    }
  }
  const double first = run(strained(grade1), 90).back().area, third = run(strained(grade3), 90).back().area;
  const auto states = run(strained(), 28);
  const double peak = peak_day(states, &sim::MuscleState::fibroblasts);
  MESSAGE("area at 90 d: grade I ", first, ", III ", third, "; progenitors ", on(states, peak).fibroblasts,
          " on day ", peak, ", ", on(states, 14).fibroblasts, " on day 14");
  CHECK(first >= 0.99);
  CHECK(third >= 0.60);
  CHECK(third <= 0.69);
  CHECK(peak >= 3);
  CHECK(peak <= 5);
  CHECK(on(states, 14).fibroblasts < 1.3);
}

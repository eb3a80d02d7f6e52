#include "sim/muscle.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace mend;

namespace {

params::Scenario strained(params::MuscleInjury injury) {
  params::Scenario scenario;
  scenario.patient.age = 25;
  scenario.muscle.injury = injury;
  return scenario;
}

sim::MuscleState after(sim::Muscle muscle, double days) {
  for (int i = 0; i < static_cast<int>(4 * days); ++i) muscle.step(0.25);
  return muscle.state();
}

}  // namespace

TEST_CASE("a muscle that was not strained stays whole, and its injected cells are counted") {
  sim::Muscle muscle(strained(params::MuscleInjury::none));
  muscle.treat({.dose = 1e7, .site = params::Site::muscle});
  const sim::MuscleState state = after(muscle, 30);
  CHECK_FALSE(muscle.is_injured());
  CHECK(state.area == 1);
  CHECK(state.fill == 1);
  CHECK(state.necrosis == 0);
  CHECK(state.scar == 0);
  CHECK(state.cells.alive > 1e5);
}

TEST_CASE("a strain leaves its share dead on day 0, by grade") {
  struct {
    params::MuscleInjury injury;
    double injured, unscaffolded;
  } constexpr kGrades[] = {{params::MuscleInjury::grade1, 0.10, 0},
                           {params::MuscleInjury::grade2, 0.35, 0.05},
                           {params::MuscleInjury::grade3, 0.90, 0.35},
                           {params::MuscleInjury::toxin, 0.67, 0}};
  for (const auto& grade : kGrades) {
    const sim::MuscleState state = sim::Muscle(strained(grade.injury)).state();
    CHECK(state.area == doctest::Approx(1 - grade.injured));
    CHECK(state.scar == doctest::Approx(grade.injured * grade.unscaffolded));
    CHECK(state.necrosis == 1);
    CHECK(state.fill == 0);
  }
}

TEST_CASE("older muscle regrows more slowly from 30 years on, and no slower after 80") {
  params::Scenario scenario = strained(params::MuscleInjury::toxin);
  const auto filled = [&](double age) {
    scenario.patient.age = age;
    return after(sim::Muscle(scenario), 21).fill;
  };
  CHECK(filled(18) == filled(30));
  CHECK(filled(31) < filled(30));
  CHECK(filled(80) < filled(79));
  CHECK(filled(90) == filled(80));
}

TEST_CASE("people heal 1.5 times as slowly as mice") {
  params::Scenario human = strained(params::MuscleInjury::toxin), mouse = human;
  mouse.muscle_model.human_time = 1;
  CHECK(after(sim::Muscle(human), 21).fill ==
        doctest::Approx(after(sim::Muscle(mouse), 14).fill).epsilon(1e-6));
}

TEST_CASE("cells in muscle speed it under Mechanism and not under Trials, cells elsewhere do nothing") {
  params::Scenario scenario = strained(params::MuscleInjury::grade2);
  const auto filled = [&](params::Lens lens, params::Site site, params::EventKind kind) {
    scenario.lens = lens;
    sim::Muscle muscle(scenario);
    muscle.treat({.kind = kind, .dose = 5e7, .site = site});
    return after(muscle, 14).fill;
  };
  using enum params::EventKind;
  const double none = filled(params::Lens::mechanism, params::Site::muscle, saline);
  CHECK(filled(params::Lens::mechanism, params::Site::muscle, cells) > 1.03 * none);
  CHECK(filled(params::Lens::mechanism, params::Site::joint, cells) == none);
  CHECK(filled(params::Lens::trials, params::Site::muscle, cells) == none);
}

TEST_CASE("later cells do less: what is built cannot be sped up") {
  const params::Scenario scenario = strained(params::MuscleInjury::grade2);
  const auto filled = [&](int day) {
    sim::Muscle muscle(scenario);
    for (int i = 0; i < 28; ++i) {
      if (i == day) muscle.treat({.dose = 5e7, .site = params::Site::muscle});
      muscle.step(1);
    }
    return muscle.state().fill;
  };
  CHECK(filled(0) > filled(7));
  CHECK(filled(7) > filled(21));
}

TEST_CASE("an injected cell finds late macrophages and scarring in muscle") {
  sim::Muscle muscle(strained(params::MuscleInjury::toxin));
  CHECK(muscle.cues().late_macrophages == 0);
  for (int i = 0; i < 28; ++i) muscle.step(0.25);
  CHECK(muscle.cues().late_macrophages > 1);
  CHECK(muscle.cues().fibrosis > 0.1);
  CHECK(muscle.cues().fibrosis < 1);
  CHECK(sim::Muscle(strained(params::MuscleInjury::none)).cues().late_macrophages == 0);
}

// Muscle, ligament and lineage under scenarios that nobody would think of, and under other time steps.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "params/random_scenario.h"
#include "sim/ligament.h"
#include "sim/lineage.h"
#include "sim/muscle.h"

using namespace mend;

namespace {

/// Muscle, ligament and lineage, coupled as in a run.
struct Tissues {
  explicit Tissues(const params::Scenario& scenario, double step = sim::kTissueStep)
      : muscle(scenario, step), ligament(scenario, step), lineage(scenario) {}

  void treat(const params::Event& event) {
    muscle.treat(event);
    ligament.treat(event);
    lineage.treat(event);
  }
  void step(double dt) {
    muscle.step(dt);
    ligament.step(dt);
    std::array<sim::SiteCells, sim::kSites> sites{};
    sites[static_cast<std::size_t>(params::Site::muscle)] = {muscle.state().cells.alive, muscle.cues()};
    sites[static_cast<std::size_t>(params::Site::ligament)] = {ligament.state().cells.alive, ligament.cues()};
    lineage.step(dt, sites);
  }
  [[nodiscard]] sim::State state() const {
    sim::State state;
    state.muscle = muscle.state();
    state.ligament = ligament.state();
    state.lineage = lineage.state();
    return state;
  }

  sim::Muscle muscle;
  sim::Ligament ligament;
  sim::Lineage lineage;
};

std::vector<double> numbers(const sim::State& state) {
  std::vector<double> all;
  sim::each_number(state, [&](double number) { all.push_back(number); });
  return all;
}

params::Scenario injured(params::Lens lens) {
  params::Scenario scenario;
  scenario.lens = lens;
  scenario.muscle.injury = params::MuscleInjury::toxin;
  scenario.ligament.injury = params::LigamentInjury::mcl;
  return scenario;
}

}  // namespace

TEST_CASE("200 random scenarios: muscle, ligament and lineage stay finite, not negative and within bounds") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    params::Scenario scenario = params::random_scenario(seed);
    for (params::Event& event : scenario.regimen) event.day = std::fmod(event.day, 100);
    Tissues tissues(scenario);
    double injected = 0;
    for (int day = 0; day < 120; ++day) {
      for (const params::Event& event : scenario.regimen) {
        if (static_cast<int>(event.day) != day) continue;
        tissues.treat(event);
        injected += event.kind == params::EventKind::cells ? event.dose : 0;
      }
      for (int i = 0; i < 4; ++i) tissues.step(0.25);
      const sim::State state = tissues.state();
      for (const double number : numbers(state)) REQUIRE((std::isfinite(number) && number >= 0));
      REQUIRE(state.muscle.area <= 1 + 1e-9);
      REQUIRE(state.muscle.necrosis <= 1);
      REQUIRE(state.muscle.cells.signal <= 1);
      REQUIRE(state.ligament.bridging <= 1);
      REQUIRE(state.ligament.collagen1 <= 1);
      REQUIRE(state.ligament.alignment <= 1);
      REQUIRE(state.ligament.cells.signal <= 1);
      REQUIRE(state.muscle.cells.alive + state.ligament.cells.alive <= injected);
      REQUIRE(state.lineage.differentiated <=
              scenario.assumptions().visible_differentiation * injected * (1 + 1e-9));
    }
  }
}

TEST_CASE("halving every time step changes no check value of muscle, ligament or lineage by more than 1 %") {
  for (const params::Lens lens : {params::Lens::trials, params::Lens::mechanism}) {
    const auto values = [&](double share) {
      Tissues tissues(injured(lens), share * sim::kTissueStep);
      tissues.treat({.dose = 5e7, .site = params::Site::muscle});
      tissues.treat({.dose = 5e7, .site = params::Site::ligament});
      std::vector<double> all;
      for (int fortnight = 1; fortnight <= 20; ++fortnight) {
        for (int i = 0; i < static_cast<int>(56 / share); ++i) tissues.step(0.25 * share);
        const sim::State state = tissues.state();
        for (const double value : {state.muscle.fill, state.muscle.area, state.muscle.quiescent_satellites,
                                   state.muscle.fibroblasts, state.ligament.stress, state.ligament.load,
                                   state.ligament.collagen3_share(), state.muscle.cells.alive,
                                   state.lineage.progeny, state.lineage.differentiated}) {
          all.push_back(value);
        }
      }
      return all;
    };
    const std::vector<double> usual = values(1), fine = values(0.5);
    REQUIRE(usual.size() == fine.size());
    double most = 0;
    for (std::size_t i = 0; i < usual.size(); ++i)
      most = std::max(most, std::fabs(usual[i] - fine[i]) / std::max(fine[i], 1e-3));
    MESSAGE("largest change ", most);
    CHECK(most < 0.01);
    CHECK(most > 0);  // the step is halved in truth
  }
}

TEST_CASE("the steps of a run change no bit of muscle and ligament") {
  Tissues even(injured(params::Lens::mechanism)), odd = even;
  for (int i = 0; i < 200; ++i) even.step(0.25);
  for (int i = 0; i < 50; ++i) {
    odd.step(0.3);
    for (int part = 0; part < 7; ++part) odd.step(0.1);
  }
  sim::State first = even.state(), second = odd.state();
  first.lineage = second.lineage = {};
  CHECK(numbers(first) == numbers(second));
}

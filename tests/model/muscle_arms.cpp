// Check 10c of muscle-ligament-evidence.md: where cells have no effect on the tissue, arms with and without
// them are the same, bit by bit. A picture is a function of the state, so its pixels are the same too.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "params/arms.h"
#include "sim/simulate.h"

using namespace mend;

namespace {

params::Scenario treated(params::Lens lens) {
  params::Scenario scenario;
  scenario.lens = lens;
  scenario.muscle.injury = params::MuscleInjury::grade3;
  scenario.ligament.injury = params::LigamentInjury::mcl;
  // Days that are no whole days, so that the arms are stepped and kept on other days too.
  for (const params::Site site : {params::Site::muscle, params::Site::ligament}) {
    scenario.regimen.push_back({.day = 0, .dose = 5e7, .site = site});
    scenario.regimen.push_back({.day = 3.3, .dose = 1e8, .site = site});
    scenario.regimen.push_back({.day = 41.07, .dose = 1e7, .site = site, .own_cells = true});
  }
  return scenario;
}

/// Every number of both tissues, cells aside, on the whole days of a run that are kept.
std::vector<double> tissues(const params::Scenario& scenario) {
  std::vector<double> numbers;
  sim::simulate(scenario, {}, 119, 1, [&](const sim::State& run) {
    if (std::floor(run.day) != run.day) return true;
    sim::State state;
    state.muscle = run.muscle;
    state.ligament = run.ligament;
    state.muscle.cells = state.ligament.cells = {};
    sim::each_number(state, [&](double number) { numbers.push_back(number); });
    return true;
  });
  return numbers;
}

}  // namespace

TEST_CASE("model.evidence.10c") {
  const params::Scenario trials = treated(params::Lens::trials);
  CHECK(trials.assumptions().tissue_effect == 0);
  const std::vector<double> cells = tissues(trials);
  REQUIRE(cells.size() > 1000);
  CHECK(cells == tissues(params::arm_of(trials, params::Arm::untreated)));
  CHECK(cells == tissues(params::arm_of(trials, params::Arm::sham)));
  // Where cells act, the arms differ.
  const params::Scenario idea = treated(params::Lens::mechanism);
  CHECK(tissues(idea) != tissues(params::arm_of(idea, params::Arm::untreated)));
}

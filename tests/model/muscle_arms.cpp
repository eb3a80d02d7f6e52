// Check 10c of muscle-ligament-evidence.md: where cells have no effect on the tissue, arms with and without
// them are the same, bit by bit. A picture is a function of the state, so its pixels are the same too.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "params/arms.h"
#include "sim/ligament.h"
#include "sim/muscle.h"

using namespace mend;

namespace {

params::Scenario treated(params::Lens lens) {
  params::Scenario scenario;
  scenario.lens = lens;
  scenario.muscle.injury = params::MuscleInjury::grade3;
  scenario.ligament.injury = params::LigamentInjury::mcl;
  // Days that share no step with the days that are read.
  for (const params::Site site : {params::Site::muscle, params::Site::ligament}) {
    scenario.regimen.push_back({.day = 0, .dose = 5e7, .site = site});
    scenario.regimen.push_back({.day = 3.3, .dose = 1e8, .site = site});
    scenario.regimen.push_back({.day = 41.07, .dose = 1e7, .site = site, .own_cells = true});
  }
  return scenario;
}

/// Every number of both tissues, cells aside, once a day.
std::vector<double> tissues(const params::Scenario& scenario) {
  sim::Muscle muscle(scenario);
  sim::Ligament ligament(scenario);
  std::vector<double> numbers;
  double day = 0;
  const auto go_to = [&](double until) {
    const int steps = static_cast<int>((until - day) / 0.25 + (1 - 1e-9));
    for (int i = 0; i < steps; ++i) {
      muscle.step((until - day) / steps);
      ligament.step((until - day) / steps);
    }
    day = until;
  };
  std::vector<double> stops;
  for (int each = 0; each <= 120; ++each) stops.push_back(each);
  for (const params::Event& event : scenario.regimen) stops.push_back(event.day);
  std::sort(stops.begin(), stops.end());
  stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
  for (const double stop : stops) {
    if (stop > day) go_to(stop);
    for (const params::Event& event : scenario.regimen) {
      if (event.day != stop) continue;
      muscle.treat(event);
      ligament.treat(event);
    }
    if (stop != static_cast<int>(stop)) continue;
    sim::State state;
    state.muscle = muscle.state();
    state.ligament = ligament.state();
    state.muscle.cells = state.ligament.cells = {};
    sim::each_number(state, [&](double number) { numbers.push_back(number); });
  }
  return numbers;
}

}  // namespace

TEST_CASE("model.evidence.10c") {
  const params::Scenario trials = treated(params::Lens::trials);
  CHECK(trials.assumptions().tissue_effect == 0);
  const std::vector<double> cells = tissues(trials);
  CHECK(cells == tissues(params::arm_of(trials, params::Arm::untreated)));
  CHECK(cells == tissues(params::arm_of(trials, params::Arm::sham)));
  // Where cells act, the arms differ.
  const params::Scenario idea = treated(params::Lens::mechanism);
  CHECK(tissues(idea) != tissues(params::arm_of(idea, params::Arm::untreated)));
}

// Checks 7 and 8 of muscle-ligament-evidence.md. Lens Trials.
#include <doctest/doctest.h>

#include <vector>

#include "base/units.h"
#include "sim/ligament.h"

using namespace mend;

namespace {

/// States once a day.
std::vector<sim::LigamentState> run(params::LigamentInjury injury, double load, double weeks) {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.ligament = {.injury = injury, .load = load};
  sim::Ligament ligament(scenario);
  std::vector<sim::LigamentState> states = {ligament.state()};
  for (int day = 0; day < static_cast<int>(weeks * kWeek); ++day) {
    for (int i = 0; i < 4; ++i) ligament.step(0.25);
    states.push_back(ligament.state());
  }
  return states;
}

const sim::LigamentState& in_week(const std::vector<sim::LigamentState>& states, int week) {
  return states[static_cast<std::size_t>(7 * week)];
}

}  // namespace

TEST_CASE("model.ligament.07") {
  const auto states = run(params::LigamentInjury::mcl, 0.6, 78);
  MESSAGE("failure stress ", in_week(states, 12).stress, " ", in_week(states, 78).stress, ", ultimate load ",
          in_week(states, 12).load, " ", in_week(states, 40).load, ", share of type III ",
          in_week(states, 1).collagen3_share(), " ", in_week(states, 6).collagen3_share(), " ",
          in_week(states, 40).collagen3_share());
  CHECK(in_week(states, 12).stress >= 0.30);
  CHECK(in_week(states, 12).stress <= 0.45);
  CHECK(in_week(states, 78).stress >= 0.28);
  CHECK(in_week(states, 78).stress <= 0.45);
  CHECK(in_week(states, 12).load >= 0.50);
  CHECK(in_week(states, 12).load <= 0.70);
  CHECK(in_week(states, 40).load >= 0.65);
  CHECK(in_week(states, 40).load <= 0.85);
  for (std::size_t day = 7; day <= 42; ++day) CHECK(states[day].collagen3_share() >= 0.25);
  CHECK(in_week(states, 40).collagen3_share() <= 0.20);
}

TEST_CASE("model.ligament.08") {
  const auto mcl = run(params::LigamentInjury::mcl, 0.6, 40), acl = run(params::LigamentInjury::acl, 0.6, 40);
  const double resting = in_week(run(params::LigamentInjury::mcl, 0, 12), 12).stress;
  const double loaded = in_week(mcl, 12).stress;
  const double overloaded = in_week(run(params::LigamentInjury::mcl, 1.2, 12), 12).stress;
  MESSAGE("stress at 40 weeks: ACL ", in_week(acl, 40).stress, ", MCL ", in_week(mcl, 40).stress,
          "; at 12 weeks by load: ", resting, " ", loaded, " ", overloaded);
  CHECK(in_week(acl, 40).stress < 0.25 * in_week(mcl, 40).stress);
  CHECK(resting < loaded);
  CHECK(loaded > overloaded);
  // Known miss of the page, stated there: 6.6 times the strength from week 3 to week 40; rabbits 3 to 4
  // times.
  MESSAGE("ultimate load from week 3 to 40: ", in_week(mcl, 40).load / in_week(mcl, 3).load, " times");
}

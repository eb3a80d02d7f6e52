#include "sim/ligament.h"

#include <doctest/doctest.h>

using namespace mend;
using enum params::LigamentInjury;

namespace {

sim::LigamentState after(const params::Scenario& scenario, int days, double dose = 0) {
  sim::Ligament ligament(scenario);
  ligament.treat({.dose = dose, .site = params::Site::ligament});
  for (int i = 0; i < 4 * days; ++i) ligament.step(0.25);
  return ligament.state();
}

params::Scenario torn(params::LigamentInjury injury, double load = 0.6) {
  params::Scenario scenario;
  scenario.ligament = {.injury = injury, .load = load};
  return scenario;
}

}  // namespace

TEST_CASE("a ligament that was not torn stays as it was") {
  const sim::LigamentState state = after(torn(none), 100, 1e7), healthy;
  CHECK(state.stress == healthy.stress);
  CHECK(state.bridging == healthy.bridging);
  CHECK(state.collagen3_share() == doctest::Approx(0.09).epsilon(0.02));
  CHECK(state.cells.alive > 0);
}

TEST_CASE("a fresh tear is an inflamed clot without strength") {
  const sim::LigamentState state = after(torn(mcl), 0);
  CHECK(state.inflammation == 1);
  CHECK(state.bridging == 0);
  CHECK(state.stress < 0.01);
  CHECK(state.load == state.stress);
  CHECK(state.stiffness == 0);
}

TEST_CASE("the more scaffold, the stronger: MCL, braced ACL, partial ACL, ACL") {
  double before = 1;
  for (const auto injury : {mcl, acl_braced, acl_partial, acl}) {
    const double stress = after(torn(injury), 280).load;
    CHECK(stress < before);
    before = stress;
  }
  CHECK(before > 0);
}

TEST_CASE("an MCL is as stiff as before at 12 weeks but weaker, and thicker") {
  const sim::LigamentState state = after(torn(mcl), 84);
  CHECK(state.stiffness > 0.85);
  CHECK(state.load > 1.7 * state.stress);
  CHECK(state.load < 0.8);
}

TEST_CASE("at 12 weeks 0.7 to 0.8 of normal load is best") {
  const auto strength = [](double load) { return after(torn(mcl, load), 84).stress; };
  double best = 0, most = 0;
  for (int tenths = 0; tenths <= 12; ++tenths) {
    const double stress = strength(0.1 * tenths);
    if (stress <= most) continue;
    most = stress;
    best = 0.1 * tenths;
  }
  CHECK(best >= 0.65);
  CHECK(best <= 0.85);
}

TEST_CASE("cells strengthen a ligament under Mechanism and not under Trials") {
  params::Scenario scenario = torn(acl_partial);
  CHECK(after(scenario, 28, 5e7).load > 1.05 * after(scenario, 28).load);
  CHECK(after(scenario, 28, 1.5e8).load < after(scenario, 28, 5e7).load);
  scenario.lens = params::Lens::trials;
  CHECK(after(scenario, 28, 5e7).load == after(scenario, 28).load);
}

TEST_CASE("an injected cell is stretched only where the ends are bridged") {
  sim::Ligament ligament(torn(mcl, 1));
  CHECK(ligament.cues().strain == 0);
  CHECK(ligament.cues().inflammation == 1);
  for (int i = 0; i < 240; ++i) ligament.step(0.25);
  CHECK(ligament.cues().strain == doctest::Approx(4).epsilon(0.01));
  CHECK(ligament.cues().inflammation < 0.01);
  CHECK(sim::Ligament(torn(none, 1)).cues().strain == 4);
}

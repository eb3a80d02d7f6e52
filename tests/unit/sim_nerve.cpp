// Parts of the nerve one by one: routes, fields, single axons, conduction.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "params/random_scenario.h"
#include "sim/nerve.h"
#include "sim/nerve_outcome.h"

using namespace mend;
using namespace mend::sim;
using params::NerveInjuryKind;
using params::NerveRepair;

namespace {

params::Scenario injured(NerveInjuryKind injury, NerveRepair repair = NerveRepair::none, double gap = 1) {
  params::Scenario scenario;
  scenario.nerve = {.injury = injury, .repair = repair, .gap = gap};
  return scenario;
}

double all(const TubeShares& shares) {
  return shares.own + shares.same_fascicle + shares.other_fascicle;
}

NerveFields cut_fields(double length = 40, double gap = 0) {
  return NerveFields({}, length, gap, true);
}

}  // namespace

TEST_CASE("each grade has its route") {
  const Route crush = route_of(injured(NerveInjuryKind::crush), false);
  CHECK(crush.speed == 3);
  CHECK(crush.tubes.own == 1);
  CHECK(crush.gap == 0);
  const Route torn = route_of(injured(NerveInjuryKind::endoneurial), false);
  CHECK(torn.speed == 2);
  CHECK(torn.tubes.own == 0.5);
  CHECK(all(torn.tubes) == 1);
  CHECK(route_of(injured(NerveInjuryKind::perineurial), false).is_cut_off);
  CHECK(route_of(injured(NerveInjuryKind::perineurial), false).gap == 0);
  CHECK(route_of(injured(NerveInjuryKind::cut), false).is_cut_off);
  CHECK(route_of(injured(NerveInjuryKind::cut), false).gap == 1);
  const Route sewn = route_of(injured(NerveInjuryKind::cut, NerveRepair::suture), true);
  CHECK_FALSE(sewn.is_cut_off);
  CHECK(all(sewn.tubes) == doctest::Approx(0.9));
}

TEST_CASE("surgery is for scar and cuts only") {
  for (const NerveInjuryKind injury : {NerveInjuryKind::none, NerveInjuryKind::neurapraxia,
                                       NerveInjuryKind::crush, NerveInjuryKind::endoneurial})
    CHECK_FALSE(is_repaired(injured(injury, NerveRepair::suture).nerve));
  CHECK(is_repaired(injured(NerveInjuryKind::perineurial, NerveRepair::graft).nerve));
  CHECK_FALSE(is_repaired(injured(NerveInjuryKind::cut).nerve));
}

TEST_CASE("a graft has two joins with tubes between, an empty tube none, however short") {
  const Route graft = route_of(injured(NerveInjuryKind::cut, NerveRepair::graft, 30), true);
  CHECK(graft.opening_at(0.5) != nullptr);
  CHECK(graft.opening_at(10) == nullptr);
  CHECK(graft.tube_end(10) == 29);
  CHECK(graft.opening_at(29.5) != nullptr);
  CHECK(graft.tube_end(31) == graft.length);
  CHECK_FALSE(graft.is_limited);
  const Route tube = route_of(injured(NerveInjuryKind::cut, NerveRepair::conduit, 30), true);
  CHECK(tube.opening_at(10) != nullptr);
  CHECK(tube.is_limited);
  const Route stub = route_of(injured(NerveInjuryKind::cut, NerveRepair::graft, 1), true);
  CHECK(stub.openings[0].to == stub.openings[1].from);
}

TEST_CASE("cells change a route by the lens values, a part of the full dose by its share") {
  params::Scenario scenario = injured(NerveInjuryKind::cut);
  scenario.lens = params::Lens::mechanism;
  CHECK(support_by(0, scenario).growth == 1);
  CHECK(support_by(0, scenario).conduit_limit == 30);
  CHECK(support_by(1e7, scenario).growth == 1.5);
  CHECK(support_by(1e7, scenario).gap_speed == 2);
  CHECK(support_by(5e5, scenario).conduit_limit == 40);
  scenario.lens = params::Lens::trials;
  CHECK(support_by(1e7, scenario).growth == doctest::Approx(1.1));
  CHECK(support_by(1e7, scenario).own_tube == 0);
}

TEST_CASE("own tubes that cells add are taken from the other tubes, never from those who find none") {
  const TubeShares shares{.own = 0.3, .same_fascicle = 0.4, .other_fascicle = 0.2};
  CHECK(guided(shares, 0.2).own == doctest::Approx(0.5));
  CHECK(all(guided(shares, 0.2)) == doctest::Approx(0.9));
  CHECK(guided(shares, 2).same_fascicle == 0);
  CHECK(all(guided(shares, 2)) == doctest::Approx(0.9));
  CHECK(guided({}, 0.2).own == 1);
}

TEST_CASE("Schwann cells divide while there is debris, and die out where no axon comes") {
  NerveFields fields = cut_fields();
  fields.settle({0, 0});
  for (int i = 0; i < 80; ++i) fields.step(0.25 * i, 0.25);
  CHECK(fields.mean_schwann() > 2.5);
  CHECK(fields.mean_schwann() < 4);
  const double most = fields.mean_schwann();
  for (int i = 80; i < 800; ++i) fields.step(0.25 * i, 0.25);
  CHECK(fields.mean_schwann() < 0.6 * most);
  NerveFields whole({}, 40, 0, false);
  for (int i = 0; i < 80; ++i) whole.step(0.25 * i, 0.25);
  CHECK(whole.mean_schwann() == 1);
  CHECK(whole.debris(10) == 0);
}

TEST_CASE("growth factor comes from tubes without axons and draws towards them across a gap") {
  NerveFields fields = cut_fields(40, 4);
  fields.settle({0, 0, 0});
  CHECK(fields.factor(20) == doctest::Approx(1.4 / 5.5).epsilon(1e-3));
  CHECK(fields.factor(2) < fields.factor(4));
  CHECK(fields.factor_slope(2) == doctest::Approx(1 / 1.1).epsilon(0.1));  // sqrt(D/k) = 1.1 mm
  fields.settle({40, 40, 40});
  CHECK(fields.factor(20) == 0);
}

TEST_CASE("cells raise the growth factor round them up to the ceiling, however many they are") {
  for (const double dose : {1e5, 1e6, 1e9}) {
    NerveFields fields = cut_fields();
    fields.settle({0});
    const double before = fields.factor(0);
    fields.inject(dose, 0, 0);
    CHECK(fields.factor(0) > before);
    for (double x = -4; x < 30; ++x) CHECK(fields.factor(x) <= 2 + 1e-9);
  }
}

TEST_CASE("what lies in a gap has no Schwann cells, a graft has its own") {
  NerveFields fields = cut_fields(40, 20);
  CHECK(fields.schwann(10) == 1);  // of the tube ahead: nothing grows in a gap by it
  fields.place_graft(1, 19, 100);
  fields.settle({0});
  for (int i = 0; i < 40; ++i) fields.step(100 + 0.25 * i, 0.25);
  CHECK(fields.schwann(10) > 1.5);
  CHECK(fields.schwann(18.9) > 1.5);
}

TEST_CASE("a compound potential is lower when latencies spread, and counts those that do not conduct") {
  const NerveConduction conduction({}, 100);
  const std::vector<Conduction> together(4, {.velocity = 0.5, .weight = 0.25});
  CHECK(conduction.amplitude(together, 4) == doctest::Approx(0.25));
  CHECK(conduction.amplitude(together, 8) == doctest::Approx(0.125));
  std::vector<Conduction> spread = together;
  spread[0].velocity = 0.3;
  CHECK(conduction.amplitude(spread, 4) < 0.2);
  CHECK(conduction.amplitude({}, 4) == 0);
}

TEST_CASE(
    "a repair at once has a fair chance, a late one with a long graft almost none, none above the cap") {
  const params::NerveModel model;
  CHECK(good_result_chance(model, 0, 20) == 0.95);
  CHECK(good_result_chance(model, 700, 150) < 0.02);
}

TEST_CASE("a healthy nerve is as the state begins, with cells or without") {
  Fascicle fascicle{params::Scenario{}};
  fascicle.treat({.kind = params::EventKind::cells, .dose = 1e6, .site = params::Site::nerve});
  for (int i = 0; i < 40; ++i) fascicle.step(0.25);
  const NerveState state = fascicle.state(), healthy;
  CHECK_FALSE(fascicle.is_injured());
  CHECK(fascicle.connected_share() == 1);
  CHECK(fascicle.ectopic_share() == 0);
  CHECK(state.axons.empty());
  CHECK(state.velocity_fraction == healthy.velocity_fraction);
  CHECK(state.cells > 0);
  CHECK(state.cells < 1e6);
}

TEST_CASE("an unrepaired cut fires for ever, a repair that comes later lets axons set out then") {
  params::Scenario scenario = injured(NerveInjuryKind::cut, NerveRepair::suture);
  scenario.nerve.repair_day = 60;
  Fascicle late(scenario), never(injured(NerveInjuryKind::cut));
  for (int i = 0; i < 4 * 60; ++i) late.step(0.25);
  for (const AxonState& axon : late.state().axons) {
    CHECK(axon.tip == 0);
    CHECK(axon.neuroma == 1);
  }
  for (int i = 0; i < 4 * 300; ++i) {
    late.step(0.25);
    never.step(0.25);
  }
  CHECK(late.connected_share() > 0.3);
  CHECK(late.ectopic_share() < 0.5);
  CHECK(never.ectopic_share() == 1);
}

TEST_CASE("shares of axons add up in any scenario, cells given on any day") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    Fascicle fascicle(scenario);
    for (int i = 0; i < 4 * 200; ++i) {
      if (i % 200 == 100)
        fascicle.treat({.kind = params::EventKind::cells, .dose = 1e7, .site = params::Site::nerve});
      fascicle.step(0.25);
    }
    const NerveState state = fascicle.state();
    double lost = 0;
    for (const AxonState& axon : state.axons) {
      lost += axon.neuroma / static_cast<double>(state.axons.size());
      REQUIRE(axon.tip <= scenario.nerve.target_distance);
      REQUIRE(axon.myelin_front <= axon.tip + 1e-9);
      REQUIRE(axon.velocity_fraction <= 1);
    }
    REQUIRE(state.reconnected + state.misdirected + lost <= 1 + 1e-9);
    REQUIRE(state.amplitude_fraction <= 1 + 1e-9);
    REQUIRE(std::isfinite(state.growth_factor));
    REQUIRE(fascicle.growth_factor() >= 0);
  }
}

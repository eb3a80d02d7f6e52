#include "sim/recording.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "params/random_scenario.h"

using namespace mend;
using params::NerveInjuryKind;
using sim::Sheath;

namespace {

params::Scenario injured(NerveInjuryKind injury) {
  params::Scenario scenario;
  scenario.nerve.injury = injury;
  return scenario;
}

/// A nerve whose axons are all alike.
sim::NerveState alike(const params::Scenario& scenario, const sim::AxonState& axon) {
  sim::NerveState nerve;
  nerve.axons.assign(static_cast<std::size_t>(scenario.nerve.axons), axon);
  return nerve;
}

std::vector<sim::Recorded> recorded(const params::Scenario& scenario, const sim::NerveState& nerve,
                                    std::size_t count = 8) {
  std::vector<sim::Recorded> all;
  for (const sim::LiveFibre& live : sim::live_fibres(scenario, nerve, count))
    all.push_back({live, sim::record(scenario.axon_model, live.fibre)});
  return all;
}

std::vector<double> compound(const params::Scenario& scenario, const sim::NerveState& nerve,
                             std::size_t count = 8) {
  const sim::Recording healthy = sim::record(scenario.axon_model, sim::healthy_fibre(10, 20));
  return sim::compound_potential(scenario, nerve, recorded(scenario, nerve, count), healthy);
}

double peak(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

}  // namespace

TEST_CASE("a recording can be read at any time and place") {
  const sim::Recording recording = sim::record({}, sim::healthy_fibre(10, 20));
  CHECK_FALSE(recording.is_blocked);
  CHECK(recording.at(0, 5) == doctest::Approx(-80));
  CHECK(recording.at(-1, 5) == -80);
  CHECK(recording.at(0.3, -1) == -80);
  CHECK(recording.at(0.3, 99) == -80);
  double highest = -80, when = 0;
  for (double time = 0; time < sim::kRecordedTime; time += 0.005)
    if (const double v = recording.at(time, 15); v > highest) highest = v, when = time;
  CHECK(highest > 0);
  CHECK(when > 0.3);
  CHECK(when < 0.5);
  CHECK(recording.at(sim::kRecordedTime + 9, 15) < -60);
}

TEST_CASE("fibres are thin and thick as the two modes say, and each axon keeps its own") {
  const params::AxonModel model;
  int thin = 0;
  for (std::size_t axon = 0; axon < 100; ++axon) {
    const double diameter = sim::fibre_diameter(model, axon);
    const bool is_thin = diameter >= 3 && diameter <= 5;
    CHECK((is_thin || (diameter >= 9 && diameter <= 12)));
    thin += is_thin ? 1 : 0;
  }
  CHECK(std::abs(thin - 50) <= 2);
  const params::Scenario scenario = injured(NerveInjuryKind::none);
  for (const auto& live : sim::live_fibres(scenario, {}, 12))
    CHECK(live.diameter == sim::fibre_diameter(model, live.axon));
  CHECK(sim::live_fibres(scenario, {}, 12).size() == 12);
}

TEST_CASE("sheaths follow the nerve model: bruised blocks, heals, cut ends, regrown conducts more slowly") {
  const auto all_are = [](const std::vector<sim::Recorded>& all, Sheath sheath, bool is_blocked) {
    for (const auto& one : all) {
      CHECK(one.live.sheath == sheath);
      CHECK(one.recording.is_blocked == is_blocked);
    }
  };
  const params::Scenario bruised = injured(NerveInjuryKind::neurapraxia),
                         cut = injured(NerveInjuryKind::crush);
  all_are(recorded(injured(NerveInjuryKind::none), {}), Sheath::whole, false);
  all_are(recorded(bruised, alike(bruised, {.velocity_fraction = 0, .lamellae = 0.01})), Sheath::thinned,
          true);
  all_are(recorded(bruised, alike(bruised, {.velocity_fraction = 0.9, .lamellae = 0.3})), Sheath::renewed,
          false);
  const auto stumps = recorded(cut, alike(cut, {.velocity_fraction = 0}));
  all_are(stumps, Sheath::cut, false);
  for (const auto& stump : stumps) CHECK(std::fabs(stump.recording.places.back() - sim::kRecordedLesion) < 1);
  all_are(recorded(cut, alike(cut, {.velocity_fraction = 0.3})), Sheath::renewed, false);
}

TEST_CASE("days that look alike share their fibres") {
  const params::Scenario cut = injured(NerveInjuryKind::crush);
  const auto on = [&](double fraction) {
    return sim::live_fibres(cut, alike(cut, {.velocity_fraction = fraction}), 1).front().fibre;
  };
  CHECK(on(0.500) == on(0.505));
  CHECK_FALSE(on(0.5) == on(0.6));
}

TEST_CASE("the compound potential falls and spreads with injury and is nothing when all are cut") {
  const params::Scenario cut = injured(NerveInjuryKind::crush);
  const auto healthy = compound(injured(NerveInjuryKind::none), {});
  const auto regrown = compound(cut, alike(cut, {.velocity_fraction = 0.3}));
  const auto none = compound(cut, alike(cut, {.velocity_fraction = 0}));
  MESSAGE("healthy ", peak(healthy), ", regrown ", peak(regrown));
  CHECK(peak(regrown) < 0.95 * peak(healthy));
  CHECK(peak(regrown) > 0.1 * peak(healthy));
  CHECK(peak(none) < 0.01 * peak(healthy));
  const auto arrival = [](const std::vector<double>& values) {
    return std::find_if(values.begin(), values.end(), [&](double v) { return v > peak(values) / 2; }) -
           values.begin();
  };
  CHECK(arrival(regrown) > 1.3 * static_cast<double>(arrival(healthy)));
}

TEST_CASE("the closed formula stands in for the live fibres it replaces") {
  const params::Scenario scenario = injured(NerveInjuryKind::none);
  const double all_live = peak(compound(scenario, {}, 61)), few_live = peak(compound(scenario, {}, 8));
  MESSAGE("all live ", all_live, ", eight live ", few_live);
  CHECK(std::fabs(few_live / all_live - 1) < 0.1);
}

TEST_CASE("recordings of random scenarios stay finite") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    const sim::AxonState axon{.velocity_fraction = 0.05 * static_cast<double>(seed),
                              .lamellae = 0.01 + 0.04 * static_cast<double>(seed)};
    for (const double value : compound(scenario, alike(scenario, axon), 2)) CHECK(std::isfinite(value));
  }
}

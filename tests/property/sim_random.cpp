// Scenarios that nobody would think of, every field anywhere in its range, to day 120.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "params/random_scenario.h"
#include "sim/simulate.h"

using namespace mend;

namespace {

constexpr int kScenarios = 200;
constexpr double kDays = 120;
constexpr sim::Settings kColumn{.fidelity = sim::Fidelity::column};

bool within(double value, double low, double high) {
  return value >= low && value <= high;
}

/// The first thing wrong with a state, or nothing.
std::string fault(const params::Scenario& scenario, const sim::State& state) {
  bool finite = true;
  sim::each_number(state, [&](double number) { finite = finite && std::isfinite(number) && number >= 0; });
  if (!finite) return "a number is negative or not finite";
  double dose = 0;
  for (const params::Event& event : scenario.regimen) {
    if (event.kind == params::EventKind::cells && event.day <= state.day) dose += event.dose;
  }
  const sim::JointState& joint = state.joint;
  if (joint.suspended + joint.attached + joint.engrafted > dose * (1 + 1e-12)) return "cells out of nowhere";
  if (joint.memory > 1 || joint.steroid > 1) return "a share above 1";
  if (joint.pain_mm > 100 || state.pain > 10) return "pain above its scale";
  for (const double share : joint.thickness) {
    if (share > 1) return "cartilage has grown";
  }
  for (std::size_t i = 0; i < sim::kColumnCells; ++i) {
    if (state.defect.matrix[i] > 1 || state.defect.oxygen[i] > 1 + 1e-9)
      return "a share above 1 in the defect";
    if (state.defect.stem[i] + state.defect.chondrocyte[i] > 1.5) return "more cells than there is room for";
  }
  if (!within(state.defect.fill, 0, 1) || !within(state.defect.hyaline_share, 0, 1))
    return "fill or hyaline share";
  for (const sim::AxonState& axon : state.nerve.axons) {
    if (axon.tip > scenario.nerve.target_distance || axon.myelin_front > axon.tip)
      return "an axon or sheath too far";
    if (axon.distal_integrity > 1 || axon.debris > 1 || axon.velocity_fraction > 1)
      return "a share above 1 in an axon";
  }
  if (state.nerve.reconnected > 1 + 1e-12 || state.nerve.velocity_fraction > 1 + 1e-12 ||
      state.nerve.amplitude_fraction > 1 + 1e-12) {
    return "a share above 1 in the nerve";
  }
  if (state.sensitisation_peripheral > 2 || state.sensitisation_central > 1)
    return "sensitisation above its scale";
  return {};
}

}  // namespace

TEST_CASE("200 random scenarios: every number finite and within bounds, days in order, nothing grows back") {
  for (std::uint64_t seed = 0; seed < kScenarios; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    const double depth = 0.5 + 0.02 * static_cast<double>(seed);
    double day = -1;
    sim::State before;
    const auto look = [&](const sim::State& state) {
      CAPTURE(state.day);
      REQUIRE(fault(scenario, state) == "");
      if (day >= 0) {
        REQUIRE(state.day >= day);
        for (std::size_t i = 0; i < sim::kCompartments; ++i) {
          REQUIRE(state.joint.thickness[i] <= before.joint.thickness[i]);
        }
        for (std::size_t i = 0; i < state.nerve.axons.size(); ++i) {
          REQUIRE(state.nerve.axons[i].tip >= before.nerve.axons[i].tip);
          REQUIRE(state.nerve.axons[i].myelin_front >= before.nerve.axons[i].myelin_front);
          REQUIRE(state.nerve.axons[i].distal_integrity <= before.nerve.axons[i].distal_integrity);
        }
        REQUIRE(state.joint.engrafted >= before.joint.engrafted);
      }
      day = state.day;
      before = state;
      return true;
    };
    sim::simulate(scenario, {.lesion_depth = depth}, kDays, 1, look, kColumn);
    CHECK(day == kDays);
  }
}

TEST_CASE("200 random scenarios: the state between two keyframes lies between them") {
  for (std::uint64_t seed = 0; seed < kScenarios; seed += 10) {
    const params::Scenario scenario = params::random_scenario(seed);
    std::vector<sim::State> states;
    const auto keep = [&](const sim::State& state) {
      states.push_back(state);
      return true;
    };
    sim::simulate(scenario, {}, 60, 1, keep, kColumn);
    for (std::size_t i = 1; i < states.size(); i += 5) {
      for (const double share : {0.0, 0.2, 0.7, 1.0}) {
        std::vector<double> first, second;
        sim::each_number(states[i - 1], [&](double number) { first.push_back(number); });
        sim::each_number(states[i], [&](double number) { second.push_back(number); });
        std::size_t k = 0;
        const sim::State mixed = sim::interpolate(states[i - 1], states[i], share);
        sim::each_number(mixed, [&](double number) {
          const double low = std::min(first[k], second[k]), high = std::max(first[k], second[k]);
          REQUIRE(number >= low - 1e-12 * std::fabs(low));
          REQUIRE(number <= high + 1e-12 * std::fabs(high));
          ++k;
        });
      }
    }
  }
}

TEST_CASE("three fixed scenarios: halving every time step moves the fill by no more than 0.01 in 24 months") {
  params::Scenario injury, implant, arthritis;
  injury.lesion.diameter = implant.lesion.diameter = arthritis.lesion.diameter = 16;
  injury.joint.recent_injury = true;
  injury.regimen = {{0, params::EventKind::cells, 5e7}};
  implant.regimen = {{0, params::EventKind::implant, 2e6}, {200, params::EventKind::steroid}};
  implant.lens = params::Lens::trials;
  arthritis.joint.kl_grade = 3;
  arthritis.regimen = {{10.3, params::EventKind::cells, 1e8}, {100, params::EventKind::chondrocytes, 1e6}};
  for (const params::Scenario* scenario : {&injury, &implant, &arthritis}) {
    const auto fills = [&](double step) {
      std::vector<double> all;
      const auto keep = [&](const sim::State& state) {
        all.push_back(state.defect.fill);
        return true;
      };
      sim::simulate(*scenario, {}, 730.5, 1, keep, {.fidelity = sim::Fidelity::column, .step = step});
      return all;
    };
    const std::vector<double> usual = fills(sim::kStep), fine = fills(sim::kStep / 2);
    REQUIRE(usual.size() == fine.size());
    double most = 0;
    for (std::size_t i = 0; i < usual.size(); ++i) most = std::max(most, std::fabs(usual[i] - fine[i]));
    MESSAGE("fill in the end ", usual.back(), ", largest change ", most);
    CHECK(usual.back() > 0.3);
    CHECK(most <= 0.01);
  }
}

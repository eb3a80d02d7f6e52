// Acceptance check 5 of the nerve and the published figures its parts were set to. Lens Trials, age 20 (age
// factor 1).
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/units.h"
#include "sim/conduction.h"
#include "sim/nerve.h"
#include "timeline/timeline.h"

using namespace mend;

namespace {

params::Scenario crushed() {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.patient.age = 20;
  scenario.nerve = {.injury = params::NerveInjuryKind::crush, .target_distance = 100, .axons = 101};
  return scenario;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

TEST_CASE("model.nerve.05") {
  const params::Scenario scenario = crushed();
  sim::Fascicle fascicle(scenario);
  const std::size_t axons = fascicle.state().axons.size();
  REQUIRE(axons == 101);
  std::vector<double> starts(axons, 0), arrivals(axons, 0), silences(axons, 0);
  constexpr double kStep = 0.05;
  for (double day = kStep; day < 150; day += kStep) {
    fascicle.step(kStep);
    const sim::NerveState state = fascicle.state();
    for (std::size_t i = 0; i < axons; ++i) {
      if (starts[i] == 0 && state.axons[i].tip > 0) starts[i] = day;
      if (arrivals[i] == 0 && state.axons[i].tip >= 100) arrivals[i] = day;
      if (silences[i] == 0 && state.axons[i].distal_integrity == 0) silences[i] = day;
    }
  }
  std::vector<double> speeds;
  for (std::size_t i = 0; i < axons; ++i) {
    CHECK(starts[i] >= 1);
    CHECK(starts[i] <= 3 + kStep);
    REQUIRE(arrivals[i] > 0);  // each grows in its own tube: none is lost on the way
    speeds.push_back(100 / (arrivals[i] - starts[i]));
    CHECK(speeds.back() >= 1);
    CHECK(speeds.back() <= 3.5);
    CHECK(silences[i] > 2);
    CHECK(silences[i] >= 4);
    CHECK(silences[i] <= 12);
  }
  double mean = 0;
  for (const double speed : speeds) mean += speed / static_cast<double>(axons);
  MESSAGE("median arrival ", median(arrivals), ", mean speed ", mean);
  CHECK(mean >= 1.5);
  CHECK(mean <= 3);
  CHECK(median(arrivals) >= 35);
  CHECK(median(arrivals) <= 105);
  CHECK(fascicle.state().reconnected == doctest::Approx(1));
}

TEST_CASE("debris is a tenth at three weeks and the growth factor is about 1 in a full band") {
  sim::Fascicle fascicle(crushed());
  double highest = 0;
  for (int i = 0; i < 84; ++i) {
    fascicle.step(0.25);
    highest = std::max(highest, fascicle.growth_factor());
  }
  CHECK(fascicle.state().debris == doctest::Approx(0.10).epsilon(0.02));
  CHECK(highest > 0.1);
  CHECK(highest <= 1.1);
}

TEST_CASE("the velocity law of a regrown axon follows Buchthal and Kuehl month by month") {
  const double healthy = sim::conduction_velocity(6.9, 0.69, 1.15);
  CHECK(std::fabs(healthy - 56.3) < 0.105 * 56.3);
  const std::vector<std::pair<double, double>> percent = {{0, 17},  {3, 29},  {6, 38}, {10, 49},
                                                          {15, 60}, {20, 70}, {36, 70}};
  for (const auto& [months, expected] : percent) {
    const double d = 6.9 * (0.22 + 0.75 * std::min(1.0, months / 20));
    const double g = 0.75 + 0.15 * std::exp(-months * kMonth / 120);
    CHECK(std::fabs(100 * sim::conduction_velocity(d, g, 0.45) / healthy - expected) < 2);
  }
}

TEST_CASE("conduction returns at 10-30 % of healthy and climbs to 60-75 % in two years") {
  const auto run = timeline::run(crushed(), {}, 730.5, 1);
  CHECK(run->at(30).nerve.velocity_fraction == 0);
  MESSAGE("velocity ", run->at(70).nerve.velocity_fraction, " ", run->at(365).nerve.velocity_fraction, " ",
          run->at(730).nerve.velocity_fraction);
  CHECK(run->at(70).nerve.velocity_fraction >= 0.10);
  CHECK(run->at(70).nerve.velocity_fraction <= 0.30);
  CHECK(run->at(730).nerve.velocity_fraction >= 0.60);
  CHECK(run->at(730).nerve.velocity_fraction <= 0.75);
  CHECK(run->at(730).nerve.amplitude_fraction > 0.9);
  CHECK(run->at(730).nerve.reconnected == doctest::Approx(1));
}

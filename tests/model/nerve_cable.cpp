// Acceptance checks 1-4 of the nerve: the live cable against the page's bands, and the published figures
// beside them.
#include <doctest/doctest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "sim/conduction.h"

using namespace mend;

namespace {

const params::AxonModel kModel;
constexpr std::size_t kInternodes = 20;
constexpr double kPageStep = 0.005;  // ms, of its sections 3.3 and 3.4

/// The page's velocities of a very small step, m/s by um.
const std::vector<std::pair<double, double>> kConverged = {
    {1, 4.6},   {2, 9.0},     {5.7, 25.8},  {7.3, 36.9}, {8.0, 42.4}, {8.7, 47.8},
    {10, 56.3}, {11.5, 65.1}, {12.8, 72.2}, {14, 79.5},  {15, 86.9},  {16, 94.0}};

sim::Passage healthy(double diameter, double temperature = 37, double step = sim::kConductionStep) {
  return sim::conduct(kModel, sim::healthy_fibre(diameter, kInternodes), temperature, step);
}

/// ms more than a healthy fibre of 10 um.
double delay(const sim::Passage& passage, double step = sim::kConductionStep) {
  return passage.arrival - healthy(10, 37, step).arrival;
}

/// A fibre of 10 um with this share of lamellae on some internodes in its middle.
sim::Passage thinned(std::size_t count, double lamellae, double step = sim::kConductionStep) {
  sim::Fibre fibre = sim::healthy_fibre(10, kInternodes);
  sim::thin(fibre, (kInternodes - count) / 2, count, lamellae);
  return sim::conduct(kModel, fibre, 37, step);
}

/// The same with three short sheaths of 30 % in place of each.
sim::Passage healed(std::size_t count) {
  sim::Fibre fibre = sim::healthy_fibre(10, kInternodes);
  sim::remyelinate(fibre, (kInternodes - count) / 2, count, 3, 0.3);
  return sim::conduct(kModel, fibre, 37);
}

}  // namespace

TEST_CASE("model.nerve.01") {
  const double thin = healthy(5.7).velocity, middle = healthy(10).velocity, thick = healthy(16).velocity;
  MESSAGE("5.7, 10 and 16 um: ", thin, ", ", middle, ", ", thick, " m/s");
  CHECK(thin >= 24);
  CHECK(thin <= 28);
  CHECK(middle >= 52);
  CHECK(middle <= 60);
  CHECK(thick >= 88);
  CHECK(thick <= 99);
  double before = healthy(1).velocity;
  for (double diameter = 2; diameter <= 16; diameter += 0.5) {
    CAPTURE(diameter);
    const double velocity = healthy(diameter).velocity;
    CHECK(velocity > before);
    CHECK(velocity / diameter >= 4.3);
    CHECK(velocity / diameter <= 6.0);
    before = velocity;
  }
  // The formula against the page's converged velocities.
  for (const auto& row : kConverged) {
    CAPTURE(row.first);
    const auto [diameter, expected] = row;
    const params::FibreShape shape = sim::fibre_shape(diameter);
    const double formula = sim::conduction_velocity(shape.axon, shape.g_ratio, shape.internode / 1000);
    const double excess = formula / expected - 1;
    if (diameter == 2) {
      CHECK(excess >= 0.15);
      CHECK(excess <= 0.20);
    } else {
      CHECK(std::fabs(excess) <= 0.105);
    }
  }
}

TEST_CASE("model.nerve.02") {
  const double coarse = healthy(10, 37, 0.005).velocity, fine = healthy(10, 37, 0.001).velocity;
  MESSAGE("steps of 5 and 1 us: ", coarse, ", ", fine, " m/s; peak ", healthy(10).peak, " mV");
  CHECK(std::fabs(coarse / fine - 1) <= 0.03);
  CHECK(healthy(10).peak >= 20);
  CHECK(healthy(10).peak <= 40);
  sim::Cable cable(kModel, sim::healthy_fibre(10, kInternodes), 37);
  while (cable.time() < 50) cable.step();
  for (const double potential : cable.potentials()) CHECK(std::fabs(potential + 80) <= 1);
}

TEST_CASE("model.nerve.03") {
  const double share = healthy(10, 32).velocity / healthy(10, 37).velocity;
  MESSAGE("32 of 37 C: ", share);
  CHECK(share >= 0.82);
  CHECK(share <= 0.88);
}

TEST_CASE("model.nerve.04") {
  const double share = thinned(kInternodes, 0.25).velocity / healthy(10).velocity;
  MESSAGE("a quarter of the lamellae: ", share);
  CHECK(share >= 0.58);
  CHECK(share <= 0.66);
  CHECK(thinned(2, 0.025).is_blocked);
  REQUIRE_FALSE(thinned(2, 0.10).is_blocked);
  MESSAGE("two at a tenth: ", delay(thinned(2, 0.10)), " ms");
  CHECK(delay(thinned(2, 0.10)) >= 0.050);
  CHECK(delay(thinned(2, 0.10)) <= 0.100);
  for (std::size_t count = 1; count <= 3; ++count) {
    CAPTURE(count);
    const sim::Passage passage = healed(count);
    REQUIRE_FALSE(passage.is_blocked);
    MESSAGE(count, " healed: ", delay(passage), " ms");
    CHECK(delay(passage) <= 0.060);
  }
}

TEST_CASE("the cable converges to the page's velocities for every row of the table") {
  for (const auto& row : kConverged) {
    CAPTURE(row.first);
    const auto [diameter, expected] = row;
    CHECK(std::fabs(healthy(diameter, 37, 0.0005).velocity / expected - 1) < 0.01);
  }
  const std::vector<std::pair<double, double>> warmth = {{30, 44}, {32, 47}, {34, 51}, {37, 55.5}};
  for (const auto& [temperature, expected] : warmth)
    CHECK(std::fabs(healthy(10, temperature, kPageStep).velocity - expected) < 0.7);
}

TEST_CASE("a sheath thinned everywhere slows as the page says, and too thin it blocks") {
  const std::vector<std::pair<double, double>> velocities = {{0.75, 52}, {0.50, 46}, {0.35, 40},
                                                             {0.25, 34}, {0.15, 26}, {0.10, 19}};
  for (const auto& [lamellae, expected] : velocities)
    CHECK(std::fabs(thinned(kInternodes, lamellae, kPageStep).velocity - expected) < 0.7);
  CHECK(thinned(kInternodes, 0.05).is_blocked);
}

TEST_CASE("patches without sheath delay or block as the page says") {
  CHECK(std::fabs(delay(thinned(1, 0.10)) - 0.035) < 0.002);
  CHECK(std::fabs(delay(thinned(1, 0.025)) - 0.141) < 0.002);
  CHECK(thinned(1, 0.0125).is_blocked);
  CHECK(std::fabs(delay(thinned(2, 0.05)) - 0.154) < 0.003);
  CHECK(std::fabs(delay(thinned(8, 0.05)) - 0.935) < 0.010);
  CHECK(thinned(8, 0.025).is_blocked);
  const std::vector<std::pair<std::size_t, double>> short_sheaths = {
      {1, 0.021}, {3, 0.052}, {5, 0.082}, {8, 0.128}};
  for (const auto& [count, expected] : short_sheaths)
    CHECK(std::fabs(delay(healed(count)) - expected) < 0.002);
}

TEST_CASE("sheath ends torn off the axon block sooner, and alone only delay") {
  const auto with_gap = [](std::size_t count, double lamellae) {
    sim::Fibre fibre = sim::healthy_fibre(10, kInternodes);
    const std::size_t first = (kInternodes - count) / 2;
    sim::thin(fibre, first, count, lamellae);
    for (std::size_t i = first; i < first + count; ++i) fibre.internodes[i].gap = 10;
    return sim::conduct(kModel, fibre, 37);
  };
  CHECK(with_gap(2, 0.05).is_blocked);
  CHECK(with_gap(4, 0.10).is_blocked);
  MESSAGE("gap of ten: ", delay(with_gap(1, 1)));
  CHECK(std::fabs(delay(with_gap(1, 1)) - 0.023) < 0.003);
}

TEST_CASE("fewer sodium channels slow and a quarter of them block, as under a local anaesthetic") {
  const std::vector<std::pair<double, double>> velocities = {{0.75, 47}, {0.5, 36}, {0.4, 30}, {0.3, 20}};
  params::AxonModel model;
  for (const auto& [share, expected] : velocities) {
    model.fast_sodium = kModel.fast_sodium * share;
    CHECK(std::fabs(sim::conduct(model, sim::healthy_fibre(10, kInternodes), 37).velocity - expected) < 1);
  }
  model.fast_sodium = kModel.fast_sodium / 4;
  CHECK(sim::conduct(model, sim::healthy_fibre(10, kInternodes), 37).is_blocked);
}

// The live axon's checked values hardly depend on its step.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "sim/conduction.h"

using namespace mend;

namespace {

/// What checks 1, 3 and 4 of the nerve read.
std::vector<double> checked_values(double step) {
  const params::AxonModel model;
  const auto run = [&](const sim::Fibre& fibre, double temperature = 37) {
    return sim::conduct(model, fibre, temperature, step);
  };
  const sim::Fibre whole = sim::healthy_fibre(10, 20);
  sim::Fibre thin = whole, patch = whole, healed = whole;
  sim::thin(thin, 0, 20, 0.25);
  sim::thin(patch, 9, 2, 0.1);
  sim::remyelinate(healed, 8, 3, 3, 0.3);
  const sim::Passage baseline = run(whole);
  std::vector<double> values = {run(whole, 32).velocity / baseline.velocity,
                                run(thin).velocity / baseline.velocity, run(patch).arrival - baseline.arrival,
                                run(healed).arrival - baseline.arrival};
  for (double diameter = 2; diameter <= 16; diameter += 2)
    values.push_back(run(sim::healthy_fibre(diameter, 20)).velocity);
  values.push_back(run(sim::healthy_fibre(5.7, 20)).velocity);
  return values;
}

}  // namespace

TEST_CASE("halving the step changes no checked value of the live axon by more than 1 percent") {
  const auto values = checked_values(sim::kConductionStep), finer = checked_values(sim::kConductionStep / 2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    CAPTURE(i);
    CHECK(std::fabs(values[i] / finer[i] - 1) <= 0.01);
  }
}

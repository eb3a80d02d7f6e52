// Regrown axon (set to Buchthal & Kuehl 1979): at each post of its way, T days since the tip passed it and A
// days since it reached its end organ,
//   d = 6.9 um (0.22 + 0.75 min(1, A/20 months)), g = 0.75 + 0.15 e^(-T/120), internode 0.45 mm
// in conduction_velocity(); it conducts from the day it arrives. An axon thickens only once it has an end
// organ.
// Bruised patch, 3 mm (neurapraxia): lamella fraction L = 0.01 until t0 = U(7,35) d, then
// 0.01 + 0.29 (1-e^(-(t-t0)/14)). Block at L <= 0.025 over two internodes or more, at L <= 0.0125 over one;
// otherwise each internode of the patch adds 3.5 us/L (our runs of the cable: 35 us at 0.1, 141 us at 0.025).
// Compound potential: each axon a bell of the same width tau that comes after its latency, weighed by d^2;
// tau = 0.5 ms the width of the healthy compound potential (assumed). For bell-shaped latencies of standard
// deviation s the sum peaks at
//   amplitude = (sum of d^2/d_healthy^2)/n  1/sqrt(1 + (s/tau)^2)
#include "sim/nerve_conduction.h"

#include <algorithm>

#include "base/math.h"
#include "base/units.h"
#include "sim/conduction.h"

namespace mend::sim {

NerveConduction::NerveConduction(const params::NerveModel& model, double length)
    : model_(model),
      healthy_(conduction_velocity(model.axon_diameter, model.healthy_g_ratio, model.healthy_internode)),
      usual_(length / healthy_),
      internodes_(std::max(1.0, model.patch_length / model.healthy_internode)) {}

Conduction NerveConduction::regrown(std::span<const double> passages, double day) const {
  const double grown = std::min(1.0, (day - passages.back()) / (model_.diameter_time * kMonth));
  const double share = model_.diameter_start + model_.diameter_gain * grown;
  double slowness = 0;
  for (const double passage : passages) {
    const double g =
        model_.g_ratio_end + model_.g_ratio_excess * math::exp(-(day - passage) / model_.g_ratio_time);
    slowness += 1 / conduction_velocity(share * model_.axon_diameter, g, model_.internode);
  }
  const double mean = slowness / static_cast<double>(passages.size());
  return {.velocity = std::min(1.0, 1 / (mean * healthy_)), .weight = std::min(1.0, share * share)};
}

double NerveConduction::patch_lamellae(double day, double begin) const {
  const double healing = std::max(0.0, day - begin);
  return model_.lamellae_left + model_.lamellae_gain * (1 - math::exp(-healing / model_.lamellae_time));
}

bool NerveConduction::blocks(double lamellae) const {
  return lamellae <= (internodes_ >= 2 ? model_.block_lamellae : model_.block_lamellae_single);
}

Conduction NerveConduction::bruised(double lamellae) const {
  if (blocks(lamellae)) return {};
  const double delay = 1e-3 * model_.patch_delay * internodes_ / lamellae;  // ms
  return {.velocity = usual_ / (usual_ + delay), .weight = 1};
}

double NerveConduction::amplitude(std::span<const Conduction> conducting, std::size_t axons) const {
  double weight = 0, first = 0, second = 0;
  for (const Conduction& axon : conducting) {
    if (axon.velocity <= 0) continue;
    const double latency = usual_ / axon.velocity / model_.potential_width;  // in widths
    weight += axon.weight;
    first += axon.weight * latency;
    second += axon.weight * latency * latency;
  }
  if (weight <= 0) return 0;
  const double mean = first / weight;
  const double variance = std::max(0.0, second / weight - mean * mean);
  return weight / static_cast<double>(axons) / math::sqrt(1 + variance);
}

}  // namespace mend::sim

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
#include <cmath>

#include "base/math.h"
#include "base/units.h"
#include "sim/conduction.h"

namespace mend::sim {

double healthy_velocity(const params::NerveModel& model) {
  return conduction_velocity(model.axon_diameter, model.healthy_g_ratio, model.healthy_internode);
}

Conduction regrown_conduction(const params::NerveModel& model, std::span<const double> passages, double day) {
  const double grown = std::min(1.0, (day - passages.back()) / (model.diameter_time * kMonth));
  const double share = model.diameter_start + model.diameter_gain * grown;
  double slowness = 0;
  for (const double passage : passages) {
    const double g =
        model.g_ratio_end + model.g_ratio_excess * math::exp(-(day - passage) / model.g_ratio_time);
    slowness += 1 / conduction_velocity(share * model.axon_diameter, g, model.internode);
  }
  const double posts = static_cast<double>(passages.size());
  return {.velocity = std::min(1.0, posts / (slowness * healthy_velocity(model))),
          .weight = std::min(1.0, share * share)};
}

double patch_lamellae(const params::NerveModel& model, double days, double begin) {
  const double healing = std::max(0.0, days - begin);
  return model.lamellae_left + model.lamellae_gain * (1 - math::exp(-healing / model.lamellae_time));
}

Conduction bruised_conduction(const params::NerveModel& model, double lamellae, double length) {
  const double internodes = std::max(1.0, model.patch_length / model.healthy_internode);
  const double least = internodes >= 2 ? model.block_lamellae : model.block_lamellae_single;
  if (lamellae <= least) return {};
  const double usual = length / healthy_velocity(model);  // ms
  const double delay = 1e-3 * model.patch_delay * internodes / lamellae;
  return {.velocity = usual / (usual + delay), .weight = 1};
}

double compound_amplitude(const params::NerveModel& model, std::span<const Conduction> conducting,
                          std::size_t axons, double length) {
  const double usual = length / healthy_velocity(model);  // ms
  double weight = 0, first = 0, second = 0;
  for (const Conduction& axon : conducting) {
    if (axon.velocity <= 0) continue;
    const double latency = usual / axon.velocity;
    weight += axon.weight;
    first += axon.weight * latency;
    second += axon.weight * latency * latency;
  }
  if (weight <= 0) return 0;
  const double mean = first / weight;
  const double spread =
      std::max(0.0, second / weight - mean * mean) / (model.potential_width * model.potential_width);
  return weight / static_cast<double>(axons) / std::sqrt(1 + spread);
}

}  // namespace mend::sim

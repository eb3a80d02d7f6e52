// An axon of the nerve on the cable:
//   whole    a healthy fibre
//   bruised  (neurapraxia) L, the share of lamellae over the patch: while it is at or below the nerve model's
//            limit the old sheaths thinned to L, then short new ones of L in place of each
//   cut      ends at the injury
//   regrown  beyond the injury a thinner fibre with short internodes, as thick as makes the closed formula
//   give
//            the nerve model's velocity
// Compound potential: sum of the axons' potentials above rest, weighed by their cross-sections (assumed), one
// electrode at the end. An axon that is not live comes as a healthy one of 10 um does, but after
//   lesion/CV + (length - lesion)/(f CV)      regrown or whole, f its share of the healthy velocity
//   length/CV + way/CV10 (1/f - 1)            bruised, f over the whole way to the end organ
// CV of the closed formula, times what makes it agree with the cable for 10 um at the model's temperature.
#include "sim/recording.h"

#include <algorithm>
#include <cmath>

#include "base/math.h"
#include "base/units.h"
#include "sim/cable.h"
#include "sim/conduction.h"

namespace mend::sim {
namespace {

constexpr double kFired = -20, kSettled = 5;  // mV, mV from rest
constexpr double kLongest = 8;                // ms
constexpr std::size_t kBeyond = 2;  // internodes behind the electrode: the fibre's end does not show
constexpr double kGoldenShare = 0.618033988749894848;
constexpr double kReference = 10;      // um
constexpr double kVelocitySteps = 20;  // of the healthy velocity
constexpr int kHalvings = 30;

/// The nearest power of the square root of 2.
double stepped(double share) {
  constexpr double kLeast = 1e-3;
  constexpr double kHalfLn2 = 0.346573590279972654709;
  return math::exp(std::round(math::log(std::max(share, kLeast)) / kHalfLn2) * kHalfLn2);
}

std::size_t count_over(double length_mm, double internode_um) {
  return static_cast<std::size_t>(std::ceil(1000 * length_mm / internode_um));
}

double healthy_formula(double diameter) {
  const params::FibreShape shape = fibre_shape(diameter);
  return conduction_velocity(shape.axon, shape.g_ratio, shape.internode / 1000);
}

/// A regrown internode of an axon `days` after it arrived; no thinner than any that has a sheath.
Internode regrown(const params::NerveModel& nerve, const params::FibreShape& healthy, double days) {
  const double grown = std::min(1.0, days / (nerve.diameter_time * kMonth));
  const double axon = std::max(params::kFibreShapes.front().axon,
                               healthy.axon * (nerve.diameter_start + nerve.diameter_gain * grown));
  const double g = nerve.g_ratio_end + nerve.g_ratio_excess * math::exp(-days / nerve.g_ratio_time);
  return {.length = 1000 * nerve.internode,
          .fibre = axon / g,
          .axon = axon,
          .node = axon * healthy.node / healthy.axon,
          .flut = healthy.flut,
          .lamellae = healthy.lamellae * (axon / g - axon) / (healthy.fibre - healthy.axon)};
}

/// The same at the age at which the closed formula gives this velocity (m/s).
Internode regrown_to(const params::NerveModel& nerve, const params::FibreShape& healthy, double velocity) {
  double early = 0, late = nerve.diameter_time * kMonth;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (early + late) / 2;
    const Internode part = regrown(nerve, healthy, middle);
    const double formula = conduction_velocity(part.axon, part.axon / part.fibre, nerve.internode);
    (formula < velocity ? early : late) = middle;
  }
  return regrown(nerve, healthy, late);
}

/// The patch of a bruised axon: what is left of its sheath, or the new ones.
void bruise(LiveFibre& live, const params::Scenario& scenario, std::size_t lesion, double lamellae) {
  const params::NerveModel& nerve = scenario.nerve_model;
  const std::size_t all = live.fibre.internodes.size();
  const double internode = live.fibre.internodes.front().length;
  const auto patch =
      static_cast<std::size_t>(std::max(1.0, std::round(1000 * nerve.patch_length / internode)));
  const std::size_t count = std::min(patch, all - lesion);
  live.sheath = lamellae > nerve.block_lamellae ? Sheath::renewed : Sheath::thinned;
  if (live.sheath == Sheath::thinned) return thin(live.fibre, lesion, count, stepped(lamellae));
  const auto segments = static_cast<std::size_t>(std::round(scenario.axon_model.new_sheaths));
  remyelinate(live.fibre, lesion, count, segments, stepped(lamellae));
}

/// An axon that was cut, and what has grown beyond the injury once it conducts.
void sever(LiveFibre& live, const params::Scenario& scenario, std::size_t lesion, double velocity_fraction) {
  std::vector<Internode>& internodes = live.fibre.internodes;
  internodes.resize(lesion);
  live.sheath = velocity_fraction > 0 ? Sheath::renewed : Sheath::cut;
  if (live.sheath == Sheath::cut) return;
  const double share = std::max(1.0, std::round(kVelocitySteps * velocity_fraction)) / kVelocitySteps;
  const Internode part =
      regrown_to(scenario.nerve_model, fibre_shape(live.diameter), share * healthy_formula(live.diameter));
  const double left = kRecordedLength - live.fibre.length() / 1000;
  internodes.insert(internodes.end(), count_over(left, part.length) + kBeyond, part);
}

LiveFibre live_fibre(const params::Scenario& scenario, const AxonState& state, std::size_t axon) {
  using enum params::NerveInjuryKind;
  LiveFibre live;
  live.axon = axon;
  live.diameter = fibre_diameter(scenario.axon_model, axon);
  const double internode = fibre_shape(live.diameter).internode;
  live.fibre = healthy_fibre(live.diameter, count_over(kRecordedLength, internode) + kBeyond);
  const auto lesion = static_cast<std::size_t>(std::max(1.0, std::round(1000 * kRecordedLesion / internode)));
  if (scenario.nerve.injury == neurapraxia)
    bruise(live, scenario, lesion, state.lamellae);
  else if (scenario.nerve.injury != none)
    sever(live, scenario, lesion, state.velocity_fraction);
  return live;
}

/// Moment (ms) at which a place first rises past firing; 0 if it never does.
double arrival(const Recording& recording, double place) {
  const double end =
      kRecordingStep * static_cast<double>(recording.potentials.size() / recording.places.size());
  for (double time = 0; time < end; time += kRecordingStep / 4)
    if (recording.at(time, place) > kFired) return time;
  return 0;
}

/// Velocity of the fibre of 10 um over its middle, of that of the formula; 1 if it is blocked.
double pace_of(const Recording& recording) {
  const double from = arrival(recording, 0.25 * kRecordedLength),
               to = arrival(recording, 0.75 * kRecordedLength);
  return to > from ? kRecordedLength / 2 / (to - from) / healthy_formula(kReference) : 1;
}

/// ms from the stimulus to the electrode of an axon that is not live; 0 if it does not conduct there.
double latency(const params::Scenario& scenario, const AxonState& state, std::size_t axon, double pace) {
  const double share = state.velocity_fraction;
  if (share <= 0) return 0;
  const double velocity = pace * healthy_formula(fibre_diameter(scenario.axon_model, axon));
  if (scenario.nerve.injury != params::NerveInjuryKind::neurapraxia)
    return kRecordedLesion / velocity + (kRecordedLength - kRecordedLesion) / (share * velocity);
  return kRecordedLength / velocity +
         scenario.nerve.target_distance / (pace * healthy_formula(kReference)) * (1 / share - 1);
}

}  // namespace

double Recording::at(double time, double place) const {
  const std::size_t nodes = places.size(), rows = nodes > 0 ? potentials.size() / nodes : 0;
  const double row = time / kRecordingStep;
  if (rows < 2 || !(row >= 0)) return rest;
  if (place < places.front() || place > places.back()) return rest;
  const auto above = std::upper_bound(places.begin(), places.end() - 1, place);
  const auto node = static_cast<std::size_t>(above - places.begin()) - 1;
  const double along = (place - places[node]) / (places[node + 1] - places[node]);
  const auto before = std::min(static_cast<std::size_t>(row), rows - 2);
  const double share = std::min(1.0, row - static_cast<double>(before));
  const auto value = [&](std::size_t r) {
    const double left = static_cast<double>(potentials[r * nodes + node]);
    return left + along * (static_cast<double>(potentials[r * nodes + node + 1]) - left);
  };
  return value(before) + share * (value(before + 1) - value(before));
}

Recording record(const params::AxonModel& model, const Fibre& fibre) {
  Cable cable(model, fibre, model.temperature);
  const std::vector<double>& now = cable.potentials();
  Recording recording;
  recording.rest = model.rest;
  recording.is_blocked = true;
  for (const double place : cable.places()) recording.places.push_back(place / 1000);
  const auto steps_a_row = static_cast<int>(std::round(kRecordingStep / kCableStep));
  const auto is_awake = [&](double v) { return math::fabs(v - model.rest) > kSettled; };
  while (cable.time() < kLongest) {
    if (cable.time() < kRecordedTime)
      recording.potentials.insert(recording.potentials.end(), now.begin(), now.end());
    for (int i = 0; i < steps_a_row; ++i) {
      cable.step(cable.time() < model.stimulus_time ? model.stimulus : 0);
      recording.is_blocked = recording.is_blocked && now.back() < kFired;
    }
    const bool is_over = cable.time() >= kRecordedTime && !recording.is_blocked;
    if (is_over || !std::any_of(now.begin(), now.end(), is_awake)) break;
  }
  return recording;
}

double fibre_diameter(const params::AxonModel& model, std::size_t axon) {
  const double place = (static_cast<double>(axon) + 0.5) * kGoldenShare;
  const double share = place - std::floor(place);  // spread evenly over 0-1
  if (share < model.thin_share)
    return model.thin_from + (model.thin_to - model.thin_from) * share / model.thin_share;
  return model.thick_from +
         (model.thick_to - model.thick_from) * (share - model.thin_share) / (1 - model.thin_share);
}

std::vector<LiveFibre> live_fibres(const params::Scenario& scenario, const NerveState& nerve,
                                   std::size_t count) {
  std::vector<LiveFibre> fibres;
  const auto axons = static_cast<std::size_t>(scenario.nerve.axons);
  for (std::size_t k = 0; k < std::min(count, axons); ++k) {
    const std::size_t axon = k * axons / std::min(count, axons);
    fibres.push_back(live_fibre(scenario, axon < nerve.axons.size() ? nerve.axons[axon] : AxonState{}, axon));
  }
  return fibres;
}

std::vector<double> compound_potential(const params::Scenario& scenario, const NerveState& nerve,
                                       std::span<const Recorded> live, const Recording& healthy) {
  std::vector<double> sum(static_cast<std::size_t>(std::round(kRecordedTime / kRecordingStep)), 0);
  const double reference = arrival(healthy, kRecordedLength), pace = pace_of(healthy);
  std::size_t next = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(scenario.nerve.axons); ++i) {
    const bool is_live = next < live.size() && live[next].live.axon == i;
    const Recording& source = is_live ? live[next].recording : healthy;
    const AxonState state = i < nerve.axons.size() ? nerve.axons[i] : AxonState{};
    const double delay = is_live ? 0 : latency(scenario, state, i, pace) - reference;
    if (is_live) ++next;
    if (!is_live && state.velocity_fraction <= 0) continue;
    const double axon = fibre_shape(fibre_diameter(scenario.axon_model, i)).axon;
    for (std::size_t row = 0; row < sum.size(); ++row) {
      const double time = kRecordingStep * static_cast<double>(row);
      sum[row] += axon * axon * (source.at(time - delay, kRecordedLength) - source.rest);
    }
  }
  return sum;
}

}  // namespace mend::sim

// Regrowth in tubes. x in mm from the lesion towards the end organ, t in days since the crush.
//   W' = -kW (1-e^(-t/4)) W                            debris beyond the lesion, W(0) = 1; solved exactly
//   S' = rS S (1-S/S1) W - kS (1-c) S                  Schwann cells, S(0) = 1; c share of axons past x
//   0  = DN N'' - kN N + sS S (1-c)                    growth factor, in units of KN; closed ends
//   axon: lag U(1,3) d, then  ds/dt = v0 h(N) min(1,S) age f
//   h  = (0.7 + 0.3 N/(N+1)) max(1/2, 1/(1+(N/10)^2))  biphasic (PLoS CB 2018 006218)
//   age = 1 - 0.006 (years-20), within 0.6-1;  f normal(1, 0.15), within 0.7-1.3
// The cut-off part conducts until t_W = 5 + U(0,5) d (Gilliatt & Hjorth 1972), all or none. The sheath
// follows 10-14 d behind the tip. An axon conducts to its end organ again when its sheath is there (assumed).
// Conduction over the way (calibrated to Buchthal & Kuehl 1979): at each post, with T days since passage and
// A days since arrival,
//   d = 6.9 um (0.22 + 0.75 min(1, A/20 months)), g = 0.75 + 0.15 e^(-T/120), internode 0.45 mm
// in conduction_velocity(); an axon thickens only once it has an end organ. Values ours but for those marked
// in params::NerveModel; injected cells of this model stay in the joint and do not reach the nerve.
#include "sim/nerve.h"

#include <algorithm>
#include <cstddef>

#include "base/math.h"
#include "base/random.h"
#include "base/units.h"
#include "sim/conduction.h"
#include "sim/diffusion.h"

namespace mend::sim {
namespace {

constexpr double kWidth = 0.5;        // of a grid cell, mm; the growth factor reaches about 1.1 mm
constexpr double kUpstream = 5;       // grid before the lesion, mm
constexpr double kPaceSpread = 0.15;  // (assumed)
constexpr double kEctopicFade = 90;   // d after reconnection (assumed)
constexpr double kLn2 = 0.693147180559945309417;

enum Use : std::uint64_t { kBreakdown = 0x6e657276, kLag, kPace, kMyelin };

double nourished(double n) {
  const double excess = n / 10;
  return (0.7 + 0.3 * n / (n + 1)) * std::max(0.5, 1 / (1 + excess * excess));
}

}  // namespace

Fascicle::Fascicle(const params::Scenario& scenario)
    : model_(scenario.nerve_model),
      target_(scenario.nerve.target_distance),
      age_factor_(std::clamp(1 - 0.006 * (scenario.patient.age - 20), 0.6, 1.0)) {
  if (scenario.nerve.injury == params::NerveInjuryKind::none) return;
  axons_.resize(static_cast<std::size_t>(scenario.nerve.axons));
  for (std::size_t i = 0; i < axons_.size(); ++i) {
    const auto draw = [&](Use why) { return Key{.seed = scenario.seed, .who = i, .when = 0, .why = why}; };
    Axon& axon = axons_[i];
    axon.breakdown = model_.breakdown_earliest + model_.breakdown_spread * uniform(draw(kBreakdown));
    axon.start = model_.lag_earliest + (model_.lag_latest - model_.lag_earliest) * uniform(draw(kLag));
    axon.pace = std::clamp(1 + kPaceSpread * normal(draw(kPace)), 0.7, 1.3);
    axon.myelin_delay = model_.myelin_delay_earliest +
                        (model_.myelin_delay_latest - model_.myelin_delay_earliest) * uniform(draw(kMyelin));
  }
  const auto cells = static_cast<std::size_t>((kUpstream + target_) / kWidth) + 1;
  schwann_.assign(cells, 1);
  factor_.assign(cells, 0);
  absent_.assign(cells, 0);
  reaction_.assign(cells, model_.factor_decay);
  source_.resize(cells);
  faces_.assign(cells + 1, model_.factor_diffusion);
  faces_.front() = faces_.back() = 0;
  count_axons();
  settle_growth_factor();
}

double Fascicle::debris_on(double day) const {
  const double arrival = model_.macrophage_arrival;
  return math::exp(-model_.debris_clearance * (day - arrival * (1 - math::exp(-day / arrival))));
}

void Fascicle::count_axons() {
  const double each = 1 / static_cast<double>(axons_.size());
  const auto first = static_cast<std::size_t>(kUpstream / kWidth);
  std::fill(absent_.begin(), absent_.end(), 0);
  for (const Axon& axon : axons_) {
    if (axon.has_arrived) continue;
    const auto reached = first + static_cast<std::size_t>(axon.tip / kWidth);
    if (reached < absent_.size()) absent_[reached] += each;
  }
  for (std::size_t i = 1; i < absent_.size(); ++i) absent_[i] += absent_[i - 1];
}

void Fascicle::settle_growth_factor() {
  for (std::size_t i = 0; i < source_.size(); ++i)
    source_[i] = model_.factor_secretion * schwann_[i] * absent_[i];
  solve_diffusion(reaction_, faces_, source_, kWidth, 0, factor_);
}

void Fascicle::step_schwann(double dt, double debris_before, double debris_after) {
  const double death = kLn2 / model_.schwann_half_life;
  const auto first = static_cast<std::size_t>(kUpstream / kWidth);
  const auto rate = [&](double s, double debris, double absent) {
    return model_.schwann_division * s * (1 - s / model_.schwann_maximum) * debris - death * absent * s;
  };
  for (std::size_t i = first; i < schwann_.size(); ++i) {
    const double s = schwann_[i];
    const double before = rate(s, debris_before, absent_[i]);
    const double after = rate(s + dt * before, debris_after, absent_[i]);
    schwann_[i] = s + 0.5 * dt * (before + after);
  }
}

double Fascicle::at(const std::vector<double>& field, double x) const {
  const double place = std::clamp((x + kUpstream) / kWidth - 0.5, 0.0, static_cast<double>(field.size() - 1));
  const auto i = std::min(static_cast<std::size_t>(place), field.size() - 2);
  const double share = place - static_cast<double>(i);
  return field[i] + share * (field[i + 1] - field[i]);
}

void Fascicle::grow(Axon& axon, double dt) {
  const double growing = std::min(dt, day_ + dt - axon.start);
  if (axon.has_arrived || growing <= 0) return;
  const double begin = day_ + dt - growing;
  if (axon.passages.empty()) axon.passages.push_back(begin);
  const double speed = model_.speed * nourished(at(factor_, axon.tip)) *
                       std::min(1.0, at(schwann_, axon.tip)) * age_factor_ * axon.pace;
  const double before = axon.tip;
  axon.tip = std::min(target_, before + speed * growing);
  const double spacing = target_ / (kPosts - 1);
  while (axon.passages.size() < kPosts) {
    const double post = spacing * static_cast<double>(axon.passages.size());
    const bool is_last = axon.passages.size() + 1 == kPosts;
    if (is_last ? axon.tip < target_ : axon.tip < post) break;
    axon.passages.push_back(begin + (std::min(post, target_) - before) / speed);
  }
  if (axon.passages.size() == kPosts) {
    axon.has_arrived = true;
    axon.connected = axon.passages.back();
  }
}

void Fascicle::step(double dt) {
  if (!is_injured()) return;
  for (Axon& axon : axons_) grow(axon, dt);
  step_schwann(dt, debris_on(day_), debris_on(day_ + dt));
  day_ += dt;
  count_axons();
  settle_growth_factor();
}

double Fascicle::growth_factor() const {
  return is_injured() ? at(factor_, 0) : 0;
}

double Fascicle::ectopic_share() const {
  double sum = 0;
  for (const Axon& axon : axons_)
    sum += axon.has_arrived ? math::exp(-(day_ - axon.connected) / kEctopicFade) : 1;
  return is_injured() ? sum / static_cast<double>(axons_.size()) : 0;
}

double Fascicle::myelin_front(const Axon& axon) const {
  const double passed = day_ - axon.myelin_delay;  // the sheath stands where the tip stood on that day
  const std::vector<double>& passages = axon.passages;
  if (passages.empty() || passed <= passages.front()) return 0;
  const double spacing = target_ / (kPosts - 1);
  std::size_t i = 1;
  while (i < passages.size() && passages[i] <= passed) ++i;
  const double post = spacing * static_cast<double>(i - 1);
  if (i == kPosts) return target_;
  // Beyond the last passed post: towards the next one, or towards where the tip stands now.
  const bool next = i < passages.size();
  const double end_day = next ? passages[i] : day_;
  const double end = next ? post + spacing : axon.tip;
  return post + (end - post) * (passed - passages[i - 1]) / (end_day - passages[i - 1]);
}

double Fascicle::velocity_fraction(const Axon& axon) const {
  if (!axon.has_arrived || day_ < axon.connected + axon.myelin_delay) return 0;
  const double grown = std::min(1.0, (day_ - axon.connected) / (model_.diameter_time * kMonth));
  const double diameter = model_.axon_diameter * (model_.diameter_start + model_.diameter_gain * grown);
  double slowness = 0;
  for (const double passage : axon.passages) {
    const double g =
        model_.g_ratio_end + model_.g_ratio_excess * math::exp(-(day_ - passage) / model_.g_ratio_time);
    slowness += 1 / (kPosts * conduction_velocity(diameter, g, model_.internode));
  }
  const double healthy =
      conduction_velocity(model_.axon_diameter, model_.healthy_g_ratio, model_.healthy_internode);
  return std::min(1.0, 1 / (slowness * healthy));
}

NerveState Fascicle::state() const {
  NerveState state;
  if (!is_injured()) return state;
  const double each = 1 / static_cast<double>(axons_.size());
  const double debris = debris_on(day_);
  state.reconnected = state.velocity_fraction = state.amplitude_fraction = 0;
  for (const Axon& axon : axons_) {
    AxonState shown{.distal_integrity = day_ < axon.breakdown ? 1.0 : 0.0,
                    .debris = day_ < axon.breakdown ? 0.0 : debris,
                    .tip = axon.tip,
                    .myelin_front = myelin_front(axon),
                    .velocity_fraction = velocity_fraction(axon)};
    state.reconnected += axon.has_arrived ? each : 0;
    state.velocity_fraction += each * shown.velocity_fraction;
    state.amplitude_fraction += shown.velocity_fraction > 0 ? each : 0;
    state.debris += each * shown.debris;
    state.axons.push_back(shown);
  }
  if (state.amplitude_fraction > 0) state.velocity_fraction /= state.amplitude_fraction;
  const auto first = static_cast<std::size_t>(kUpstream / kWidth);
  state.schwann = 0;
  for (std::size_t i = first; i < schwann_.size(); ++i) {
    state.schwann += schwann_[i] / static_cast<double>(schwann_.size() - first);
  }
  state.growth_factor = growth_factor();
  return state;
}

}  // namespace mend::sim

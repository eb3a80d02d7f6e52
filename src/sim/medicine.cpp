// Oxycodone by mouth, t in hours; a dose of m MME is m/1.5 mg, a fourth of a day's every 6 h.
//   G' = -ka G (+dose)           gut, mg               ka 1.5 /h
//   A' = F ka G - (CL/V) A       body, mg              F 0.87, CL 48.6 L/h, V 212 L
//   Ce' = ke0 (1000 A/V - Ce)    effect site, ng/ml    ke0 = ln 2/0.3 h
//   T' = ktol (Ce - T)           tolerance, ng/ml      ktol = ln 2/107 h, T(0) = 0
//   E = 0.8 Ce/(40 (1+T/18) + Ce)                      share of pain taken away
//   rebound = 0.5 T/(T+30)                             points of 10, added to the causes of pain
// The chain is linear: its exponential over a part of the interval is computed once, so no step has an error
// in time. E is averaged over the 6 h, so that the rating shows the day and not the last tablet.
// Other medicine, t in days since it began: E = E_max (1 - e^(-t/tau)), tau 3 for NSAID, 7 for nerve pain; it
// wears off with the same tau (assumed). Every E is multiplied by the person's factor and limited to 0.95.
// The rule: at each review, a month apart, the dose falls by a tenth of the first dose if pain stayed at or
// below its target since the last; it never rises.
// Indices (assumed): constipation Ce/(30+Ce); nausea and sedation Ce/(h (1+T/18) + Ce), h 40 and 60;
// withdrawal x/(x+30), x = max(0, T-Ce). An injected steroid is no medicine here: it acts in the joint.
#include "sim/medicine.h"

#include <algorithm>
#include <cstddef>

#include "base/math.h"
#include "base/units.h"

namespace mend::sim {
namespace {

constexpr double kLn2 = 0.693147180559945309417;
constexpr double kPart = 0.25;     // longest part of an interval, h
constexpr double kInstant = 1e-9;  // d; days nearer than this are one

using Chain = std::array<double, 4>;
using Matrix = std::array<Chain, 4>;

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix c{};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      for (std::size_t k = 0; k < 4; ++k) c[i][j] += a[i][k] * b[k][j];
    }
  }
  return c;
}

/// e^M: Taylor's series of a small share of M, squared back up.
Matrix exponential(Matrix m) {
  constexpr int kSquarings = 10, kTerms = 8;
  for (auto& row : m) {
    for (double& number : row) number /= 1 << kSquarings;
  }
  Matrix sum{}, term{};
  for (std::size_t i = 0; i < 4; ++i) sum[i][i] = term[i][i] = 1;
  for (int n = 1; n <= kTerms; ++n) {
    term = product(term, m);
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < 4; ++j) sum[i][j] += (term[i][j] /= n);
    }
  }
  for (int i = 0; i < kSquarings; ++i) sum = product(sum, sum);
  return sum;
}

/// The rates of G, A, Ce, T over a time in hours; G and A as the concentrations they make, 1000 F G/V and
/// 1000 A/V.
Matrix chain_rates(const params::MedicineModel& model, double hours) {
  const double absorbed = model.absorption * hours, cleared = model.clearance / model.volume * hours;
  const double reached = kLn2 / model.effect_half_life * hours;
  const double adapted = kLn2 / model.tolerance_half_life * hours;
  return {{{-absorbed, 0, 0, 0},
           {absorbed, -cleared, 0, 0},
           {0, reached, -reached, 0},
           {0, 0, adapted, -adapted}}};
}

double full_effect(const params::MedicineModel& model, params::Nsaid drug) {
  using enum params::Nsaid;
  return drug == oral ? model.nsaid_oral : drug == topical ? model.nsaid_topical : 0;
}

double full_effect(const params::MedicineModel& model, params::NeuropathicDrug drug) {
  using enum params::NeuropathicDrug;
  return drug == tricyclic       ? model.tricyclic
         : drug == snri          ? model.snri
         : drug == gabapentinoid ? model.gabapentinoid
                                 : 0;
}

double saturated(double x, double half) {
  return x / (x + half);
}

}  // namespace

Medicine::Medicine(const params::Scenario& scenario)
    : plan_(scenario.medicine),
      model_(scenario.medicine_model),
      interval_(model_.dosing_interval * kHour),
      parts_(2 * std::max(1, static_cast<int>(model_.dosing_interval / (2 * kPart) + 0.999))),
      propagator_(exponential(chain_rates(model_, model_.dosing_interval / parts_))),
      next_review_(plan_.from_day + model_.review_interval) {
  if (plan_.opioid != params::OpioidPlan::none) state_.opioid_dose = dose(0);
}

double Medicine::dose(double day) const {
  if (day < plan_.from_day || day >= plan_.until_day) return 0;
  return plan_.opioid_dose * std::max(0.0, 1 - model_.rule_step * reductions_);
}

void Medicine::step(double dt, double rating) {
  const double end = day_ + dt;
  if (day_ >= plan_.from_day) worst_ = std::max(worst_, rating);
  const bool opioid = plan_.opioid != params::OpioidPlan::none;
  while (opioid && intervals_ * interval_ < end - kInstant) {
    const double start = intervals_++ * interval_;
    review(start);
    follow(dose(start));
  }
  nsaid_ = followed(nsaid_, end, model_.nsaid_time);
  neuropathic_ = followed(neuropathic_, end, model_.neuropathic_time);
  state_.nsaid_effect = limited(full_effect(model_, plan_.nsaid) * nsaid_);
  state_.neuropathic_effect = limited(full_effect(model_, plan_.neuropathic) * neuropathic_);
  day_ = end;
}

void Medicine::review(double day) {
  if (plan_.opioid != params::OpioidPlan::rule || day < next_review_) return;
  if (worst_ <= plan_.target_pain) ++reductions_;
  worst_ = 0;
  next_review_ += model_.review_interval;
}

void Medicine::follow(double dose) {
  state_.opioid_dose = dose;
  chain_[0] += 1000 * model_.oral_share / model_.volume * dose / model_.mme_per_mg * interval_;
  // Simpson's rule over the parts of the interval.
  double concentration = 0, tolerance = 0, effect = 0;
  for (int part = 0; part <= parts_; ++part) {
    if (part > 0) advance();
    const double weight = (part == 0 || part == parts_ ? 1 : part % 2 == 1 ? 4 : 2) / (3.0 * parts_);
    concentration += weight * chain_[2];
    tolerance += weight * chain_[3];
    effect += weight * opioid_effect(chain_[2], chain_[3]);
  }
  const double adapted = 1 + tolerance / model_.tolerance_scale;
  state_.effect_site = concentration;
  state_.tolerance = tolerance;
  state_.opioid_effect = effect;
  state_.rebound = model_.rebound_most * saturated(tolerance, model_.rebound_half);
  state_.withdrawal = saturated(std::max(0.0, tolerance - concentration), model_.withdrawal_half);
  state_.constipation = saturated(concentration, model_.constipation_half);
  state_.nausea = saturated(concentration, model_.nausea_half * adapted);
  state_.sedation = saturated(concentration, model_.sedation_half * adapted);
}

void Medicine::advance() {
  Chain next{};
  for (std::size_t i = 0; i < next.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) next[i] += propagator_[i][j] * chain_[j];
  }
  chain_ = next;
}

double Medicine::opioid_effect(double concentration, double tolerance) const {
  const double half = model_.half_effect * (1 + tolerance / model_.tolerance_scale);
  return limited(model_.largest_effect * saturated(concentration, half));
}

double Medicine::limited(double effect) const {
  return std::min(model_.effect_factor * effect, model_.effect_limit);
}

double Medicine::followed(double level, double end, double time) const {
  const double from = std::clamp(plan_.from_day, day_, end), until = std::clamp(plan_.until_day, from, end);
  const double begun = level * math::exp(-(from - day_) / time);
  const double risen = 1 - (1 - begun) * math::exp(-(until - from) / time);
  return risen * math::exp(-(end - until) / time);
}

MedicineEffects Medicine::effects() const {
  return {.opioid = state_.opioid_effect,
          .nsaid = state_.nsaid_effect,
          .neuropathic = state_.neuropathic_effect,
          .rebound = state_.rebound};
}

}  // namespace mend::sim

// Muscle (muscle-ligament-evidence.md section 7.2), per mouse day; a mouse day takes s_h human days. Numbers
// are shares of the tissue; f injured share, g share of it whose scaffold is lost; x = D/f, n = N/f, m1 =
// M1/f, m2 = M2/f, e = eps P.
//   G' = -G/0.9                                               damage signal
//   N' = 3 G - N/0.55                                         neutrophils
//   Mo' = 1.4 N + 0.9 D - Mo                                  monocytes
//   w = 1.1 0.12/(0.12 + x) (1 + 0.5 e)                       switch of macrophages
//   M1' = Mo - M1 (1/6 + w), M2' = w M1 - M2/3.5              clearing and building macrophages
//   D' = -D (0.25 n + 0.55 m1 + 0.12)                         necrosis
//   act = 2.6 x^2/(x^2 + 0.25^2) Q, need = max(0, 1 - H - R - g f)/f, H = 1 - f
//   pro = 1.15 alpha (1 + 0.3 e) m1/(0.35 + m1) A max(0, 1 - A/(4 q0))
//   dif = 0.55 m2/(0.35 + m2) A (0.15 + 0.85 min(1, 4 need))
//   ret = 0.55 A max(0, q0 - Q) (m2/(0.35 + m2) + 0.25)
//   Q' = -act + ret + 0.02 (q0 - Q)                           satellite cells at rest
//   A' = act + pro - dif - ret - 0.06 A                       and awake, 1 = normal pool
//   C' = dif - 1.2 C, R' = 0.85 1.2 C need f, RM' = (R - RM)/7   myocytes, new fibre, matured fibre
//   B' = 0.20 (n + m1)(5 - B) - (B - 1)/3.5                   fibro-adipogenic progenitors, 1 = normal
//   Cx' = 0.16 (B - 1)(1 - 0.3 e) f - 0.075 Cx                excess collagen
//   area = H + RM; scar for good = g f; fill = RM/f
//   D = G = f, Q = q0, B = 1 at first, the rest 0; alpha = 1 to 30 years, then -0.01 a year, at least 0.5
#include "sim/muscle.h"

#include <algorithm>

namespace mend::sim {
namespace {

double saturated(double value, double half) {
  return value / (half + value);
}

}  // namespace

double injured_share(const params::MuscleModel& model, params::MuscleInjury injury) {
  switch (injury) {
    case params::MuscleInjury::none:
      return 0;
    case params::MuscleInjury::grade1:
      return model.injured_grade1;
    case params::MuscleInjury::grade2:
      return model.injured_grade2;
    case params::MuscleInjury::grade3:
      return model.injured_grade3;
    case params::MuscleInjury::toxin:
      return model.injured_toxin;
  }
  return 0;
}

double unscaffolded_share(const params::MuscleModel& model, params::MuscleInjury injury) {
  switch (injury) {
    case params::MuscleInjury::none:
      return 0;
    case params::MuscleInjury::grade1:
      return model.unscaffolded_grade1;
    case params::MuscleInjury::grade2:
      return model.unscaffolded_grade2;
    case params::MuscleInjury::grade3:
      return model.unscaffolded_grade3;
    case params::MuscleInjury::toxin:
      return model.unscaffolded_toxin;
  }
  return 0;
}

Muscle::Tissue Muscle::injured_tissue(const params::MuscleModel& model, double injured) {
  return {.damage = injured, .debris = injured, .quiescent = model.satellite_pool};
}

Muscle::Muscle(const params::Scenario& scenario, double step)
    : cells_(scenario.cell_model),
      model_(scenario.muscle_model),
      injured_(injured_share(model_, scenario.muscle.injury)),
      unscaffolded_(unscaffolded_share(model_, scenario.muscle.injury)),
      age_factor_(
          std::clamp(1 - model_.age_loss * (scenario.patient.age - model_.age_from), model_.age_floor, 1.0)),
      effect_(scenario.assumptions().tissue_effect),
      run_(injured_tissue(model_, injured_), Pool(cells_, scenario.patient.age), model_.human_time, step) {}

void Muscle::treat(const params::Event& event) {
  if (event.kind == params::EventKind::cells && event.site == params::Site::muscle) run_.inject(event);
}

void Muscle::step(double dt) {
  run_.advance(dt, [this](const Tissue& at, double signal) { return rates(at, signal); });
}

Muscle::Tissue Muscle::rates(const Tissue& at, double signal) const {
  const double f = injured_, e = effect_ * signal;
  Tissue rate{.progenitors = 0};
  if (f <= 0) return rate;
  const double x = at.debris / f, n = at.neutrophils / f, m1 = at.m1 / f;
  const double turn = model_.switch_rate * model_.switch_debris / (model_.switch_debris + x) *
                      (1 + model_.switch_by_cells * e);
  const double settling = at.monocytes / model_.monocyte_time;
  rate.damage = -at.damage / model_.damage_time;
  rate.neutrophils = model_.neutrophil_rate * at.damage - at.neutrophils / model_.neutrophil_time;
  rate.monocytes = model_.monocyte_inflow * (model_.monocyte_by_neutrophils * at.neutrophils +
                                             model_.monocyte_by_debris * at.debris) -
                   settling;
  rate.m1 = settling - at.m1 * (1 / model_.m1_time + turn);
  rate.m2 = turn * at.m1 - at.m2 / model_.m2_time;
  rate.debris =
      -at.debris * (model_.clearing_neutrophils * n + model_.clearing_m1 * m1 + model_.clearing_base);
  add_satellite_rates(at, e, rate);
  const double excess = at.progenitors - 1;
  rate.progenitors = model_.progenitor_rate * (n + m1) * (model_.progenitor_maximum - at.progenitors) -
                     excess / model_.progenitor_time;
  rate.collagen = model_.collagen_rate * excess * (1 - model_.collagen_by_cells * e) * f -
                  model_.collagen_loss * at.collagen;
  return rate;
}

void Muscle::add_satellite_rates(const Tissue& at, double e, Tissue& rate) const {
  const double f = injured_, q0 = model_.satellite_pool;
  const double x = at.debris / f, half = model_.activation_debris;
  const double m1 = saturated(at.m1 / f, model_.division_m1), m2 = saturated(at.m2 / f, model_.m2_half);
  const double need = std::max(0.0, f - at.fibre - unscaffolded_ * f) / f;
  const double activate = model_.activation_rate * x * x / (x * x + half * half) * at.quiescent;
  const double divide = model_.division_rate * age_factor_ * (1 + model_.division_by_cells * e) * m1 *
                        at.activated * std::max(0.0, 1 - at.activated / (model_.division_crowding * q0));
  const double fuse =
      model_.fusion_rate * m2 * at.activated *
      (model_.fusion_base + (1 - model_.fusion_base) * std::min(1.0, model_.fusion_need * need));
  const double rest =
      model_.rest_rate * at.activated * std::max(0.0, q0 - at.quiescent) * (m2 + model_.rest_base);
  rate.quiescent = -activate + rest + model_.pool_renewal * (q0 - at.quiescent);
  rate.activated = activate + divide - fuse - rest - model_.activated_loss * at.activated;
  rate.myocytes = fuse - model_.myocyte_rate * at.myocytes;
  rate.fibre = model_.fibre_yield * model_.myocyte_rate * at.myocytes * need * f;
  rate.matured = (at.fibre - at.matured) / model_.maturation_time;
}

MuscleState Muscle::state() const {
  MuscleState state;
  state.cells = run_.cells().state();
  if (!is_injured()) return state;
  const Tissue now = run_.now();
  state.area = 1 - injured_ + now.matured;
  state.fill = now.matured / injured_;
  state.necrosis = now.debris / injured_;
  state.neutrophils = now.neutrophils;
  state.monocytes = now.monocytes;
  state.m1 = now.m1;
  state.m2 = now.m2;
  state.quiescent_satellites = now.quiescent;
  state.activated_satellites = now.activated;
  state.myocytes = now.myocytes;
  state.fibroblasts = now.progenitors;
  state.excess_collagen = now.collagen;
  state.scar = unscaffolded_ * injured_;
  return state;
}

Cues Muscle::cues() const {
  if (!is_injured()) return {.stiffness = cells_.muscle_stiffness};
  const Tissue now = run_.now();
  return {.late_macrophages = now.m2 / injured_,
          .fibrosis = std::max(0.0, now.progenitors - 1) / (model_.progenitor_maximum - 1),
          .stiffness = cells_.muscle_stiffness};
}

}  // namespace mend::sim

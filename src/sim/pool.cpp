// Pool of injected cells (muscle-ligament-evidence.md section 7.1). Days and cells.
//   Vf' = -kf Vf, Vs' = -ks Vs, Ve' = -ke Ve     half-lives 1.5, 7, 180 d; V = Vf + Vs + Ve
//   an injection of D adds .85 D alive: .80 of them to Vf, .195 to Vs, .005 to Ve
//   P' = (u(V_peak) g_src - P)/3 while V > 1 % of the cells injected so far, else -P/14; P(0) = 0
//   V_peak = largest V so far / viability (the dose, after one injection); u of dose.cpp
//   own cells: P times the potency of donor.cpp. Of several injections g_src and potency are the mean over
//   their cells (assumed).
#include "sim/pool.h"

#include <algorithm>

#include "base/math.h"
#include "sim/donor.h"
#include "sim/dose.h"

namespace mend::sim {
namespace {

double source_strength(const params::CellModel& model, params::CellSource source) {
  switch (source) {
    case params::CellSource::marrow:
      return model.signal_marrow;
    case params::CellSource::fat:
      return model.signal_fat;
    case params::CellSource::cord:
      return model.signal_cord;
  }
  return 1;
}

/// What is left of cells after dt days; the last millionth of a cell is none.
double left(double cells, double half_life, double dt) {
  const double alive = cells * math::exp(-math::log(2) / half_life * dt);
  return alive < 1e-6 ? 0 : alive;
}

}  // namespace

void Pool::inject(const params::Event& event) {
  if (event.dose <= 0) return;
  const double alive_now = model_.viability * event.dose;
  fast_ += alive_now * (1 - model_.slow_share - model_.lasting_share);
  slow_ += alive_now * model_.slow_share;
  lasting_ += alive_now * model_.lasting_share;
  const double strength = source_strength(model_, event.source) * potency(model_, event, patient_age_);
  strength_ = (strength_ * injected_ + strength * event.dose) / (injected_ + event.dose);
  injected_ += event.dose;
  most_alive_ = std::max(most_alive_, alive());
}

double Pool::alive_after(double dt) const {
  return left(fast_, model_.fast_half_life, dt) + left(slow_, model_.slow_half_life, dt) +
         left(lasting_, model_.lasting_half_life, dt);
}

double Pool::heard_for(double dt) const {
  const double least = model_.signal_threshold * injected_;
  if (alive() <= least) return 0;
  if (alive_after(dt) > least) return dt;
  double low = 0, high = dt;
  for (int halving = 0; halving < 40; ++halving) {
    const double middle = 0.5 * (low + high);
    (alive_after(middle) > least ? low : high) = middle;
  }
  return low;
}

void Pool::advance(double dt) {
  if (injected_ <= 0) return;
  const double goal = dose_effect(model_, most_alive_ / model_.viability) * strength_;
  const double heard = heard_for(dt);
  if (heard > 0) signal_ = goal + (signal_ - goal) * math::exp(-heard / model_.signal_rise);
  if (heard < dt) signal_ *= math::exp(-(dt - heard) / model_.signal_fade);
  fast_ = left(fast_, model_.fast_half_life, dt);
  slow_ = left(slow_, model_.slow_half_life, dt);
  lasting_ = left(lasting_, model_.lasting_half_life, dt);
}

}  // namespace mend::sim

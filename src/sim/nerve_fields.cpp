// x in mm from the lesion towards the end organ, t in days since the nerve was cut off; c share of axons past
// x; N in units of KN.
//   W' = -kW (1-e^(-t/4)) W                   debris, W(0) = 1; solved exactly; a graft has its own t
//   S' = rS S (1-S/S1) W - s kS (1-c) S       Schwann cells of tubes, S(0) = 1; none where there are no tubes
//   0  = DN N'' - kN N + sS S (1-c) + sM M G  growth factor; closed ends; G = e^(-(x-xinj)^2/(2 sd^2))
//   M' = -kM M                                cells, millions: half-life 3 d for 95 %, 60 d for 5 %
// M counts in N only as far as N stays at or below 2 everywhere. s = 1; 1/2 for 8 weeks after cells, less so
// below their full dose.
#include "sim/nerve_fields.h"

#include <algorithm>

#include "base/math.h"
#include "sim/diffusion.h"

namespace mend::sim {
namespace {

constexpr double kWidth = 0.5;   // of a grid cell, mm; the growth factor reaches about 1.1 mm
constexpr double kUpstream = 5;  // grid before the lesion, mm
constexpr auto kFirst = static_cast<std::size_t>(kUpstream / kWidth);
constexpr double kLn2 = 0.693147180559945309417;
constexpr double kMillion = 1e6;

double debris_after(const params::NerveModel& model, double days) {
  const double arrival = model.macrophage_arrival;
  return math::exp(-model.debris_clearance * (days - arrival * (1 - math::exp(-days / arrival))));
}

}  // namespace

NerveFields::NerveFields(const params::NerveModel& model, double length, double gap, bool is_cut_off)
    : model_(model), is_cut_off_(is_cut_off) {
  const std::size_t cells = kFirst + static_cast<std::size_t>(length / kWidth) + 1;
  schwann_.assign(cells, 1);
  factor_.assign(cells, 0);
  absent_.assign(cells, 0);
  reaction_.assign(cells, model_.factor_decay);
  source_.resize(cells);
  faces_.assign(cells + 1, model_.factor_diffusion);
  faces_.front() = faces_.back() = 0;
  open(gap);
}

double NerveFields::centre(std::size_t cell) const {
  return (static_cast<double>(cell) + 0.5) * kWidth - kUpstream;
}

std::size_t NerveFields::first_from(double x) const {
  std::size_t cell = static_cast<std::size_t>(std::max(0.0, (x + kUpstream) / kWidth));
  if (cell < schwann_.size() && centre(cell) < x) ++cell;
  return std::min(cell, schwann_.size() - 1);
}

void NerveFields::open(double gap) {
  gap_cell_ = first_from(gap);
  for (std::size_t i = kFirst; i < gap_cell_; ++i) schwann_[i] = 0;
}

void NerveFields::place_graft(double from, double to, double day) {
  graft_begin_ = first_from(from);
  graft_end_ = std::max(graft_begin_, first_from(to));
  graft_day_ = day;
  for (std::size_t i = graft_begin_; i < graft_end_; ++i) schwann_[i] = 1;
}

void NerveFields::inject(double cells, double day, double place) {
  fast_cells_ += model_.cell_fast_share * cells;
  slow_cells_ += (1 - model_.cell_fast_share) * cells;
  given_ += cells;
  last_given_ = day;
  for (std::size_t i = 0; i < source_.size(); ++i) {
    const double away = (centre(i) - place) / model_.cell_spread;
    source_[i] = model_.cell_secretion * math::exp(-0.5 * away * away);
  }
  secreted_.resize(source_.size());
  solve_diffusion(reaction_, faces_, source_, kWidth, 0, secreted_);
  settle_factor();
}

void NerveFields::settle(const std::vector<double>& fronts) {
  std::fill(absent_.begin(), absent_.end(), 0);
  for (const double front : fronts) {
    const auto reached = kFirst + static_cast<std::size_t>(front / kWidth);
    if (reached + 1 < absent_.size()) absent_[reached] += 1 / static_cast<double>(fronts.size());
  }
  for (std::size_t i = 1; i < absent_.size(); ++i) absent_[i] += absent_[i - 1];
  settle_factor();
}

void NerveFields::settle_factor() {
  if (absent_.back() == 0 && cells() == 0) {
    std::fill(factor_.begin(), factor_.end(), 0);
    return;
  }
  for (std::size_t i = 0; i < source_.size(); ++i)
    source_[i] = model_.factor_secretion * schwann_[i] * absent_[i];
  solve_diffusion(reaction_, faces_, source_, kWidth, 0, factor_);
  if (cells() > 0) add_secretion();
}

void NerveFields::add_secretion() {
  double counted = cells() / kMillion;
  for (std::size_t i = 0; i < factor_.size(); ++i) {
    const double room = std::max(0.0, model_.cell_factor_ceiling - factor_[i]);
    if (counted * secreted_[i] > room) counted = room / secreted_[i];
  }
  for (std::size_t i = 0; i < factor_.size(); ++i) factor_[i] += counted * secreted_[i];
}

void NerveFields::step(double day, double dt) {
  if (is_cut_off_) step_schwann(day, dt);
  fast_cells_ *= math::exp(-dt * kLn2 / model_.cell_fast_half_life);
  slow_cells_ *= math::exp(-dt * kLn2 / model_.cell_slow_half_life);
}

void NerveFields::step_schwann(double day, double dt) {
  const double share = std::min(1.0, given_ / model_.cell_full_dose);
  const bool is_supported = given_ > 0 && day < last_given_ + model_.support_time;
  const double spared = is_supported ? 1 - (1 - model_.schwann_support) * share : 1;
  const double death = spared * kLn2 / model_.schwann_half_life;
  const auto walk = [&](std::size_t begin, std::size_t end, double cut_off) {
    const double debris_before = debris_after(model_, std::max(0.0, day - cut_off));
    const double debris_then = debris_after(model_, std::max(0.0, day + dt - cut_off));
    const auto rate = [&](double s, double debris, double absent) {
      return model_.schwann_division * s * (1 - s / model_.schwann_maximum) * debris - death * absent * s;
    };
    for (std::size_t i = begin; i < end; ++i) {
      const double s = schwann_[i];
      const double before = rate(s, debris_before, absent_[i]);
      const double after = rate(s + dt * before, debris_then, absent_[i]);
      schwann_[i] = s + 0.5 * dt * (before + after);
    }
  };
  walk(graft_begin_, graft_end_, graft_day_);
  walk(gap_cell_, schwann_.size(), 0);
}

double NerveFields::debris(double day) const {
  return is_cut_off_ ? debris_after(model_, day) : 0;
}

double NerveFields::schwann(double x) const {
  const std::size_t ahead = first_from(x);
  if (ahead < graft_end_ || ahead >= gap_cell_) return schwann_[ahead];
  return schwann_[graft_begin_ < graft_end_ ? graft_end_ - 1 : gap_cell_];  // the tube it is still in
}

double NerveFields::mean_schwann() const {
  double sum = 0;
  for (std::size_t i = gap_cell_; i < schwann_.size(); ++i) sum += schwann_[i];
  return sum / static_cast<double>(schwann_.size() - gap_cell_);
}

double NerveFields::factor(double x) const {
  const double place =
      std::clamp((x + kUpstream) / kWidth - 0.5, 0.0, static_cast<double>(factor_.size() - 1));
  const auto i = std::min(static_cast<std::size_t>(place), factor_.size() - 2);
  return factor_[i] + (place - static_cast<double>(i)) * (factor_[i + 1] - factor_[i]);
}

double NerveFields::factor_slope(double x) const {
  const double here = factor(x);
  return here > 0 ? (factor(x + kWidth) - factor(x - kWidth)) / (2 * kWidth * here) : 0;
}

}  // namespace mend::sim

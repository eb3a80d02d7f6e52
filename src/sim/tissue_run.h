// A tissue that feels injected cells, stepped on a fixed grid of days whatever the steps of the run: the days
// of its treatments cannot shift a bit of a tissue that does not answer to them. What is read between two
// points of the grid lies on the line between them.
#pragma once
#include <algorithm>
#include <cmath>

#include "params/scenario.h"
#include "sim/pool.h"

namespace mend::sim {

/// Longest step of muscle (mouse days) and ligament (days): 1e-4 of the injured area at two weeks.
inline constexpr double kTissueStep = 0.1;

/// Numbers is a struct of doubles with a static list kAll of pointers to them; none falls below 0.
template <typename Numbers>
class TissueRun {
 public:
  /// One day of the tissue takes `slowness` days. `step` in days of the tissue.
  TissueRun(const Numbers& start, const Pool& cells, double slowness, double step)
      : before_(start), after_(start), cells_(cells), felt_(cells), slowness_(slowness), step_(step) {}

  /// Cells are felt from the next point of the grid.
  void inject(const params::Event& event) {
    cells_.inject(event);
    felt_.inject(event);
  }

  /// `rates(numbers, P)`: change of each number per day of the tissue. Second-order Runge-Kutta (midpoint).
  template <typename Rates>
  void advance(double days, const Rates& rates) {
    cells_.advance(days);
    day_ += days;
    while (today() > points_ * step_) {
      before_ = after_;
      const Numbers half = moved(before_, rates(before_, felt_.signal()), 0.5 * step_);
      felt_.advance(0.5 * step_ * slowness_);
      after_ = moved(before_, rates(half, felt_.signal()), step_);
      felt_.advance(0.5 * step_ * slowness_);
      points_ += 1;
    }
  }

  [[nodiscard]] Numbers now() const {
    if (points_ == 0) return after_;
    const double share = std::clamp(today() / step_ - (points_ - 1), 0.0, 1.0);
    Numbers now;
    for (const auto number : Numbers::kAll)
      now.*number = before_.*number + (after_.*number - before_.*number) * share;
    return now;
  }

  /// Days of the tissue since the start, free of how the run added them up: to a twelfth of a second.
  [[nodiscard]] double today() const {
    constexpr double kTicks = 1 << 20;
    return std::floor(day_ / slowness_ * kTicks + 0.5) / kTicks;
  }
  [[nodiscard]] const Pool& cells() const { return cells_; }

 private:
  static Numbers moved(const Numbers& from, const Numbers& rate, double by) {
    Numbers result;
    for (const auto number : Numbers::kAll) result.*number = std::max(0.0, from.*number + by * rate.*number);
    return result;
  }

  Numbers before_, after_;  // at the last two points of the grid; today is between them
  Pool cells_, felt_;       // as they are today, and as the tissue feels them at the last point
  double slowness_, step_;
  double day_ = 0, points_ = 0;
};

}  // namespace mend::sim

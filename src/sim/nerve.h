// One fascicle after a crush that leaves every tube whole (Sunderland grade II): the cut-off axons break
// down, Schwann cells clear and divide, each axon grows back in its own tube, a new sheath follows.
#pragma once
#include <vector>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

class Fascicle {
 public:
  /// Crushed on day 0; without an injury there are no axons and nothing changes.
  explicit Fascicle(const params::Scenario& scenario);

  void step(double dt);

  [[nodiscard]] bool is_injured() const { return !axons_.empty(); }
  [[nodiscard]] NerveState state() const;
  /// Share of axons that fire by themselves for want of an end organ; fades after each has reached it.
  [[nodiscard]] double ectopic_share() const;
  /// N at the lesion, in units of KN.
  [[nodiscard]] double growth_factor() const;

 private:
  /// Points along the way to the end organ where the day of passage is kept, the lesion first.
  static constexpr int kPosts = 21;

  struct Axon {
    double breakdown = 0;     // day its cut-off part falls silent
    double start = 0;         // day it sets out
    double pace = 1;          // its own factor on the speed
    double myelin_delay = 0;  // days from passage to sheath
    double tip = 0;           // mm beyond the lesion
    double connected = 0;     // day it reached its end organ
    bool has_arrived = false;
    std::vector<double> passages;  // day the tip passed each post, as far as it came
  };

  void settle_growth_factor();
  void count_axons();
  void step_schwann(double dt, double debris_before, double debris_after);
  void grow(Axon& axon, double dt);
  [[nodiscard]] double at(const std::vector<double>& field, double x) const;
  [[nodiscard]] double myelin_front(const Axon& axon) const;
  [[nodiscard]] double velocity_fraction(const Axon& axon) const;
  [[nodiscard]] double debris_on(double day) const;

  params::NerveModel model_;
  double target_;  // mm from the lesion to the end organ
  double age_factor_;
  double day_ = 0;
  std::vector<Axon> axons_;
  std::vector<double> schwann_, factor_;  // S, N on the grid
  std::vector<double> absent_;            // 1 - c: share of axons that have not come this far
  std::vector<double> reaction_, source_, faces_;
};

}  // namespace mend::sim

// One cut axon on its way back: it waits, crosses what has no tubes, chooses a tube, grows in it.
#pragma once
#include <cstdint>
#include <vector>

#include "params/scenario.h"
#include "sim/nerve_fields.h"
#include "sim/nerve_route.h"

namespace mend::sim {

/// What all axons of a fascicle share on a day.
struct Surroundings {
  const params::NerveModel& model;
  const Route& route;
  const NerveFields& fields;
  const Support& support;
  double age_factor = 1;
};

class GrowingAxon {
 public:
  /// Points along the way where the day of passage is kept, the lesion first, the end organ last.
  static constexpr int kPosts = 11;

  /// Number `index` of the fascicle, cut on day 0.
  GrowingAxon(const params::Scenario& scenario, std::uint64_t index);

  /// Waits on `day` for its way along the route.
  void wait(double day, const Route& route);
  void grow(double day, double dt, const Surroundings& around);

  /// mm beyond the lesion, the farthest so far.
  [[nodiscard]] double tip() const { return tip_; }
  [[nodiscard]] bool has_arrived() const { return course_ == Course::arrived; }
  /// In a tube of the wrong kind, or at the end of it.
  [[nodiscard]] bool is_misdirected() const { return is_misdirected_; }
  /// Stalled in scar.
  [[nodiscard]] bool is_lost() const { return course_ == Course::lost; }
  /// The day it arrived.
  [[nodiscard]] double arrival() const { return passages_.back(); }
  /// The day the tip passed each post, as far as it came.
  [[nodiscard]] const std::vector<double>& passages() const { return passages_; }

 private:
  enum class Course { waiting, growing, lost, arrived };

  [[nodiscard]] double advance(double now, double end, const Surroundings& around);
  [[nodiscard]] double tube_speed(const Surroundings& around) const;
  void turn(double now, double end, const Surroundings& around);
  void choose_tube(const Surroundings& around);
  [[nodiscard]] bool is_motor(std::uint64_t tube) const;
  [[nodiscard]] double stall(const Surroundings& around) const;
  void move_to(double place, double now, double then, double length);

  std::uint64_t seed_, index_, axons_;
  double motor_share_;
  // drawn once
  double crush_lag_, sewn_lag_;
  double pace_;   // its own factor on the speed
  double reach_;  // mm it can cross without tubes
  // its course
  Course course_ = Course::waiting;
  double start_ = 0;    // day it sets out
  double place_ = 0;    // of the tip now, mm beyond the lesion
  double heading_ = 0;  // rad from the nerve's own direction, while it crosses
  double tip_ = 0;
  bool has_tube_ = false, is_misdirected_ = false;
  std::vector<double> passages_;
};

}  // namespace mend::sim

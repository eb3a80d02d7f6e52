// The front of a rheumatoid pannus: lining that grows over the cartilage from its margin and erodes what lies
// under it.
#pragma once
#include "params/scenario.h"

namespace mend::sim {

class Pannus {
 public:
  explicit Pannus(const params::Scenario& scenario);

  /// From `day` over dt days at synovitis p.
  void step(double day, double dt, double synovitis);

  [[nodiscard]] double front() const { return front_; }  // mm from the margin; 0 without an autoimmune drive
  [[nodiscard]] double bone_erosion() const { return model_.bone_erosion_share * front_; }  // depth, mm

 private:
  /// Days of burst before `day`.
  [[nodiscard]] double burst_days(double day) const;

  params::JointModel model_;
  std::uint64_t seed_;
  bool is_rheumatoid_;
  double front_ = 0;
};

}  // namespace mend::sim

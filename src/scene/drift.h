// Ways through the joint cavity: from the needle tip past places of the cavity to a wall, never through bone.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "anatomy/knee.h"

namespace mend::scene {

/// The cavity as a tree rooted at the needle tip, with the way between any two of its points.
class CavityTree {
 public:
  explicit CavityTree(std::span<const anatomy::CavityPoint> points);

  [[nodiscard]] std::size_t size() const { return points_.size(); }
  [[nodiscard]] const anatomy::CavityPoint& point(std::int32_t index) const {
    return points_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::int32_t root() const { return root_; }
  /// Steps to the needle tip.
  [[nodiscard]] int depth(std::int32_t index) const { return depth_[static_cast<std::size_t>(index)]; }
  /// The point `steps` nearer the tip, at most the tip itself.
  [[nodiscard]] std::int32_t nearer(std::int32_t index, int steps) const;
  /// Where the ways of two points to the tip meet.
  [[nodiscard]] std::int32_t meeting(std::int32_t a, std::int32_t b) const;

 private:
  std::span<const anatomy::CavityPoint> points_;
  // ways_[begins_[i] + k]: k steps nearer the tip than point i, up to the tip itself.
  std::vector<std::int32_t> ways_;
  std::vector<std::size_t> begins_;
  std::vector<int> depth_;
  std::int32_t root_ = 0;
};

/// A way through cavity points, ending on a seat beside the last of them.
class Way {
 public:
  /// From the tip past each stop in turn; ends at `seat`.
  Way(const CavityTree& tree, std::span<const std::int32_t> stops, glm::vec3 seat);

  /// Steps from the tip to the seat.
  [[nodiscard]] int steps() const { return steps_; }

  struct Place {
    glm::vec3 position{0};
    float clearance = 0;
  };
  /// A smooth curve along the points; share 0 = at the tip, 1 = on the seat.
  [[nodiscard]] Place at(float share) const;

 private:
  struct Leg {
    std::int32_t from, to;
    int up, steps;  // steps towards the tip first, then away from it
  };
  static constexpr std::size_t kLegs = 3;
  [[nodiscard]] Place node(int step) const;

  const CavityTree* tree_;
  Leg legs_[kLegs]{};
  std::size_t leg_count_ = 0;
  int steps_ = 0;
  glm::vec3 seat_;
};

}  // namespace mend::scene

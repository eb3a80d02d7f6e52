// Ways through the joint cavity: from the needle tip past places of the cavity to a wall, never through bone.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "anatomy/knee.h"
#include "base/lanes.h"

namespace mend::scene {

/// A way from the needle tip to a point of the cavity: a stretch of the points that Ways has in order.
struct Way {
  std::uint32_t first = 0;
  std::uint32_t steps = 0;  // from the tip to the seat beside its last point
};

/// The cavity as some trees rooted at the needle tip, and ways through neighbouring points of them. Ways that
/// end on one point are shared by all who sit beside it.
class Ways {
 public:
  explicit Ways(std::span<const anatomy::CavityPoint> points);

  /// Points of the cavity.
  [[nodiscard]] std::size_t size() const { return points_.size(); }

  /// From the tip past each stop in turn, ending beside the last of them; `turn` chooses the tree.
  Way add(std::span<const std::int32_t> stops, std::size_t turn = 0);

  /// A smooth curve along the points: x, y, z, and how far one may wander from there, in mm. Share 0 = at the
  /// tip, 1 = on the seat (x, y, z, 0).
  [[nodiscard]] Lanes at(Way way, Lanes seat, float share) const;

 private:
  /// The point and all those between it and the tip, in this order.
  using Tree = std::vector<std::int32_t>;
  [[nodiscard]] static std::vector<std::int32_t> to_tip(const Tree& tree, std::int32_t index);
  void go(const Tree& tree, std::int32_t from, std::int32_t to);

  std::vector<Lanes> points_;  // x, y, z, and how far one may wander
  std::vector<Tree> trees_;
  std::int32_t root_ = 0;
  std::vector<std::uint32_t> nodes_;
};

// A uniform cubic B-spline stays within the hull of four neighbouring points; the ends repeat, so that it
// starts on the tip and ends on the seat. In the header, and without branches, for speed: a frame asks it of
// every drifting cell.
inline Lanes Ways::at(Way way, Lanes seat, float share) const {
  const float along = share * static_cast<float>(way.steps + 3);
  const auto before = static_cast<std::int32_t>(along);
  const Lanes t = along - static_cast<float>(before);
  const Lanes weights =
      ((Lanes(-1, 3, -3, 1) * t + Lanes(3, -6, 3, 0)) * t + Lanes(-3, 0, 3, 0)) * t + Lanes(1, 4, 1, 0);
  const Lanes* const points[] = {points_.data(), &seat};
  Lanes sum = 0;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const std::uint32_t node = static_cast<std::uint32_t>(before) + i;
    sum = sum + weights[i] * points[node > way.steps + 2][nodes_[way.first + node]];
  }
  return sum * (1.0f / 6);
}

}  // namespace mend::scene

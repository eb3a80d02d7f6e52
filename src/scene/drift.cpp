#include "scene/drift.h"

#include <algorithm>

#include "scene/cavity_trees.h"

namespace mend::scene {

Ways::Ways(std::span<const anatomy::CavityPoint> points) {
  constexpr float kWander = 0.95f, kWidest = 6;  // of the clearance; mm
  constexpr std::size_t kTrees = 12;             // so many that no stream shows between them (assumed)
  for (const anatomy::CavityPoint& point : points) {
    if (point.next < 0) root_ = static_cast<std::int32_t>(points_.size());
    points_.emplace_back(point.position.x, point.position.y, point.position.z,
                         kWander * std::min(point.clearance, kWidest));
  }
  trees_ = cavity_trees(points, kTrees);
}

std::vector<std::int32_t> Ways::to_tip(const Tree& tree, std::int32_t index) {
  std::vector<std::int32_t> way;
  for (; index >= 0; index = tree[static_cast<std::size_t>(index)]) way.push_back(index);
  return way;
}

/// Adds the points after `from` up to `to`: towards the tip until the two meet, then away from it.
void Ways::go(const Tree& tree, std::int32_t from, std::int32_t to) {
  std::vector<std::int32_t> up = to_tip(tree, from), down = to_tip(tree, to);
  while (up.size() > 1 && down.size() > 1 && up[up.size() - 2] == down[down.size() - 2]) {
    up.pop_back();
    down.pop_back();
  }
  nodes_.insert(nodes_.end(), up.begin() + 1, up.end());
  nodes_.insert(nodes_.end(), down.rbegin() + 1, down.rend());
}

Way Ways::add(std::span<const std::int32_t> stops, std::size_t turn) {
  const Tree& tree = trees_[turn % trees_.size()];
  const std::size_t first = nodes_.size();
  constexpr std::size_t kRepeats = 2, kOnSeat = 4;  // nodes before the tip, and in the place of the seat
  nodes_.insert(nodes_.end(), kRepeats + 1, static_cast<std::uint32_t>(root_));
  std::int32_t from = root_;
  for (const std::int32_t stop : stops) {
    go(tree, from, stop);
    from = stop;
  }
  const std::size_t steps = nodes_.size() - first - kRepeats - 1;
  nodes_.insert(nodes_.end(), kOnSeat, 0);
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(steps)};
}

}  // namespace mend::scene

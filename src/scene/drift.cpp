#include "scene/drift.h"

#include <algorithm>
#include <cmath>

namespace mend::scene {

CavityTree::CavityTree(std::span<const anatomy::CavityPoint> points)
    : points_(points), depth_(points.size(), -1) {
  std::vector<std::int32_t>& next = jumps_[0];
  next.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    next[i] = points[i].next < 0 ? static_cast<std::int32_t>(i) : points[i].next;
    if (points[i].next < 0) {
      root_ = static_cast<std::int32_t>(i);
      depth_[i] = 0;
    }
  }
  std::vector<std::int32_t> trail;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto at = static_cast<std::int32_t>(i);
    for (; depth_[static_cast<std::size_t>(at)] < 0; at = next[static_cast<std::size_t>(at)])
      trail.push_back(at);
    int depth = depth_[static_cast<std::size_t>(at)];
    for (; !trail.empty(); trail.pop_back()) depth_[static_cast<std::size_t>(trail.back())] = ++depth;
  }
  for (int level = 1; level < kLevels; ++level) {
    const std::vector<std::int32_t>& half = jumps_[level - 1];
    jumps_[level].resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
      jumps_[level][i] = half[static_cast<std::size_t>(half[i])];
  }
}

std::int32_t CavityTree::nearer(std::int32_t index, int steps) const {
  for (int level = 0; level < kLevels; ++level) {
    if (steps & (1 << level)) index = jumps_[level][static_cast<std::size_t>(index)];
  }
  return index;
}

std::int32_t CavityTree::meeting(std::int32_t a, std::int32_t b) const {
  if (depth(a) > depth(b)) a = nearer(a, depth(a) - depth(b));
  if (depth(b) > depth(a)) b = nearer(b, depth(b) - depth(a));
  for (int level = kLevels - 1; level >= 0; --level) {
    const std::vector<std::int32_t>& jump = jumps_[level];
    if (jump[static_cast<std::size_t>(a)] == jump[static_cast<std::size_t>(b)]) continue;
    a = jump[static_cast<std::size_t>(a)];
    b = jump[static_cast<std::size_t>(b)];
  }
  return a == b ? a : jumps_[0][static_cast<std::size_t>(a)];
}

Way::Way(const CavityTree& tree, std::span<const std::int32_t> stops, glm::vec3 seat)
    : tree_(&tree), seat_(seat) {
  std::int32_t from = tree.root();
  for (const std::int32_t stop : stops.first(std::min(stops.size(), kLegs))) {
    const int turn = tree.depth(tree.meeting(from, stop));
    const int up = tree.depth(from) - turn;
    legs_[leg_count_++] = {from, stop, up, up + tree.depth(stop) - turn};
    steps_ += legs_[leg_count_ - 1].steps;
    from = stop;
  }
}

Way::Place Way::node(int step) const {
  if (step > steps_) return {seat_, 0};
  step = std::max(step, 0);
  for (std::size_t i = 0; i < leg_count_; ++i) {
    const Leg& leg = legs_[i];
    if (step > leg.steps) {
      step -= leg.steps;
      continue;
    }
    const std::int32_t index =
        step <= leg.up ? tree_->nearer(leg.from, step) : tree_->nearer(leg.to, leg.steps - step);
    return {tree_->point(index).position, tree_->point(index).clearance};
  }
  return {tree_->point(tree_->root()).position, 0};
}

// A uniform cubic B-spline stays within the hull of four neighbouring points; the ends repeat, so that it
// starts on the tip and ends on the seat.
Way::Place Way::at(float share) const {
  const float along = -1 + glm::clamp(share, 0.0f, 1.0f) * static_cast<float>(steps_ + 3);
  const float whole = std::floor(along);
  const float t = along - whole, s = 1 - t;
  const float weight[4] = {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                           (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
  Place place;
  for (int i = 0; i < 4; ++i) {
    const Place point = node(static_cast<int>(whole) - 1 + i);
    place.position += weight[i] * point.position;
    place.clearance += weight[i] * point.clearance;
  }
  return place;
}

}  // namespace mend::scene

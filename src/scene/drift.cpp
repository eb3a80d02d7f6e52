#include "scene/drift.h"

#include <algorithm>
#include <cmath>

namespace mend::scene {

CavityTree::CavityTree(std::span<const anatomy::CavityPoint> points) : points_(points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    begins_.push_back(ways_.size());
    auto at = static_cast<std::int32_t>(i);
    for (ways_.push_back(at); point(at).next >= 0; ways_.push_back(at)) at = point(at).next;
    depth_.push_back(static_cast<int>(ways_.size() - begins_.back()) - 1);
    root_ = at;
  }
}

std::int32_t CavityTree::nearer(std::int32_t index, int steps) const {
  return ways_[begins_[static_cast<std::size_t>(index)] +
               static_cast<std::size_t>(std::clamp(steps, 0, depth(index)))];
}

std::int32_t CavityTree::meeting(std::int32_t a, std::int32_t b) const {
  // Both ways end on the tip: the last point they share lies as far from it on both.
  int shared = 0, apart = std::min(depth(a), depth(b)) + 1;  // steps from the tip
  while (apart - shared > 1) {
    const int middle = (shared + apart) / 2;
    const bool is_shared = nearer(a, depth(a) - middle) == nearer(b, depth(b) - middle);
    (is_shared ? shared : apart) = middle;
  }
  return nearer(a, depth(a) - shared);
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

#include "scene/cavity_trees.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

#include "base/random.h"

namespace mend::scene {
namespace {

constexpr std::uint64_t kWhyTree = 0x5c3e0206;
constexpr float kReach = 6.2f;  // mm: across the corner of the cavity's grid
constexpr float kStretch = 9;   // mm: size of the stretches of room that a tree likes or dislikes (assumed)
constexpr float kDislike =
    4;  // times longer that a way seems at most where a tree does not like to go (assumed)
constexpr float kFree = 1.25f;  // of what two places are clear together, that they may be apart (assumed)

using Neighbours = std::vector<std::vector<std::int32_t>>;

Neighbours neighbours_of(std::span<const anatomy::CavityPoint> points) {
  Neighbours all(points.size());
  const auto join = [&](std::size_t a, std::size_t b) {
    all[a].push_back(static_cast<std::int32_t>(b));
    all[b].push_back(static_cast<std::int32_t>(a));
  };
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return points[a].position.x < points[b].position.x; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const anatomy::CavityPoint& a = points[order[i]];
    if (a.next >= 0) join(order[i], static_cast<std::size_t>(a.next));
    for (std::size_t k = i + 1; k < order.size(); ++k) {
      const anatomy::CavityPoint& b = points[order[k]];
      if (b.position.x - a.position.x > kReach) break;
      const float apart = glm::distance(a.position, b.position);
      if (apart < std::min(kReach, kFree * (a.clearance + b.clearance))) join(order[i], order[k]);
    }
  }
  return all;
}

/// How much longer than it is a way seems to a tree that leads through a place.
float dislike(glm::vec3 place, std::size_t tree) {
  const glm::ivec3 cell(glm::floor(place / kStretch));
  const auto part = [](int i) { return static_cast<std::uint64_t>(i + 512); };
  const double draw =
      uniform({.seed = tree, .who = part(cell.x) << 20 | part(cell.y) << 10 | part(cell.z), .why = kWhyTree});
  return 1 + (kDislike - 1) * static_cast<float>(draw);
}

std::vector<std::int32_t> tree_over(std::span<const anatomy::CavityPoint> points,
                                    const Neighbours& neighbours, std::size_t tree) {
  std::vector<std::int32_t> next(points.size(), -1);
  std::vector<float> far(points.size(), INFINITY);
  using Step = std::pair<float, std::int32_t>;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].next >= 0) continue;
    far[i] = 0;
    steps.emplace(0.0f, static_cast<std::int32_t>(i));
  }
  while (!steps.empty()) {
    const auto [length, here] = steps.top();
    steps.pop();
    const auto at = static_cast<std::size_t>(here);
    if (length > far[at]) continue;
    for (const std::int32_t there : neighbours[at]) {
      const auto to = static_cast<std::size_t>(there);
      const float apart = glm::distance(points[at].position, points[to].position);
      const float by = length + apart * dislike(points[to].position, tree);
      if (by >= far[to]) continue;
      far[to] = by;
      next[to] = here;
      steps.emplace(by, there);
    }
  }
  return next;
}

}  // namespace

std::vector<std::vector<std::int32_t>> cavity_trees(std::span<const anatomy::CavityPoint> points,
                                                    std::size_t count) {
  std::vector<std::vector<std::int32_t>> trees(1);
  for (const anatomy::CavityPoint& point : points) trees[0].push_back(point.next);
  const Neighbours neighbours = neighbours_of(points);
  while (trees.size() < count) trees.push_back(tree_over(points, neighbours, trees.size()));
  return trees;
}

}  // namespace mend::scene

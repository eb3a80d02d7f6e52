// Whether a mesh cuts through itself, and how deep one reaches into another, for the tests of anatomy.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "anatomy/triangle_grid.h"

namespace mend::anatomy {

/// Whether the open segment a-b goes through a triangle.
inline bool goes_through(const Vec& a, const Vec& b, const Triangle& t) {
  const Vec edge_u = t[1] - t[0], edge_v = t[2] - t[0], ray = b - a, p = glm::cross(ray, edge_v);
  const double det = glm::dot(edge_u, p);
  if (math::fabs(det) < 1e-12) return false;
  const Vec from = a - t[0], q = glm::cross(from, edge_u);
  const double u = glm::dot(from, p) / det, v = glm::dot(ray, q) / det, s = glm::dot(edge_v, q) / det;
  constexpr double kEdge = 1e-4;  // of the triangle: places are kept in single precision
  return u > kEdge && v > kEdge && u + v < 1 - kEdge && s > kEdge && s < 1 - kEdge;
}

/// Pairs of triangles of one mesh that cut each other; two that share an edge cannot.
inline std::size_t crossings_of(const Mesh& mesh) {
  const TriangleGrid grid(mesh, 3);
  std::size_t count = 0;
  for (std::size_t s = 0; s < mesh.indices.size() / 3; ++s) {
    const Triangle a = corners(mesh, s);
    const Vec low = glm::min(a[0], glm::min(a[1], a[2])), high = glm::max(a[0], glm::max(a[1], a[2]));
    std::vector<std::uint32_t> near = grid.near(low, high);
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const std::uint32_t t : near) {
      if (t <= s) continue;
      const Triangle b = corners(mesh, t);
      if (glm::any(glm::lessThan(glm::max(b[0], glm::max(b[1], b[2])), low)) ||
          glm::any(glm::greaterThan(glm::min(b[0], glm::min(b[1], b[2])), high)))
        continue;
      bool in_a[3] = {}, in_b[3] = {};  // corners that are shared
      int shared = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < 3; ++k) {
          if (mesh.indices[3 * s + i] == mesh.indices[3 * t + k]) in_a[i] = in_b[k] = true, ++shared;
        }
      }
      if (shared > 1) continue;
      bool cut = false;
      for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t n = (i + 1) % 3;
        if (!in_a[i] && !in_a[n]) cut = cut || goes_through(a[i], a[n], b);
        if (!in_b[i] && !in_b[n]) cut = cut || goes_through(b[i], b[n], a);
      }
      count += cut;
    }
  }
  return count;
}

/// How deep kept vertices of one mesh lie in a closed one, and where.
struct Depth {
  double depth = 0;
  Vec place{0};
};
template <typename KeepVertex>
Depth deepest_in(const Mesh& mesh, const TriangleGrid& solid, const KeepVertex& keep) {
  constexpr double kReach = 8;
  Depth result;
  for (const Vertex& v : mesh.vertices) {
    const Vec p(v.position);
    if (!keep(v) || !solid.holds(p)) continue;
    const double depth = solid.distance(p, kReach);
    if (depth > result.depth) result = {depth, p};
  }
  return result;
}

}  // namespace mend::anatomy

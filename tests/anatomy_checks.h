// What every mesh of the knee must be, for the tests of anatomy.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"
#include "base/math.h"

namespace mend::anatomy {

/// "" if each edge joins exactly two triangles that run along it in opposite directions, else what is wrong.
inline std::string fault_of(const Mesh& mesh) {
  if (mesh.indices.empty()) return "no triangles";
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> forward;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const auto edge = std::pair{mesh.indices[t + c], mesh.indices[t + (c + 1) % 3]};
      if (edge.first >= mesh.vertices.size()) return "an index beyond the vertices";
      if (++forward[edge] > 1) return "two triangles run along one edge in the same direction";
    }
  }
  for (const auto& [edge, count] : forward) {
    if (!forward.contains({edge.second, edge.first})) return "an open edge";
  }
  for (const Vertex& v : mesh.vertices) {
    const float length = glm::length(v.normal);
    if (!(length > 0.99f && length < 1.01f)) return "a normal that is not a unit vector";
    if (!(glm::length(v.position) < 300)) return "a vertex far outside the knee";
    if (!(v.occlusion >= 0 && v.occlusion <= 1)) return "an occlusion outside 0 to 1";
  }
  return {};
}

inline std::array<Vec, 3> corners(const Mesh& mesh, std::size_t t) {
  return {Vec(mesh.vertices[mesh.indices[t]].position), Vec(mesh.vertices[mesh.indices[t + 1]].position),
          Vec(mesh.vertices[mesh.indices[t + 2]].position)};
}

/// Whether the open segment a-b goes through a triangle.
inline bool pierces(const Vec& a, const Vec& b, const std::array<Vec, 3>& t) {
  const Vec edge_u = t[1] - t[0], edge_v = t[2] - t[0], ray = b - a, p = glm::cross(ray, edge_v);
  const double det = glm::dot(edge_u, p);
  if (mend::math::fabs(det) < 1e-12) return false;
  const Vec from = a - t[0], q = glm::cross(from, edge_u);
  const double u = glm::dot(from, p) / det, v = glm::dot(ray, q) / det, s = glm::dot(edge_v, q) / det;
  constexpr double kRim = 1e-4;
  return u > kRim && v > kRim && u + v < 1 - kRim && s > kRim && s < 1 - kRim;
}

inline bool shares_corner(const Mesh& mesh, std::size_t s, std::size_t t) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      if (mesh.indices[s + i] == mesh.indices[t + k]) return true;
    }
  }
  return false;
}

/// Edges that go through triangles of the same mesh that they do not belong to.
inline int crossings(const Mesh& mesh) {
  int count = 0;
  for (std::size_t s = 0; s < mesh.indices.size(); s += 3) {
    const auto a = corners(mesh, s);
    const Vec low = glm::min(a[0], glm::min(a[1], a[2])), high = glm::max(a[0], glm::max(a[1], a[2]));
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
      const auto b = corners(mesh, t);
      if (glm::any(glm::lessThan(glm::max(b[0], glm::max(b[1], b[2])), low)) ||
          glm::any(glm::greaterThan(glm::min(b[0], glm::min(b[1], b[2])), high)) ||
          shares_corner(mesh, s, t)) {
        continue;
      }
      for (std::size_t i = 0; i < 3; ++i) count += pierces(a[i], a[(i + 1) % 3], b);
    }
  }
  return count;
}

}  // namespace mend::anatomy

#include "anatomy/untangle.h"

#include <algorithm>

#include "anatomy/mesher.h"

namespace mend::anatomy {
namespace {

bool overlap(const Bounds& a, const Bounds& b) {
  return glm::all(glm::lessThanEqual(a.low, b.high)) && glm::all(glm::lessThanEqual(b.low, a.high));
}

/// Whether an edge of one triangle that holds no shared corner goes through the other.
bool cuts(const Mesh& mesh, std::uint32_t s, std::uint32_t t) {
  const Triangle a = corners(mesh, s), b = corners(mesh, t);
  bool in_a[3] = {}, in_b[3] = {};  // corners that are shared
  int shared = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      if (mesh.indices[3 * s + i] == mesh.indices[3 * t + k]) in_a[i] = in_b[k] = true, ++shared;
    }
  }
  if (shared > 1) return false;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t n = (i + 1) % 3;
    if (!in_a[i] && !in_a[n] && goes_through(a[i], a[n], b)) return true;
    if (!in_b[i] && !in_b[n] && goes_through(b[i], b[n], a)) return true;
  }
  return false;
}

/// The vertices of some triangles, marked, and those joined to them.
std::vector<bool> round_about(const Mesh& mesh, const Crossings& triangles) {
  std::vector<bool> core(mesh.vertices.size(), false);
  for (const auto& [s, t] : triangles) {
    for (std::size_t k = 0; k < 3; ++k) core[mesh.indices[3 * s + k]] = core[mesh.indices[3 * t + k]] = true;
  }
  std::vector<bool> marked = core;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const auto at = [&](std::size_t k) { return mesh.indices[t + k]; };
    if (core[at(0)] || core[at(1)] || core[at(2)]) marked[at(0)] = marked[at(1)] = marked[at(2)] = true;
  }
  return marked;
}

/// Marked vertices go half way to the mean of their neighbours.
void smooth(Mesh& mesh, const std::vector<bool>& marked) {
  std::vector<Vec> sum(mesh.vertices.size(), Vec{0});
  std::vector<int> count(mesh.vertices.size(), 0);
  for (std::size_t k = 0; k < mesh.indices.size(); ++k) {
    const std::uint32_t a = mesh.indices[k], b = mesh.indices[k % 3 == 2 ? k - 2 : k + 1];
    sum[a] += Vec(mesh.vertices[b].position);  // round a vertex of a closed mesh each neighbour comes once
    ++count[a];
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    glm::vec3& p = mesh.vertices[i].position;
    if (marked[i]) p = glm::vec3(glm::mix(Vec(p), sum[i] / static_cast<double>(count[i]), 0.5));
  }
}

/// Those of which one triangle at least has a moved vertex.
Crossings crossings_of(const Mesh& mesh, const std::vector<bool>& moved) {
  const TriangleGrid grid(mesh, 1.8);  // mm: about two triangles across
  const auto count = static_cast<std::uint32_t>(mesh.indices.size() / 3);
  std::vector<Bounds> boxes(count);
  std::vector<bool> is_moved(count, false);
  for (std::uint32_t s = 0; s < count; ++s) {
    for (std::uint32_t k = 3 * s; k < 3 * s + 3; ++k) {
      boxes[s].low = glm::min(boxes[s].low, mesh.vertices[mesh.indices[k]].position);
      boxes[s].high = glm::max(boxes[s].high, mesh.vertices[mesh.indices[k]].position);
      if (moved[mesh.indices[k]]) is_moved[s] = true;
    }
  }
  Crossings found;
  // The last that each was held against: it lies in several cells.
  std::vector<std::uint32_t> met(count, count);
  for (std::uint32_t s = 0; s < count; ++s) {
    if (!is_moved[s]) continue;
    const std::size_t before = found.size();
    grid.each_near(Vec(boxes[s].low), Vec(boxes[s].high), [&](std::uint32_t t) {
      if (t == s || (t < s && is_moved[t]) || met[t] == s) return;
      met[t] = s;
      if (overlap(boxes[s], boxes[t]) && cuts(mesh, s, t)) found.emplace_back(s, t);
    });
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
  }
  return found;
}

}  // namespace

bool goes_through(const Vec& a, const Vec& b, const Triangle& t) {
  const Vec edge_u = t[1] - t[0], edge_v = t[2] - t[0], ray = b - a, p = glm::cross(ray, edge_v);
  const double det = glm::dot(edge_u, p);
  if (math::fabs(det) < 1e-12) return false;
  constexpr double kEdge = 1e-4;  // of the triangle: places are kept in single precision
  const Vec from = a - t[0];
  const double u = glm::dot(from, p) / det;
  if (u <= kEdge || u >= 1 - kEdge) return false;
  const Vec q = glm::cross(from, edge_u);
  const double v = glm::dot(ray, q) / det, s = glm::dot(edge_v, q) / det;
  return v > kEdge && u + v < 1 - kEdge && s > kEdge && s < 1 - kEdge;
}

Crossings crossings_of(const Mesh& mesh) {
  return crossings_of(mesh, std::vector<bool>(mesh.vertices.size(), true));
}

void untangle(Mesh& mesh) {
  constexpr int kPasses = 60;
  std::vector<bool> moved(mesh.vertices.size(), true);
  for (int pass = 0; pass < kPasses; ++pass) {
    const Crossings crossings = crossings_of(mesh, moved);
    if (crossings.empty()) {
      if (pass > 0) set_normals(mesh);
      return;
    }
    moved = round_about(mesh, crossings);
    smooth(mesh, moved);
  }
  set_normals(mesh);
}

}  // namespace mend::anatomy

#include "anatomy/triangle_grid.h"

#include <algorithm>

namespace mend::anatomy {

Triangle corners(const Mesh& mesh, std::size_t triangle) {
  const auto at = [&](std::size_t k) { return Vec(mesh.vertices[mesh.indices[3 * triangle + k]].position); };
  return {at(0), at(1), at(2)};
}

Vec nearest_on(const Triangle& t, const Vec& p) {
  // Regions of Ericson, Real-Time Collision Detection 5.1.5.
  const Vec ab = t[1] - t[0], ac = t[2] - t[0], ap = p - t[0], bp = p - t[1], cp = p - t[2];
  const double d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap), d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp),
               d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
  if (d1 <= 0 && d2 <= 0) return t[0];
  if (d3 >= 0 && d4 <= d3) return t[1];
  if (d6 >= 0 && d5 <= d6) return t[2];
  const double vc = d1 * d4 - d3 * d2, vb = d5 * d2 - d1 * d6, va = d3 * d6 - d5 * d4;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return t[0] + ab * (d1 / (d1 - d3));
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return t[0] + ac * (d2 / (d2 - d6));
  if (va <= 0 && d4 >= d3 && d5 >= d6) {
    return t[1] + (t[2] - t[1]) * ((d4 - d3) / ((d4 - d3) + (d5 - d6)));
  }
  return t[0] + ab * (vb / (va + vb + vc)) + ac * (vc / (va + vb + vc));
}

TriangleGrid::TriangleGrid(const Mesh& mesh, double cell) : mesh_(mesh), cell_(cell) {
  const Bounds box = bounds(mesh);
  low_ = Vec(box.low) - 1e-3;
  high_ = Vec(box.high) + 1e-3;
  const auto cells = [&](double extent) { return std::max(1, static_cast<int>(extent / cell_) + 1); };
  nx_ = cells(high_.x - low_.x);
  ny_ = cells(high_.y - low_.y);
  nz_ = cells(high_.z - low_.z);
  const auto each_cell = [&](const auto& visit) {
    for (std::size_t t = 0; t < mesh.indices.size() / 3; ++t) {
      const Triangle c = corners(mesh, t);
      const Cell a = cell_of(glm::min(c[0], glm::min(c[1], c[2]))),
                 b = cell_of(glm::max(c[0], glm::max(c[1], c[2])));
      for (int z = a.z; z <= b.z; ++z) {
        for (int y = a.y; y <= b.y; ++y) {
          for (int x = a.x; x <= b.x; ++x) visit(index(x, y, z), static_cast<std::uint32_t>(t));
        }
      }
    }
  };
  first_.assign(
      static_cast<std::size_t>(nx_) * static_cast<std::size_t>(ny_) * static_cast<std::size_t>(nz_) + 1, 0);
  each_cell([&](std::size_t o, std::uint32_t) { ++first_[o + 1]; });
  for (std::size_t o = 1; o < first_.size(); ++o) first_[o] += first_[o - 1];
  triangles_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each_cell([&](std::size_t o, std::uint32_t t) { triangles_[next[o]++] = t; });
}

TriangleGrid::Cell TriangleGrid::cell_of(const Vec& p) const {
  const Vec q = (p - low_) / cell_;
  return {std::clamp(static_cast<int>(q.x), 0, nx_ - 1), std::clamp(static_cast<int>(q.y), 0, ny_ - 1),
          std::clamp(static_cast<int>(q.z), 0, nz_ - 1)};
}

std::size_t TriangleGrid::index(int x, int y, int z) const {
  return (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny_) + static_cast<std::size_t>(y)) *
             static_cast<std::size_t>(nx_) +
         static_cast<std::size_t>(x);
}

double TriangleGrid::distance(const Vec& p, double reach) const {
  // First close by, then as far as still matters.
  double least = reach;
  for (const double radius : {std::min(reach, 0.5 * cell_), reach}) {
    if (radius < reach && least < radius) break;
    const double within = std::min(radius, least);
    each_near(p - within, p + within, [&](std::uint32_t t) {
      least = std::min(least, glm::length(nearest_on(corners(mesh_, t), p) - p));
    });
    if (least <= radius) break;
  }
  return least;
}

bool TriangleGrid::holds(const Vec& p) const {
  if (glm::any(glm::lessThan(p, low_)) || glm::any(glm::greaterThan(p, high_))) return false;
  // Upward, a hair beside the place, so that no corner is met.
  const double x = p.x + 1.37e-5, y = p.y + 2.11e-5;
  const Cell from = cell_of({x, y, p.z});
  int met = 0;
  for (int z = from.z; z < nz_; ++z) {
    const std::size_t o = index(from.x, from.y, z);
    for (std::uint32_t k = first_[o]; k < first_[o + 1]; ++k) {
      const Triangle c = corners(mesh_, triangles_[k]);
      const auto side = [&](const Vec& a, const Vec& b) {
        return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
      };
      const double u = side(c[1], c[2]), v = side(c[2], c[0]), w = side(c[0], c[1]);
      if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) continue;
      const double height = (u * c[0].z + v * c[1].z + w * c[2].z) / (u + v + w);
      // A triangle lies in several cells: it counts in the one that holds the crossing.
      if (height > p.z && cell_of({x, y, height}).z == z) ++met;
    }
  }
  return met % 2 == 1;
}

}  // namespace mend::anatomy

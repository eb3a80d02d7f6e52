// The triangles of a mesh by place, for questions about what is near: distances, depths and crossings.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

using Triangle = std::array<Vec, 3>;
[[nodiscard]] Triangle corners(const Mesh& mesh, std::size_t triangle);
/// The place of a triangle nearest to p.
[[nodiscard]] Vec nearest_on(const Triangle& triangle, const Vec& p);

class TriangleGrid {
 public:
  explicit TriangleGrid(const Mesh& mesh, double cell = 3);

  /// Distance to the nearest triangle, or `reach` where none is nearer.
  [[nodiscard]] double distance(const Vec& p, double reach) const;
  /// For a closed mesh: whether a place lies inside.
  [[nodiscard]] bool holds(const Vec& p) const;
  /// Distance, negative inside, no further than `reach` from 0.
  [[nodiscard]] double signed_distance(const Vec& p, double reach) const {
    const double d = distance(p, reach);
    return holds(p) ? -d : d;
  }
  /// Triangles in the cells of a box; one may come more than once.
  [[nodiscard]] std::vector<std::uint32_t> near(const Vec& low, const Vec& high) const;

 private:
  struct Cell {
    int x, y, z;
  };
  [[nodiscard]] Cell cell_of(const Vec& p) const;
  [[nodiscard]] std::size_t index(int x, int y, int z) const;

  const Mesh& mesh_;
  double cell_;
  Vec low_{0}, high_{0};
  int nx_ = 1, ny_ = 1, nz_ = 1;
  std::vector<std::uint32_t> first_;  // of each cell, in `triangles_`; one more at the end
  std::vector<std::uint32_t> triangles_;
};

}  // namespace mend::anatomy

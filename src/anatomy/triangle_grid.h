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
  /// Calls visit(triangle) for those in the cells of a box; one may come more than once.
  template <typename Visit>
  void each_near(const Vec& low, const Vec& high, const Visit& visit) const {
    if (glm::any(glm::lessThan(high, low_)) || glm::any(glm::greaterThan(low, high_))) return;
    const Cell a = cell_of(low), b = cell_of(high);
    for (int z = a.z; z <= b.z; ++z) {
      for (int y = a.y; y <= b.y; ++y) {
        const std::uint32_t to = first_[index(b.x, y, z) + 1];
        for (std::uint32_t k = first_[index(a.x, y, z)]; k < to; ++k) visit(triangles_[k]);
      }
    }
  }

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

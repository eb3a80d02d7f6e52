// How deep one mesh reaches into another, for the tests of anatomy.
#pragma once
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {

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

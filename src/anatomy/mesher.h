// Surface nets over a box of a signed distance function, and meshes swept from rings.
#pragma once
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// The zero surface of a field inside a box, closed and manifold; the field must be positive on the box's
/// faces.
struct MeshBox {
  Vec low, high;
  double cell = 1;     // mm
  double slack = 1.7;  // how much the field may overstate a distance
  bool asks_normals = true;  // of the field; else they follow the triangles, which is quicker
};
[[nodiscard]] Mesh surface_of(const Field& field, const MeshBox& box, int threads);

/// How a tube ends: in a fan round the middle of its last ring, or, for flat rings that start at an edge, in strips
/// across from face to face, which stay between the faces where the ring is bent.
enum class Cap { fan, strips };

/// A tube through rings of equal size, closed at both ends; turned outward. Normals follow the triangles. The last
/// two vertices are the middles of its ends.
[[nodiscard]] Mesh tube_of(const std::vector<std::vector<Vec>>& rings, Cap cap = Cap::fan);

/// Area-weighted normals from the triangles.
void set_normals(Mesh& mesh);

[[nodiscard]] double volume(const Mesh& mesh);

}  // namespace mend::anatomy

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
};
[[nodiscard]] Mesh surface_of(const Field& field, const MeshBox& box, int threads);

/// A tube through rings of equal size, closed with fans at both ends; turned outward. Normals follow the
/// triangles.
[[nodiscard]] Mesh tube_of(const std::vector<std::vector<Vec>>& rings);

/// Area-weighted normals from the triangles.
void set_normals(Mesh& mesh);

[[nodiscard]] double volume(const Mesh& mesh);

}  // namespace mend::anatomy

// A coarser net over some of a mesh's own vertices, for looking from afar.
#pragma once
#include "anatomy/mesh.h"

namespace mend::anatomy {

/// Triangles over a part of the vertices, about `share` as many: closed and manifold if the mesh is. Vertices
/// are left out where the surface hardly bends (quadrics of Garland and Heckbert 1997).
[[nodiscard]] std::vector<std::uint32_t> simplified(const Mesh& mesh, double share);

}  // namespace mend::anatomy

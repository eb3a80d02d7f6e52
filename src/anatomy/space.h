// How far the nearest solid is, anywhere round the knee: for shading and for where cells can float.
#pragma once
#include <span>

#include "anatomy/mesh.h"
#include "anatomy/solids.h"

namespace mend::anatomy {

/// Signed distance to a set of closed meshes: exact to about half a voxel, negative inside. With a clip only
/// what lies within it counts.
struct DistanceVolume {
  DistanceVolume(std::span<const Mesh* const> solids, double voxel, int threads,
                 const Bounds& clip = {glm::vec3(-1e9f), glm::vec3(1e9f)});
  [[nodiscard]] double at(const Vec& p) const { return grid(p); }
  /// Evens it out over about 0.8 sqrt(passes) voxels: hollows fill, sharp ridges sink.
  void soften(int passes);

  DistanceGrid grid;
};

/// Share of the sky seen from each vertex, from the distances to some solids along its normal at 1.5-25 mm.
void set_occlusion(Mesh& mesh, std::span<const Field> solids);

}  // namespace mend::anatomy

// How far the nearest solid is, anywhere round the knee: for shading and for where cells can float.
#pragma once
#include <span>
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// Signed distance to a set of closed meshes on a grid: exact to about half a voxel, negative inside.
class DistanceVolume {
 public:
  DistanceVolume(std::span<const Mesh* const> solids, double voxel, int threads);
  [[nodiscard]] double at(const Vec& p) const;  // trilinear; clamped to the box
  /// Evens it out over about 0.8 sqrt(passes) voxels: hollows fill, sharp ridges sink.
  void soften(int passes);

 private:
  Vec low_{0};
  double voxel_ = 1;
  int nx_ = 0, ny_ = 0, nz_ = 0;
  std::vector<float> distance_;
};

/// Share of the sky seen from each vertex, from the distances along its normal at 1.5-25 mm.
void set_occlusion(Mesh& mesh, const DistanceVolume& space, int threads);

}  // namespace mend::anatomy

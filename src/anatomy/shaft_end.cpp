#include "anatomy/shaft_end.h"

#include <algorithm>
#include <vector>

namespace mend::anatomy {

namespace {

/// Whether a vertex lies at the saw's level, on the face or on its rounded edge.
bool is_at(const Vertex& v, const Saw& saw, float outward) {
  constexpr float kLevel = 1.5f;    // mm
  constexpr float kFacing = 0.35f;  // cosine: more is the face, less the wall
  return math::fabs(v.position.z - static_cast<float>(saw.level)) < kLevel && outward * v.normal.z > kFacing;
}

/// The vertices of the face that share a triangle with the wall.
std::vector<bool> rim_of(const Mesh& bone) {
  std::vector<bool> is_rim(bone.vertices.size(), false);
  const auto is_sawn = [&](std::uint32_t i) { return bone.vertices[i].region < 0; };
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    const std::uint32_t* corner = &bone.indices[t];
    if (is_sawn(corner[0]) && is_sawn(corner[1]) && is_sawn(corner[2])) continue;
    for (int c = 0; c < 3; ++c) is_rim[corner[c]] = is_rim[corner[c]] || is_sawn(corner[c]);
  }
  return is_rim;
}

}  // namespace

void mark_sawn(Mesh& bone, const Field& solid, const Saw& saw) {
  constexpr double kWithin = 14;  // mm into the bone, where its wall is the nearest surface
  constexpr double kBelow = 2.5;  // mm: clear of the rounded edge
  const float outward = saw.is_bone_below ? 1 : -1;
  const Vec inward{0, 0, saw.is_bone_below ? -1 : 1};
  for (Vertex& v : bone.vertices) {
    if (is_at(v, saw, outward)) v.region = kOnSawn;
  }
  const std::vector<bool> is_rim = rim_of(bone);
  for (std::size_t i = 0; i < bone.vertices.size(); ++i) {
    Vertex& v = bone.vertices[i];
    if (v.region >= 0) continue;
    Vec place{v.position.x, v.position.y, saw.level};
    // The rim goes out to the wall, so that the face ends in an even line.
    const Vec below = place + inward * kBelow;
    if (is_rim[i]) place -= gradient(solid, below, 0.3) * Vec{1, 1, 0} * solid(below);
    v.position = glm::vec3(place);
    v.normal = {0, 0, outward};
    v.depth = static_cast<float>(std::max(0.0, -solid(place + inward * kWithin)) / saw.cortex);
  }
}

}  // namespace mend::anatomy

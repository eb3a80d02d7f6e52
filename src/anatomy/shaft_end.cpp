#include "anatomy/shaft_end.h"

#include <algorithm>

namespace mend::anatomy {

namespace {

/// Onto the outline of the wall, if a place of the face lies beside it.
Vec to_rim(const Field& solid, const Vec& p, const Vec& inward) {
  constexpr double kBelow = 2.5;  // mm: clear of the rounded edge
  constexpr double kBeside = 1;   // mm
  const Vec within = p + inward * kBelow;
  const double distance = solid(within);
  return math::fabs(distance) < kBeside ? p - gradient(solid, within, 0.3) * Vec{1, 1, 0} * distance : p;
}

}  // namespace

void mark_sawn(Mesh& bone, const Field& solid, const Saw& saw) {
  constexpr float kLevel = 1.5f;    // mm about the saw in which its face is looked for
  constexpr float kFacing = 0.35f;  // cosine: more is the face, less the wall
  constexpr double kWithin = 14;    // mm into the bone, where its wall is the nearest surface
  const float outward = saw.is_bone_below ? 1 : -1;
  const Vec inward{0, 0, saw.is_bone_below ? -1 : 1};
  for (Vertex& v : bone.vertices) {
    if (math::fabs(v.position.z - static_cast<float>(saw.level)) > kLevel || outward * v.normal.z < kFacing)
      continue;
    const Vec place = to_rim(solid, {v.position.x, v.position.y, saw.level}, inward);
    v.position = glm::vec3(place);
    v.normal = {0, 0, outward};
    v.region = kOnSawn;
    v.depth = static_cast<float>(std::max(0.0, -solid(place + inward * kWithin)) / saw.cortex);
  }
}

}  // namespace mend::anatomy

#include "anatomy/shaft_end.h"

#include <algorithm>

namespace mend::anatomy {

void mark_sawn(Mesh& bone, const Field& solid, const Saw& saw) {
  constexpr float kLevel = 1.5f;   // mm about the saw in which its face is looked for
  constexpr float kFacing = 0.8f;  // cosine: more is the face, less its edge
  constexpr double kWithin = 14;   // mm into the bone, where its wall is the nearest surface
  const float outward = saw.is_bone_below ? 1 : -1;
  const auto level = static_cast<float>(saw.level);
  for (Vertex& v : bone.vertices) {
    if (math::fabs(v.position.z - level) > kLevel || outward * v.normal.z < kFacing) continue;
    v.position.z = level;
    v.normal = {0, 0, outward};
    v.region = kOnSawn;
    const Vec within = Vec(v.position) - Vec{0, 0, outward * kWithin};
    v.depth = static_cast<float>(std::max(0.0, -solid(within)) / saw.cortex);
  }
}

}  // namespace mend::anatomy

#include "scene/focal_plane.h"

namespace mend::scene {
namespace {

// As of a macro lens, and restrained (assumed): nothing is blurred beyond 170 mm, all of it below 110.
constexpr float kNear = 110, kFar = 170;  // mm to the target
constexpr float kStrength = 0.030f;       // share of the picture's height
constexpr float kSharp = 0.10f;           // of the distance, before and behind the target

bool is_close_up(ViewName name) {
  return name == ViewName::defect || name == ViewName::nerve || name == ViewName::ligament || name == ViewName::muscle;
}

}  // namespace

FocalPlane focal_plane(const View& view) {
  if (!is_close_up(view.focus)) return {};
  const float distance = view.orbit.distance;
  return {.distance = distance,
          .sharp = kSharp * distance,
          .strength = kStrength * (1 - glm::smoothstep(kNear, kFar, distance))};
}

}  // namespace mend::scene

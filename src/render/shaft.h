// The shaft of a long bone, found from its mesh.
#pragma once
#include <glm/glm.hpp>

#include "scene/scene.h"

namespace mend::render {

/// As shaders/cortex.glsl reads it.
struct Shaft {
  glm::vec4 cut{0};   // a place on the axis, where the bone is cut; w: 1 = a long bone
  glm::vec4 axis{0};  // towards the joint; w: mm from there to the joint
};
/// Without a shaft for anything but femur, tibia and fibula.
[[nodiscard]] Shaft shaft_of(const scene::Surface& surface);

}  // namespace mend::render

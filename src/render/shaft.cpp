#include "render/shaft.h"

#include <algorithm>

namespace mend::render {

Shaft shaft_of(const scene::Surface& surface) {
  using enum anatomy::PartId;
  const bool is_long = surface.part == femur || surface.part == tibia || surface.part == fibula;
  if (!is_long || surface.material != scene::Material::bone) return {};
  // The joint lies about the origin: the axis runs from the middle of what is farthest off to that of a slab
  // some mm nearer.
  float longest = 0;
  for (const anatomy::Vertex& v : surface.mesh->vertices)
    longest = std::max(longest, glm::length(v.position));
  glm::vec3 sums[2] = {glm::vec3(0), glm::vec3(0)};
  float counts[2] = {0, 0};
  for (const anatomy::Vertex& v : surface.mesh->vertices) {
    const float left = longest - glm::length(v.position);
    const int slab = left > 3 && left < 12 ? 0 : left > 30 && left < 40 ? 1 : -1;
    if (slab < 0) continue;
    sums[slab] += v.position;
    ++counts[slab];
  }
  if (counts[0] == 0 || counts[1] == 0) return {};
  const glm::vec3 cut = sums[0] / counts[0];
  return {glm::vec4(cut, 1), glm::vec4(glm::normalize(sums[1] / counts[1] - cut), longest)};
}

}  // namespace mend::render

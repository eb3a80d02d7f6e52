#include "scene/cutaway.h"

#include <algorithm>
#include <cmath>

namespace mend::scene {

bool Cutaway::is_empty() const {
  const bool cuts = std::any_of(is_cut.begin(), is_cut.end(), [](bool cut) { return cut; });
  return !is_on || (!cuts && peel.radius <= 0);
}

std::string_view key(BodyPlane plane) {
  constexpr std::array<std::string_view, kBodyPlanes.size()> kKeys{"sagittal", "coronal", "axial"};
  return kKeys[static_cast<std::size_t>(plane)];
}

glm::vec3 normal_of(BodyPlane plane) {
  glm::vec3 normal(0);
  normal[static_cast<int>(plane)] = 1;
  return normal;
}

glm::vec3 snapped(glm::vec3 normal) {
  constexpr float kNear = 0.9945f;  // cosine of 6 degrees
  for (const BodyPlane plane : kBodyPlanes) {
    const float along = glm::dot(normal, normal_of(plane));
    if (std::fabs(along) > kNear) return along > 0 ? normal_of(plane) : -normal_of(plane);
  }
  return normal;
}

void toggle(Cutaway& cutaway) {
  const bool was_empty = cutaway.is_empty();
  cutaway.is_on = was_empty;
  if (was_empty && cutaway.is_empty()) cutaway.is_cut[0] = true;
}

std::vector<CutPlane> cuts_facing(const Cutaway& cutaway, glm::vec3 eye) {
  std::vector<CutPlane> cuts;
  if (cutaway.is_empty()) return cuts;
  for (std::size_t i = 0; i < Cutaway::kMostPlanes; ++i) {
    if (!cutaway.is_cut[i]) continue;
    const CutPlane& plane = cutaway.planes[i];
    const bool faces = glm::dot(plane.normal, eye) >= plane.offset;
    cuts.push_back(faces ? plane : CutPlane{-plane.normal, -plane.offset});
  }
  return cuts;
}

bool is_lifted(const std::vector<CutPlane>& cuts, const Peel& peel, glm::vec3 p) {
  return glm::length(p - peel.centre) < peel.radius ||
         std::any_of(cuts.begin(), cuts.end(),
                     [p](const CutPlane& cut) { return glm::dot(cut.normal, p) > cut.offset; });
}

}  // namespace mend::scene

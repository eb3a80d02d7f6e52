#include "scene/view.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace mend::scene {

std::string_view key(ViewName name) {
  constexpr std::array<std::string_view, kViewNames.size()> kKeys = {
      "anterior",          "lateral", "posterior", "medial",   "axial",  "plateau",
      "patella-reflected", "defect",  "nerve",     "ligament", "muscle", "45-degree"};
  return kKeys[static_cast<std::size_t>(name)];
}

std::optional<ViewName> view_named(std::string_view text) {
  for (const ViewName name : kViewNames) {
    if (key(name) == text) return name;
  }
  return std::nullopt;
}

std::string_view key(Profile profile) {
  constexpr std::array<std::string_view, kProfiles.size()> kKeys = {"dark", "light", "projector", "high-contrast"};
  return kKeys[static_cast<std::size_t>(profile)];
}

std::string_view key(Layer layer) {
  constexpr std::array<std::string_view, kLayers> kKeys = {"bones",   "cartilage", "menisci", "ligaments",
                                                           "capsule", "muscles",   "vessels", "nerves",
                                                           "skin",    "cells",     "fields"};
  return kKeys[static_cast<std::size_t>(layer)];
}

glm::mat4 Camera::view() const {
  return glm::lookAt(eye, target, up);
}

glm::mat4 Camera::projection(float aspect) const {
  return glm::perspective(glm::radians(field_of_view), aspect, near_plane, far_plane);
}

Camera Orbit::camera() const {
  const float a = glm::radians(azimuth), e = glm::radians(elevation);
  const glm::vec3 towards_eye(std::sin(a) * std::cos(e), std::cos(a) * std::cos(e), std::sin(e));
  Camera camera;
  camera.eye = target + distance * towards_eye;
  camera.target = target;
  const glm::vec3 right = glm::normalize(glm::cross(-towards_eye, glm::vec3(0, 0, 1)));
  const glm::vec3 upright = glm::cross(right, -towards_eye);
  camera.up = std::cos(glm::radians(roll)) * upright + std::sin(glm::radians(roll)) * right;
  camera.field_of_view = field_of_view;
  // A knee is at most 300 mm across, wherever the target lies in it.
  camera.near_plane = glm::max(0.5f, 0.02f * distance);
  camera.far_plane = distance + 600.0f;
  return camera;
}

}  // namespace mend::scene

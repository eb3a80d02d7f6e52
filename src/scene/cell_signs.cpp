#include "scene/cell_signs.h"

#include <cmath>

namespace mend::scene {
namespace {
constexpr float kTurn = 6.2831853f;
constexpr float kSteps = 4096;
}  // namespace

float spin_along(glm::vec3 axis) {
  const float turn = std::atan2(axis.y, axis.x) / kTurn, height = 0.5f + 0.5f * axis.z;
  const float turns = std::floor(kSteps * (turn - std::floor(turn)));
  const float heights = std::floor(kSteps * glm::clamp(height, 0.0f, 1.0f));
  return (std::fmin(turns, kSteps - 1) + std::fmin(heights, kSteps - 1) / kSteps) / kSteps;
}

float spin_on(glm::vec3 normal, float turn) {
  const glm::vec3 any = std::fabs(normal.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 across = glm::normalize(glm::cross(normal, any)), along = glm::cross(normal, across);
  return spin_along(std::cos(kTurn * turn) * across + std::sin(kTurn * turn) * along);
}

glm::vec3 axis_of(float spin) {
  const float steps = spin * kSteps, whole = std::floor(steps);
  const float turn = whole / kSteps, height = 2 * (steps - whole) - 1;
  const float out = std::sqrt(std::fmax(0.0f, 1 - height * height));
  return {out * std::cos(kTurn * turn), out * std::sin(kTurn * turn), height};
}

}  // namespace mend::scene

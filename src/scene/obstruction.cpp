#include "scene/obstruction.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "scene/lesion_view.h"
#include "scene/nerve_drawing.h"
#include "scene/wounds.h"

namespace mend::scene {
namespace {

using anatomy::PartId;

constexpr std::size_t kVertexStep =
    4;                           // meshes are finer than a sight cone: every 4th vertex finds what is in it
constexpr float kClear = 1.35f;  // cone radii off the line of sight at which a part is out of the way

/// The cone from the eye to a focus ball.
struct Sight {
  glm::vec3 eye, axis;
  float length, radius;
};

/// How far off the line of sight, in cone radii, the point is; large behind the eye or at and behind the
/// ball.
float off_axis(const Sight& sight, glm::vec3 point) {
  constexpr float kFree = 1e9f;
  const glm::vec3 from_eye = point - sight.eye;
  const float along = glm::dot(from_eye, sight.axis);
  if (along <= 0 || along >= sight.length - 1.0f) return kFree;
  const float across = glm::length(from_eye - along * sight.axis);
  return across * sight.length / (along * sight.radius);
}

/// Whether the box's bounding ball comes near the cone.
bool may_touch(const Sight& sight, const anatomy::Bounds& box) {
  const glm::vec3 from_eye = (box.low + box.high) / 2.0f - sight.eye;
  const float ball = glm::length(box.high - box.low) / 2;
  const float along = glm::clamp(glm::dot(from_eye, sight.axis), 0.0f, sight.length);
  return glm::length(from_eye - along * sight.axis) <= ball + sight.radius * kClear;
}

/// A wound, and the parts about it that never fade besides the hurt one.
Focus focus_on(const std::optional<WoundSite>& wound, std::vector<PartId> kept) {
  if (!wound) return {};
  kept.push_back(wound->part);
  return {{{wound->centre, wound->radius}}, std::move(kept)};
}

/// The notch of a bent knee opens towards the eye; of a straight one the thigh bone stands before it.
std::vector<PartId> kept_about_ligament(const anatomy::Knee& knee) {
  constexpr double kOpen = 45;  // degrees
  std::vector<PartId> kept{PartId::tibia, PartId::mcl_deep, PartId::pcl};
  if (knee.shape.flexion >= kOpen) kept.insert(kept.end(), {PartId::femur, PartId::femoral_cartilage});
  return kept;
}

}  // namespace

Focus focus_of(ViewName name, const anatomy::Knee& knee, const params::Scenario& scenario) {
  const float lesion =
      knee.shape.lesion_diameter > 0 ? static_cast<float>(knee.shape.lesion_diameter) / 2 : 8.0f;
  switch (name) {
    case ViewName::defect:
      return {{{knee.lesion.centre, 1.1f * lesion}}, kept_in_close_up(knee.shape.lesion_site)};
    case ViewName::nerve: {
      const double nerve_lesion = knee.neck_arclength - scenario.nerve.above_fibular_neck;
      Focus focus{{}, {PartId::peroneal_nerve, PartId::fibula, PartId::tibia}};
      for (const double along : {-16.0, -6.0, 4.0, 14.0, 24.0})
        focus.points.push_back({point_at(knee.peroneal_nerve, nerve_lesion + along), 5.0f});
      return focus;
    }
    case ViewName::axial:
      return {{{{-22, 0, -20}, 14.0f}, {{22, 0, -20}, 14.0f}, {{0, 24, -8}, 14.0f}},
              {PartId::femur, PartId::femoral_cartilage, PartId::patella, PartId::patellar_cartilage}};
    case ViewName::ligament:
      return focus_on(ligament_wound(knee, scenario), kept_about_ligament(knee));
    case ViewName::muscle:
      return focus_on(muscle_wound(knee, scenario), {PartId::patella, PartId::quadriceps_tendon});
    default:
      return {};
  }
}

float obstruction(const anatomy::Part& part, const Focus& focus, glm::vec3 eye) {
  if (std::find(focus.kept.begin(), focus.kept.end(), part.id) != focus.kept.end()) return 0;
  float nearest = 1e9f;
  for (const FocusPoint& point : focus.points) {
    const glm::vec3 towards = point.centre - eye;
    const float length = glm::max(glm::length(towards), 1e-3f);
    const Sight sight{eye, towards / length, length, point.radius};
    if (!may_touch(sight, part.box)) continue;
    for (std::size_t i = 0; i < part.mesh.vertices.size(); i += kVertexStep)
      nearest = glm::min(nearest, off_axis(sight, part.mesh.vertices[i].position));
  }
  return 1 - glm::smoothstep(1.0f, kClear, nearest);
}

}  // namespace mend::scene

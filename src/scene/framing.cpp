// Where the camera of each named view stands: directions are chosen, distances follow from what must fit.
#include <cmath>
#include <optional>
#include <vector>

#include "scene/compose.h"
#include "scene/lesion_view.h"
#include "scene/mirror.h"
#include "scene/nerve_drawing.h"
#include "scene/reflection.h"

namespace mend::scene {
namespace {

using anatomy::Knee;
using anatomy::PartId;

constexpr float kFieldOfView = 30;
constexpr float kNarrowest = 4.0f / 3.0f;  // the narrowest screen a view is composed for
constexpr std::size_t kVertexStep = 16;    // vertices stand under 1 mm apart: every 16th tells the outline

std::vector<glm::vec3> outline(const Knee& knee, bool (*counts)(PartId)) {
  std::vector<glm::vec3> points;
  for (const anatomy::Part& part : knee.parts) {
    if (!counts(part.id)) continue;
    for (std::size_t i = 0; i < part.mesh.vertices.size(); i += kVertexStep)
      points.push_back(part.mesh.vertices[i].position);
  }
  return points;
}

/// What of the outline lies within `reach` mm of the joint's middle: the shafts may leave the frame.
std::vector<glm::vec3> near_joint(std::vector<glm::vec3> points, float reach) {
  const glm::vec3 middle(0, 5, -12);
  std::erase_if(points, [reach, middle](glm::vec3 p) { return glm::length(p - middle) > reach; });
  return points;
}

/// What one screen axis asks for: how far away the eye must be, and where the middle is.
struct Fit {
  float distance, middle;
};

/// A point `across` from the middle and `near` towards the eye is seen when |across - middle| <= (distance -
/// near) k.
Fit fit(const std::vector<glm::vec3>& points, glm::vec3 axis, glm::vec3 towards_eye, float k) {
  float up = -INFINITY, down = -INFINITY;
  for (const glm::vec3& p : points) {
    const float near = glm::dot(p, towards_eye), across = glm::dot(p, axis);
    up = glm::max(up, near + across / k);
    down = glm::max(down, near - across / k);
  }
  return {(up + down) / 2, (up - down) / 2 * k};
}

/// The orbit from this direction that shows every point with `air` (share of the frame) left round them.
Orbit fitted(const std::vector<glm::vec3>& points, float azimuth, float elevation, float air) {
  Orbit orbit{.target = glm::vec3(0),
              .azimuth = azimuth,
              .elevation = elevation,
              .distance = 1,
              .field_of_view = kFieldOfView};
  if (points.empty()) return orbit;
  const Camera camera = orbit.camera();
  const glm::vec3 back = glm::normalize(camera.eye - camera.target);
  const glm::vec3 right = glm::normalize(glm::cross(camera.up, back)), up = glm::cross(back, right);
  const float k = std::tan(glm::radians(kFieldOfView) / 2) * (1 - air);
  const Fit vertical = fit(points, up, back, k), horizontal = fit(points, right, back, k * kNarrowest);
  orbit.target = up * vertical.middle + right * horizontal.middle;
  orbit.distance = glm::max(vertical.distance, horizontal.distance);
  return orbit;
}

bool counts_as_knee(PartId id) {
  return id == PartId::femur || id == PartId::tibia || id == PartId::fibula || id == PartId::patella ||
         id == PartId::capsule;
}

bool counts_as_plateau(PartId id) {
  return id == PartId::tibial_cartilage_medial || id == PartId::tibial_cartilage_lateral ||
         id == PartId::meniscus_medial || id == PartId::meniscus_lateral;
}

bool counts_as_joint_surface(PartId id) {
  return id == PartId::femoral_cartilage || id == PartId::patella || id == PartId::patellar_cartilage;
}

/// The joint from in front of the condyles of a bent knee, and the kneecap that hangs before the shin.
/// From a little to the inner side, from where the tendon is seen to be folded and not cut.
Orbit reflected_orbit(const Knee& knee, float side) {
  constexpr float kAir = 0.28f;  // all of it counts, and plates of a window lie above and below
  const auto counts = [](PartId id) { return id == PartId::femoral_cartilage || counts_as_plateau(id); };
  std::vector<glm::vec3> points = outline(knee, counts);
  const Reflection reflection(knee);
  for (const glm::vec3& point : outline(knee, [](PartId id) { return id == PartId::patella; }))
    points.push_back(reflection.at(point));
  return fitted(points, -14 * side, -0.6f * static_cast<float>(knee.shape.flexion), kAir);
}

/// The distance at which `height` mm fill the frame.
float distance_for(float height) {
  return height / 2 / std::tan(glm::radians(kFieldOfView) / 2);
}

/// Of the bone that holds the lesion: between the plateaus, or of the kneecap.
glm::vec3 middle_of_site(const Knee& knee) {
  const anatomy::Part* patella = knee.find(PartId::patella);
  if (knee.shape.lesion_site == params::LesionSite::patella && patella)
    return (patella->box.low + patella->box.high) / 2.0f;
  return knee.lesion.centre * glm::vec3(0, 1, 1);
}

Orbit defect_orbit(const Knee& knee, float side) {
  const float diameter =
      knee.shape.lesion_diameter > 0 ? static_cast<float>(knee.shape.lesion_diameter) : 16.0f;
  const CloseUp from = close_up_of(knee.shape.lesion_site);
  return {.target = glm::mix(knee.lesion.centre, middle_of_site(knee), from.share),
          .azimuth = from.azimuth * side,
          .elevation = from.elevation,
          .distance = distance_for(glm::max(2.0f * diameter, from.height)),
          .field_of_view = kFieldOfView};
}

/// The lesion near the start of a nerve that runs from the upper left to the lower right of a right
/// knee's picture.
Orbit nerve_orbit(const Knee& knee, float side) {
  constexpr float kHeight = 46;     // mm of nerve and surroundings in the frame
  constexpr double kDistalOf = 22;  // mm: more is shown of the side that regrows
  const double lesion = knee.neck_arclength - params::Nerve{}.above_fibular_neck;
  return {.target = point_at(knee.peroneal_nerve, lesion + kDistalOf),
          .azimuth = 135 * side,
          .elevation = 4,
          .distance = distance_for(kHeight),
          .field_of_view = kFieldOfView,
          .roll = 46 * side};
}

/// A wound seen from outside it, `height` mm of it and its surroundings in the frame.
Orbit wound_orbit(const WoundSite& wound, float height, float lift) {
  const glm::vec3 from = wound.outward;
  return {.target = wound.centre,
          .azimuth = glm::degrees(std::atan2(from.x, from.y)),
          .elevation = glm::clamp(glm::degrees(std::asin(from.z)) + lift, -60.0f, 60.0f),
          .distance = distance_for(height),
          .field_of_view = kFieldOfView};
}

/// Of the anterior cruciate ligament: from in front of the notch and a little from its medial side.
Orbit notch_orbit(const Knee& knee, const params::Scenario& scenario, float side) {
  const auto wound = ligament_wound(knee, scenario);
  return {
      .target = wound ? wound->centre : glm::vec3(0, 0, -15),
      .azimuth = -14 * side,
      .elevation = 4 - 0.5f * static_cast<float>(knee.shape.flexion),  // as much of the thigh as of the leg
      .distance = distance_for(84),
      .field_of_view = kFieldOfView};
}

Orbit ligament_orbit(const Knee& knee, const params::Scenario& scenario, float side) {
  const auto wound = ligament_wound(knee, scenario);
  if (!wound || wound->part == PartId::acl) return notch_orbit(knee, scenario, side);
  return wound_orbit(*wound, 52, 0);
}

Orbit muscle_orbit(const Knee& knee, const params::Scenario& scenario) {
  const auto wound = muscle_wound(knee, scenario);
  return wound_orbit(wound.value_or(WoundSite{.centre = {-20, 40, 25}, .outward = {-0.7f, 0.7f, 0}}), 80, 0);
}

}  // namespace

Orbit orbit_of(ViewName name, const Knee& knee, const params::Scenario& scenario) {
  constexpr float kAir = 0.055f, kAround = 86, kClose = 76;
  const float side = lateral_sign(knee);
  const auto whole = [&](float azimuth, float elevation) {
    return fitted(near_joint(outline(knee, counts_as_knee), kAround), azimuth * side, elevation, kAir);
  };
  switch (name) {
    case ViewName::anterior:
      return whole(0, 0);
    case ViewName::lateral:
      return whole(90, 0);
    case ViewName::posterior:
      return whole(180, 0);
    case ViewName::medial:
      return whole(-90, 0);
    case ViewName::oblique45:
      return fitted(near_joint(outline(knee, counts_as_knee), kClose), -42 * side, -16, 0);
    case ViewName::axial:
      return fitted(outline(knee, counts_as_joint_surface), 0, -80, 0.15f);
    case ViewName::plateau:  // square to it, as it goes with the shin
      return fitted(outline(knee, counts_as_plateau), 0, 85 - static_cast<float>(knee.shape.flexion), 0.18f);
    case ViewName::reflected:
      return reflected_orbit(knee, side);
    case ViewName::defect:
      return defect_orbit(knee, side);
    case ViewName::nerve:
      return nerve_orbit(knee, side);
    case ViewName::ligament:
      return ligament_orbit(knee, scenario, side);
    case ViewName::muscle:
      return muscle_orbit(knee, scenario);
  }
  return whole(0, 0);
}

Orbit close_to(ViewName name, const Orbit& orbit, const Knee& knee, const Detail& detail) {
  const anatomy::Part* part = knee.find(detail.part);
  if (part == nullptr) return orbit;
  std::optional<Reflection> reflection;
  if (name == ViewName::reflected && Reflection::moves(detail.part)) reflection.emplace(knee);
  const auto shown = [&](glm::vec3 place) { return reflection ? reflection->at(place) : place; };
  const glm::vec3 middle = shown(0.5f * (part->box.low + part->box.high));
  const glm::vec3 towards = glm::normalize(orbit.camera().eye - middle);
  Orbit near = orbit;
  float best = -1e9f;
  for (const anatomy::Vertex& v : part->mesh.vertices) {
    const glm::vec3 at = shown(v.position), from = at - middle;
    const float along = glm::dot(from, towards), aside = glm::length(from - along * towards);
    constexpr float kAside = 2;  // rather in the middle than near
    if (along - kAside * aside <= best) continue;
    best = along - kAside * aside;
    near.target = at;
  }
  near.distance = 0.5f * detail.height / std::tan(glm::radians(0.5f * orbit.field_of_view));
  return near;
}

}  // namespace mend::scene

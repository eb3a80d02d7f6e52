#include "scene/film.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "scene/mirror.h"
#include "scene/uncut.h"

namespace mend::scene {
namespace {

using anatomy::PartId;

/// From the source to the film, mm: 100-115 cm is the usual distance for a knee (assumed).
constexpr float kSourceDistance = 1100;
/// A joint surface is told from the rest of its bone by Vertex::region; mm a side of the squares in which the
/// two bones are compared, and how far from the middle of the joint a compartment starts (assumed: beyond the
/// intercondylar spines).
constexpr float kArticular = 0.5f, kSquare = 1.5f, kBeyondSpines = 11;

/// What one square of a joint surface has nearest the other bone.
using Heights = std::map<std::pair<int, int>, glm::vec3>;

/// The tibia's frame, from the mesh: its long axis, and the two axes across it.
struct Frame {
  glm::vec3 along, lateral, forward;
};
Frame frame_of(const anatomy::Mesh& tibia) {
  glm::vec3 far(0), near(0);
  float longest = 0;
  for (const anatomy::Vertex& v : tibia.vertices) longest = std::max(longest, glm::length(v.position));
  float counts[2] = {0, 0};
  for (const anatomy::Vertex& v : tibia.vertices) {
    if (v.region < 0) continue;  // a sawn face has its vertices where its outline needs them
    const float left = longest - glm::length(v.position);
    if (left < 8) far += v.position, ++counts[0];
    if (left > 30 && left < 40) near += v.position, ++counts[1];
  }
  const glm::vec3 along = counts[0] > 0 && counts[1] > 0 ? glm::normalize(near / counts[1] - far / counts[0])
                                                         : glm::vec3(0, 0, 1);
  const glm::vec3 forward = glm::normalize(glm::cross(along, glm::vec3(1, 0, 0)));
  return {along, glm::cross(forward, along), forward};
}

Heights heights_of(const anatomy::Mesh& mesh, const Frame& frame, float sign) {
  Heights heights;
  for (const anatomy::Vertex& v : mesh.vertices) {
    if (v.region < kArticular) continue;
    const std::pair square{static_cast<int>(std::floor(glm::dot(v.position, frame.lateral) / kSquare)),
                           static_cast<int>(std::floor(glm::dot(v.position, frame.forward) / kSquare))};
    const auto [entry, is_new] = heights.try_emplace(square, v.position);
    if (!is_new && sign * glm::dot(v.position - entry->second, frame.along) > 0) entry->second = v.position;
  }
  return heights;
}

/// How far the plateau rises from its back to its front, as an elevation in radians: that of the tibia as it
/// stands, and 5 degrees of its own (anatomy page, section 2).
float rise_of_plateau(const anatomy::Knee& knee) {
  const anatomy::Part* tibia = knee.find(PartId::tibia);
  if (tibia == nullptr) return 0;
  constexpr float kSlope = 5, kSteepest = 30;  // degrees; a beam is not tilted further (assumed)
  const float rise = std::asin(frame_of(tibia->mesh).forward.z) + glm::radians(kSlope);
  return glm::clamp(rise, -glm::radians(kSteepest), glm::radians(kSteepest));
}

/// The film is dark and bright by what lies in the beam: what the picture fades or hides is there all the
/// same.
View whole_knee(const View& view) {
  View whole = view;
  whole.layers.fill(true);
  whole.focus = ViewName::oblique45;
  return whole;
}

}  // namespace

JointSpaces joint_spaces(const anatomy::Knee& knee) {
  JointSpaces spaces;
  const anatomy::Part *femur = knee.find(PartId::femur), *tibia = knee.find(PartId::tibia);
  if (femur == nullptr || tibia == nullptr) return spaces;
  const Frame frame = frame_of(tibia->mesh);
  const Heights condyles = heights_of(femur->mesh, frame, -1), plateau = heights_of(tibia->mesh, frame, 1);
  const float side = lateral_sign(knee);
  for (const auto& [square, lower] : plateau) {
    const auto above = condyles.find(square);
    const float beside = side * glm::dot(lower, frame.lateral);
    if (above == condyles.end() || std::fabs(beside) < kBeyondSpines) continue;
    const float width = glm::dot(above->second - lower, frame.along);
    JointSpace& space = beside > 0 ? spaces.lateral : spaces.medial;
    if (width > 0 && (space.width == 0 || width < space.width))
      space = {width, {lower + width * frame.along, lower}};
  }
  return spaces;
}

Scene film_of(const Stage& stage, const sim::State& state, const View& view) {
  // A nerve's injury is not seen, and must not make the rest of the knee step back.
  params::Scenario scenario = *stage.scenario;
  scenario.nerve = {};
  scenario.nerve.injury = params::NerveInjuryKind::none;
  Stage whole = stage;
  whole.scenario = &scenario;
  Scene scene = uncut(whole, state, whole_knee(view));
  scene.cells.clear();
  scene.nerves.clear();
  // Pannus and villi are water in water, and not closed.
  const anatomy::Part* capsule = stage.knee->find(PartId::capsule);
  std::erase_if(scene.surfaces, [&](const Surface& surface) {
    return surface.material == Material::synovium && (capsule == nullptr || surface.mesh != &capsule->mesh);
  });
  for (Surface& surface : scene.surfaces) surface.opacity = 1;
  scene.radiograph = true;
  // The source stands farther off than the eye; what lies at the target stays as large.
  Camera& camera = scene.camera;
  const float tangent = std::tan(glm::radians(camera.field_of_view) / 2);
  glm::vec3 to_source = glm::normalize(camera.eye - camera.target);
  // On a frontal film the beam runs along the plateau, or its front would cover the joint space.
  const float frontal = glm::smoothstep(0.8f, 0.95f, std::fabs(to_source.y));
  const float tilt = frontal * rise_of_plateau(*stage.knee) * (to_source.y < 0 ? -1.0f : 1.0f);
  to_source = glm::normalize(to_source + glm::vec3(0, 0, std::tan(tilt)));
  camera.eye = camera.target + kSourceDistance * to_source;
  camera.field_of_view = 2 * glm::degrees(std::atan(tangent * view.orbit.distance / kSourceDistance));
  camera.near_plane = kSourceDistance / 2;
  camera.far_plane = 2 * kSourceDistance;
  const glm::vec3 sight = glm::normalize(camera.target - camera.eye);
  constexpr float kFrontal = 0.9f;  // cosine: the caliper is set on frontal films
  if (std::fabs(sight.y) > kFrontal) {
    const JointSpaces spaces = joint_spaces(*stage.knee);
    for (const JointSpace* space : {&spaces.medial, &spaces.lateral})
      if (space->width > 0) scene.calipers.push_back(space->at);
  }
  return scene;
}

}  // namespace mend::scene

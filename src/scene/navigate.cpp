#include "scene/navigate.h"

#include <cmath>

namespace mend::scene {
namespace {

constexpr float kLevelling = 40;       // degrees of turning over which a leaning camera comes upright
constexpr float kSteepest = 85;        // degrees
constexpr float kNearest = 12;         // mm: a close-up of single cells
constexpr float kFarthest = 1200;      // mm: the whole knee a quarter of the frame high
constexpr float kOpaqueEnough = 0.6f;  // what a click can land on

/// Half the height, in mm, of what the camera sees at the target.
float half_height(const Orbit& orbit) {
  return orbit.distance * std::tan(glm::radians(orbit.field_of_view) / 2);
}

struct Axes {
  glm::vec3 right, up, forward;
};

Axes axes(const Camera& camera) {
  const glm::vec3 forward = glm::normalize(camera.target - camera.eye);
  const glm::vec3 right = glm::normalize(glm::cross(forward, camera.up));
  return {right, glm::cross(right, forward), forward};
}

struct Ray {
  glm::vec3 origin, direction;
};

bool crosses(const Ray& ray, const anatomy::Bounds& box, float nearest) {
  const glm::vec3 a = (box.low - ray.origin) / ray.direction, b = (box.high - ray.origin) / ray.direction;
  const glm::vec3 enters = glm::min(a, b), leaves = glm::max(a, b);
  const float first = glm::max(glm::max(enters.x, enters.y), glm::max(enters.z, 0.0f));
  return first <= glm::min(glm::min(leaves.x, leaves.y), glm::min(leaves.z, nearest));
}

/// Distance along the ray to the triangle, or infinity (Moeller and Trumbore 1997).
float distance_to(const Ray& ray, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
  constexpr float kMiss = INFINITY;
  const glm::vec3 ab = b - a, ac = c - a, p = glm::cross(ray.direction, ac);
  const float determinant = glm::dot(ab, p);
  if (std::fabs(determinant) < 1e-12f) return kMiss;
  const glm::vec3 from_a = ray.origin - a;
  const float u = glm::dot(from_a, p) / determinant;
  if (u < 0 || u > 1) return kMiss;
  const glm::vec3 q = glm::cross(from_a, ab);
  const float v = glm::dot(ray.direction, q) / determinant;
  if (v < 0 || u + v > 1) return kMiss;
  const float along = glm::dot(ac, q) / determinant;
  return along > 0 ? along : kMiss;
}

float distance_to(const Ray& ray, const anatomy::Mesh& mesh, float nearest) {
  const auto at = [&](std::size_t i) { return mesh.vertices[mesh.indices[i]].position; };
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
    nearest = glm::min(nearest, distance_to(ray, at(i), at(i + 1), at(i + 2)));
  return nearest;
}

}  // namespace

Orbit turned(const Orbit& orbit, float azimuth, float elevation) {
  Orbit result = orbit;
  result.azimuth = std::remainder(orbit.azimuth + azimuth, 360.0f);
  result.elevation = glm::clamp(orbit.elevation + elevation, -kSteepest, kSteepest);
  const float turned_by = std::fabs(azimuth) + std::fabs(elevation);
  result.roll = orbit.roll * glm::max(0.0f, 1 - turned_by / kLevelling);
  return result;
}

Orbit panned(const Orbit& orbit, glm::vec2 pixels, float height) {
  const Axes axis = axes(orbit.camera());
  const float mm_per_pixel = 2 * half_height(orbit) / glm::max(height, 1.0f);
  Orbit result = orbit;
  result.target += (axis.up * pixels.y - axis.right * pixels.x) * mm_per_pixel;
  return result;
}

Orbit zoomed(const Orbit& orbit, float factor, glm::vec2 cursor, float aspect) {
  const Axes axis = axes(orbit.camera());
  Orbit result = orbit;
  result.distance = glm::clamp(orbit.distance / glm::max(factor, 1e-3f), kNearest, kFarthest);
  const glm::vec3 under = (axis.right * cursor.x * aspect + axis.up * cursor.y) * half_height(orbit);
  result.target += under * (1 - result.distance / orbit.distance);
  return result;
}

Orbit eased(const Orbit& from, const Orbit& to, float share) {
  const float t = glm::smoothstep(0.0f, 1.0f, share);
  Orbit result;
  result.target = glm::mix(from.target, to.target, t);
  const float turn = std::remainder(to.azimuth - from.azimuth, 360.0f);
  result.azimuth = std::remainder(from.azimuth + t * turn, 360.0f);
  result.elevation = glm::mix(from.elevation, to.elevation, t);
  // In ratios, so that a dive looks as fast at its start as at its end.
  result.distance = from.distance * std::pow(to.distance / from.distance, t);
  result.roll = glm::mix(from.roll, to.roll, t);
  result.field_of_view = glm::mix(from.field_of_view, to.field_of_view, t);
  return result;
}

namespace {

/// mm along the ray to where it is on the kept side of every plane; nothing where it never is.
std::optional<float> past_cuts(const Scene& scene, const Ray& ray) {
  float start = 0;
  for (const CutPlane& cut : scene.cuts) {
    const float beyond = glm::dot(cut.normal, ray.origin) - cut.offset;
    const float towards = -glm::dot(cut.normal, ray.direction);
    if (beyond <= 0) continue;
    if (towards <= 0) return std::nullopt;
    start = glm::max(start, beyond / towards);
  }
  return start;
}

/// mm along a ray that goes through the ball to where it leaves it.
float out_of(const Peel& peel, const Ray& ray) {
  const float middle = glm::dot(peel.centre - ray.origin, ray.direction);
  const glm::vec3 off = peel.centre - ray.origin - middle * ray.direction;
  return middle + std::sqrt(glm::max(peel.radius * peel.radius - glm::dot(off, off), 0.0f)) + 1e-3f;
}

std::optional<Hit> first_hit(const Scene& scene, const Ray& ray) {
  float nearest = INFINITY;
  Hit hit;
  for (const Surface& surface : scene.surfaces) {
    const bool is_through = surface.opacity < kOpaqueEnough || (scene.radiograph && surface.material == Material::skin);
    if (!surface.mesh || is_through || !crosses(ray, surface.box, nearest)) continue;
    const float distance = distance_to(ray, *surface.mesh, nearest);
    if (distance < nearest) {
      nearest = distance;
      hit.part = surface.part;
    }
  }
  if (nearest == INFINITY) return std::nullopt;
  hit.position = ray.origin + ray.direction * nearest;
  return hit;
}

}  // namespace

std::optional<Hit> pick(const Scene& scene, glm::vec2 cursor, float aspect) {
  const Axes axis = axes(scene.camera);
  const float tangent = std::tan(glm::radians(scene.camera.field_of_view) / 2);
  const glm::vec3 through = axis.forward + (axis.right * cursor.x * aspect + axis.up * cursor.y) * tangent;
  Ray ray{scene.camera.eye, glm::normalize(through)};
  const std::optional<float> start = past_cuts(scene, ray);
  if (!start) return std::nullopt;
  ray.origin += *start * ray.direction;
  const std::optional<Hit> hit = first_hit(scene, ray);
  if (!hit || !is_lifted({}, scene.peel, hit->position)) return hit;
  ray.origin += out_of(scene.peel, ray) * ray.direction;
  return first_hit(scene, ray);
}

}  // namespace mend::scene

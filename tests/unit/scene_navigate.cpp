#include "scene/navigate.h"

#include <doctest/doctest.h>

#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

glm::vec2 on_screen(const Orbit& orbit, glm::vec3 point, float aspect) {
  const Camera camera = orbit.camera();
  const glm::vec4 clip = camera.projection(aspect) * camera.view() * glm::vec4(point, 1);
  return glm::vec2(clip) / clip.w;
}

/// The point of the plane through the target that lies under the cursor.
glm::vec3 under(const Orbit& orbit, glm::vec2 cursor, float aspect) {
  const Camera camera = orbit.camera();
  const glm::vec3 forward = glm::normalize(camera.target - camera.eye);
  const glm::vec3 right = glm::normalize(glm::cross(forward, camera.up)), up = glm::cross(right, forward);
  const float half = orbit.distance * std::tan(glm::radians(orbit.field_of_view) / 2);
  return orbit.target + half * (aspect * cursor.x * right + cursor.y * up);
}

Surface surface_of(const anatomy::Part& part, float opacity) {
  return {.mesh = &part.mesh, .part = part.id, .opacity = opacity, .box = part.box};
}

}  // namespace

TEST_CASE("turning stays within 85 degrees of level and goes round") {
  CHECK(turned({}, 0, 200).elevation == 85);
  CHECK(turned({}, 0, -200).elevation == -85);
  CHECK(turned(Orbit{.azimuth = 170}, 30, 0).azimuth == doctest::Approx(-160));
}

TEST_CASE("a leaning camera comes upright as it is turned") {
  const Orbit leaning{.roll = 40};
  CHECK(turned(leaning, 1, 0).roll > 35);
  CHECK(turned(leaning, 50, 0).roll == 0);
}

TEST_CASE("panning moves what is under the pointer with the pointer") {
  const Orbit orbit{.target = {3, 4, 5}, .azimuth = 40, .elevation = -20};
  const Orbit moved = panned(orbit, {90, -45}, 900);
  const glm::vec2 shift = on_screen(moved, orbit.target, 1);
  CHECK(shift.x == doctest::Approx(2 * 90.0 / 900).epsilon(1e-3));
  CHECK(shift.y == doctest::Approx(2 * 45.0 / 900).epsilon(1e-3));
  CHECK(moved.distance == orbit.distance);
}

TEST_CASE("zooming keeps the point under the cursor there, and the distance within limits") {
  const Orbit orbit{.target = {3, 4, 5}, .azimuth = 40, .elevation = -20};
  const glm::vec2 cursor(0.6f, -0.4f);
  const glm::vec3 point = under(orbit, cursor, 1.6f);
  for (const float factor : {0.7f, 1.3f, 4.0f}) {
    const Orbit closer = zoomed(orbit, factor, cursor, 1.6f);
    CHECK(closer.distance == doctest::Approx(orbit.distance / factor));
    CHECK(glm::distance(on_screen(closer, point, 1.6f), cursor) < 1e-4f);
  }
  CHECK(zoomed(orbit, 1e9f, cursor, 1.6f).distance > 1);
  CHECK(zoomed(orbit, 1e-9f, cursor, 1.6f).distance < 5000);
}

TEST_CASE("a leaning camera turns the picture, not what it looks at, and pans and zooms as it leans") {
  const Orbit level{.target = {3, 4, 5}, .azimuth = 40, .elevation = -20};
  Orbit leaning = level;
  leaning.roll = 90;
  const glm::vec3 above = under(level, {0, 0.5f}, 1);
  CHECK(glm::distance(on_screen(leaning, above, 1), glm::vec2(-0.5f, 0)) < 1e-4f);
  CHECK(glm::distance(leaning.camera().eye, level.camera().eye) < 1e-3f);
  CHECK(on_screen(panned(leaning, {90, 0}, 900), level.target, 1).x == doctest::Approx(0.2).epsilon(1e-3));
}

TEST_CASE("easing starts and ends at rest on its two orbits and turns the short way") {
  const Orbit from{.target = {0, 0, 0}, .azimuth = 170, .elevation = 0, .distance = 400};
  const Orbit to{.target = {10, 0, 0}, .azimuth = -170, .elevation = 30, .distance = 100};
  CHECK(eased(from, to, 0).azimuth == doctest::Approx(170));
  CHECK(eased(from, to, 1).azimuth == doctest::Approx(-170));
  CHECK(eased(from, to, 1).distance == doctest::Approx(100));
  CHECK(eased(from, to, 0.5f).distance == doctest::Approx(200));
  CHECK(std::fabs(eased(from, to, 0.5f).azimuth) == doctest::Approx(180));
  CHECK(eased(from, to, 0.02f).target.x < 0.02f);
  CHECK(eased(from, to, 0.98f).target.x > 9.98f);
}

TEST_CASE("a click lands on the nearest opaque surface and passes through ghosts") {
  const anatomy::Part front = scene_fixture::part(anatomy::PartId::patella, {0, 50, 0}, 10);
  const anatomy::Part back = scene_fixture::part(anatomy::PartId::femur, {0, 0, 0}, 30);
  Scene scene;
  scene.camera = Orbit{}.camera();
  scene.surfaces = {surface_of(back, 1), surface_of(front, 1)};
  REQUIRE(pick(scene, {0, 0}, 1.5f));
  CHECK(pick(scene, {0, 0}, 1.5f)->part == anatomy::PartId::patella);
  CHECK(glm::distance(pick(scene, {0, 0}, 1.5f)->position, glm::vec3(0, 60, 0)) < 0.5f);
  scene.surfaces[1].opacity = 0.12f;
  CHECK(pick(scene, {0, 0}, 1.5f)->part == anatomy::PartId::femur);
  CHECK(!pick(scene, {0.9f, 0.9f}, 1.5f));
  scene.surfaces = {};
  CHECK(!pick(scene, {0, 0}, 1.5f));
}

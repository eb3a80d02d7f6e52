#include "scene/view.h"

#include <doctest/doctest.h>

#include <set>

#include "scene/compose.h"
#include "scene/mirror.h"
#include "scene/opening.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

/// Screen place (-1..1, y up) and depth of a point.
glm::vec3 on_screen(const Camera& camera, glm::vec3 point, float aspect) {
  const glm::vec4 clip = camera.projection(aspect) * camera.view() * glm::vec4(point, 1);
  return glm::vec3(clip) / clip.w;
}

}  // namespace

TEST_CASE("every view is found by its name, and no other name finds one") {
  for (const ViewName name : kViewNames) CHECK(view_named(key(name)) == name);
  CHECK(key(ViewName::oblique45) == "45-degree");
  CHECK(!view_named("front"));
  CHECK(!view_named(""));
}

TEST_CASE("every layer has its own name") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kLayers; ++i) names.insert(key(static_cast<Layer>(i)));
  CHECK(names.size() == kLayers);
  CHECK(key(Layer::muscles) == "muscles");
}

TEST_CASE("seen from the front the lateral side of a right knee is on the viewer's left, and above is up") {
  const Camera camera = Orbit{}.camera();
  CHECK(on_screen(camera, {40, 0, 0}, 1).x < -0.1f);
  CHECK(on_screen(camera, {0, 0, 40}, 1).y > 0.1f);
  CHECK(on_screen(camera, {0, 40, 0}, 1).z < on_screen(camera, {0, 0, 0}, 1).z);
}

TEST_CASE("seen from lateral the front of a right knee is on the right") {
  const Camera camera = Orbit{.azimuth = 90}.camera();
  CHECK(camera.eye.x == doctest::Approx(400));
  CHECK(on_screen(camera, {0, 40, 0}, 1).x > 0.1f);
}

TEST_CASE(
    "whole-knee views show the joint inside the frame and fill it, at 16:9 and 4:3; shafts run out of it") {
  const scene_fixture::Set set;
  for (const ViewName name : {ViewName::anterior, ViewName::lateral, ViewName::posterior, ViewName::medial}) {
    const Camera camera = orbit_of(name, set.knee).camera();
    for (const float aspect : {16.0f / 9.0f, 4.0f / 3.0f}) {
      float widest = 0;
      for (const anatomy::Part& part : set.knee.parts) {
        if (part.id == anatomy::PartId::needle) continue;
        for (const anatomy::Vertex& vertex : part.mesh.vertices) {
          if (glm::length(vertex.position - glm::vec3(0, 5, -12)) > 74) continue;
          const glm::vec3 at = on_screen(camera, vertex.position, aspect);
          widest = glm::max(widest, glm::max(glm::abs(at.x), glm::abs(at.y)));
        }
      }
      CAPTURE(std::string(key(name)));
      CHECK(widest < 0.975f);
      CHECK(widest > 0.75f);
    }
  }
}

TEST_CASE("the first view shows the joint large and the lesion well inside the frame") {
  const scene_fixture::Set set;
  const Camera camera = orbit_of(ViewName::oblique45, set.knee).camera();
  const glm::vec3 lesion = on_screen(camera, set.knee.lesion.centre, 4.0f / 3.0f);
  CHECK(glm::abs(lesion.x) < 0.5f);
  CHECK(glm::abs(lesion.y) < 0.5f);
  const glm::vec3 above = on_screen(camera, {0, 0, 90}, 1), below = on_screen(camera, {0, 0, -105}, 1);
  CHECK(above.y > 0.95f);
  CHECK(below.y < -0.95f);
}

TEST_CASE(
    "the defect view looks at the lesion from in front and below, and the lesion fills about half of the "
    "frame") {
  const scene_fixture::Set set;
  const Camera camera = orbit_of(ViewName::defect, set.knee).camera();
  const glm::vec3 towards_eye = glm::normalize(camera.eye - set.knee.lesion.centre);
  CHECK(towards_eye.y > 0.3f);
  CHECK(towards_eye.z < -0.3f);
  CHECK(glm::dot(towards_eye, set.knee.lesion.outward) > 0.7f);
  const float left = on_screen(camera, set.knee.lesion.centre - 8.0f * set.knee.lesion.right, 1).x;
  const float right = on_screen(camera, set.knee.lesion.centre + 8.0f * set.knee.lesion.right, 1).x;
  CHECK(std::fabs(left - right) / 2 == doctest::Approx(0.5).epsilon(0.15));
}

TEST_CASE(
    "the close-up of a plateau or a kneecap shows enough of the bone to tell it, and the lesion in it") {
  for (const params::LesionSite site :
       {params::LesionSite::medial_tibia, params::LesionSite::lateral_tibia, params::LesionSite::patella}) {
    anatomy::Knee knee;
    knee.shape.lesion_diameter = 16;
    knee.shape.lesion_site = site;
    knee.lesion.centre = {20, 50, 5};
    const Orbit orbit = orbit_of(ViewName::defect, knee);
    const float shown = 2 * orbit.distance * std::tan(glm::radians(orbit.field_of_view) / 2);
    CHECK(shown > 50);
    const glm::vec3 at = on_screen(orbit.camera(), knee.lesion.centre, 4.0f / 3.0f);
    CHECK(glm::length(glm::vec2(at)) < 0.6f);
  }
}

TEST_CASE("the nerve view stands behind and lateral of the lesion of the nerve") {
  const scene_fixture::Set set;
  const Camera camera = orbit_of(ViewName::nerve, set.knee).camera();
  CHECK(camera.eye.x > camera.target.x + 20);
  CHECK(camera.eye.y < camera.target.y - 20);
  const glm::vec3 lesion = set.knee.peroneal_nerve.points[100];
  CHECK(glm::length(glm::vec2(on_screen(camera, lesion, 16.0f / 9))) < 0.7f);
}

TEST_CASE("a left knee is seen from its own lateral and medial sides") {
  const scene_fixture::Set set;
  const anatomy::Knee left = mirrored(set.knee);
  CHECK(orbit_of(ViewName::lateral, set.knee).camera().eye.x > 100);
  CHECK(orbit_of(ViewName::lateral, left).camera().eye.x < -100);
  CHECK(orbit_of(ViewName::oblique45, left).azimuth == -orbit_of(ViewName::oblique45, set.knee).azimuth);
}

TEST_CASE("a detail is looked at from the same side, from so near that it fills the picture") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Orbit far = orbit_of(ViewName::lateral, knee);
  const Orbit near = close_to(ViewName::lateral, far, knee, {.part = anatomy::PartId::patella, .height = 30});
  CHECK(near.azimuth == far.azimuth);
  CHECK(near.distance < 0.3f * far.distance);
  const auto& box = knee.find(anatomy::PartId::patella)->box;
  CHECK(near.target.x > 0.5f * (box.low.x + box.high.x));  // its lateral face
  for (int i = 0; i < 3; ++i) {
    CHECK(near.target[i] >= box.low[i]);
    CHECK(near.target[i] <= box.high[i]);
  }
  // 30 mm from top to bottom of the picture.
  const glm::vec3 edge = on_screen(near.camera(), near.target + glm::vec3(0, 0, 15), 1.6f);
  CHECK(edge.y == doctest::Approx(1).epsilon(0.02));
}

TEST_CASE("muscles and skin are asked for only by what shows them") {
  using anatomy::Extent;
  params::Scenario scenario;
  View view;
  CHECK(extent_shown(scenario, view) == Extent::joint);
  for (const Layer layer : {Layer::muscles, Layer::skin}) {
    View with = view;
    with.layers[static_cast<std::size_t>(layer)] = true;
    CHECK(extent_shown(scenario, with) == Extent::whole);
  }
  View film = view;
  film.radiograph = true;
  CHECK(extent_shown(scenario, film) == Extent::whole);
  scenario.muscle.injury = params::MuscleInjury::grade1;
  CHECK(extent_shown(scenario, view) == Extent::whole);
}

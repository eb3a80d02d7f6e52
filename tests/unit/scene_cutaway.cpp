// Cuts as plain data, and the joint space read off bones.
#include <doctest/doctest.h>

#include <algorithm>

#include "scene/cutaway.h"
#include "scene/film.h"
#include "scene/navigate.h"
#include "scene_fixture.h"

using namespace mend;
using namespace mend::scene;

TEST_CASE("a cut lifts off the side of the eye, wherever it stands") {
  Cutaway cutaway;
  cutaway.planes[1].offset = 10;
  cutaway.is_cut[1] = true;
  for (const float y : {200.0f, -200.0f}) {
    const auto cuts = cuts_facing(cutaway, {0, y, 0});
    REQUIRE(cuts.size() == 1);
    CHECK(is_lifted(cuts, {}, {0, 10 + (y > 0 ? 5.0f : -5.0f), 0}));
    CHECK_FALSE(is_lifted(cuts, {}, {0, 10 - (y > 0 ? 5.0f : -5.0f), 0}));
  }
}

TEST_CASE("the ball is empty and nothing else") {
  const Peel peel{{1, 2, 3}, 10};
  CHECK(is_lifted({}, peel, {1, 2, 12.9f}));
  CHECK_FALSE(is_lifted({}, peel, {1, 2, 13.1f}));
  CHECK_FALSE(is_lifted({}, {}, {0, 0, 0}));
}

TEST_CASE("the key for cuts opens, closes, and opens again as it was") {
  Cutaway cutaway;
  CHECK(cutaway.is_empty());
  toggle(cutaway);
  CHECK_FALSE(cutaway.is_empty());
  cutaway.planes[0].offset = 7;
  const Cutaway chosen = cutaway;
  toggle(cutaway);
  CHECK(cutaway.is_empty());
  CHECK(cuts_facing(cutaway, {300, 0, 0}).empty());
  toggle(cutaway);
  CHECK(cutaway == chosen);
}

TEST_CASE("a direction near a body plane's becomes it, another stays") {
  CHECK(snapped(glm::normalize(glm::vec3(0.05f, -1, 0.03f))) == glm::vec3(0, -1, 0));
  const glm::vec3 slanted = glm::normalize(glm::vec3(1, 1, 0));
  CHECK(snapped(slanted) == slanted);
}

TEST_CASE("the joint space is what lies between the bones of each compartment") {
  anatomy::Knee knee;
  const auto plate = [](float z, float medial, float lateral, bool with_shaft) {
    anatomy::Mesh mesh;
    for (int x = -30; x <= 30; ++x)
      for (int y = -20; y <= 20; ++y) {
        anatomy::Vertex v;
        v.position = {x, y, z + (x < 0 ? medial : lateral)};
        v.region = 1;
        mesh.vertices.push_back(v);
      }
    for (float down = 60; with_shaft && down <= 120; down += 2)
      for (const float side : {-5.0f, 5.0f}) {
        anatomy::Vertex v;
        v.position = {side, 0, -down};
        mesh.vertices.push_back(v);
      }
    return mesh;
  };
  knee.parts.push_back({anatomy::PartId::femur, plate(-20, 0, 0, false), {}});
  knee.parts.push_back({anatomy::PartId::tibia, plate(-26, 2.5f, 0.5f, true), {}});
  const JointSpaces spaces = joint_spaces(knee);
  CHECK(spaces.medial.width == doctest::Approx(3.5).epsilon(0.02));
  CHECK(spaces.lateral.width == doctest::Approx(5.5).epsilon(0.02));
  CHECK(spaces.medial.at.upper.z - spaces.medial.at.lower.z == doctest::Approx(3.5).epsilon(0.02));
}

TEST_CASE("a film holds every part unghosted, whatever the view shows, and no cells") {
  const anatomy::Knee knee = scene_fixture::knee();
  params::Scenario scenario;
  const Stage stage{.scenario = &scenario, .knee = &knee};
  View view;
  view.layers.fill(false);
  view.radiograph = true;
  const Scene film = compose(stage, sim::State{}, view);
  CHECK(film.radiograph);
  CHECK(film.cells.empty());
  CHECK(film.surfaces.size() >= knee.parts.size() / 2);
  for (const Surface& surface : film.surfaces) CHECK(surface.opacity == 1);
}

TEST_CASE("a frontal film is taken along the plateau of a bent knee, a lateral one as it is seen") {
  anatomy::Knee knee = scene_fixture::knee();
  anatomy::Mesh& tibia = std::find_if(knee.parts.begin(), knee.parts.end(), [](const anatomy::Part& part) {
                           return part.id == anatomy::PartId::tibia;
                         })->mesh;
  tibia = {};
  for (float down = 20; down <= 120; down += 2) {
    anatomy::Vertex v;
    v.position = {0, -down * std::sin(glm::radians(20.0f)), -down * std::cos(glm::radians(20.0f))};
    tibia.vertices.push_back(v);
  }
  tibia.indices = {0, 1, 2};
  params::Scenario scenario;
  const Stage stage{.scenario = &scenario, .knee = &knee};
  const auto elevation = [&](ViewName name) {
    View view;
    view.radiograph = true;
    view.orbit = orbit_of(name, knee, scenario);
    const Camera camera = compose(stage, sim::State{}, view).camera;
    const float seen = glm::degrees(std::asin(glm::normalize(view.orbit.camera().eye - view.orbit.target).z));
    return glm::degrees(std::asin(glm::normalize(camera.eye - camera.target).z)) - seen;
  };
  CHECK(elevation(ViewName::anterior) == doctest::Approx(-15).epsilon(0.05));
  CHECK(elevation(ViewName::posterior) == doctest::Approx(15).epsilon(0.05));
  CHECK(elevation(ViewName::lateral) == doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("a click goes through what is lifted off, to what the cut shows") {
  Scene scene;
  scene.camera = {.eye = {0, 100, 0}, .target = {0, 0, 0}, .up = {0, 0, 1}, .field_of_view = 30};
  for (const auto& [id, y] : {std::pair{anatomy::PartId::patella, 30.0f}, {anatomy::PartId::femur, 0.0f}}) {
    scene.made.push_back(scene_fixture::ball({0, y, 0}, 8));
    Surface surface;
    surface.mesh = &scene.made.back();
    surface.part = id;
    surface.box = anatomy::bounds(scene.made.back());
    scene.surfaces.push_back(surface);
  }
  const auto picked = [&] { return pick(scene, {0, 0}, 1)->part; };
  CHECK(picked() == anatomy::PartId::patella);
  scene.cuts = {{{0, 1, 0}, 15}};
  CHECK(picked() == anatomy::PartId::femur);
  scene.cuts.clear();
  scene.peel = {{0, 35, 0}, 20};
  CHECK(picked() == anatomy::PartId::femur);
  scene.peel = {};
  scene.cuts = {{{0, -1, 0}, -150}};
  CHECK_FALSE(pick(scene, {0, 0}, 1));
}

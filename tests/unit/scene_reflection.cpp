#include "scene/reflection.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "anatomy/triangle_grid.h"
#include "scene/compose.h"
#include "scene/mirror.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;

namespace {

std::vector<anatomy::Knee> bent_knees() {
  const auto rest = anatomy::build_rest({}, 0);
  std::vector<anatomy::Knee> knees;
  for (const double flexion : {0.0, 20.0, 45.0, 90.0, 120.0})
    knees.push_back(anatomy::posed(*rest, flexion, 0, {}, anatomy::Extent::joint));
  return knees;
}

const std::vector<anatomy::Knee>& knees() {
  static const std::vector<anatomy::Knee> knees = bent_knees();
  return knees;
}

anatomy::Mesh reflected(const anatomy::Knee& knee, PartId id) {
  anatomy::Mesh mesh = knee.find(id)->mesh;
  Reflection(knee).apply(mesh);
  return mesh;
}

}  // namespace

TEST_CASE("a reflected kneecap keeps its shape and shows its joint surface to the front, clear of the shin") {
  for (const anatomy::Knee& knee : knees()) {
    CAPTURE(knee.shape.flexion);
    const anatomy::Mesh &before = knee.find(PartId::patella)->mesh, after = reflected(knee, PartId::patella);
    for (std::size_t i = 0; i + 500 < before.vertices.size(); i += 97) {
      const auto span = [&](const anatomy::Mesh& mesh) {
        return glm::distance(mesh.vertices[i].position, mesh.vertices[i + 500].position);
      };
      CHECK(span(after) == doctest::Approx(span(before)).epsilon(1e-3));
    }
    glm::vec3 facing(0), centre(0);
    for (const anatomy::Vertex& v : after.vertices) {
      centre += v.position;
      if (v.region > 0.5f) facing += v.normal;
    }
    const ShinAxes shin = shin_axes(knee);
    CHECK(glm::dot(glm::normalize(facing), shin.forward) > 0.6f);
    const Orbit orbit = orbit_of(ViewName::reflected, knee);
    CHECK(glm::dot(glm::normalize(facing), glm::normalize(orbit.camera().eye - orbit.target)) > 0.8f);
    centre /= static_cast<float>(after.vertices.size());
    CHECK(glm::dot(centre, shin.up) < -60);  // below the plateau and what lies on it
    const anatomy::TriangleGrid tibia(knee.find(PartId::tibia)->mesh);
    for (const anatomy::Vertex& v : after.vertices) REQUIRE_FALSE(tibia.holds(anatomy::Vec(v.position)));
  }
}

TEST_CASE("a folded tendon stays on its tuberosity and as long as it was, and follows the kneecap") {
  for (const anatomy::Knee& knee : knees()) {
    CAPTURE(knee.shape.flexion);
    const anatomy::Mesh &before = knee.find(PartId::patellar_tendon)->mesh,
                        after = reflected(knee, PartId::patellar_tendon);
    CHECK(glm::distance(after.vertices.back().position, before.vertices.back().position) < 1e-3f);
    const Reflection reflection(knee);
    double length = 0, folded = 0;
    const auto middle = [](const anatomy::Mesh& mesh, std::size_t ring) {
      glm::vec3 sum(0);
      for (std::size_t i = 0; i < 36; ++i) sum += mesh.vertices[36 * ring + i].position;
      return sum / 36.0f;
    };
    for (std::size_t ring = 1; ring < before.vertices.size() / 36; ++ring) {
      length += static_cast<double>(glm::distance(middle(before, ring), middle(before, ring - 1)));
      folded += static_cast<double>(glm::distance(middle(after, ring), middle(after, ring - 1)));
    }
    CHECK(folded == doctest::Approx(length).epsilon(0.03));
    for (std::size_t i = 0; i < before.vertices.size(); i += 211)
      CHECK(after.vertices[i].position == reflection.at(before.vertices[i].position));
    for (const anatomy::Vertex& v : after.vertices)
      CHECK(glm::length(v.normal) == doctest::Approx(1).epsilon(1e-3));
  }
}

TEST_CASE("a left knee is reflected as the mirror of a right one") {
  const anatomy::Knee &right = knees()[1], left = mirrored(right);
  const anatomy::Mesh a = reflected(right, PartId::patella), b = reflected(left, PartId::patella);
  for (std::size_t i = 0; i < a.vertices.size(); i += 97)
    CHECK(glm::distance(a.vertices[i].position * glm::vec3(-1, 1, 1), b.vertices[i].position) < 0.01f);
}

TEST_CASE("a knee without the tendon is left as it is") {
  const anatomy::Knee knee;
  CHECK(Reflection(knee).at({1, 2, 3}) == glm::vec3(1, 2, 3));
}

TEST_CASE(
    "the view of a reflected kneecap holds it and the joint in the frame, and nothing of what held it") {
  const params::Scenario scenario;
  for (const anatomy::Knee& knee : knees()) {
    CAPTURE(knee.shape.flexion);
    View view;
    view.focus = ViewName::reflected;
    view.orbit = orbit_of(view.focus, knee);
    const Scene scene = compose({.scenario = &scenario, .knee = &knee}, sim::State{}, view);
    for (const PartId id : {PartId::capsule, PartId::quadriceps_tendon, PartId::hoffa_fat_pad, PartId::mpfl})
      for (const Surface& surface : scene.surfaces) CHECK(surface.part != id);
    const glm::mat4 to_clip = scene.camera.projection(4.0f / 3.0f) * scene.camera.view();
    for (const PartId id : {PartId::patella, PartId::patellar_cartilage, PartId::femoral_cartilage}) {
      const auto shown = std::ranges::find(scene.surfaces, id, &Surface::part);
      REQUIRE(shown != scene.surfaces.end());
      for (const anatomy::Vertex& v : shown->mesh->vertices) {
        const glm::vec4 clip = to_clip * glm::vec4(v.position, 1);
        REQUIRE(std::max(std::fabs(clip.x), std::fabs(clip.y)) < clip.w);
      }
    }
    view.cutaway.is_cut[0] = true;  // a section goes through the kneecap where it belongs
    const Scene section = compose({.scenario = &scenario, .knee = &knee}, sim::State{}, view);
    CHECK(std::ranges::find(section.surfaces, PartId::patella, &Surface::part)->mesh ==
          &knee.find(PartId::patella)->mesh);
  }
}

TEST_CASE("what fills a lesion of the kneecap goes down with it") {
  params::Scenario scenario;
  scenario.lesion.site = params::LesionSite::patella;
  scenario.lesion.diameter = 12;
  const anatomy::Knee knee =
      anatomy::build_knee({.lesion_diameter = 12, .lesion_site = params::LesionSite::patella}, 0);
  const sim::State state = scene_fixture::state(90, 0.6);
  View view;
  view.focus = ViewName::reflected;
  view.orbit = orbit_of(view.focus, knee);
  const Scene scene = compose({.scenario = &scenario, .knee = &knee}, state, view);
  const Surface* repair = scene_fixture::find(scene, PartId::patellar_cartilage, Material::repair);
  REQUIRE(repair != nullptr);
  const glm::vec3 lesion = Reflection(knee).at(knee.lesion.centre);
  CHECK(glm::distance(0.5f * (repair->box.low + repair->box.high), lesion) < 4);
  CHECK_FALSE(scene.cells.empty());
  for (const CellInstance& cell : scene.cells) CHECK(glm::distance(cell.position, lesion) < 12);
}

#include "scene/compose.h"

#include <doctest/doctest.h>

#include <cstring>

#include "scene/mirror.h"
#include "scene/obstruction.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;
using scene_fixture::find;

namespace {

template <typename T>
void append(std::string& bytes, const std::vector<T>& list) {
  bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
}

/// Everything of a frame but addresses.
std::string bytes_of(const Scene& scene) {
  std::string bytes;
  for (const Surface& surface : scene.surfaces) {
    append(bytes, surface.mesh->vertices);
    append(bytes, surface.mesh->indices);
    append(bytes, std::vector<float>{surface.opacity, surface.inflammation, surface.wear,
                                     surface.hyaline_share, surface.sclerosis.x, surface.sclerosis.y});
    bytes += std::to_string(surface.version) + "/" + std::to_string(static_cast<int>(surface.material));
  }
  append(bytes, scene.cells);
  for (const NerveDrawing& nerve : scene.nerves) append(bytes, nerve.axons);
  append(bytes, std::vector<float>{scene.phase, scene.camera.eye.x, scene.camera.eye.y});
  return bytes;
}

float opacity(const Scene& scene, PartId part) {
  for (const Surface& surface : scene.surfaces) {
    if (surface.part == part && surface.material != Material::repair) return surface.opacity;
  }
  return -1;
}

}  // namespace

TEST_CASE("the same arguments give the same frame, byte for byte, in any order of calls") {
  const scene_fixture::Set set;
  const sim::State state = scene_fixture::state(1.4, 0.3), other = scene_fixture::state(60, 0.7);
  const std::string first = bytes_of(set.frame(state));
  const std::string between = bytes_of(set.frame(other, ViewName::nerve));
  CHECK(bytes_of(set.frame(state)) == first);
  CHECK(between != first);
}

TEST_CASE("hidden layers are not in the frame") {
  const scene_fixture::Set set;
  View view = set.view(ViewName::anterior);
  const sim::State state = scene_fixture::state(1.4, 0.3);
  CHECK(opacity(compose(set.stage(), state, view), PartId::femur) == 1);
  view.layers.fill(false);
  const Scene empty = compose(set.stage(), state, view);
  CHECK(empty.surfaces.empty());
  CHECK(empty.cells.empty());
  CHECK(empty.nerves.empty());
}

TEST_CASE("in the defect view what stands before the lesion is not drawn, and what holds the lesion is") {
  const scene_fixture::Set set;
  anatomy::Knee blocked = set.knee;
  const View view = set.view(ViewName::defect);
  const glm::vec3 half_way = glm::mix(view.orbit.camera().eye, set.knee.lesion.centre, 0.6f);
  blocked.parts.push_back(scene_fixture::part(PartId::patellar_tendon, half_way, 4));
  Stage stage = set.stage();
  stage.knee = &blocked;
  const Scene scene = compose(stage, scene_fixture::state(30, 0.3), view);
  CHECK(opacity(scene, PartId::patellar_tendon) < 0);
  CHECK(opacity(scene, PartId::tibia) < 0);
  CHECK(opacity(scene, PartId::capsule) < 0);
  CHECK(opacity(scene, PartId::femur) == 1);
  CHECK(opacity(scene, PartId::femoral_cartilage) == 1);
  CHECK(opacity(scene, PartId::fibula) == 1);
  View whole = view;
  whole.focus = ViewName::anterior;
  CHECK(opacity(compose(stage, scene_fixture::state(30, 0.3), whole), PartId::patellar_tendon) == 1);
}

TEST_CASE("a part fades gradually as it comes before the focus") {
  const Focus focus{{{glm::vec3(0), 8}}, {}};
  float last = 0;
  bool saw_between = false;
  for (float x = 24; x >= 0; x -= 0.25f) {
    const float now = obstruction(scene_fixture::part(PartId::patella, {x, 50, 0}, 4), focus, {0, 100, 0});
    CHECK(now >= last - 0.05f);
    CHECK(now - last < 0.5f);
    saw_between = saw_between || (now > 0.1f && now < 0.9f);
    last = now;
  }
  CHECK(last == 1);
  CHECK(saw_between);
  for (const float behind : {-6.0f, -50.0f})
    CHECK(obstruction(scene_fixture::part(PartId::patella, {0, behind, 0}, 4), focus, {0, 100, 0}) == 0);
}

TEST_CASE(
    "the needle is there from 0.4 d before an injection to 0.6 d after it, and never for an operation") {
  scene_fixture::Set set;
  const auto seen = [&](double day) {
    return opacity(set.frame(scene_fixture::state(day, 0)), PartId::needle);
  };
  CHECK(seen(0.59) < 0);
  CHECK(seen(0.75) > 0);
  CHECK(seen(1) == 1);
  CHECK(seen(1.4) > 0);
  CHECK(seen(1.61) < 0);
  set.scenario.regimen[0].kind = params::EventKind::implant;
  CHECK(seen(1) < 0);
}

TEST_CASE("an inflamed lining is warmer and less clear") {
  scene_fixture::Set set;
  sim::State state = scene_fixture::state(0, 0);
  const auto capsule = [&](double synovitis) {
    state.joint.synovitis = synovitis;
    return *find(set.frame(state), PartId::capsule, Material::synovium);
  };
  CHECK(capsule(0).opacity == doctest::Approx(0.25));
  CHECK(capsule(1).opacity == doctest::Approx(0.5));
  CHECK(capsule(0.3).inflammation == doctest::Approx(0.3));
  // What lies behind a bent joint shows through.
  set.knee.shape.flexion = 90;
  CHECK(capsule(0).opacity < 0.1f);
  CHECK(capsule(1).opacity == doctest::Approx(0.5));
}

TEST_CASE("bone hardens from grade 3 on, and on the side where most cartilage is lost") {
  scene_fixture::Set set;
  const auto sclerosis = [&] {
    return find(set.frame(scene_fixture::state(0, 0)), PartId::tibia, Material::bone)->sclerosis;
  };
  set.knee.shape.wear = {.left = {0.2, 0.6, 0.2, 0.6, 0.6, 0.6}, .kl_grade = 2};
  CHECK(sclerosis() == glm::vec2(0));
  set.knee.shape.wear.kl_grade = 4;
  CHECK(sclerosis().x == doctest::Approx(1));  // medial
  CHECK(sclerosis().y == doctest::Approx(0.25));
  set.knee = mirrored(set.knee);
  CHECK(sclerosis().x == doctest::Approx(0.25));
  CHECK(sclerosis().y == doctest::Approx(1));
}

TEST_CASE("cartilage looks worn by the grade of the joint and by what the run has worn off") {
  scene_fixture::Set set;
  sim::State state = scene_fixture::state(0, 0);
  const auto wear = [&] {
    return find(set.frame(state), PartId::femoral_cartilage, Material::cartilage)->wear;
  };
  CHECK(wear() == 0);
  set.scenario.joint.kl_grade = 2;
  const float by_grade = wear();
  CHECK(by_grade > 0.2f);
  state.joint.thickness.fill(0.5);
  CHECK(wear() > by_grade);
}

TEST_CASE("a crushed nerve is a sheath with its axons, and a whole one is a plain nerve") {
  scene_fixture::Set set;
  const sim::State state = scene_fixture::state(0, 0);
  const auto seen_from = [&](float distance) {
    View view = set.view(ViewName::oblique45);
    view.orbit.distance = distance;
    return compose(set.stage(), state, view);
  };
  Scene scene = seen_from(60);
  CHECK(find(scene, PartId::peroneal_nerve, Material::nerve_sheath));
  CHECK(opacity(scene, PartId::peroneal_nerve) < 0.3f);
  REQUIRE(scene.nerves.size() == 1);
  CHECK(scene.nerves[0].axons.size() == 61);
  CHECK(scene.nerves[0].lesion == doctest::Approx(100));
  scene = seen_from(400);
  CHECK(opacity(scene, PartId::peroneal_nerve) == 1);
  CHECK(scene.nerves.empty());
  set.scenario.nerve.injury = params::NerveInjuryKind::none;
  scene = seen_from(60);
  CHECK(find(scene, PartId::peroneal_nerve, Material::nerve));
  CHECK(scene.nerves.empty());
}

TEST_CASE("a crush is bruised on the first day and not after three weeks, and its new sheaths thicken") {
  const scene_fixture::Set set;
  const auto nerve_on = [&](double day) {
    const Scene scene = set.frame(scene_fixture::state(day, 0), ViewName::nerve);
    REQUIRE(scene.nerves.size() == 1);
    return scene.nerves[0];
  };
  CHECK(nerve_on(0).bruise == 1);
  CHECK(nerve_on(7).bruise < 1);
  CHECK(nerve_on(7).bruise > 0);
  CHECK(nerve_on(22).bruise == 0);
  CHECK(nerve_on(300).young_sheath > nerve_on(60).young_sheath);
}

TEST_CASE("with the nerve alone, bones stand behind it, soft tissue is left out and no cells are drawn") {
  scene_fixture::Set set;
  set.scenario.lesion.diameter = 0;
  set.scenario.regimen.clear();
  const Scene scene = set.frame(scene_fixture::state(10, 0));
  CHECK(opacity(scene, PartId::femur) == 1);
  CHECK(opacity(scene, PartId::capsule) == -1);
  CHECK(opacity(scene, PartId::peroneal_nerve) > 0);
  CHECK(scene.cells.empty());
}

TEST_CASE(
    "a plateau seen from above has what goes up to the thigh cut over its menisci, and no other view is "
    "cut") {
  const scene_fixture::Set set;
  CHECK(set.frame(scene_fixture::state(10, 0), ViewName::anterior).cuts.empty());
  const Scene above = set.frame(scene_fixture::state(10, 0), ViewName::plateau);
  REQUIRE(above.cuts.size() == 1);
  const Surface* meniscus = scene_fixture::find(above, PartId::meniscus_medial, Material::meniscus);
  REQUIRE(meniscus != nullptr);
  float highest = -1e9f;
  for (const anatomy::Vertex& v : meniscus->mesh->vertices)
    highest = std::max(highest, glm::dot(v.position, above.cuts[0].normal));
  CHECK(above.cuts[0].offset > highest);
  CHECK(above.cuts[0].offset < highest + 5);
  View cut;
  cut.focus = ViewName::plateau;
  cut.cutaway.is_cut[0] = true;
  CHECK(compose(set.stage(), scene_fixture::state(10, 0), cut).cuts.size() ==
        1);  // the user's own plane alone
}

TEST_CASE("a mirrored knee keeps its triangles turned outward and its nerve frames right-handed") {
  const anatomy::Knee right = scene_fixture::knee();
  const anatomy::Knee left = mirrored(right);
  CHECK(lateral_sign(right) == 1);
  CHECK(lateral_sign(left) == -1);
  for (const anatomy::Part& part : left.parts) {
    const anatomy::Mesh& mesh = part.mesh;
    for (std::size_t i = 900; i < 960; i += 3) {
      const anatomy::Vertex &a = mesh.vertices[mesh.indices[i]], &b = mesh.vertices[mesh.indices[i + 1]],
                            &c = mesh.vertices[mesh.indices[i + 2]];
      CHECK(glm::dot(glm::cross(b.position - a.position, c.position - a.position), a.normal) > 0);
    }
    const glm::vec3 p = mesh.vertices[0].position;
    CHECK(p.x >= part.box.low.x - 1e-3f);
    CHECK(p.x <= part.box.high.x + 1e-3f);
  }
  const auto handed = [](const anatomy::Path& path) {
    return glm::dot(glm::cross(path.normals[3], path.binormals[3]), path.points[4] - path.points[3]) > 0;
  };
  CHECK(handed(left.peroneal_nerve) == handed(right.peroneal_nerve));
  const anatomy::Knee back = mirrored(left);
  CHECK(back.needle_tip == right.needle_tip);
  CHECK(back.parts[0].mesh.indices == right.parts[0].mesh.indices);
}

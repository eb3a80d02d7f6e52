// A sick joint's parts on a day follow the models' state, smoothly.
#include "scene/disease.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/lesion_view.h"
#include "scene_fixture.h"

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;
using params::LesionSite;

namespace {

constexpr float kThickness = 2;  // mm

/// The made-up knee with its cartilage told as a real one is: 2 mm thick, its margin at the equator.
anatomy::Knee knee_with_margin() {
  anatomy::Knee knee = scene_fixture::knee();
  for (anatomy::Part& part : knee.parts) {
    for (anatomy::Vertex& vertex : part.mesh.vertices) {
      if (part.id == PartId::femoral_cartilage) {
        vertex.fibre = vertex.normal;
        vertex.depth = kThickness;
        const float from_margin = 23 * std::asin(glm::clamp(-vertex.normal.z, 0.0f, 1.0f));
        vertex.region = glm::min(1.0f, from_margin / 12);
      }
      if (part.id == PartId::femur) vertex.depth = vertex.normal.x > 0.9f ? 4.0f : 0.0f;
    }
  }
  return knee;
}

sim::JointState joint_with(double left, double pannus) {
  sim::JointState joint;
  joint.thickness.fill(left);
  joint.pannus = pannus;
  joint.bone_erosion = 0.1 * pannus;
  joint.synovitis = pannus > 0 ? 1 : 0.1;
  return joint;
}

/// Largest way of a vertex between two meshes of the same part.
float farthest(const anatomy::Mesh& a, const anatomy::Mesh& b) {
  float most = 0;
  for (std::size_t i = 0; i < a.vertices.size(); ++i)
    most = std::max(most, glm::distance(a.vertices[i].position, b.vertices[i].position));
  return most;
}

float highest_over_ball(const anatomy::Mesh& mesh) {
  float most = -1e9f;
  for (const anatomy::Vertex& vertex : mesh.vertices)
    most = std::max(most, glm::distance(vertex.position, glm::vec3(-22, 0, 0)) - 23);
  return most;
}

}  // namespace

TEST_CASE("a joint as it was built keeps its meshes") {
  const anatomy::Knee knee = knee_with_margin();
  for (const anatomy::Part& part : knee.parts) {
    CHECK(!mesh_on_day(part, knee, joint_with(1, 0)));
    CHECK(!pannus_over(part, knee, joint_with(1, 0)));
  }
  CHECK(villous_growth(joint_with(1, 0)) == 0);
  CHECK(villi_of(knee, 0).vertices.empty());
}

TEST_CASE("cartilage sinks by the share that the model says is gone, and of what was built") {
  anatomy::Knee knee = knee_with_margin();
  const anatomy::Part& part = *knee.find(PartId::femoral_cartilage);
  const auto thin = mesh_on_day(part, knee, joint_with(0.75, 0));
  REQUIRE(thin);
  CHECK(farthest(part.mesh, *thin) == doctest::Approx(0.25f * kThickness).epsilon(0.001));
  knee.shape.wear.left.fill(0.75);
  CHECK(!mesh_on_day(*knee.find(PartId::femoral_cartilage), knee, joint_with(0.75, 0)));
}

TEST_CASE("thinning pannus and erosion move no vertex far in a day") {
  const anatomy::Knee knee = knee_with_margin();
  for (const PartId id : {PartId::femoral_cartilage, PartId::femur}) {
    const anatomy::Part& part = *knee.find(id);
    // Two years of the rheumatoid knee: 1.5 mm of pannus and a tenth of the cartilage.
    for (double day = 0; day < 730; day += 73) {
      const auto at = [&](double d) {
        return mesh_on_day(part, knee, joint_with(1 - d / 7300, 1 + d / 480));
      };
      const auto one = at(day), next = at(day + 1);
      REQUIRE(one);
      REQUIRE(next);
      CHECK(farthest(*one, *next) < 0.02f);
      CHECK(farthest(*one, *next) > 0);
    }
  }
}

TEST_CASE("pannus covers a growing strip from the margin and the cartilage under it is gone") {
  const anatomy::Knee knee = knee_with_margin();
  const anatomy::Part& part = *knee.find(PartId::femoral_cartilage);
  float last = 0;
  for (const double front : {1.0, 3.0, 6.0, 12.0}) {
    CAPTURE(front);
    const auto pannus = pannus_over(part, knee, joint_with(1, front));
    REQUIRE(pannus);
    float reach = 0;  // of what stands above the cartilage
    for (const anatomy::Vertex& vertex : pannus->vertices) {
      if (glm::distance(vertex.position, glm::vec3(-22, 0, 0)) > 23.05f)
        reach = std::max(reach, vertex.region * 12);
    }
    CHECK(reach >= last);
    const float tongue = std::min(0.6f * static_cast<float>(front), 1.5f);
    CHECK(reach <= static_cast<float>(front) + tongue + 0.51f);
    CHECK(reach >= static_cast<float>(front) - 2.5f);  // rows of the ball are 3 mm apart
    CHECK(highest_over_ball(*pannus) < 1.3f);
    last = reach;
    const auto eaten = mesh_on_day(part, knee, joint_with(1, front));
    REQUIRE(eaten);
    for (std::size_t i = 0; i < eaten->vertices.size(); ++i) {
      const float from_margin = part.mesh.vertices[i].region * 12;
      if (from_margin < static_cast<float>(front) - tongue - 1)
        CHECK(eaten->vertices[i].depth < 0.11f * kThickness);
      if (from_margin > static_cast<float>(front) + tongue + 1)
        CHECK(eaten->vertices[i].depth > 0.99f * kThickness);
    }
  }
}

TEST_CASE("marginal erosions grow with the model's depth") {
  const anatomy::Knee knee = knee_with_margin();
  const anatomy::Part& femur = *knee.find(PartId::femur);
  const auto eaten = mesh_on_day(femur, knee, joint_with(1, 5));
  REQUIRE(eaten);
  CHECK(farthest(femur.mesh, *eaten) == doctest::Approx(0.5 * 4).epsilon(0.01));
  CHECK(!mesh_on_day(*knee.find(PartId::fibula), knee, joint_with(1, 5)));
}

TEST_CASE("a rheumatoid joint shows pannus and villi over its parts and a healthy one none") {
  scene_fixture::Set set;
  set.knee = knee_with_margin();
  sim::State state = scene_fixture::state(100, 0);
  const auto linings = [&] {
    const Scene scene = set.frame(state);
    return std::count_if(scene.surfaces.begin(), scene.surfaces.end(), [&](const Surface& surface) {
      return surface.material == Material::synovium && surface.mesh != &set.knee.find(PartId::capsule)->mesh;
    });
  };
  CHECK(linings() == 0);
  state.joint.pannus = 2;
  CHECK(linings() == 2);  // over the one cartilage, and the villi
}

TEST_CASE("the close-up of each site holds its bone and its cartilage and looks at its floor") {
  struct Row {
    LesionSite site;
    PartId bone, cartilage;
  };
  for (const Row& row : {Row{LesionSite::medial_femur, PartId::femur, PartId::femoral_cartilage},
                         Row{LesionSite::lateral_femur, PartId::femur, PartId::femoral_cartilage},
                         Row{LesionSite::trochlea, PartId::femur, PartId::femoral_cartilage},
                         Row{LesionSite::patella, PartId::patella, PartId::patellar_cartilage},
                         Row{LesionSite::medial_tibia, PartId::tibia, PartId::tibial_cartilage_medial},
                         Row{LesionSite::lateral_tibia, PartId::tibia, PartId::tibial_cartilage_lateral}}) {
    CAPTURE(static_cast<int>(row.site));
    CHECK(in_close_up(row.bone, row.site) == InCloseUp::kept);
    CHECK(in_close_up(row.cartilage, row.site) == InCloseUp::kept);
    CHECK(in_close_up(PartId::capsule, row.site) != InCloseUp::kept);
    const auto kept = kept_in_close_up(row.site);
    CHECK(std::find(kept.begin(), kept.end(), row.bone) != kept.end());
  }
}

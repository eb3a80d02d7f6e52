// The syringe: there for an injection, its plunger following it, and never before what a view is about.
#include "scene/syringe.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "anatomy/mesher.h"
#include "anatomy_checks.h"
#include "scene/compose.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

/// mm behind the needle's tip of a piece's last and first point.
std::pair<float, float> reach(const anatomy::Knee& knee, const anatomy::Mesh& mesh) {
  float first = 1e9f, last = -1e9f;
  for (const anatomy::Vertex& v : mesh.vertices) {
    const float along = glm::dot(v.position - knee.needle_tip, -knee.needle_direction);
    first = glm::min(first, along);
    last = glm::max(last, along);
  }
  return {first, last};
}

}  // namespace

TEST_CASE("the plunger is drawn back before an injection and goes in with it") {
  const params::Scenario scenario = scene_fixture::scenario();
  CHECK(injection_on(scenario, 0.9).given == 0);
  CHECK(injection_on(scenario, 1).given == 0);
  const float half = injection_on(scenario, 1.075).given;
  CHECK(half > 0.4f);
  CHECK(half < 0.6f);
  CHECK(injection_on(scenario, 1.15).given == doctest::Approx(1));
  CHECK(injection_on(scenario, 1.3).given == doctest::Approx(1));
  CHECK(injection_on(scenario, 30).opacity == 0);
}

TEST_CASE("of two injections the nearer one moves the plunger") {
  params::Scenario scenario = scene_fixture::scenario();
  scenario.regimen.push_back(scenario.regimen[0]);
  scenario.regimen[1].day = 2;
  CHECK(injection_on(scenario, 1.2).given == doctest::Approx(1));
  CHECK(injection_on(scenario, 1.9).given == 0);
}

TEST_CASE("the pieces of the syringe are whole, and 5 ml stand 44 mm long in it") {
  const anatomy::Knee knee = scene_fixture::knee();
  const std::vector<SyringePiece> full = syringe_pieces(knee, 0), empty = syringe_pieces(knee, 1);
  CHECK(full.size() == empty.size() + 1);  // the fluid
  for (const SyringePiece& piece : full) {
    CHECK(anatomy::fault_of(piece.mesh) == "");
    CHECK(anatomy::volume(piece.mesh) > 0);
  }
  const auto plunger = [&](const std::vector<SyringePiece>& pieces) { return reach(knee, pieces[1].mesh); };
  CHECK(plunger(full).first - plunger(empty).first == doctest::Approx(44).epsilon(0.01));
  CHECK(plunger(full).second - plunger(empty).second == doctest::Approx(44).epsilon(0.01));
  CHECK(plunger(empty).first >= reach(knee, full.back().mesh).first);     // within the barrel,
  CHECK(plunger(full).first + 7 < reach(knee, full.back().mesh).second);  // its piston too
}

TEST_CASE("the syringe is not before the joint in the views of the whole knee") {
  const anatomy::Knee knee = anatomy::build_knee({.flexion = 20}, 0);
  for (const ViewName name : {ViewName::anterior, ViewName::lateral, ViewName::posterior, ViewName::medial}) {
    CAPTURE(std::string(key(name)));
    const Camera camera = orbit_of(name, knee).camera();
    const glm::mat4 view = camera.view();
    const glm::vec3 joint = view * glm::vec4(0, 10, -10, 1);
    float nearest = 1e9f;
    for (const SyringePiece& piece : syringe_pieces(knee, 0)) {
      for (const anatomy::Vertex& v : piece.mesh.vertices) {
        const glm::vec3 at = view * glm::vec4(v.position, 1);
        const glm::vec2 seen = glm::vec2(at) * (joint.z / at.z) - glm::vec2(joint);
        nearest = glm::min(nearest, glm::length(seen));
      }
    }
    CHECK(nearest > 45);  // mm in the joint's plane: half the width of the condyles
  }
}

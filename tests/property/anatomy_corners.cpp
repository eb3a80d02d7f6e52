// Any lesion and any flexion give a knee that can be drawn.
#include <doctest/doctest.h>

#include "anatomy/cartilage.h"
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

namespace {
void check_knee(const KneeShape& shape) {
  CAPTURE(shape.flexion);
  CAPTURE(shape.lesion_diameter);
  const Knee knee = build_knee(shape, 0);
  CHECK(knee.parts.size() == kParts);
  for (const Part& part : knee.parts) {
    CAPTURE(info(part.id).key);
    CHECK(fault_of(part.mesh) == "");
    CHECK(volume(part.mesh) > 0);
  }
  CHECK(knee.columns.empty() == !(shape.lesion_diameter > 0));
  for (const Vertex& v : knee.find(PartId::quadriceps_tendon)->mesh.vertices)
    REQUIRE(femur_with_cartilage(Vec(v.position)) > -0.5);
  CHECK(knee.cavity.size() > 300);
  CHECK(knee.walls.size() > 1500);
}
}  // namespace

TEST_CASE("lesions from none to 30 mm leave closed meshes") {
  for (const double diameter : {0.0, 5.0, 30.0}) check_knee({.flexion = 20, .lesion_diameter = diameter});
}

TEST_CASE("flexion from 0 to 120 degrees leaves closed meshes") {
  for (const double flexion : {0.0, 45.0, 90.0, 120.0}) check_knee({.flexion = flexion, .lesion_diameter = 16});
}

TEST_CASE("the bones stay in contact from 0 to 90 degrees") {
  for (double flexion = 0; flexion <= 90; flexion += 15) {
    CAPTURE(flexion);
    const Poses poses = pose_knee(flexion);
    CHECK(poses.gap_medial >= 0);
    CHECK(poses.gap_medial <= 0.3);
    CHECK(poses.gap_lateral >= 0);
    CHECK(poses.gap_lateral <= 0.3);
    CHECK(poses.gap_patella >= 0);
    CHECK(poses.gap_patella <= 0.3);
  }
}

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
  // The tendon lies on what is left of this knee's cartilage.
  for (const Vertex& v : knee.find(PartId::quadriceps_tendon)->mesh.vertices)
    REQUIRE(covered_femur(Vec(v.position), {.wear = shape.wear}) > -0.5);
  // Room for cells: least where a bent knee draws its pouch flat.
  CHECK(knee.cavity.size() > 240);
  CHECK(knee.walls.size() > 1100);
}
}  // namespace

TEST_CASE("lesions from none to 30 mm leave closed meshes") {
  for (const double diameter : {0.0, 5.0, 30.0}) check_knee({.flexion = 20, .lesion_diameter = diameter});
}

TEST_CASE("a lesion of 30 mm at any site and of any depth leaves closed meshes") {
  using mend::params::LesionShoulder;
  using mend::params::LesionSite;
  for (int site = 0; site < mend::params::kLesionSites; ++site) {
    const bool is_odd = site % 2 == 1;
    check_knee({.flexion = is_odd ? 120.0 : 0.0,
                .lesion_diameter = 30,
                .lesion_depth = is_odd ? 0.4 : 1.0,
                .lesion_site = static_cast<LesionSite>(site),
                .lesion_shoulder = is_odd ? LesionShoulder::frayed : LesionShoulder::sharp});
  }
}

TEST_CASE("a knee of any Kellgren-Lawrence grade has closed meshes even with a wide lesion and bent fully") {
  for (const int grade : {1, 3, 4}) {
    const double left = 1 - 0.19 * grade, elsewhere = 0.5 + 0.5 * left;
    const Wear wear{.left = {left, elsewhere, left, elsewhere, elsewhere, elsewhere}, .kl_grade = grade};
    check_knee({.flexion = 30.0 * grade, .lesion_diameter = grade == 4 ? 30.0 : 0.0, .wear = wear});
  }
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

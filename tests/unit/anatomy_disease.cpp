// What osteoarthritis and focal lesions make of the knee's shape.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/erosion.h"
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy/spurs.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;
using mend::params::LesionShoulder;
using mend::params::LesionSite;

namespace math = mend::math;

namespace {

/// As worn as the models' standard knee of a grade: joint space 5.0, 4.8, 4.2, 2.8, 1.2 mm medially, half of
/// that loss elsewhere.
Wear wear_of(int grade) {
  constexpr std::array<double, 5> kSpace{5, 4.8, 4.2, 2.8, 1.2};
  const double medial = kSpace[static_cast<std::size_t>(grade)] / 5, elsewhere = 0.5 + 0.5 * medial;
  return {.left = {medial, elsewhere, medial, elsewhere, elsewhere, elsewhere}, .kl_grade = grade};
}

/// mm between the bones at the narrowest place of a compartment.
double joint_space(double flexion, const Wear& wear, double (*patch)(const Vec&)) {
  const Poses poses = pose_knee(flexion, sample_solids({.wear = wear}, 0));
  double least = 1e9;
  for (double x = -36; x <= 38; x += 1.5) {
    for (double y = -20; y <= 20; y += 1.5) {
      Vec p{x, y, -18};
      for (int step = 0; step < 60 && tibia(p) > 0.01; ++step) p.z -= 0.7 * tibia(p);
      if (patch(p) > 1) least = std::min(least, femur(poses.tibia.to_world(p)));
    }
  }
  return least;
}

/// mm that the bone with its spurs stands off the native one at most.
double longest_spur(double (*spurred)(const Vec&, int), const MeshBox& box, int grade) {
  const Mesh mesh = surface_of([&](const Vec& p) { return spurred(p, grade); }, box, 0);
  double longest = 0;
  for (const Vertex& v : mesh.vertices) longest = std::max(longest, spurred(Vec(v.position), 0));
  return longest;
}

constexpr std::array kSites{LesionSite::medial_femur,  LesionSite::lateral_femur, LesionSite::medial_tibia,
                            LesionSite::lateral_tibia, LesionSite::trochlea,      LesionSite::patella};

/// The crater of a knee as its cartilage's and its bone's meshes show it.
struct Crater {
  double diameter = 0, depth = 0;
};
Crater measured(const Knee& knee) {
  const Vec centre(knee.lesion.centre), axis(knee.lesion.outward), right(knee.lesion.right),
      up(knee.lesion.up);
  constexpr std::size_t kBins = 48;
  const double radius = knee.shape.lesion_diameter / 2;
  // The wall: in each direction what of the cartilage's upper edge stands nearest the axis.
  std::array<double, kBins> rim{};
  rim.fill(1e9);
  double floor = -1e9;  // the upper of bone and of what is left of the cartilage
  const PartId cartilage = knee.lesion_floor.front().part;
  for (const Part& part : knee.parts) {
    const Tissue tissue = info(part.id).tissue;
    if (part.id != cartilage && tissue != Tissue::bone) continue;
    for (const Vertex& v : part.mesh.vertices) {
      const Vec d = Vec(v.position) - centre;
      const double along = glm::dot(d, axis), across = glm::length(d - axis * along);
      if (math::fabs(along) > 6 || across > radius + 2) continue;
      const bool is_up = static_cast<double>(glm::dot(Vec(v.normal), axis)) > 0.6;
      if (across < 1.3 && is_up) floor = std::max(floor, along);
      if (part.id != cartilage || across < 0.8 * radius) continue;
      const double turn = math::atan2(glm::dot(d, up), glm::dot(d, right)) / (2 * math::kPi) + 0.5;
      double& nearest = rim[std::min(kBins - 1, static_cast<std::size_t>(turn * kBins))];
      nearest = std::min(nearest, across);
    }
  }
  Crater crater;
  double bins = 0;
  for (const double r : rim) {
    if (r > 1e8) continue;
    crater.diameter += 2 * r;
    ++bins;
  }
  crater.diameter /= std::max(1.0, bins);
  crater.depth = -floor;
  return crater;
}

}  // namespace

TEST_CASE("the joint space narrows with every Kellgren-Lawrence grade and medially most") {
  for (const double flexion : {0.0, 20.0}) {
    CAPTURE(flexion);
    double medial = 1e9, lateral = 1e9;
    for (int grade = 0; grade <= 4; ++grade) {
      CAPTURE(grade);
      const double m = joint_space(flexion, wear_of(grade), tibia_patch_medial);
      const double l = joint_space(flexion, wear_of(grade), tibia_patch_lateral);
      MESSAGE("flexion " << flexion << " grade " << grade << ": medial " << m << ", lateral " << l << " mm");
      CHECK(m < medial - 0.05);
      CHECK(l < lateral);
      medial = m;
      lateral = l;
      if (grade == 0) CHECK(m > 3);
    }
    CHECK(medial < 1.3);
    CHECK(lateral > 1.5 * medial);
  }
}

TEST_CASE("cartilages still just touch at every grade") {
  for (int grade = 0; grade <= 4; ++grade) {
    CAPTURE(grade);
    const Poses poses = pose_knee(20, sample_solids({.wear = wear_of(grade)}, 0));
    for (const double gap : {poses.gap_medial, poses.gap_lateral, poses.gap_patella}) {
      CHECK(gap >= 0);
      CHECK(gap <= 0.3);
    }
  }
}

TEST_CASE("each compartment keeps the share of its cartilage that it is told to") {
  for (int grade = 1; grade <= 4; ++grade) {
    CAPTURE(grade);
    const Wear wear = wear_of(grade);
    double kept = 0, native = 0;
    for (double x = -33; x <= -6; x += 1) {
      for (double y = -19; y <= 19; y += 1) {
        const Vec p{x, y, -29};
        if (tibia_patch_medial(p) <= 0) continue;
        kept += tibia_thickness(p, {.wear = wear});
        native += tibia_thickness(p);
      }
    }
    CHECK(kept / native == doctest::Approx(wear.of(Compartment::medial_tibia)).epsilon(0.12));
  }
}

TEST_CASE("osteophytes grow with the grade and are as long as published") {
  const MeshBox thigh{{-50, -40, -36}, {52, 50, 103}, 2}, shin{{-46, -40, -133}, {50, 42, -15}, 2},
      kneecap{{-22, 34, -22}, {32, 68, 30}, 1.3};
  constexpr std::array<double, 5> kLeast{0, 0.3, 1, 3, 5}, kMost{0.05, 3, 3, 5, 7.5};
  double last_femur = -1, last_tibia = -1, last_patella = -1;
  for (int grade = 0; grade <= 4; ++grade) {
    CAPTURE(grade);
    const double on_femur = longest_spur(spurred_femur, thigh, grade),
                 on_tibia = longest_spur(spurred_tibia, shin, grade),
                 on_patella = longest_spur(spurred_patella, kneecap, grade);
    MESSAGE("grade " << grade << ": femur " << on_femur << ", tibia " << on_tibia << ", patella "
                     << on_patella);
    const auto g = static_cast<std::size_t>(grade);
    const double longest = std::max(on_femur, on_tibia);
    CHECK(longest >= kLeast[g]);
    CHECK(longest <= kMost[g]);
    CHECK(on_femur > last_femur);
    CHECK(on_tibia > last_tibia);
    CHECK(on_patella > last_patella);
    CHECK(on_patella <= longest);
    last_femur = on_femur;
    last_tibia = on_tibia;
    last_patella = on_patella;
  }
}

TEST_CASE("the spines of the tibia grow points from the first grade on") {
  for (const Spine& spine : kSpines) {
    const auto above = [&](double mm) { return spine.tip + Vec{0, 0, spine.blunt + mm}; };
    CHECK(tibia(above(-0.3)) < 0);
    CHECK(tibia(above(0.6)) > 0);
    double last = tibia(above(0.6));
    for (int grade = 1; grade <= 4; ++grade) {
      const double now = spurred_tibia(above(0.6), grade);
      CHECK(now < 0);
      CHECK(now < last);
      last = now;
    }
  }
}

TEST_CASE("a lesion has the asked diameter and depth at every site") {
  for (const LesionSite site : kSites) {
    CAPTURE(static_cast<int>(site));
    const double native = lesion_site_thickness({.lesion_site = site});
    CHECK(native > 1.5);
    CHECK(native < 5);
    for (const double share : {1.0, 0.5}) {
      CAPTURE(share);
      const Knee knee = build_knee({.lesion_diameter = 12, .lesion_depth = share, .lesion_site = site}, 0);
      CHECK(static_cast<double>(knee.lesion.depth) == doctest::Approx(share * native));
      const Crater crater = measured(knee);
      if (share == 1.0) CHECK(math::fabs(crater.diameter - 12) < 0.3);
      CHECK(math::fabs(crater.depth - share * native) < 0.3);
      const LesionColumn& middle =
          knee.columns[Knee::kColumnGrid * (Knee::kColumnGrid / 2) + Knee::kColumnGrid / 2];
      CHECK(static_cast<double>(glm::distance(middle.floor, middle.surface)) ==
            doctest::Approx(share * native).epsilon(0.08));
    }
  }
}

TEST_CASE("a frayed lesion is ragged and as wide as asked in the mean") {
  double sum = 0;
  for (int i = 0; i < 720; ++i) {
    const double offset = rim_offset(i * math::kPi / 360, 8, LesionShoulder::frayed);
    CHECK(math::fabs(offset) <= 0.8);
    CHECK(rim_offset(i * math::kPi / 360, 8, LesionShoulder::sharp) == 0);
    sum += offset;
  }
  CHECK(math::fabs(sum / 720) < 0.01);
  const Knee knee = build_knee({.lesion_diameter = 14, .lesion_shoulder = LesionShoulder::frayed}, 0);
  CHECK(math::fabs(measured(knee).diameter - 14) < 0.3);
  CHECK(fault_of(knee.find(PartId::femoral_cartilage)->mesh) == "");
}

TEST_CASE("erosions lie in the bare area beside the cartilage and their mean is one") {
  CHECK(erosion_share({-36, 0, -10}, -3) == 0);
  CHECK(erosion_share({-36, 0, -10}, 8) == 0);
  double sum = 0, most = 0;
  int count = 0;
  for (double x = -40; x <= 40; x += 1.7) {
    for (double y = -30; y <= 30; y += 1.3) {
      for (const double beside : {0.8, 1.6, 2.4, 3.2}) {
        const double share = erosion_share({x, y, 0.3 * x + 0.2 * y}, beside);
        sum += share;
        most = std::max(most, share);
        ++count;
      }
    }
  }
  CHECK(sum / count > 0.7);
  CHECK(sum / count < 1.3);
  CHECK(most < 4.1);
  CHECK(most > 3);
}

TEST_CASE("spurs of different bones do not grow into each other") {
  for (const int grade : {2, 4}) {
    CAPTURE(grade);
    const Mesh shin = surface_of([&](const Vec& p) { return spurred_tibia(p, grade); },
                                 {{-46, -40, -133}, {50, 42, -15}, 2}, 0);
    const Mesh kneecap = surface_of([&](const Vec& p) { return spurred_patella(p, grade); },
                                    {{-22, 34, -22}, {32, 68, 30}, 1.3}, 0);
    for (const double flexion : {0.0, 30.0, 60.0, 90.0, 120.0}) {
      CAPTURE(flexion);
      const Poses poses = pose_knee(flexion, sample_solids({.wear = wear_of(grade)}, 0));
      const auto deepest = [&](const Mesh& mesh, const Pose& pose) {
        double least = 1e9;
        Vec where{0};
        for (const Vertex& v : mesh.vertices) {
          const Vec p = pose.to_world(Vec(v.position));
          const double d = spurred_femur(p, grade);
          if (d < least) least = d, where = p;
        }
        CAPTURE(where.x);
        CAPTURE(where.y);
        CAPTURE(where.z);
        CHECK(least > -0.3);
      };
      deepest(shin, poses.tibia);
      deepest(kneecap, poses.patella);
    }
  }
}

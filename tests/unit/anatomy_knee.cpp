// The whole knee as built: meshes, contact, the lesion, nerves, needle and joint space.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy_checks.h"
#include "base/hash.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

const Knee& knee() {
  static const Knee built = build_knee({.flexion = 20, .lesion_diameter = 16}, 0);
  return built;
}
const Poses& poses() {
  static const Poses found = pose_knee(20);
  return found;
}

double least(PartId part, const Field& field) {
  double result = 1e9;
  for (const Vertex& v : knee().find(part)->mesh.vertices) result = std::min(result, field(Vec(v.position)));
  return result;
}

double length_along(PartId part) {
  float longest = 0;
  for (const Vertex& v : knee().find(part)->mesh.vertices) longest = std::max(longest, v.depth);
  return static_cast<double>(longest);
}

double bones(const Vec& p) {
  const Vec t = poses().tibia.to_local(p);
  return std::min({femur(p), tibia(t), fibula(t), patella(poses().patella.to_local(p))});
}

/// Extent of a part's vertices along `axis`, of those within 1.3 mm of a plane.
double extent_at(PartId part, const Vec& place, const Vec& normal, const Vec& axis) {
  double low = 1e9, high = -1e9;
  for (const Vertex& v : knee().find(part)->mesh.vertices) {
    const Vec d = Vec(v.position) - place;
    if (math::fabs(glm::dot(d, normal)) > 1.3) continue;
    low = std::min(low, glm::dot(d, axis));
    high = std::max(high, glm::dot(d, axis));
  }
  return high - low;
}

/// mm that a place lies in front of a part that stands before or behind it; far below 0 where none does.
double in_front_of(PartId part, const Vec& p) {
  double front = 1e3;
  for (const Vertex& v : knee().find(part)->mesh.vertices) {
    const Vec d = p - Vec(v.position);
    if (math::fabs(d.x) < 2.5 && math::fabs(d.z) < 2.5) front = std::min(front, d.y);
  }
  return front > 900 ? -1e3 : front;
}

std::uint64_t hash_of(const Knee& built) {
  mend::Hash hash;
  for (const Part& part : built.parts) {
    for (const Vertex& v : part.mesh.vertices) {
      for (int i = 0; i < 3; ++i) {
        hash.add(static_cast<double>(v.position[i]));
        hash.add(static_cast<double>(v.normal[i]));
      }
      hash.add(static_cast<double>(v.occlusion));
    }
    for (const std::uint32_t i : part.mesh.indices) hash.add(static_cast<std::uint64_t>(i));
  }
  for (const CavityPoint& p : built.cavity) hash.add(static_cast<double>(p.clearance));
  for (const WallPoint& p : built.walls) hash.add(static_cast<double>(p.position.x));
  return hash.value();
}

}  // namespace

TEST_CASE("every part is there, closed, outward and named") {
  CHECK(knee().parts.size() == kParts);
  for (std::size_t i = 0; i < kParts; ++i) {
    const auto id = static_cast<PartId>(i);
    CHECK(info(id).id == id);
    const Part* part = knee().find(id);
    REQUIRE(part != nullptr);
    CAPTURE(info(id).key);
    CHECK(fault_of(part->mesh) == "");
    CHECK(volume(part->mesh) > 0);
  }
}

TEST_CASE("the rim of a sawn shaft is a fine line") {
  for (const PartId id : {PartId::femur, PartId::tibia, PartId::fibula}) {
    CAPTURE(info(id).key);
    const Mesh& bone = knee().find(id)->mesh;
    const auto is_sawn = [&](std::uint32_t i) { return bone.vertices[i].region < 0; };
    double longest = 0;
    for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
      const std::uint32_t* corner = &bone.indices[t];
      if (is_sawn(corner[0]) && is_sawn(corner[1]) && is_sawn(corner[2])) continue;
      for (std::size_t c = 0; c < 3; ++c) {
        const std::uint32_t a = corner[c], b = corner[(c + 1) % 3];
        if (!is_sawn(a) || !is_sawn(b)) continue;
        const float length = glm::distance(bone.vertices[a].position, bone.vertices[b].position);
        longest = std::max(longest, static_cast<double>(length));
      }
    }
    CHECK(longest > 0);
    CHECK(longest < 1);
  }
}

TEST_CASE("what is shown at first stays within 150,000 triangles at low quality") {
  std::size_t triangles = 0;
  for (const Part& part : knee().parts) {
    const Tissue tissue = info(part.id).tissue;
    const bool is_hidden = tissue == Tissue::muscle || tissue == Tissue::artery || tissue == Tissue::vein ||
                           tissue == Tissue::skin;
    const auto& drawn = part.mesh.coarse.empty() ? part.mesh.indices : part.mesh.coarse;
    if (!is_hidden) triangles += drawn.size() / 3;
  }
  CAPTURE(triangles);
  CHECK(triangles <= 150'000);
}

TEST_CASE("the same knee comes out of one, two and eight threads") {
  const KneeShape shape{.flexion = 20, .lesion_diameter = 10};
  const std::uint64_t one = hash_of(build_knee(shape, 1));
  CHECK(one == hash_of(build_knee(shape, 2)));
  CHECK(one == hash_of(build_knee(shape, 8)));
}

TEST_CASE("cartilages of different bones touch and do not pass through each other") {
  CHECK(poses().gap_medial >= 0);
  CHECK(poses().gap_medial <= 0.3);
  CHECK(poses().gap_lateral >= 0);
  CHECK(poses().gap_lateral <= 0.3);
  CHECK(poses().gap_patella >= 0);
  CHECK(poses().gap_patella <= 0.3);
  for (const PartId part : {PartId::tibial_cartilage_medial, PartId::tibial_cartilage_lateral,
                            PartId::patellar_cartilage, PartId::meniscus_medial, PartId::meniscus_lateral}) {
    CAPTURE(info(part).key);
    CHECK(least(part, femur_with_cartilage) > -0.3);
  }
  CHECK(least(PartId::tibia, femur_with_cartilage) > 0.3);
  CHECK(least(PartId::patella, femur) > 2);
}

TEST_CASE("menisci have the published volumes") {
  CHECK(volume(knee().find(PartId::meniscus_medial)->mesh) == doctest::Approx(2300).epsilon(0.2));
  CHECK(volume(knee().find(PartId::meniscus_lateral)->mesh) == doctest::Approx(2100).epsilon(0.2));
}

TEST_CASE("ligaments and tendons have the published lengths") {
  const auto check_length = [](PartId part, double low, double high) {
    CAPTURE(info(part).key);
    const double length = length_along(part);
    CAPTURE(length);
    CHECK(length >= low);
    CHECK(length <= high);
  };
  check_length(PartId::lcl, 48, 70);
  check_length(PartId::mcl, 88, 116);  // 90-100 and the two ends that fan into bone
  const double tendon =
      glm::length(poses().patella.to_world(kPatellaApex) - poses().tibia.to_world(kTuberosity));
  CHECK(tendon == doctest::Approx(kTendonLength).epsilon(0.02));
}

TEST_CASE("the tendons of the kneecap are as wide, thick and long as published") {
  const auto check = [](double value, double low, double high) {
    CAPTURE(value);
    CHECK(value >= low);
    CHECK(value <= high);
  };
  const Vec x{1, 0, 0};
  const Vec apex = poses().patella.to_world(kPatellaApex), tuberosity = poses().tibia.to_world(kTuberosity);
  const Vec along = glm::normalize(apex - tuberosity), forward = glm::normalize(glm::cross(along, x));
  const auto patellar = [&](double share, const Vec& axis) {
    return extent_at(PartId::patellar_tendon, glm::mix(apex, tuberosity, share), along, axis);
  };
  check(patellar(0.05, x), 26.5, 30);
  check(patellar(0.9, x), 22, 25);
  check(patellar(0.5, forward), 4.5, 6.5);  // with its bend
  const Vec pole = poses().patella.to_world(kPatellaCentre + kUpperPole), top{6, 35, 75};
  const Vec up = glm::normalize(top - pole), ahead = glm::normalize(glm::cross(up, x));
  check(extent_at(PartId::quadriceps_tendon, pole + up * 4.0, up, x), 33, 37);
  check(extent_at(PartId::quadriceps_tendon, pole + up * 30.0, up, ahead), 7, 9.5);  // with its bend
  double length = 0;
  for (const Vertex& v : knee().find(PartId::quadriceps_tendon)->mesh.vertices)
    length = std::max(length, glm::dot(Vec(v.position) - pole, up));
  check(length, 60, 70);
  CHECK(least(PartId::quadriceps_tendon, femur_with_cartilage) > 1);  // room for the pouch
  check(volume(knee().find(PartId::hoffa_fat_pad)->mesh), 20'000, 28'000);
}

TEST_CASE("the joint ends behind the tendons and the front of the kneecap") {
  for (const PartId part : {PartId::quadriceps_tendon, PartId::patella, PartId::patellar_tendon}) {
    CAPTURE(info(part).key);
    double worst = -1e3;
    for (const Vertex& v : knee().find(PartId::capsule)->mesh.vertices)
      worst = std::max(worst, in_front_of(part, Vec(v.position)));
    for (const CavityPoint& p : knee().cavity) worst = std::max(worst, in_front_of(part, Vec(p.position)));
    for (const Vertex& v : knee().find(PartId::hoffa_fat_pad)->mesh.vertices)
      worst = std::max(worst, in_front_of(part, Vec(v.position)));
    CHECK(worst > -50);
    CHECK(worst < 0);
  }
}

TEST_CASE("the inner collateral ligament lies on the bone below the joint") {
  for (double along = 50; along < 105; along += 5) {
    double nearest = 1e9;
    for (const Vertex& v : knee().find(PartId::mcl)->mesh.vertices) {
      if (math::fabs(static_cast<double>(v.depth) - along) < 2.5)
        nearest = std::min(nearest, bones(Vec(v.position)));
    }
    CAPTURE(along);
    CHECK(nearest < 1);
    CHECK(nearest > -0.1);
  }
}

TEST_CASE("the crater's rim is a circle") {
  const Vec centre(knee().lesion.centre), axis(knee().lesion.outward);
  int on_top = 0;
  double inmost = 1e3;
  for (const Vertex& v : knee().find(PartId::femoral_cartilage)->mesh.vertices) {
    const Vec d = Vec(v.position) - centre;
    if (glm::length(d) > 14) continue;
    const double r = glm::length(d - axis * glm::dot(d, axis));
    inmost = std::min(inmost, r);
    on_top += math::fabs(r - 8.5) < 0.003;
  }
  CHECK(inmost > 7.9);
  CHECK(inmost < 8.05);
  CHECK(on_top > 80);
}

TEST_CASE("the lesion is a full-thickness crater of the asked size where it should be") {
  const Knee intact = build_knee({.flexion = 20, .lesion_diameter = 0}, 0);
  const double removed = volume(intact.find(PartId::femoral_cartilage)->mesh) -
                         volume(knee().find(PartId::femoral_cartilage)->mesh);
  const double expected = math::kPi * 8 * 8 * lesion_site_thickness();
  CHECK(removed == doctest::Approx(expected).epsilon(0.1));
  CHECK(lesion_site_thickness() == doctest::Approx(knee().lesion.depth));
  CHECK(lesion_site_thickness() > 1.7);
  CHECK(lesion_site_thickness() < 2.6);

  const Vec centre(knee().lesion.centre);
  CHECK(centre.x == doctest::Approx(-21).epsilon(0.001));
  CHECK(math::atan2(centre.y, -centre.z) * 180 / math::kPi == doctest::Approx(22).epsilon(0.001));
  CHECK(math::fabs(femur_with_cartilage(centre)) < 0.01);
  CHECK(glm::dot(knee().lesion.right, knee().lesion.up) == doctest::Approx(0).epsilon(0.001));

  CHECK(intact.columns.empty());
  CHECK(intact.lesion_floor.empty());
  REQUIRE(knee().columns.size() == Knee::kColumnGrid * Knee::kColumnGrid);
  for (const LesionColumn& column : knee().columns) {
    if (column.radius > 1) continue;
    CHECK(math::fabs(femur(Vec(column.floor))) < 0.02);
    // On the shell as it is meshed: on a slope the field itself is only near it.
    CHECK(math::fabs(femur_with_cartilage(Vec(column.surface))) < 0.3);
  }
  CHECK(knee().lesion_floor.size() == 600);
  for (const WallPoint& place : knee().lesion_floor) CHECK(math::fabs(femur(Vec(place.position))) < 0.02);
}

TEST_CASE("nerves keep outside bone and carry a frame that does not twist") {
  CHECK(least(PartId::tibial_nerve, bones) > 0.3);
  CHECK(least(PartId::peroneal_nerve, bones) > 0.3);
  for (const Path* path : {&knee().tibial_nerve, &knee().peroneal_nerve}) {
    REQUIRE(path->points.size() > 100);
    for (std::size_t i = 1; i < path->points.size(); ++i) {
      CHECK(glm::dot(path->normals[i], path->normals[i - 1]) > 0.95f);
      CHECK(math::fabs(static_cast<double>(glm::dot(path->normals[i], path->binormals[i]))) < 1e-3);
      CHECK(static_cast<double>(glm::length(path->points[i] - path->points[i - 1])) ==
            doctest::Approx(path->spacing).epsilon(0.05));
    }
  }
  // The neck lies by the fibula, with room for a lesion 20 mm above it.
  const auto neck = static_cast<std::size_t>(knee().neck_arclength / knee().peroneal_nerve.spacing);
  REQUIRE(neck < knee().peroneal_nerve.points.size());
  CHECK(fibula(poses().tibia.to_local(Vec(knee().peroneal_nerve.points[neck]))) < 6);
  CHECK(knee().neck_arclength > 60);
  // They end within the bones' cuts, and the tibial nerve is no straight rope.
  const float cut = knee().find(PartId::fibula)->box.low.z;
  CHECK(knee().find(PartId::peroneal_nerve)->box.low.z > cut);
  CHECK(knee().find(PartId::tibial_nerve)->box.low.z > knee().find(PartId::tibia)->box.low.z);
  CHECK(knee().find(PartId::tibial_nerve)->box.high.z < knee().find(PartId::femur)->box.high.z);
  const std::vector<glm::vec3>& line = knee().tibial_nerve.points;
  float sway = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(line.size() - 1);
    sway = std::max(sway, std::abs(line[i].x - glm::mix(line.front().x, line.back().x, share)));
  }
  CHECK(sway > 2);
}

TEST_CASE("the needle reaches the joint space outside bone, cartilage and tendon") {
  const double clear =
      least(PartId::needle, [](const Vec& p) { return std::min(bones(p), femur_with_cartilage(p)); });
  CHECK(clear > 0.5);
  CHECK(knee().needle_direction.x < 0);  // from the lateral side,
  CHECK(knee().needle_direction.z < 0);  // from above
  REQUIRE(!knee().cavity.empty());
  CHECK(glm::length(knee().cavity[0].position - knee().needle_tip) < 6);
}

TEST_CASE("every cavity point is free and leads to the needle's tip") {
  const Knee& k = knee();
  CHECK(k.cavity.size() > 800);
  for (std::size_t i = 0; i < k.cavity.size(); ++i) {
    const Vec p(k.cavity[i].position);
    const double from_lesion = glm::length(p - Vec(k.lesion.centre));
    if (from_lesion > 10) CHECK(femur_with_cartilage(p) > -0.5);  // half the voxel of the distances
    CHECK(bones(Vec(k.cavity[i].position)) > 0);
    CHECK(k.cavity[i].clearance > 0);
    // Breadth first: the way on always has a smaller index, so it ends at point 0.
    CHECK(k.cavity[i].next < static_cast<std::int32_t>(i));
    CHECK((k.cavity[i].next >= 0) == (i > 0));
  }
}

TEST_CASE("walls are mostly synovium and each is reached from the cavity") {
  const Knee& k = knee();
  CHECK(k.walls.size() >= 2000);
  CHECK(k.walls.size() <= 4000);
  const auto synovium = std::count_if(k.walls.begin(), k.walls.end(),
                                      [](const WallPoint& w) { return w.part == PartId::capsule; });
  CHECK(synovium > 0.75 * static_cast<double>(k.walls.size()));
  CHECK(synovium < 0.95 * static_cast<double>(k.walls.size()));
  for (const WallPoint& wall : k.walls) {
    REQUIRE(wall.cavity >= 0);
    REQUIRE(wall.cavity < static_cast<std::int32_t>(k.cavity.size()));
    CHECK(glm::length(k.cavity[static_cast<std::size_t>(wall.cavity)].position - wall.position) < 8);
    CHECK(glm::length(wall.normal) == doctest::Approx(1).epsilon(0.001));
  }
}

TEST_CASE("the notch and the joint line are darker than the open shaft") {
  const auto mean_near = [](PartId part, const glm::vec3& place, float reach) {
    double sum = 0;
    int count = 0;
    for (const Vertex& v : knee().find(part)->mesh.vertices) {
      if (glm::length(v.position - place) < reach) sum += static_cast<double>(v.occlusion), ++count;
    }
    REQUIRE(count > 0);
    return sum / count;
  };
  const double shaft = mean_near(PartId::femur, {6, 28, 75}, 8);
  CHECK(shaft > 0.85);
  CHECK(mean_near(PartId::femur, {1, -10, 0}, 8) < 0.6 * shaft);
  CHECK(mean_near(PartId::femoral_cartilage, {-22, -6, -27}, 7) < 0.6 * shaft);
}

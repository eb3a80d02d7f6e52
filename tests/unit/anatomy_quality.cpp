// Every mesh of the knee at every bend: closed, manifold, turned outward, not cutting itself; and parts that
// keep out of each other.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/mesher.h"
#include "anatomy/untangle.h"
#include "anatomy_checks.h"
#include "mesh_depth.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

bool is_any_of(PartId id, std::initializer_list<PartId> parts) {
  return std::find(parts.begin(), parts.end(), id) != parts.end();
}

constexpr std::array kBones{PartId::femur, PartId::tibia, PartId::patella, PartId::fibula};

/// The bone that a hard part belongs to.
PartId bone_of(PartId id) {
  using enum PartId;
  if (is_any_of(id, {femur, femoral_cartilage})) return femur;
  if (is_any_of(id, {patella, patellar_cartilage})) return patella;
  return id == fibula ? fibula : tibia;
}

void check_meshes(const Knee& knee) {
  for (const Part& part : knee.parts) {
    CAPTURE(info(part.id).key);
    CHECK(fault_of(part.mesh) == "");
    // Pieces of one part may touch: a branch starts inside its trunk.
    for (const Mesh& piece : pieces_of(part.mesh)) {
      CHECK(crossings_of(piece).empty());
      CHECK(volume(piece) > 0);
    }
  }
}

void check_hard_parts(const Knee& knee) {
  constexpr double kAllowed = 0.3;  // mm
  for (const Part& one : knee.parts) {
    if (one.id > PartId::meniscus_lateral) continue;
    const TriangleGrid solid(one.mesh);
    for (const Part& other : knee.parts) {
      if (other.id > PartId::meniscus_lateral || bone_of(one.id) == bone_of(other.id)) continue;
      const Depth found = deepest_in(other.mesh, solid, [](const Vertex&) { return true; });
      CAPTURE(info(one.id).key);
      CAPTURE(info(other.id).key);
      CAPTURE(found.place.x);
      CAPTURE(found.place.y);
      CAPTURE(found.place.z);
      CHECK(found.depth <= kAllowed);
    }
  }
}

/// mm along from either end within which a cord or band holds on to bone.
struct Feet {
  float top, low;
};
Feet feet_of(PartId id) {
  using enum PartId;
  switch (info(id).tissue) {
    case Tissue::ligament:
      // The cruciates' footprints are longer than those of the others.
      if (id == acl || id == pcl) return {15, 16};
      return {9, id == mcl ? 21.f : 12.f};
    case Tissue::tendon:
      // The patellar tendon starts on the kneecap's face and holds its apex.
      return id == patellar_tendon ? Feet{24, 30} : id == quadriceps_tendon ? Feet{0, 24} : Feet{9, 14};
    default:
      return {0, 0};
  }
}

void check_soft_parts(const Knee& knee) {
  for (const PartId bone : kBones) {
    const TriangleGrid solid(knee.find(bone)->mesh);
    for (const Part& part : knee.parts) {
      const Tissue tissue = info(part.id).tissue;
      if (part.id <= PartId::meniscus_lateral || part.id == PartId::capsule || tissue == Tissue::metal)
        continue;
      const bool is_loose = tissue == Tissue::muscle || tissue == Tissue::fat || tissue == Tissue::skin;
      const Feet feet = feet_of(part.id);
      for (const Mesh& piece : pieces_of(part.mesh)) {
        float length = 0;
        for (const Vertex& v : piece.vertices) length = std::max(length, v.depth);
        const Depth found = deepest_in(piece, solid, [&](const Vertex& v) {
          return is_loose || (v.depth >= feet.top && v.depth <= length - feet.low);
        });
        CAPTURE(info(bone).key);
        CAPTURE(info(part.id).key);
        CAPTURE(found.place.x);
        CAPTURE(found.place.y);
        CAPTURE(found.place.z);
        CHECK(found.depth <= (is_loose ? 1.5 : 0.5));
      }
    }
  }
}

/// The capsule closes through the bones above and below the joint; what it must not do is let a joint surface
/// out.
void check_capsule(const Knee& knee) {
  const TriangleGrid capsule(knee.find(PartId::capsule)->mesh);
  for (const PartId part :
       {PartId::femoral_cartilage, PartId::tibial_cartilage_medial, PartId::tibial_cartilage_lateral,
        PartId::meniscus_medial, PartId::meniscus_lateral}) {
    double out = 0;
    for (const Vertex& v : knee.find(part)->mesh.vertices) {
      const Vec p(v.position);
      if (!capsule.holds(p)) out = std::max(out, capsule.distance(p, 8));
    }
    CAPTURE(info(part).key);
    CHECK(out <= 1.5);
  }
}

void check_keeping_out(double degrees) {
  const Knee knee = build_knee({.flexion = degrees}, 0);
  check_hard_parts(knee);
  check_soft_parts(knee);
  check_capsule(knee);
}

}  // namespace

TEST_CASE("meshes of the straight knee are closed and do not cut themselves") {
  check_meshes(build_knee({.flexion = 0}, 0));
}
TEST_CASE("meshes of the knee at 30 degrees are closed and do not cut themselves") {
  check_meshes(build_knee({.flexion = 30, .lesion_diameter = 16}, 0));
}
TEST_CASE("meshes of the knee at 60 degrees are closed and do not cut themselves") {
  check_meshes(build_knee({.flexion = 60}, 0));
}
TEST_CASE("meshes of the knee at 90 degrees are closed and do not cut themselves") {
  check_meshes(build_knee({.flexion = 90}, 0));
}
TEST_CASE("meshes of the knee at 120 degrees are closed and do not cut themselves") {
  check_meshes(build_knee({.flexion = 120}, 0));
}

TEST_CASE("parts of the straight knee keep out of each other") {
  check_keeping_out(0);
}
TEST_CASE("parts of the knee at 30 degrees keep out of each other") {
  check_keeping_out(30);
}
TEST_CASE("parts of the knee at 60 degrees keep out of each other") {
  check_keeping_out(60);
}
TEST_CASE("parts of the knee at 90 degrees keep out of each other") {
  check_keeping_out(90);
}
TEST_CASE("parts of the knee at 120 degrees keep out of each other") {
  check_keeping_out(120);
}

TEST_CASE("a mesh that cuts itself is found out") {
  Mesh mesh;
  for (const glm::vec3& p : {glm::vec3{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {1, 1, -1}, {1, 1, 1}, {5, 5, 1}})
    mesh.vertices.push_back({.position = p});
  mesh.indices = {0, 1, 2, 3, 4, 5};
  CHECK(crossings_of(mesh).size() == 1);
  mesh.vertices[3].position.z = 0.5f;
  CHECK(crossings_of(mesh).size() == 0);
}

TEST_CASE("a tube bent more sharply than its width allows is smoothed until it cuts itself no more") {
  const auto tube_round = [](double radius) {  // of the bend; the tube's own is 2
    std::vector<std::vector<Vec>> rings;
    for (int i = -12; i <= 12; ++i) {
      const double angle = std::clamp(i * 0.25, -1.0, 1.0), straight = i * 1.0 - angle * 4;
      const Vec out{math::cos(angle), math::sin(angle), 0}, along{-out.y, out.x, 0};
      std::vector<Vec> ring;
      for (int k = 0; k < 12; ++k) {
        const double turn = 2 * math::kPi * k / 12;
        ring.push_back(out * (radius + 2 * math::cos(turn)) + along * straight +
                       Vec{0, 0, 2 * math::sin(turn)});
      }
      rings.push_back(ring);
    }
    return tube_of(rings);
  };
  Mesh sharp = tube_round(1), gentle = tube_round(4);
  const Mesh before = gentle;
  CHECK(!crossings_of(sharp).empty());
  untangle(sharp);
  CHECK(crossings_of(sharp).empty());
  CHECK(fault_of(sharp) == "");
  untangle(gentle);
  for (std::size_t i = 0; i < gentle.vertices.size(); ++i)
    CHECK(gentle.vertices[i].position == before.vertices[i].position);
}

TEST_CASE("inside and distance are those of a ball") {
  const Mesh ball = surface_of(
      [](const Vec& p) {
        return sphere(p, {1, 2, 3}, 5);
      },
      {{-8, -8, -8}, {10, 10, 10}, 0.7}, 1);
  const TriangleGrid grid(ball, 2);
  for (int i = 0; i < 200; ++i) {
    const Vec p = Vec{1, 2, 3} + Vec{(i % 7) - 3.1, (i % 11) * 0.9 - 4.4, (i % 5) * 1.7 - 3.3};
    CHECK(grid.signed_distance(p, 4) ==
          doctest::Approx(std::clamp(sphere(p, {1, 2, 3}, 5), -4.0, 4.0)).epsilon(0.05).scale(1));
  }
}

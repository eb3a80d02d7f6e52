// The muscles in front of the knee and on its inner side.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "anatomy/bones.h"
#include "anatomy/cords.h"
#include "anatomy/mesher.h"
#include "anatomy/muscle_belly.h"
#include "anatomy/muscles.h"
#include "anatomy/untangle.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

constexpr std::array kAngles{0, 30, 60, 90, 120};

struct Bent {
  Placed knee;
  std::vector<std::pair<PartId, Mesh>> muscles;

  [[nodiscard]] const Mesh& of(PartId id) const {
    for (const auto& [part, mesh] : muscles) {
      if (part == id) return mesh;
    }
    throw std::out_of_range("no such muscle");
  }
};
const Bent& at(int degrees) {
  static std::map<int, Bent> built;
  if (!built.contains(degrees)) {
    Bent bent{place_knee(degrees), {}};
    bent.muscles = build_front_muscles(bent.knee);
    built.emplace(degrees, std::move(bent));
  }
  return built.at(degrees);
}

/// How deep a place lies in a closed mesh: 0 outside. Parity along two rays, as one may graze an edge, then
/// the nearest corner.
double depth_in(const Mesh& mesh, const Vec& p) {
  for (const Vec& ray : {Vec{311, 173, 97}, Vec{-83, 207, -301}}) {
    int met = 0;
    for (std::size_t t = 0; t < mesh.indices.size() / 3; ++t)
      met += goes_through(p, p + ray, corners(mesh, t));
    if (met % 2 == 0) return 0;
  }
  double least = 1e3;
  for (const Vertex& v : mesh.vertices) {
    least = std::min(least, math::fabs(glm::dot(p - Vec(v.position), Vec(v.normal))) +
                                glm::length(p - Vec(v.position)) * 0.2);
  }
  return least;
}

/// Extent across at one height.
std::pair<double, double> span(const Mesh& mesh, double z, int axis) {
  double low = 1e3, high = -1e3;
  for (const Vertex& v : mesh.vertices) {
    if (math::fabs(static_cast<double>(v.position.z) - z) > 3) continue;
    low = std::min(low, static_cast<double>(v.position[axis]));
    high = std::max(high, static_cast<double>(v.position[axis]));
  }
  return {low, high};
}

}  // namespace

TEST_CASE("front muscles are closed, do not cross themselves and are small meshes") {
  for (const int degrees : kAngles) {
    CHECK(at(degrees).muscles.size() == 6);
    for (const auto& [id, mesh] : at(degrees).muscles) {
      CAPTURE(degrees);
      const std::string_view key = info(id).key;
      CAPTURE(key);
      CHECK(fault_of(mesh) == "");
      CHECK(volume(mesh) > 2000);
      CHECK(crossings_of(mesh).empty());
      CHECK(mesh.indices.size() / 3 <= 4000);
      for (const Vertex& v : mesh.vertices)
        CHECK((glm::length(v.fibre) > 0.09f && glm::length(v.fibre) < 1.01f));
    }
  }
}

TEST_CASE("front muscles keep out of bone") {
  for (const int degrees : kAngles) {
    for (const auto& [id, mesh] : at(degrees).muscles) {
      double least = 1e3;
      for (const Vertex& v : mesh.vertices) least = std::min(least, at(degrees).knee.bones(Vec(v.position)));
      CAPTURE(degrees);
      const std::string_view key = info(id).key;
      CAPTURE(key);
      CHECK(least > -1.5);  // anatomy section 8
    }
  }
}

TEST_CASE("front muscles touch without running through one another") {
  for (const int degrees : kAngles) {
    for (const auto& [id, mesh] : at(degrees).muscles) {
      for (const auto& [other_id, other] : at(degrees).muscles) {
        if (id == other_id) continue;
        double deepest = 0;
        const Bounds box = bounds(other);
        for (const Vertex& v : mesh.vertices) {
          if (glm::any(glm::lessThan(v.position, box.low)) ||
              glm::any(glm::greaterThan(v.position, box.high)))
            continue;
          deepest = std::max(deepest, depth_in(other, Vec(v.position)));
        }
        CAPTURE(degrees);
        const std::string_view key = info(id).key;
        CAPTURE(key);
        const std::string_view other_key = info(other_id).key;
        CAPTURE(other_key);
        CHECK(deepest <= 1.5);
      }
    }
  }
}

TEST_CASE("front muscles are cut flat at the top of the stage") {
  for (const auto& [id, mesh] : at(20).muscles) {
    const std::string_view key = info(id).key;
    CAPTURE(key);
    int level = 0;
    float highest = -1e3f;
    for (const Vertex& v : mesh.vertices) {
      highest = std::max(highest, v.position.z);
      level += math::fabs(static_cast<double>(v.position.z) - kStageTop) < 0.01;
    }
    CHECK(math::fabs(static_cast<double>(highest) - kStageTop) < 0.01);
    CHECK(level >= 24);
  }
}

TEST_CASE("the oblique fibres of the vastus medialis reach the upper inner border of the kneecap") {
  for (const int degrees : kAngles) {
    const Pose& kneecap = at(degrees).knee.poses.patella;
    double nearest = 1e3, lowest = 1e3;
    for (const Vertex& v : at(degrees).of(PartId::vastus_medialis).vertices) {
      const Vec p = kneecap.to_local(Vec(v.position)) - kPatellaCentre;
      nearest = std::min(nearest, glm::length(p - Vec{-18, 2, 11}));
      if (p.x > -24 && math::fabs(p.y) < 8) lowest = std::min(lowest, p.z);
    }
    CAPTURE(degrees);
    CHECK(nearest < 6);
    CHECK(lowest > -6);  // the upper half
    CHECK(lowest < 12);
  }
}

TEST_CASE("the vasti reach the edges of the common tendon without a gap, and the rectus ends within it") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const Placed& knee = at(degrees).knee;
    for (const auto& [id, side] : {std::pair{PartId::vastus_medialis, -1}, {PartId::vastus_lateralis, 1}}) {
      const std::string_view key = info(id).key;
      CAPTURE(key);
      // Along its lower 50 mm; it is 65 mm long.
      for (std::size_t i = 1; i < knee.quadriceps.size() * 3 / 4; ++i) {
        const Vec edge = knee.quadriceps[i] + Vec{side * 14.0, 0, 0};
        double nearest = 1e3;
        for (const Vertex& v : at(degrees).of(id).vertices)
          nearest = std::min(nearest, glm::length(Vec(v.position) - edge));
        CHECK(nearest < 3.5);  // rings of the belly are 3 mm apart
      }
    }
    const Mesh& rectus = at(degrees).of(PartId::rectus_femoris);
    const Vec end(rectus.vertices.back().position);
    double off = 1e3;
    for (const Vec& p : knee.quadriceps) off = std::min(off, math::fabs(end.x - p.x) + glm::length(end - p));
    CHECK(off < 5);
  }
}

TEST_CASE("the medialis comes lower than the lateralis and bulges above the kneecap") {
  const auto lowest_flesh = [](PartId id) {
    double low = 1e3;
    for (const Vertex& v : at(0).of(id).vertices) {
      if (v.region < 0.5f) low = std::min(low, static_cast<double>(v.position.z));
    }
    return low;
  };
  CHECK(lowest_flesh(PartId::vastus_medialis) < lowest_flesh(PartId::vastus_lateralis) - 10);
  const auto [inner, outer] = span(at(0).of(PartId::vastus_medialis), 50, 0);
  CHECK(inner < -35);
  CHECK(outer - inner > 22);
}

TEST_CASE("sartorius and gracilis pass behind the inner condyle to the front of the shin") {
  for (const PartId id : {PartId::sartorius, PartId::gracilis}) {
    const std::string_view key = info(id).key;
    CAPTURE(key);
    const Mesh& mesh = at(0).of(id);
    // The infrapatellar branch comes out at its front border, at most 70 mm from the patella (Ebraheim).
    CHECK(span(mesh, 0, 1).second < -3);
    CHECK(span(mesh, 0, 0).second < -36);
    double front = -1e3;
    for (const Vertex& v : mesh.vertices) {
      if (v.position.z < -70) front = std::max(front, static_cast<double>(v.position.y));
    }
    CHECK(front > 18);
  }
}

/// Deeper than it should be in another part, in mm at that angle, and why.
struct KnownMiss {
  PartId part;
  int degrees;
  double most;
};
constexpr std::array kKnownMisses{
    KnownMiss{PartId::gracilis, 120, 0.8}};  // the fold crowds the nerve between its tendon and sartorius

double known_miss(PartId part, int degrees) {
  for (const KnownMiss& miss : kKnownMisses) {
    if (miss.part == part && miss.degrees == degrees) return miss.most;
  }
  return 0;
}

TEST_CASE("the saphenous nerve runs deep to sartorius and comes out behind it at the joint line") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const auto& [knee, muscles] = at(degrees);
    for (const std::vector<Station>& line : {saphenous_nerve(knee), infrapatellar_branch(knee)}) {
      for (const PartId id : {PartId::sartorius, PartId::gracilis}) {
        const std::string_view key = info(id).key;
        CAPTURE(key);
        for (const Vertex& v : sweep({line, 2.4, 10}).vertices)
          CHECK(depth_in(at(degrees).of(id), Vec(v.position)) <= known_miss(id, degrees));
      }
    }
  }
  const Mesh& sartorius = at(0).of(PartId::sartorius);
  int covered = 0;
  for (const Station& s : saphenous_nerve(at(0).knee)) {
    double outmost = 1e3, hindmost = 1e3;
    for (const Vertex& v : sartorius.vertices) {
      const Vec d = Vec(v.position) - s.place;
      if (math::fabs(d.z) > 3) continue;
      hindmost = std::min(hindmost, d.y);
      if (math::fabs(d.y) < 3) outmost = std::min(outmost, d.x);
    }
    if (s.place.z > 15 && s.place.z < 75) {
      CHECK(outmost < -3);  // the muscle lies between it and the skin
      ++covered;
    }
    if (s.place.z > -35 && s.place.z < -20) CHECK(hindmost > 1);
  }
  CHECK(covered > 5);
}

TEST_CASE(
    "the vasti lie over the vessels on the femur, the inner one over its ligament, the outer one within the "
    "band") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const Placed& knee = at(degrees).knee;
    const std::array<Mesh, 4> thin{build_mpfl(knee), build_iliotibial_band(knee),
                                   mesh_of(genicular_arteries(knee)),
                                   mesh_of(genicular_nerves(knee, peroneal_nerve(knee)))};
    for (const PartId id : {PartId::vastus_medialis, PartId::vastus_lateralis}) {
      const std::string_view key = info(id).key;
      CAPTURE(key);
      for (const Mesh& mesh : thin) {
        double deepest = 0;
        for (const Vertex& v : mesh.vertices)
          deepest = std::max(deepest, depth_in(at(degrees).of(id), Vec(v.position)));
        CHECK(deepest <= 1.5);
      }
    }
  }
}

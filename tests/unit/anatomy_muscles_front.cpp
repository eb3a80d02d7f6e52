// The muscles in front of the knee and on its inner side.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "anatomy/bones.h"
#include "anatomy/mesher.h"
#include "anatomy/muscle_belly.h"
#include "anatomy/muscles.h"
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

std::array<Vec, 3> corners(const Mesh& mesh, std::size_t t) {
  return {Vec(mesh.vertices[mesh.indices[t]].position), Vec(mesh.vertices[mesh.indices[t + 1]].position),
          Vec(mesh.vertices[mesh.indices[t + 2]].position)};
}

/// Whether the open segment a-b goes through a triangle.
bool pierces(const Vec& a, const Vec& b, const std::array<Vec, 3>& t) {
  const Vec edge_u = t[1] - t[0], edge_v = t[2] - t[0], ray = b - a, p = glm::cross(ray, edge_v);
  const double det = glm::dot(edge_u, p);
  if (math::fabs(det) < 1e-12) return false;
  const Vec from = a - t[0], q = glm::cross(from, edge_u);
  const double u = glm::dot(from, p) / det, v = glm::dot(ray, q) / det, s = glm::dot(edge_v, q) / det;
  constexpr double kEdge = 1e-4;
  return u > kEdge && v > kEdge && u + v < 1 - kEdge && s > kEdge && s < 1 - kEdge;
}

bool shares_corner(const Mesh& mesh, std::size_t s, std::size_t t) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      if (mesh.indices[s + i] == mesh.indices[t + k]) return true;
    }
  }
  return false;
}

int crossings(const Mesh& mesh) {
  int count = 0;
  for (std::size_t s = 0; s < mesh.indices.size(); s += 3) {
    const auto a = corners(mesh, s);
    const Vec low = glm::min(a[0], glm::min(a[1], a[2])), high = glm::max(a[0], glm::max(a[1], a[2]));
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
      const auto b = corners(mesh, t);
      if (glm::any(glm::lessThan(glm::max(b[0], glm::max(b[1], b[2])), low)) ||
          glm::any(glm::greaterThan(glm::min(b[0], glm::min(b[1], b[2])), high)) ||
          shares_corner(mesh, s, t)) {
        continue;
      }
      for (std::size_t i = 0; i < 3; ++i) count += pierces(a[i], a[(i + 1) % 3], b);
    }
  }
  return count;
}

/// How deep a place lies in a closed mesh: 0 outside. Parity along two rays, as one may graze an edge, then
/// the nearest corner.
double depth_in(const Mesh& mesh, const Vec& p) {
  for (const Vec& ray : {Vec{311, 173, 97}, Vec{-83, 207, -301}}) {
    int met = 0;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) met += pierces(p, p + ray, corners(mesh, t));
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
      CAPTURE(info(id).key);
      CHECK(fault_of(mesh) == "");
      CHECK(volume(mesh) > 2000);
      CHECK(crossings(mesh) == 0);
      CHECK(mesh.indices.size() / 3 <= 4000);
      for (const Vertex& v : mesh.vertices) CHECK(math::fabs(glm::length(v.fibre) - 1) < 0.01);
    }
  }
}

TEST_CASE("front muscles keep out of bone") {
  for (const int degrees : kAngles) {
    for (const auto& [id, mesh] : at(degrees).muscles) {
      double least = 1e3;
      for (const Vertex& v : mesh.vertices) least = std::min(least, at(degrees).knee.bones(Vec(v.position)));
      CAPTURE(degrees);
      CAPTURE(info(id).key);
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
        CAPTURE(info(id).key);
        CAPTURE(info(other_id).key);
        CHECK(deepest <= 1.5);
      }
    }
  }
}

TEST_CASE("front muscles are cut flat at the top of the stage") {
  for (const auto& [id, mesh] : at(20).muscles) {
    CAPTURE(info(id).key);
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
    CAPTURE(info(id).key);
    const Mesh& mesh = at(0).of(id);
    CHECK(span(mesh, 0, 1).second < -8);
    CHECK(span(mesh, 0, 0).second < -36);
    double front = -1e3;
    for (const Vertex& v : mesh.vertices) {
      if (v.position.z < -70) front = std::max(front, static_cast<double>(v.position.y));
    }
    CHECK(front > 18);
  }
}

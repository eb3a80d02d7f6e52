// A knee bent a little further without building it.
#include "anatomy/carry.h"

#include <doctest/doctest.h>

#include "anatomy/space.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

namespace {

/// A woman's, so that it is not of the model's size.
const Rest& rest() {
  static const auto rest = build_rest({.lesion_diameter = 16, .width = 76, .is_female = true}, 0);
  return *rest;
}

double furthest(const Mesh& one, const Mesh& other) {
  double most = 0;
  for (std::size_t i = 0; i < one.vertices.size(); ++i)
    most = std::max(most,
                    static_cast<double>(glm::length(one.vertices[i].position - other.vertices[i].position)));
  return most;
}

/// Mean distance of the vertices of one from the surface of the other.
double apart(const Mesh& one, const Mesh& other) {
  const Mesh* const solid[] = {&other};
  const DistanceVolume distance(solid, 1, 0);
  double sum = 0;
  for (const Vertex& v : one.vertices) sum += std::abs(distance.at(Vec(v.position)));
  return sum / static_cast<double>(one.vertices.size());
}

}  // namespace

TEST_CASE("a knee carried nowhere is the same knee") {
  const Knee knee = posed(rest(), 40, 0), same = carried(knee, rest(), 40, false, 2);
  for (std::size_t i = 0; i < knee.parts.size(); ++i)
    CHECK(furthest(knee.parts[i].mesh, same.parts[i].mesh) < 1e-3);
}

TEST_CASE("bones and cartilage are carried to where they belong, what lies between close to it") {
  const Knee from = posed(rest(), 30, 0), there = posed(rest(), 42, 0);
  const Knee came = carried(from, rest(), 42, false, 2);
  CHECK(came.shape.flexion == 42);
  for (const RestPart& part : rest().parts) {
    CAPTURE(info(part.id).key);
    CHECK(furthest(came.find(part.id)->mesh, there.find(part.id)->mesh) < 0.05);
  }
  for (const Part& part : came.parts) {
    CAPTURE(info(part.id).key);
    const double before = apart(from.find(part.id)->mesh, there.find(part.id)->mesh);
    const double after = apart(part.mesh, there.find(part.id)->mesh);
    CHECK(after < std::max(2.0, 0.7 * before));
  }
  CHECK(glm::length(came.lesion.centre - there.lesion.centre) < 0.05);
}

TEST_CASE("a left knee is carried as the mirror of the right one") {
  const Knee right = posed(rest(), 10, 0);
  Knee left = right;
  for (Part& part : left.parts) {
    for (Vertex& v : part.mesh.vertices) v.position.x *= -1, v.normal.x *= -1, v.fibre.x *= -1;
  }
  const Knee a = carried(right, rest(), 25, false, 1), b = carried(left, rest(), 25, true, 1);
  const Mesh &tibia = a.find(PartId::tibia)->mesh, &other = b.find(PartId::tibia)->mesh;
  for (std::size_t i = 0; i < tibia.vertices.size(); i += 97) {
    const glm::vec3 p = tibia.vertices[i].position, q = other.vertices[i].position;
    CHECK(glm::length(p - glm::vec3(-q.x, q.y, q.z)) < 1e-3f);
  }
}

// What stays the same as a knee bends, its size and proportions, its coarse nets, and the same as bytes.
#include "anatomy/rest.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/mesher.h"
#include "anatomy/rest_bytes.h"
#include "anatomy/simplify.h"
#include "anatomy/size.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

namespace {

const Rest& usual() {
  static const auto rest = build_rest({.lesion_diameter = 16}, 0);
  return *rest;
}
const Rest& female() {
  static const auto rest = build_rest({.lesion_diameter = 16, .width = 70, .is_female = true}, 0);
  return *rest;
}

bool is_same(const Knee& a, const Knee& b) {
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [](const Part& one, const Part& two) {
                      const auto same = [](const Vertex& v, const Vertex& w) {
                        return v.position == w.position && v.normal == w.normal &&
                               v.occlusion == w.occlusion && v.depth == w.depth;
                      };
                      return one.id == two.id && one.mesh.indices == two.mesh.indices &&
                             one.mesh.coarse == two.mesh.coarse &&
                             std::equal(one.mesh.vertices.begin(), one.mesh.vertices.end(),
                                        two.mesh.vertices.begin(), two.mesh.vertices.end(), same);
                    });
}

glm::vec3 extent(const Knee& knee, PartId id) {
  const Bounds box = bounds(knee.find(id)->mesh);
  return box.high - box.low;
}

double mean_depth(const Knee& knee, PartId id) {
  double sum = 0;
  const Mesh& mesh = knee.find(id)->mesh;
  for (const Vertex& v : mesh.vertices) sum += static_cast<double>(v.depth);
  return sum / static_cast<double>(mesh.vertices.size());
}

}  // namespace

TEST_CASE("a knee bent later is the knee built bent") {
  for (const double flexion : {0.0, 75.0}) {
    CHECK(is_same(posed(usual(), flexion, 2), build_knee({.flexion = flexion, .lesion_diameter = 16}, 1)));
  }
}

TEST_CASE("a knee without its flesh is the same knee") {
  Knee whole = posed(usual(), 30, 2);
  const Knee joint = posed(usual(), 30, 2, {}, Extent::joint);
  CHECK(std::erase_if(whole.parts, [](const Part& part) { return is_flesh(part.id); }) == 14);
  REQUIRE(whole.parts.size() == joint.parts.size());
  CHECK(is_same(whole, joint));
  CHECK(std::ranges::equal(whole.cavity, joint.cavity, {}, &CavityPoint::position, &CavityPoint::position));
  CHECK(std::ranges::equal(whole.walls, joint.walls, {}, &WallPoint::position, &WallPoint::position));
}

TEST_CASE("what is kept of a knee is the same knee again from its bytes") {
  const std::vector<std::byte> bytes = bytes_of(female());
  const auto again = rest_of(bytes);
  REQUIRE(again);
  CHECK(again->shape == female().shape);
  CHECK(is_same(posed(*again, 30, 2), posed(female(), 30, 2)));
}

TEST_CASE("bytes of a part of a knee are none") {
  const std::vector<std::byte> bytes = bytes_of(usual());
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{64}, bytes.size() / 3, bytes.size() - 1})
    CHECK(rest_of(std::span(bytes).first(size)) == nullptr);
  std::vector<std::byte> longer = bytes;
  longer.push_back(std::byte{0});
  CHECK(rest_of(longer) == nullptr);
}

TEST_CASE("everything grows with the width of its femur, and a woman's knee is deeper for it") {
  const Knee knee = posed(usual(), 20, 0), small = posed(female(), 20, 0);
  constexpr float kAcross = 70.0f / 84, kDeep = kAcross / static_cast<float>(kFemaleBreadth);
  for (const PartId id : {PartId::femur, PartId::tibia, PartId::meniscus_medial, PartId::capsule}) {
    CAPTURE(info(id).key);
    const glm::vec3 ratio = extent(small, id) / extent(knee, id);
    CHECK(ratio.x == doctest::Approx(kAcross).epsilon(0.01));
    CHECK(ratio.y == doctest::Approx(kDeep).epsilon(0.01));
    CHECK(ratio.z == doctest::Approx(kDeep).epsilon(0.01));
  }
  const double thinner = static_cast<double>(kDeep) * kFemaleThickness / kFemaleWidth;
  for (const PartId id :
       {PartId::femoral_cartilage, PartId::tibial_cartilage_lateral, PartId::patellar_cartilage}) {
    CAPTURE(info(id).key);
    CHECK(mean_depth(small, id) / mean_depth(knee, id) == doctest::Approx(thinner).epsilon(0.03));
  }
  CHECK(lesion_site_thickness(female().shape) / lesion_site_thickness() ==
        doctest::Approx(thinner).epsilon(0.03));
}

TEST_CASE("the model is as wide as it says") {
  CHECK(static_cast<double>(extent(posed(usual(), 0, 0), PartId::femur).x) ==
        doctest::Approx(kModelWidth).epsilon(0.02));
}

TEST_CASE("the tibia of a woman keeps its shape as the knee bends") {
  const Mesh straight = posed(female(), 0, 0).find(PartId::tibia)->mesh,
             bent = posed(female(), 120, 0).find(PartId::tibia)->mesh;
  REQUIRE(straight.vertices.size() == bent.vertices.size());
  for (std::size_t i = 0; i + 997 < straight.vertices.size(); i += 331) {
    const auto length = [i](const Mesh& mesh) {
      return glm::length(mesh.vertices[i].position - mesh.vertices[i + 997].position);
    };
    if (length(straight) > 5) CHECK(length(bent) / length(straight) == doctest::Approx(1).epsilon(0.015));
  }
}

TEST_CASE("the way along a nerve grows with the knee, and its mesh agrees with its line") {
  const Knee knee = posed(usual(), 20, 0), small = posed(female(), 20, 0);
  CHECK(small.neck_arclength / knee.neck_arclength == doctest::Approx(0.856).epsilon(0.02));
  const auto off = [](const Knee& one) {
    double most = 0;
    for (const Vertex& v : one.find(PartId::tibial_nerve)->mesh.vertices) {
      const auto at = static_cast<std::size_t>(static_cast<double>(v.depth) / one.tibial_nerve.spacing);
      const glm::vec3 p = one.tibial_nerve.points[std::min(at, one.tibial_nerve.points.size() - 1)];
      most = std::max(most, static_cast<double>(glm::length(p - v.position)));
    }
    return most;
  };
  CHECK(off(small) < off(knee) + 1.5);
}

TEST_CASE("every mesh has a coarse net that is closed, on its surface and about half as fine or less") {
  const Knee knee = posed(usual(), 20, 0);
  for (const Part& part : knee.parts) {
    CAPTURE(info(part.id).key);
    Mesh coarse = part.mesh;
    coarse.indices = part.mesh.coarse;
    CHECK(fault_of(coarse) == "");
    const double share = part.id == PartId::needle ? 0.8 : 0.6;
    CHECK(part.mesh.coarse.size() <= share * static_cast<double>(part.mesh.indices.size()));
    CHECK(volume(coarse) == doctest::Approx(volume(part.mesh)).epsilon(0.2));
  }
}

TEST_CASE("a coarse net of a ball stays a ball") {
  const Mesh ball =
      surface_of([](const Vec& p) { return glm::length(p) - 20; }, {{-24, -24, -24}, {24, 24, 24}, 1.5}, 1);
  Mesh coarse = ball;
  coarse.indices = simplified(ball, 0.3);
  CHECK(fault_of(coarse) == "");
  CHECK(coarse.indices.size() < 0.35 * static_cast<double>(ball.indices.size()));
  CHECK(volume(coarse) == doctest::Approx(volume(ball)).epsilon(0.02));
}

TEST_CASE("sampled bones lie where their fields do") {
  const Solids& solids = *standard_solids();
  double off = 0, off_cartilage = 0, beyond = -1e9;
  for (const RestPart& part : usual().parts) {
    if (part.id != PartId::femur) continue;
    for (std::size_t i = 0; i < part.mesh.vertices.size(); i += 3) {
      const Vertex& v = part.mesh.vertices[i];
      for (const double away : {-1.0, 0.0, 2.0}) {
        const Vec p = Vec(v.position) + away * Vec(v.normal);
        off = std::max(off, std::abs(solids.femur(p) - femur(p)));
        off_cartilage =
            std::max(off_cartilage, std::abs(solids.femur_with_cartilage(p) - femur_with_cartilage(p)));
      }
      const Vec far = Vec(v.position) + 80.0 * Vec(v.normal);
      beyond = std::max(beyond, solids.femur(far) - 80);
    }
  }
  CHECK(off < 0.3);
  CHECK(off_cartilage < 0.5);  // it ends within one cell at the edge of the notch
  CHECK(beyond < 1);
}

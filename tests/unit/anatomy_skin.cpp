// The skin: round everything at every bend, a limb of published girth, relief where bone lies beneath it.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "anatomy/bones.h"
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy/space.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

const Knee& straight() {
  static const Knee built = build_knee({.flexion = 0}, 0);
  return built;
}

const Mesh& skin_of(const Knee& knee) {
  return knee.find(PartId::skin)->mesh;
}

/// Length of the line in which a level plane cuts a mesh.
double girth(const Mesh& mesh, double z) {
  double sum = 0;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    std::vector<Vec> cut;
    for (std::size_t c = 0; c < 3; ++c) {
      const Vec a(mesh.vertices[mesh.indices[t + c]].position),
          b(mesh.vertices[mesh.indices[t + (c + 1) % 3]].position);
      if ((a.z < z) != (b.z < z)) cut.push_back(glm::mix(a, b, (z - a.z) / (b.z - a.z)));
    }
    if (cut.size() == 2) sum += glm::length(cut[1] - cut[0]);
  }
  return sum;
}

/// mm that the frontmost skin at a place lies forward.
double front_at(const Mesh& mesh, double x, double z) {
  double front = -1e3;
  for (const Vertex& v : mesh.vertices) {
    const Vec p(v.position);
    if (math::fabs(p.x - x) < 4 && math::fabs(p.z - z) < 4) front = std::max(front, p.y);
  }
  return front;
}

}  // namespace

TEST_CASE("the skin goes round everything but the needle at every bend") {
  for (const double flexion : {0.0, 30.0, 60.0, 90.0, 120.0}) {
    CAPTURE(flexion);
    const Knee knee = build_knee({.flexion = flexion}, 0);
    const Mesh& skin = skin_of(knee);
    CHECK(fault_of(skin) == "");
    CHECK(volume(skin) > 1.5e6);
    const Mesh* only[] = {&skin};
    const DistanceVolume room(only, 1.5, 0);
    for (const Part& part : knee.parts) {
      // Twigs of nerves lie in the fat of the skin itself.
      const bool is_twig = part.id == PartId::infrapatellar_branch || part.id == PartId::genicular_nerves;
      if (part.id == PartId::needle || part.id == PartId::skin || is_twig) continue;
      CAPTURE(info(part.id).key);
      double outmost = -1e3;
      for (const Vertex& v : part.mesh.vertices) outmost = std::max(outmost, room.at(Vec(v.position)));
      // The net's cells are 4.5 mm wide: the edge of a frayed tendon may stand through it.
      CHECK(outmost < (info(part.id).tissue == Tissue::bone ? -1 : 2));
    }
  }
}

TEST_CASE("the straight limb has the published girths") {
  const Mesh& skin = skin_of(straight());
  const auto check = [&](double z, double low, double high) {
    CAPTURE(z);
    CHECK(girth(skin, z) >= low);
    CHECK(girth(skin, z) <= high);
  };
  check(28, 366, 436);    // just above the kneecap, 401 +- 35 in women (Gordon 2014)
  check(5, 327, 395);     // over it, 353 +- 26 in women, 372 +- 23 in men (Heinz 2003)
  check(-120, 324, 399);  // near the largest of the calf, 350 +- 26 and 372 +- 27 (Heinz 2003)
  CHECK(girth(skin, -30) < girth(skin, 5));     // the leg is narrowest below the joint,
  CHECK(girth(skin, -120) > girth(skin, -60));  // and the calf bulges
}

TEST_CASE("kneecap and tuberosity show through the skin") {
  const Mesh& skin = skin_of(straight());
  const double kneecap = front_at(skin, 5, 5);
  CHECK(kneecap > front_at(skin, -32, 5) + 12);
  CHECK(kneecap > front_at(skin, 6, 45) + 2);
  CHECK(kneecap > front_at(skin, 6, -28) + 6);
  CHECK(front_at(skin, kTuberosity.x, kTuberosity.z) > front_at(skin, kTuberosity.x, kTuberosity.z - 40) + 2);
  const double bone = kPatellaCentre.y + 11;
  CHECK(kneecap - bone > 2);  // skin 2 mm
  CHECK(kneecap - bone < 8);  // and less than 5-10 mm of fat
}

TEST_CASE("the bent knee has a fold behind") {
  const Knee knee = build_knee({.flexion = 90}, 0);
  const Mesh* only[] = {&skin_of(knee)};
  const DistanceVolume room(only, 1.5, 0);
  // At 90 degrees the calf lies level behind the thigh: skin round both leaves the corner between them free.
  const Vec thigh{0, -60, 92}, calf{0, -122, 52};
  CHECK(room.at(thigh) < 0);
  CHECK(room.at(calf) < 0);
  CHECK(room.at(0.5 * (thigh + calf)) > 5);
}

TEST_CASE("a needle 38 mm long reaches the joint with its hub outside the skin") {
  const Knee knee = build_knee({.flexion = 20}, 0);
  const Mesh* only[] = {&skin_of(knee)};
  const DistanceVolume room(only, 1.5, 0);
  const Vec tip(knee.needle_tip), back(-knee.needle_direction);
  CHECK(room.at(tip) < -10);
  CHECK(room.at(tip + 38.0 * back) > -1);
  CHECK(room.at(tip + 45.0 * back) > 2);
}

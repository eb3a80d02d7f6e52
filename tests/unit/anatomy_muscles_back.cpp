// The muscles behind the knee: where they hold on, what they give way to, and the diamond they leave open.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "anatomy/bones.h"
#include "anatomy/cords.h"
#include "anatomy/mesher.h"
#include "anatomy/muscles.h"
#include "anatomy/space.h"
#include "anatomy/untangle.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

constexpr std::array kAngles{0, 30, 60, 90, 110, 120};
constexpr std::array kBack{PartId::biceps_femoris,
                           PartId::semimembranosus,
                           PartId::semitendinosus,
                           PartId::gastrocnemius_medial,
                           PartId::gastrocnemius_lateral,
                           PartId::popliteus,
                           PartId::soleus};

struct Bent {
  Placed knee;
  std::map<PartId, Mesh> muscles;
};
const Bent& at(int degrees) {
  static std::map<int, Bent> built;
  if (!built.contains(degrees)) {
    Bent bent{place_knee(degrees), {}};
    for (auto& [id, mesh] : build_back_muscles(bent.knee)) bent.muscles.emplace(id, std::move(mesh));
    built.emplace(degrees, std::move(bent));
  }
  return built.at(degrees);
}

double least(const Mesh& mesh, const Field& field) {
  double result = 1e9;
  for (const Vertex& v : mesh.vertices) result = std::min(result, field(Vec(v.position)));
  return result;
}

/// Distance of the nearest vertex to a place.
double reach(const Mesh& mesh, const Vec& place) {
  return least(mesh, [&](const Vec& p) { return glm::length(p - place); });
}

/// Extent in x of what lies within 3 mm of a height in the straight knee.
std::pair<double, double> span(PartId id, double z) {
  std::pair<double, double> result{1e9, -1e9};
  for (const Vertex& v : at(0).muscles.at(id).vertices) {
    if (math::fabs(static_cast<double>(v.position.z) - z) > 3) continue;
    result.first = std::min(result.first, static_cast<double>(v.position.x));
    result.second = std::max(result.second, static_cast<double>(v.position.x));
  }
  return result;
}

}  // namespace

TEST_CASE("the muscles behind the knee are closed bellies of modest size at every bend") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    CHECK(at(degrees).muscles.size() == kBack.size());
    for (const PartId id : kBack) {
      CAPTURE(info(id).key);
      const Mesh& mesh = at(degrees).muscles.at(id);
      CHECK(fault_of(mesh) == "");
      CHECK(volume(mesh) > 4000);
      CHECK(crossings_of(mesh).empty());
      CHECK(mesh.indices.size() / 3 <= 4000);
      for (const Vertex& v : mesh.vertices)
        CHECK((glm::length(v.fibre) > 0.09f && glm::length(v.fibre) < 1.01f));
    }
  }
}

TEST_CASE("the muscles behind the knee keep out of bone at every bend") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    for (const PartId id : kBack) {
      CAPTURE(info(id).key);
      CHECK(least(at(degrees).muscles.at(id), [&](const Vec& p) { return at(degrees).knee.bones(p); }) >
            -1.5);
    }
  }
}

TEST_CASE("the muscles behind the knee leave nerves and vessels free at every bend") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const Placed& knee = at(degrees).knee;
    for (const auto& cord : {tibial_nerve(knee).stations, peroneal_nerve(knee).stations,
                             saphenous_nerve(knee), popliteal_artery(knee), popliteal_vein(knee)}) {
      const Mesh round = sweep({cord, 1.8, 12});
      for (const PartId id : kBack) {
        CAPTURE(info(id).key);
        const Mesh& muscle = at(degrees).muscles.at(id);
        CHECK(least(muscle, [&](const Vec& p) { return tube(p, cord); }) > 1.5);
        const Mesh* const solid[] = {&muscle};
        const DistanceVolume inside(solid, 1, 0);
        CHECK(least(round, [&](const Vec& p) { return inside.at(p); }) > 0);
      }
    }
  }
}

TEST_CASE("the small nerves and arteries of the joint run beside the muscles, not in them") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const auto& [knee, muscles] = at(degrees);
    for (const Mesh& twigs :
         {mesh_of(genicular_arteries(knee)), mesh_of(genicular_nerves(knee, peroneal_nerve(knee)))}) {
      for (const PartId id : kBack) {
        CAPTURE(info(id).key);
        const Mesh* const solid[] = {&muscles.at(id)};
        const DistanceVolume inside(solid, 0.8, 0);
        CHECK(least(twigs, [&](const Vec& p) { return inside.at(p); }) > -1.5);
      }
    }
  }
}

TEST_CASE("the iliotibial band runs up to the cut and passes in front of the biceps") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const auto& [knee, muscles] = at(degrees);
    const Mesh band = build_iliotibial_band(knee);
    CHECK(bounds(band).high.z == doctest::Approx(100).epsilon(0.001));
    const Mesh* const solid[] = {&band};
    const DistanceVolume inside(solid, 0.8, 0);
    CHECK(least(muscles.at(PartId::biceps_femoris), [&](const Vec& p) { return inside.at(p); }) > 0);
  }
}

TEST_CASE("the muscles behind the knee touch and do not run through one another") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    for (const PartId one : kBack) {
      const Mesh* const solid[] = {&at(degrees).muscles.at(one)};
      const DistanceVolume inside(solid, 1, 0);
      for (const PartId other : kBack) {
        if (one == other) continue;
        CAPTURE(info(one).key);
        CAPTURE(info(other).key);
        CHECK(least(at(degrees).muscles.at(other), [&](const Vec& p) { return inside.at(p); }) > -1.5);
      }
    }
  }
}

TEST_CASE("the muscles behind the knee hold on where they should") {
  for (const int degrees : kAngles) {
    CAPTURE(degrees);
    const auto& [knee, muscles] = at(degrees);
    const Pose& shin = knee.poses.tibia;
    CHECK(reach(muscles.at(PartId::biceps_femoris), shin.to_world({46, -19, -45})) < 5);    // fibular head
    CHECK(reach(muscles.at(PartId::semimembranosus), shin.to_world({-27, -15, -42})) < 5);  // behind, inside
    CHECK(reach(muscles.at(PartId::semitendinosus), shin.to_world({-11, 18, -83})) < 5);    // pes anserinus
    CHECK(reach(muscles.at(PartId::gastrocnemius_medial), on_bone(femur, {-19, -16, 17}, 0)) < 5);
    CHECK(reach(muscles.at(PartId::gastrocnemius_lateral), on_bone(femur, {27, -16, 15}, 0)) < 5);
    CHECK(reach(muscles.at(PartId::popliteus), shin.to_world({-5, -10, -88})) < 5);
  }
}

TEST_CASE("the biceps ends in a flat tendon of 40-60 mm") {
  const Mesh& biceps = at(0).muscles.at(PartId::biceps_femoris);
  double flesh = 1e9;
  for (const Vertex& v : biceps.vertices) {
    if (v.region < 0.5f) flesh = std::min(flesh, static_cast<double>(v.position.z));
  }
  const double tendon = flesh - static_cast<double>(bounds(biceps).low.z);
  CHECK(tendon > 40);
  CHECK(tendon < 62);
}

TEST_CASE("thigh and calf are cut flat") {
  for (const PartId id : {PartId::biceps_femoris, PartId::semimembranosus, PartId::semitendinosus})
    CHECK(bounds(at(90).muscles.at(id)).high.z == doctest::Approx(100).epsilon(0.005));
  const Pose& shin = at(90).knee.poses.tibia;
  for (const PartId id : {PartId::gastrocnemius_medial, PartId::gastrocnemius_lateral}) {
    const double low = least(at(90).muscles.at(id), [&](const Vec& p) { return shin.to_local(p).z; });
    CHECK(low == doctest::Approx(-120).epsilon(0.005));
  }
}

TEST_CASE("the hollow behind the knee is a diamond with the nerves in it") {
  const auto width_above = [](double z) {
    const double inner =
        std::max(span(PartId::semimembranosus, z).second, span(PartId::semitendinosus, z).second);
    return span(PartId::biceps_femoris, z).first - inner;
  };
  const auto width_below = [](double z) {
    return span(PartId::gastrocnemius_lateral, z).first - span(PartId::gastrocnemius_medial, z).second;
  };
  CHECK(width_above(98) < 4);  // closed above,
  CHECK(width_above(60) > 15);
  CHECK(width_above(20) > 35);  // widest at the joint,
  CHECK(width_below(0) > 12);
  CHECK(width_below(-60) < 4);                         // closed below
  CHECK(span(PartId::biceps_femoris, 20).first > 31);  // outside the peroneal nerve
}

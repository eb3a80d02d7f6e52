// Vessels and nerves behind and round the knee: their order, sizes and places.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "anatomy/cords.h"
#include "anatomy/cut_end.h"
#include "anatomy/measure_mesh.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

namespace {

constexpr std::array kAngles{0.0, 30.0, 60.0, 90.0, 120.0};

const Station& at_height(const std::vector<Station>& line, double z) {
  return *std::min_element(line.begin(), line.end(), [&](const Station& a, const Station& b) {
    return mend::math::fabs(a.place.z - z) < mend::math::fabs(b.place.z - z);
  });
}

/// Smallest distance between the walls of two cords.
double between(const std::vector<Station>& one, const std::vector<Station>& other) {
  double least = 1e3;
  for (const Station& s : resample(one, 2)) least = std::min(least, tube(s.place, other) - s.half_thickness);
  return least;
}

/// Number of separate tubes: one pair of end caps each, whose vertices have more neighbours than others.
std::size_t pieces(const Mesh& mesh) {
  std::vector<std::size_t> parent(mesh.vertices.size());
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = i;
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    for (std::size_t k = 1; k < 3; ++k) parent[root(mesh.indices[t + k])] = root(mesh.indices[t]);
  }
  std::set<std::size_t> roots;
  for (std::size_t i = 0; i < parent.size(); ++i) roots.insert(root(i));
  return roots.size();
}

double nearest(const Mesh& mesh, const Vec& p) {
  double least = 1e3;
  for (const Vertex& v : mesh.vertices) least = std::min(least, glm::length(Vec(v.position) - p));
  return least;
}

}  // namespace

TEST_CASE("behind the knee artery, vein and tibial nerve follow each other backwards") {
  const Placed knee = place_knee(0);
  const auto artery = popliteal_artery(knee), vein = popliteal_vein(knee),
             nerve = tibial_nerve(knee).stations;
  for (double z = -90; z <= 60; z += 10) {
    CAPTURE(z);
    const double a = at_height(artery, z).place.y, v = at_height(vein, z).place.y,
                 n = at_height(nerve, z).place.y;
    CHECK(a > v + 1);
    CHECK(v > n + 1);
  }
  for (const double z : {40.0, 0.0, -30.0}) {
    CAPTURE(z);
    CHECK(2 * at_height(artery, z).half_width >= 6);
    CHECK(2 * at_height(artery, z).half_width <= 7);
    CHECK(2 * at_height(vein, z).half_width >= 7.5);
    CHECK(2 * at_height(vein, z).half_width <= 9);
  }
  // 5 mm behind the tibia 20 mm below the joint, its wall.
  const Station& below = at_height(artery, -49);
  CHECK(knee.bones(below.place) - below.half_width > 3);
  CHECK(knee.bones(below.place) - below.half_width < 9);
}

TEST_CASE("vessels and nerves keep outside bone and apart at every angle") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    const NerveCourse peroneal = peroneal_nerve(knee);
    const std::vector<Mesh> meshes{
        build_popliteal_artery(knee),        build_popliteal_vein(knee),
        mesh_of(genicular_arteries(knee)),   build_common_peroneal(peroneal),
        build_deep_peroneal(knee, peroneal), build_superficial_peroneal(peroneal),
        build_infrapatellar_branch(knee),    mesh_of(genicular_nerves(knee, peroneal))};
    for (std::size_t i = 0; i < meshes.size(); ++i) {
      CAPTURE(i);
      CHECK(fault_of(meshes[i]) == "");
      double deepest = 1e3;
      for (const Vertex& v : meshes[i].vertices) deepest = std::min(deepest, knee.bones(Vec(v.position)));
      CHECK(deepest > -0.5);
    }
    const auto artery = popliteal_artery(knee), vein = popliteal_vein(knee);
    CHECK(between(vein, artery) > -0.3);
    CHECK(between(tibial_nerve(knee).stations, vein) > -0.3);
    CHECK(between(tibial_nerve(knee).stations, artery) > -0.3);
  }
}

TEST_CASE("the peroneal nerve divides below the neck of the fibula") {
  const Placed knee = place_knee(0);
  const NerveCourse peroneal = peroneal_nerve(knee);
  const Mesh common = build_common_peroneal(peroneal), deep = build_deep_peroneal(knee, peroneal),
             superficial = build_superficial_peroneal(peroneal);
  const double end = bounds(common).low.z;
  CHECK(end < -66);
  CHECK(end > -90);
  CHECK(nearest(common, Vec(deep.vertices.front().position)) < 3);
  CHECK(nearest(common, Vec(superficial.vertices.front().position)) < 3);
  // The deep branch runs on towards the tibia, in front of the superficial one.
  CHECK(bounds(deep).low.x < bounds(superficial).low.x - 8);
  CHECK(bounds(deep).high.y > bounds(superficial).high.y - 1);
}

TEST_CASE("the peroneal nerve passes behind the head of the fibula and beside its neck") {
  const Placed knee = place_knee(0);
  const std::vector<Station> line = peroneal_nerve(knee).stations;
  const auto level = [&](double z) { return knee.poses.tibia.to_local(at_height(line, z).place); };
  CHECK(level(-46).y < -30);  // the head's back lies at -34, its middle at -20
  CHECK(level(-52).y < -27);
  CHECK(level(-67).y > -22);
  CHECK(level(-67).x > 44);
}

TEST_CASE("five small arteries and five nerves go to the joint") {
  const Placed knee = place_knee(20);
  const Mesh arteries = mesh_of(genicular_arteries(knee)),
             nerves = mesh_of(genicular_nerves(knee, peroneal_nerve(knee)));
  CHECK(pieces(arteries) == 5);
  CHECK(pieces(nerves) == 5);
  // The nerves' targets (anatomy table 9), moved on to the bone.
  CHECK(nearest(nerves, on_thigh({-36, -6, 28}, 1)) < 3);
  CHECK(nearest(nerves, on_thigh({-25, 25, 20}, 1)) < 3);
  CHECK(nearest(nerves, on_thigh({33, -8, 28}, 1)) < 3);
  CHECK(nearest(nerves, on_shin(knee, {-24, 22, -45}, 1)) < 3);
  CHECK(nearest(nerves, on_shin(knee, {26, 14, -45}, 1)) < 3);
  // Each artery starts inside the large one.
  CHECK(tube({Vec(arteries.vertices.front().position)}, popliteal_artery(knee)) < 0.5);
}

TEST_CASE("small nerves and arteries lie on the bone where they end, and thin out") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    std::vector<std::vector<Station>> twigs = genicular_nerves(knee, peroneal_nerve(knee));
    twigs.erase(twigs.begin() + 3);  // it ends on the capsule
    for (std::vector<Station>& artery : genicular_arteries(knee)) twigs.push_back(std::move(artery));
    twigs.erase(twigs.begin() + 6);  // it ends within the notch
    for (const std::vector<Station>& twig : twigs) {
      for (std::size_t i = twig.size() - 4; i < twig.size(); ++i)
        CHECK(knee.bones(twig[i].place) - twig[i].half_thickness < 1);
      CHECK(twig.back().half_width < 0.2);
      CHECK(twig[twig.size() - 3].half_width < 0.7 * twig[twig.size() / 2].half_width);
    }
  }
}

TEST_CASE("branches leave the cords that they belong to at every angle") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    const NerveCourse peroneal = peroneal_nerve(knee);
    for (const auto& line : genicular_arteries(knee))
      CHECK(tube(line.front().place, popliteal_artery(knee)) < 0.5);
    const auto nerves = genicular_nerves(knee, peroneal);
    const auto tibial = tibial_nerve(knee).stations, branch = infrapatellar_branch(knee);
    CHECK(tube(nerves[0].front().place, tibial) < 0.5);
    CHECK(tube(nerves[1].front().place, peroneal.stations) < 0.5);
    CHECK(tube(nerves[2].front().place, tibial) < 0.5);
    CHECK(tube(nerves[3].front().place, branch) < 0.5);
    CHECK(tube(nerves[4].front().place, peroneal.stations) < 0.5);
    CHECK(tube(branch.front().place, saphenous_nerve(knee)) < 0.5);
  }
}

TEST_CASE("cords behind the bent knee lie in one even curve") {
  for (const double angle : {60.0, 90.0}) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    int which = 0;
    for (const auto& cord :
         {popliteal_artery(knee), popliteal_vein(knee), tibial_nerve(knee).stations, saphenous_nerve(knee)}) {
      ++which;
      CAPTURE(which);
      const std::vector<Station> line = resample(cord, 4);
      // Seen from the side: all the turning there is against the turning from end to end.
      double all = 0, sum = 0;
      const auto heading = [&](std::size_t i) {
        const Vec d = line[i + 1].place - line[i].place;
        return mend::math::atan2(d.y, -d.z);
      };
      for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const double turn = heading(i) - heading(i - 1);
        all += mend::math::fabs(turn);
        sum += turn;
      }
      CAPTURE(line.size() * 4);
      CAPTURE(glm::degrees(all));
      CHECK(glm::degrees(all - mend::math::fabs(sum)) < 60);
    }
  }
}

/// The smallest radius of a cord's bends, by the circle through places 5 mm apart.
double tightest(const std::vector<Station>& cord) {
  double least = 1e3;
  const std::vector<Station> line = resample(cord, 5);
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const Vec a = line[i - 1].place, b = line[i].place, c = line[i + 1].place;
    const double sides = glm::length(b - a) * glm::length(c - b) * glm::length(c - a);
    least = std::min(least, sides / (2 * glm::length(glm::cross(b - a, c - a)) + 1e-9));
  }
  return least;
}

TEST_CASE("the large nerves bend round, the peroneal nerve without a swing in front of the biceps") {
  for (const double angle : {0.0, 30.0, 60.0, 90.0}) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    const std::vector<Station> peroneal = peroneal_nerve(knee).stations;
    CHECK(tightest(tibial_nerve(knee).stations) > 3 * 5.1);
    CHECK(tightest(peroneal) > 3 * 3.7);
    // Above the level of the head of the fibula.
    const double head = knee.poses.tibia.to_world({37, -20, -42}).z + 15;
    for (const Station& s : peroneal) {
      if (s.place.z > head) CHECK(s.place.y < -32);
    }
  }
}

TEST_CASE("nerves and vessels that leave the limb end in a cut as wide as they are, not in a point") {
  const Placed knee = place_knee(0);
  const NerveCourse tibial = tibial_nerve(knee);
  for (const Mesh& cord :
       {build_tibial_nerve(tibial), build_saphenous_nerve(knee), build_popliteal_vein(knee)}) {
    CHECK(fault_of(cord) == "");
    const std::vector<Ring> rings = rings_of(cord);
    for (const auto& [end, within] :
         {std::pair{&rings[1], &rings[6]}, {&rings[rings.size() - 2], &rings[rings.size() - 7]}})
      CHECK(end->width > 0.8 * within->width);
    const auto on_cut = std::count_if(cord.vertices.begin(), cord.vertices.end(),
                                      [](const Vertex& v) { return v.region == kOnCut; });
    CHECK(on_cut > 20);
    CHECK(on_cut < static_cast<std::ptrdiff_t>(cord.vertices.size() / 3));
  }
  // The infrapatellar branch parts into three.
  CHECK(pieces(build_infrapatellar_branch(knee)) == 3);
}

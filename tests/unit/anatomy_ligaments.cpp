// Ligaments and the tendons at the sides: published lengths, on bone only at their ends, and past each other.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "anatomy/placed.h"
#include "anatomy/space.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

namespace {

constexpr std::array kAngles{0.0, 30.0, 60.0, 90.0, 120.0};

struct Cord {
  std::string name;
  Mesh mesh;
};

std::vector<Cord> cords(const Placed& knee) {
  return {{"acl", build_acl(knee)},
          {"pcl", build_pcl(knee)},
          {"mcl", build_mcl(knee)},
          {"mcl_deep", build_mcl_deep(knee)},
          {"lcl", build_lcl(knee)},
          {"mpfl", build_mpfl(knee)},
          {"transverse", build_transverse_ligament(knee)},
          {"popliteus", build_popliteus_tendon(knee)},
          {"iliotibial", build_iliotibial_band(knee)}};
}

/// The meshes that were put together, each with its vertices in one stretch.
std::vector<std::vector<Vertex>> bundles_of(const Mesh& mesh) {
  std::vector<std::vector<Vertex>> bundles(1);
  bool is_over = false;
  for (const Vertex& v : mesh.vertices) {
    const bool is_start = v.depth == 0;
    if (is_start && is_over && bundles.back().size() > 100 && bundles.back().back().depth > 5) {
      // The last vertex but one of a tube is the cap at its start; a new tube starts with a whole ring.
      bundles.emplace_back();
      is_over = false;
    }
    is_over = is_over || (is_start && bundles.back().size() > 100);
    bundles.back().push_back(v);
  }
  return bundles;
}

/// mm from the middle of the first section to that of the last.
double chord(const std::vector<Vertex>& bundle) {
  float longest = 0;
  for (const Vertex& v : bundle) longest = std::max(longest, v.depth);
  Vec first{0}, last{0};
  int firsts = 0, lasts = 0;
  for (const Vertex& v : bundle) {
    if (v.depth == 0) first += Vec(v.position), ++firsts;
    if (v.depth == longest) last += Vec(v.position), ++lasts;
  }
  REQUIRE(firsts > 5);
  REQUIRE(lasts > 5);
  return glm::length(first / static_cast<double>(firsts) - last / static_cast<double>(lasts));
}

double length_of(const Mesh& mesh) {
  float longest = 0;
  for (const Vertex& v : mesh.vertices) longest = std::max(longest, v.depth);
  return static_cast<double>(longest);
}

void check_band(double value, double low, double high) {
  CAPTURE(value);
  CHECK(value >= low);
  CHECK(value <= high);
}

/// How deep vertices of one mesh lie in another, outside bone; positive when they keep apart.
double gap_between(const Placed& knee, const Mesh& one, const Mesh& other) {
  const std::array<const Mesh*, 1> solids{&other};
  const DistanceVolume space(solids, 0.8, 2);
  double least = 1e3;
  for (const Vertex& v : one.vertices) {
    const Vec p(v.position);
    if (knee.bones(p) > 0) least = std::min(least, space.at(p));
  }
  return least;
}

}  // namespace

TEST_CASE("each cruciate is two bundles") {
  const Placed knee = place_knee(0);
  const auto acl = bundles_of(build_acl(knee)), pcl = bundles_of(build_pcl(knee));
  REQUIRE(acl.size() == 2);
  REQUIRE(pcl.size() == 2);
}

TEST_CASE("ligaments at the sides and in front have the published lengths") {
  const Placed knee = place_knee(0);
  check_band(chord(build_lcl(knee).vertices), 48, 70);             // 48-61, up to 70
  check_band(length_of(build_mcl(knee)) - 6.5 - 11, 90, 102);      // 90-100 between its two feet
  check_band(length_of(build_mpfl(knee)) - 2 * 6, 48, 62);         // 55, and 6 that spread on each bone
  check_band(length_of(build_transverse_ligament(knee)), 25, 29);  // 27
  check_band(length_of(build_mcl_deep(knee)), 22, 34);             // from its two places
}

TEST_CASE("ligaments and tendons are closed and meet bone only at their ends") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    for (const Cord& cord : cords(knee)) {
      CAPTURE(cord.name);
      CHECK(fault_of(cord.mesh) == "");
      // mm along from either end within which it holds on to bone: the cruciates' footprints are the longest.
      const bool is_cruciate = cord.name == "acl" || cord.name == "pcl";
      const float top = is_cruciate ? 15 : 9, low = is_cruciate ? 16 : 12;
      CHECK(cord.mesh.indices.size() / 3 < 5000);
      for (const std::vector<Vertex>& bundle : bundles_of(cord.mesh)) {
        float length = 0;
        for (const Vertex& v : bundle) length = std::max(length, v.depth);
        double deepest = 1e3;
        for (const Vertex& v : bundle) {
          if (v.depth > top && v.depth < length - low)
            deepest = std::min(deepest, knee.bones(Vec(v.position)));
        }
        CHECK(deepest > -0.5);
      }
    }
  }
}

TEST_CASE("ligaments pass each other") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    CHECK(gap_between(knee, build_acl(knee), build_pcl(knee)) > -0.7);  // within the distances' grid
    CHECK(gap_between(knee, build_transverse_ligament(knee), build_acl(knee)) > -0.7);
    CHECK(gap_between(knee, build_iliotibial_band(knee), build_lcl(knee)) > -0.7);
    if (angle < 100) CHECK(gap_between(knee, build_lcl(knee), build_popliteus_tendon(knee)) > -0.7);
  }
}

TEST_CASE("the popliteus tendon ends free of bone at the back corner of the plateau") {
  for (const double angle : kAngles) {
    CAPTURE(angle);
    const Placed knee = place_knee(angle);
    const Mesh tendon = build_popliteus_tendon(knee);
    const float length = tendon.vertices.back().depth;
    float shortest = 1e3F, longest = 0;
    for (const Vertex& v : tendon.vertices) {
      if (v.depth < length) continue;
      const Vec p = knee.poses.tibia.to_local(Vec(v.position));
      CHECK(p.x > 20);
      CHECK(p.y < -18);
      CHECK(p.z > -46);
      CHECK(knee.bones(Vec(v.position)) > 0);
      const float reach = glm::length(v.position - tendon.vertices.front().position);
      shortest = std::min(shortest, reach), longest = std::max(longest, reach);
    }
    CHECK(longest - shortest > 2);  // frayed
  }
}

TEST_CASE("the quadriceps tendon lies straight in its groove") {
  for (double angle = 0; angle <= 120; angle += 5) {
    CAPTURE(angle);
    const std::vector<Vec> line = place_knee(angle).quadriceps;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const double middle = 0.5 * (line[i - 1].x + line[i + 1].x);
      CHECK(mend::math::fabs(line[i].x - middle) < 0.5);
    }
  }
}

#include "scene/repair_tissue.h"

#include <doctest/doctest.h>

#include <map>

#include "anatomy/mesh.h"
#include "scene/mirror.h"
#include "sim/patch.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

/// Mean height over the disc, and mean depth, by an even grid of our own.
double mean_height_share(const Crater& crater, const Relief& relief) {
  double height = 0, depth = 0;
  for (int i = -100; i <= 100; ++i) {
    for (int j = -100; j <= 100; ++j) {
      const glm::vec2 uv = glm::vec2(i, j) / 100.0f;
      if (glm::length(uv) > 1) continue;
      const anatomy::LesionColumn column = crater.at(uv);
      const double here = glm::distance(column.floor, column.surface);
      depth += here;
      height += here * relief.share(uv);
    }
  }
  return height / depth;
}

/// Point i of 300 spread evenly over the disc.
glm::vec2 spread(int i) {
  const float turn = 2.4f * static_cast<float>(i);
  return glm::vec2(std::cos(turn), std::sin(turn)) * std::sqrt(static_cast<float>(i) / 300);
}

/// Edges used other than once each way, corners at one place counted as one.
int open_edges(const anatomy::Mesh& mesh) {
  using Place = std::array<long, 3>;
  const auto place = [&](std::uint32_t i) {
    const glm::vec3 p = mesh.vertices[i].position * 1e4f;
    return Place{std::lround(p.x), std::lround(p.y), std::lround(p.z)};
  };
  std::map<std::pair<Place, Place>, int> edges;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    for (std::size_t k = 0; k < 3; ++k) {
      const Place a = place(mesh.indices[i + k]), b = place(mesh.indices[i + (k + 1) % 3]);
      ++edges[{a, b}];
      --edges[{b, a}];
    }
  }
  int open = 0;
  for (const auto& [edge, count] : edges) open += count != 0;
  return open;
}

double volume(const anatomy::Mesh& mesh) {
  double six = 0;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const glm::dvec3 a = mesh.vertices[mesh.indices[i]].position,
                     b = mesh.vertices[mesh.indices[i + 1]].position,
                     c = mesh.vertices[mesh.indices[i + 2]].position;
    six += glm::dot(a, glm::cross(b, c));
  }
  return six / 6;
}

}  // namespace

TEST_CASE("the mean height of the repair tissue is the fill of the model within 2 %") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  for (const double fill : {0.02, 0.1, 0.3, 0.5, 0.85, 0.98}) {
    for (const std::uint64_t seed : {1, 2, 3}) {
      CAPTURE(fill);
      CHECK(mean_height_share(crater, Relief(crater, fill, seed)) == doctest::Approx(fill).epsilon(0.02));
    }
  }
}

TEST_CASE("young repair tissue is uneven, and full tissue is flush with the native surface") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  const Relief young(crater, 0.4, 1), full(crater, 1, 1);
  float low = 1, high = 0;
  for (int i = 0; i < 300; ++i) {
    const glm::vec2 uv = 0.9f * spread(i);
    low = std::min(low, young.share(uv));
    high = std::max(high, young.share(uv));
    CHECK(full.share(uv) == doctest::Approx(1).epsilon(1e-3));
  }
  CHECK(high - low > 0.2f);
  CHECK(low >= 0);
  CHECK(high < 1);
}

TEST_CASE("repair tissue rises everywhere as the fill rises") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  const Relief earlier(crater, 0.3, 5), later(crater, 0.32, 5);
  for (int i = 0; i < 300; ++i) {
    const glm::vec2 uv = spread(i);
    CHECK(later.height_share(uv) > earlier.height_share(uv));
  }
}

TEST_CASE("the mesh of the repair tissue is closed and turned outward, in a right knee and in a left one") {
  const anatomy::Knee right = scene_fixture::knee();
  const anatomy::Knee left = mirrored(right);
  for (const anatomy::Knee* knee : {&right, &left}) {
    const Crater crater(*knee);
    const anatomy::Mesh mesh = mesh_of(crater, Relief(crater, 0.5, 1));
    CHECK(open_edges(mesh) == 0);
    // Half of a crater 16 mm across and 2 mm deep, and what reaches into the bone.
    CHECK(volume(mesh) > 150);
    CHECK(volume(mesh) < 320);
    for (const anatomy::Vertex& vertex : mesh.vertices)
      CHECK(glm::length(vertex.normal) == doctest::Approx(1).epsilon(1e-3));
    CHECK(glm::dot(mesh.vertices[0].normal, knee->lesion.outward) > 0.7f);
  }
}

TEST_CASE("a bare crater has no repair tissue, and its version changes with the fill only") {
  scene_fixture::Set set;
  const auto repair = [&](double day, double fill) {
    const Scene scene = set.frame(scene_fixture::state(day, fill));
    const Surface* surface = scene_fixture::find(scene, anatomy::PartId::femoral_cartilage, Material::repair);
    return surface ? surface->version : 0;
  };
  CHECK(repair(0, 0.01) == 0);
  CHECK(repair(100, 0.2) != 0);
  CHECK(repair(100, 0.2) == repair(101, 0.2));
  CHECK(repair(100, 0.2) != repair(100, 0.21));
  const Scene scene = set.frame(scene_fixture::state(100, 0.2));
  const Surface* surface = scene_fixture::find(scene, anatomy::PartId::femoral_cartilage, Material::repair);
  REQUIRE(surface);
  CHECK(surface->mesh == &scene.made.front());
  CHECK(surface->hyaline_share == doctest::Approx(0.6));
}

namespace {

/// A patch on day 0 and later, after microfracture.
struct Repair {
  sim::DefectPatch patch{{}, 16, 2, 5, 1};
  sim::PatchView view;
  double fill = 0;

  explicit Repair(int days) {
    patch.add_stem_cells(0.1 * patch.floor_share(), {.hyaline = 0.2, .settling = sim::Settling::holes});
    for (int day = 0; day < days; ++day) patch.step(1, {});
    view = {patch.frame(days), {}, 0};
    fill = patch.fill();
  }
};

}  // namespace

TEST_CASE("with a patch the tissue stands highest where its column has most matrix, and the fill is kept") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  for (const int days : {90, 150, 400, 700}) {
    CAPTURE(days);
    const Repair repair(days);
    const Relief relief(crater, repair.fill, 1, repair.view);
    CHECK(mean_height_share(crater, relief) == doctest::Approx(repair.fill).epsilon(0.02));
    double low = 1, high = 0;
    glm::vec2 lowest(0), highest(0);
    for (int i = 0; i < 300; ++i) {
      const glm::vec2 uv = 0.95f * spread(i);
      const double here = repair.view.fill_at(uv.x, uv.y);
      if (here < low) lowest = uv;
      if (here > high) highest = uv;
      low = std::min(low, here);
      high = std::max(high, here);
      CHECK(relief.share(uv) >= 0);
      CHECK(relief.share(uv) <= 1);
    }
    if (days < 200) CHECK(relief.share(highest) > 1.5f * relief.share(lowest));
    if (days > 600) CHECK(relief.share(highest) < 1.2f * relief.share(lowest));
  }
}

TEST_CASE(
    "collagen on the top of the tissue stands on the bone at first and lies along the surface when full") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  const auto upright = [&](double fill) {
    const anatomy::Mesh mesh = mesh_of(crater, Relief(crater, fill, 1));
    return std::fabs(glm::dot(mesh.vertices[0].fibre, knee.lesion.outward));
  };
  CHECK(upright(0.1) > 0.95f);
  CHECK(upright(1) < 0.05f);
}

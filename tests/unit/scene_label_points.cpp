#include "scene/label_points.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/navigate.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;

namespace {

constexpr int kWidth = 800, kHeight = 600;
const Window kWhole{{0, 0}, {kWidth, kHeight}};

/// Balls of 20 mm seen from the front: the femur right of the middle in the picture, and so on.
struct Balls {
  std::vector<anatomy::Part> parts;
  Scene scene;

  explicit Balls(std::vector<anatomy::Part> made, float opacity = 1) : parts(std::move(made)) {
    scene.camera = {.eye = {0, 300, 0}};
    for (const anatomy::Part& part : parts)
      scene.surfaces.push_back({.mesh = &part.mesh, .part = part.id, .opacity = opacity, .box = part.box});
  }
  [[nodiscard]] std::vector<LabelPoint> points(const Window& room = kWhole) const {
    return label_points(scene, kWidth, kHeight, room);
  }
};

}  // namespace

TEST_CASE("each part in sight has a point, and a click there lands on it") {
  const Balls balls({scene_fixture::part(PartId::femur, {0, 0, 30}, 20),
                     scene_fixture::part(PartId::tibia, {0, 0, -30}, 25),
                     scene_fixture::part(PartId::patella, {10, 40, 0}, 12)});
  const auto points = balls.points();
  REQUIRE(points.size() == 3);
  CHECK(std::is_sorted(points.begin(), points.end(), [](auto& a, auto& b) { return a.share > b.share; }));
  for (const LabelPoint& point : points) {
    const glm::vec2 cursor(2 * point.at.x / kWidth - 1, 1 - 2 * point.at.y / kHeight);
    const auto hit = pick(balls.scene, cursor, static_cast<float>(kWidth) / kHeight);
    REQUIRE(hit);
    CHECK(hit->part == point.part);
  }
}

TEST_CASE("what is behind, out of the room or a ghost is not named") {
  const Balls hidden({scene_fixture::part(PartId::femur, {0, 0, 0}, 30),
                      scene_fixture::part(PartId::tibia, {0, -60, 0}, 15)});
  REQUIRE(hidden.points().size() == 1);
  CHECK(hidden.points().front().part == PartId::femur);
  const Balls ghost({scene_fixture::part(PartId::femur, {0, 0, 0}, 30)}, 0.12f);
  CHECK(ghost.points().empty());
  Balls sheath({scene_fixture::part(PartId::peroneal_nerve, {0, 0, 0}, 30)}, 0.12f);
  sheath.scene.surfaces.front().material = Material::nerve_sheath;  // its axons are seen through it
  CHECK(sheath.points().size() == 1);
  const Balls pair({scene_fixture::part(PartId::femur, {50, 0, 0}, 15),
                    scene_fixture::part(PartId::tibia, {-50, 0, 0}, 15)});
  const auto left = pair.points({{0, 0}, {kWidth / 2, kHeight}});
  REQUIRE(left.size() == 1);
  CHECK(left.front().part == PartId::femur);  // X is lateral: left in a right knee from the front
}

TEST_CASE("points move evenly as the camera turns") {
  Balls balls({scene_fixture::part(PartId::femur, {0, 0, 30}, 20),
               scene_fixture::part(PartId::tibia, {0, 0, -30}, 25)});
  glm::vec2 last{0};
  for (int i = 0; i < 40; ++i) {
    const float angle = 0.004f * static_cast<float>(i);
    balls.scene.camera.eye = 300.0f * glm::vec3(std::sin(angle), std::cos(angle), 0);
    const auto points = balls.points();
    REQUIRE(points.size() == 2);
    if (i > 0) CHECK(glm::length(points.front().at - last) < 4);
    last = points.front().at;
  }
}

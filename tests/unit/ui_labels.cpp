// Names beside the picture: none over another, no line across another.
#include "ui/labels.h"

#include <doctest/doctest.h>

#include <random>

using namespace mend;
using namespace mend::ui;

namespace {

const Rect kFree{{100, 50}, {900, 650}};
constexpr float kColumn = 150, kClear = 4;

std::vector<scene::LabelPoint> random_points(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  const auto within = [&](float low, float high) {
    return low + (high - low) * static_cast<float>(random() % 10000) / 10000.0f;
  };
  std::vector<scene::LabelPoint> points;
  for (int i = 0; i < count; ++i)
    points.push_back({static_cast<anatomy::PartId>(i), {within(0, 1000), within(0, 700)}, 0});
  return points;
}

/// Names of one to three lines.
float height_of(anatomy::PartId part) {
  return 16.0f * static_cast<float>(1 + static_cast<int>(part) % 3) + 6;
}

}  // namespace

TEST_CASE("of a thousand pictures none has names that overlap, lines that cross or a line through a dot") {
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const auto labels =
        lay_out_labels(random_points(seed, 3 + static_cast<int>(seed % 40)), kFree, kColumn, kClear, height_of);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const PlacedLabel& a = labels[i];
      REQUIRE(a.end.y - a.height / 2 >= kFree.low.y - 0.01f);
      REQUIRE(a.end.y + a.height / 2 <= kFree.high.y + 0.01f);
      REQUIRE((a.is_left ? a.point.x > a.end.x : a.point.x < a.end.x));
      for (std::size_t j = i + 1; j < labels.size(); ++j) {
        REQUIRE_FALSE(do_cross(a, labels[j], kClear));
        if (a.is_left == labels[j].is_left)
          REQUIRE(std::abs(a.end.y - labels[j].end.y) >= (a.height + labels[j].height) / 2 - 0.01f);
      }
    }
  }
}

TEST_CASE("a name stands level with its part where there is room") {
  const scene::LabelPoint points[] = {{anatomy::PartId::femur, {400, 120}, 0.3f},
                                      {anatomy::PartId::tibia, {420, 500}, 0.2f}};
  const auto labels = lay_out_labels(points, kFree, kColumn, kClear, height_of);
  REQUIRE(labels.size() == 2);
  for (const PlacedLabel& label : labels) CHECK(label.end.y == label.point.y);
}

TEST_CASE("of two dots at one height both are named, and no line runs through the other's dot") {
  const scene::LabelPoint points[] = {{anatomy::PartId::femur, {800 - 75, 300}, 0.3f},
                                      {anatomy::PartId::tibia, {800 - 150, 300}, 0.2f}};
  const auto labels = lay_out_labels(points, kFree, kColumn, kClear, height_of);
  REQUIRE(labels.size() == 2);
  CHECK_FALSE(do_cross(labels[0], labels[1], kClear));
}

TEST_CASE("of two dots at one place the part that covers more is named") {
  const scene::LabelPoint points[] = {{anatomy::PartId::femur, {400, 300}, 0.3f},
                                      {anatomy::PartId::tibia, {400, 301}, 0.2f}};
  const auto labels = lay_out_labels(points, kFree, kColumn, kClear, height_of);
  REQUIRE(labels.size() == 1);
  CHECK(labels.front().part == anatomy::PartId::femur);
}

TEST_CASE("what covers least is left out where there is no room") {
  std::vector<scene::LabelPoint> points;
  for (int i = 0; i < 40; ++i)
    points.push_back({static_cast<anatomy::PartId>(i),
                      {300, 60.0f + 10.0f * static_cast<float>(i)},
                      1 - 0.01f * static_cast<float>(i)});
  const auto labels = lay_out_labels(points, {{100, 50}, {900, 250}}, kColumn, kClear, [](auto) { return 20.0f; });
  CHECK(labels.size() == 10);
  for (const PlacedLabel& label : labels) CHECK(static_cast<int>(label.part) < 10);
}

TEST_CASE("a name moves evenly as its part does") {
  const auto at = [](float y) {
    const scene::LabelPoint points[] = {{anatomy::PartId::femur, {400, y}, 0.3f},
                                        {anatomy::PartId::tibia, {420, 300}, 0.2f}};
    return lay_out_labels(points, kFree, kColumn, kClear, [](auto) { return 20.0f; });
  };
  for (float y = 100; y < 260; y += 0.5f)
    CHECK(std::abs(at(y + 0.5f).front().end.y - at(y).front().end.y) <= 1);
}

TEST_CASE("names go from none to plain to Latin and back, and a part that is selected is named alone") {
  using scene::Names;
  CHECK(next_names(Names::none) == Names::plain);
  CHECK(next_names(Names::plain) == Names::latin);
  CHECK(next_names(Names::latin) == Names::none);
  const scene::LabelPoint points[] = {{anatomy::PartId::femur, {}, 0}, {anatomy::PartId::tibia, {}, 0}};
  scene::View view;
  CHECK_FALSE(wants_names(view));
  view.selected = anatomy::PartId::tibia;
  CHECK(wants_names(view));
  REQUIRE(named(points, view).size() == 1);
  CHECK(named(points, view).front().part == anatomy::PartId::tibia);
  view.names = Names::latin;
  CHECK(named(points, view).size() == 2);
}

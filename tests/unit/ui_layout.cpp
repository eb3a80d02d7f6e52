// Where plates lie, in windows of every size a person can make.
#include "ui/layout.h"

#include <doctest/doctest.h>

#include <vector>

using namespace mend::ui;

namespace {

std::vector<Rect> shown(const Layout& layout) {
  std::vector<Rect> plates;
  if (layout.has_top) plates.insert(plates.end(), {layout.title, layout.lens, layout.tools});
  if (layout.has_views) plates.push_back(layout.views);
  if (layout.has_legend) plates.push_back(layout.legend);
  if (layout.has_drawer) plates.push_back(layout.drawer);
  if (layout.has_bottom) plates.push_back(layout.bottom);
  return plates;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

}  // namespace

TEST_CASE("plates never overlap nor leave the window, at any size, scale or drawer") {
  for (const float scale : {0.75f, 1.0f, 1.5f, 2.0f, 3.0f})
    for (const bool drawer : {false, true})
      for (float width = 1; width < 2600; width += 97)
        for (float height = 1; height < 1500; height += 83) {
          const auto plates = shown(lay_out({width, height}, scale, drawer));
          for (std::size_t i = 0; i < plates.size(); ++i) {
            CAPTURE(width);
            CAPTURE(height);
            CAPTURE(scale);
            REQUIRE(plates[i].low.x >= 0);
            REQUIRE(plates[i].low.y >= 0);
            REQUIRE(plates[i].high.x <= width);
            REQUIRE(plates[i].high.y <= height);
            REQUIRE(plates[i].width() > 0);
            for (std::size_t j = 0; j < i; ++j) REQUIRE_FALSE(overlap(plates[i], plates[j]));
          }
        }
}

TEST_CASE("a window of 1280 x 720 holds every plate, and leaves the picture a middle of its own") {
  const Layout layout = lay_out({1280, 720}, 1, true);
  CHECK(layout.has_top);
  CHECK(layout.has_views);
  CHECK(layout.has_legend);
  CHECK(layout.has_drawer);
  CHECK(layout.has_chart);
  for (const Rect& plate : shown(layout)) CHECK_FALSE(plate.has(layout.centre));
  CHECK(layout.share < 1);
}

TEST_CASE("the subject stands in the middle of what no plate covers") {
  for (const bool drawer : {false, true})
    for (const ImVec2 size : {ImVec2(1920, 1080), ImVec2(1280, 720), ImVec2(960, 600)}) {
      const Layout layout = lay_out(size, 1, drawer);
      for (const Rect& plate : shown(layout)) CHECK_FALSE(overlap(plate, layout.free));
      CHECK(layout.centre.x == doctest::Approx(layout.free.centre().x));
      CHECK(layout.centre.y == doctest::Approx(layout.free.centre().y));
    }
}

TEST_CASE("a small window keeps the views and a lower chart, a very small one only the transport") {
  const Layout small = lay_out({960, 600}, 1, false);
  CHECK(small.has_top);
  CHECK(small.has_views);
  CHECK(small.has_chart);
  CHECK(small.bottom.height() < lay_out({1280, 720}, 1, false).bottom.height());
  const Layout least = lay_out({480, 300}, 1, true);
  CHECK(least.has_bottom);
  CHECK_FALSE(least.has_top);
  CHECK_FALSE(least.has_views);
  CHECK_FALSE(least.has_drawer);
  CHECK_FALSE(least.has_chart);
}

TEST_CASE("at twice the scale everything is twice as large") {
  const Layout one = lay_out({1280, 720}, 1, true), two = lay_out({2560, 1440}, 2, true);
  CHECK(two.bottom.low.y == doctest::Approx(2 * one.bottom.low.y));
  CHECK(two.drawer.width() == doctest::Approx(2 * one.drawer.width()));
}

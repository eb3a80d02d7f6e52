#include "ui/logo.h"

#include <doctest/doctest.h>

using namespace mend::ui;

namespace {
const Rect kFree{{100, 50}, {1100, 650}};
int something = 0;
Logo logo(float width, float height) {
  return {&something, {width, height}};
}
}  // namespace

TEST_CASE("a logo keeps its shape, stands in the upper right corner, and is never large") {
  for (const Logo& one : {logo(400, 100), logo(2000, 100), logo(100, 2000), logo(16, 16)}) {
    const Rect place = logo_place(one, kFree, 16);
    CHECK(place.width() / place.height() == doctest::Approx(one.pixels.x / one.pixels.y));
    CHECK(place.height() <= 64.01f);
    CHECK(place.width() <= 200.01f);
    CHECK(place.width() <= one.pixels.x);
    CHECK((place.high.x < kFree.high.x && place.high.x > kFree.high.x - 20));
    CHECK((place.low.y > kFree.low.y && place.low.y < kFree.low.y + 20));
  }
}

TEST_CASE("names and words stand below a logo, and have all the room without one") {
  const Rect below = below_logo(logo(400, 100), kFree, 16);
  CHECK(below.low.y >= logo_place(logo(400, 100), kFree, 16).high.y);
  CHECK(below.high.y == kFree.high.y);
  CHECK(below_logo(Logo{}, kFree, 16).low.y == kFree.low.y);
}

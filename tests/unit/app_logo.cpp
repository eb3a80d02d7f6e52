// A logo on a picture that leaves the program.
#include <doctest/doctest.h>

#include "app/gui_layer.h"
#include "app/headless.h"

using namespace mend;

TEST_CASE("a logo of any shape stands in the upper right corner of a picture, in its own colours") {
  const auto context = app::Headless::create(gl::Dialect::desktop);
  REQUIRE(context.is_ok());
  auto layer = app::GuiLayer::create(nullptr, 1);
  REQUIRE(layer.is_ok());
  constexpr int kWide = 640, kHigh = 360;
  const render::Image ground{kWide, kHigh, std::vector<std::uint8_t>(std::size_t{4} * kWide * kHigh, 30)};
  for (const auto& size : {std::pair{401, 119}, {1999, 37}, {64, 64}, {150, 900}}) {
    CAPTURE(size.first);
    const auto [width, height] = size;
    render::Image logo{width, height, {}};
    for (int i = 0; i < width * height; ++i) logo.pixels.insert(logo.pixels.end(), {0, 200, 40, 255});
    layer.value()->set_logo(logo, app::kLetters);
    const render::Image drawn = app::annotated(*layer.value(), ground, {}, {}, 1);
    REQUIRE(drawn.width == kWide);
    int green = 0;
    for (int y = 0; y < kHigh; ++y) {
      for (int x = 0; x < kWide; ++x) {
        const std::size_t at = 4 * static_cast<std::size_t>(y * kWide + x);
        if (drawn.pixels[at + 1] < 150 || drawn.pixels[at] > 60) continue;
        ++green;
        CHECK((x > kWide * 3 / 4 && y < kHigh / 4));
      }
    }
    CHECK(green > 200);
  }
}

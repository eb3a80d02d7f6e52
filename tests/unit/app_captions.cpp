// What is written on a picture that leaves the program.
#include <doctest/doctest.h>

#include "app/gui_layer.h"
#include "app/headless.h"
#include "scene/palette.h"

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

TEST_CASE("a saved picture tells the cells by their colour, those in it and no others") {
  const auto context = app::Headless::create(gl::Dialect::desktop);
  REQUIRE(context.is_ok());
  auto layer = app::GuiLayer::create(nullptr, 1);
  REQUIRE(layer.is_ok());
  constexpr int kWide = 640, kHigh = 360;
  const render::Image ground{kWide, kHigh, std::vector<std::uint8_t>(std::size_t{4} * kWide * kHigh, 30)};
  scene::Scene scene;
  const auto dots_of = [&](scene::CellKind kind) {
    const render::Image drawn = app::annotated(*layer.value(), ground, {}, scene, 1);
    const glm::ivec3 wanted(255.0f * scene::colour(kind).base + 0.5f);
    int count = 0;
    for (std::size_t at = 0; at < drawn.pixels.size(); at += 4) {
      const glm::ivec3 is(drawn.pixels[at], drawn.pixels[at + 1], drawn.pixels[at + 2]);
      count += glm::all(glm::lessThan(glm::abs(is - wanted), glm::ivec3(4)));
    }
    return count;
  };
  CHECK(dots_of(scene::CellKind::stem) == 0);
  scene::CellInstance cell;
  cell.kind = static_cast<float>(scene::CellKind::stem);
  scene.cells = {cell};
  CHECK(dots_of(scene::CellKind::stem) > 20);
  CHECK(dots_of(scene::CellKind::schwann) == 0);
}

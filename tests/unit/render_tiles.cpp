// Large pictures in tiles, and pictures without a ground.
#include <algorithm>

#include "gl/draw.h"
#include "gl/texture.h"
#include "render/tiles.h"
#include "render_fixture.h"

using namespace mend;
using namespace mend::render_fixture;

namespace {

/// The scene as one piece, the way the window draws it.
render::Image drawn_whole(const Studio& studio, const scene::Scene& scene, int width, int height) {
  const gl::Target target({.width = width, .height = height, .colours = {gl::Format::rgba8}}, "whole");
  studio.renderer->draw(scene, target.id(), width, height);
  target.bind();
  render::Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4))};
  std::vector<std::uint8_t> pixels;
  gl::read_pixels(width, height, pixels);
  render::paste(image, {{0, 0, width, height}, {0, 0, width, height}}, pixels);
  for (std::size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
  return image;
}

int alpha(const render::Image& image, int x, int y) {
  return image.pixels[static_cast<std::size_t>((y * image.width + x) * 4 + 3)];
}

}  // namespace

TEST_CASE("tiles keep every pixel of a picture once, and see beyond the seams") {
  for (const auto& [width, height, side] :
       {std::tuple{100, 50, 128}, {300, 129, 128}, {1000, 777, 100}, {129, 300, 128}}) {
    std::vector<int> kept(static_cast<std::size_t>(width * height));
    for (const render::TileCut& cut : render::cut_into_tiles(width, height, side)) {
      CHECK(cut.drawn.width == std::min(width, side));
      CHECK(cut.drawn.height == std::min(height, side));
      CHECK((cut.drawn.x >= 0 && cut.drawn.x + cut.drawn.width <= width));
      CHECK((cut.kept.x == 0 || cut.kept.x >= cut.drawn.x + 6));
      CHECK((cut.kept.y == 0 || cut.kept.y >= cut.drawn.y + 6));
      for (int y = cut.kept.y; y < cut.kept.y + cut.kept.height; ++y)
        for (int x = cut.kept.x; x < cut.kept.x + cut.kept.width; ++x)
          ++kept[static_cast<std::size_t>(y * width + x)];
    }
    CHECK(std::ranges::count(kept, 1) == width * height);
  }
}

TEST_CASE("a picture drawn in tiles is the picture drawn at once") {
  Studio studio;
  const anatomy::Path path = straight_path();
  scene::Scene scene = full_scene(path);
  for (const auto quality : {scene::Quality::low, scene::Quality::high}) {
    scene.quality = quality;
    const int width = 2200, height = 1000;
    const render::Image tiled = studio.renderer->draw_image(scene, width, height);
    const render::Difference apart = render::compare(tiled, drawn_whole(studio, scene, width, height));
    CHECK(apart.mean < 0.05);  // edges fall a hair differently
    for (int x = 0; x < width; x += 7) CHECK(brightness(pixel(tiled, x, height / 2)) > 0);
  }
}

TEST_CASE("without a ground a picture is clear beside what is drawn, and its colours stay") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 10, scene::Material::bone);
  add_ball(scene, {18, 0, 0}, 6, scene::Material::cartilage, 0.3f);
  for (const auto quality : {scene::Quality::low, scene::Quality::high}) {
    scene.quality = quality;
    scene.has_background = true;
    const render::Image grounded = studio.renderer->draw_image(scene, 320, 240);
    scene.has_background = false;
    const render::Image bare = studio.renderer->draw_image(scene, 320, 240);
    CHECK(alpha(grounded, 5, 5) == 255);
    CHECK(alpha(bare, 5, 5) == 0);
    CHECK(alpha(bare, 160, 120) == 255);
    const int ghost = alpha(bare, 160 - 80, 120);
    CHECK((ghost > 20 && ghost < 240));
    const Pixel with = pixel(grounded, 160, 120), without = pixel(bare, 160, 120);
    CHECK(std::abs(with.r - without.r) + std::abs(with.g - without.g) + std::abs(with.b - without.b) <= 3);
  }
}

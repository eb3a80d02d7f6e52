// Depth of field: what is looked at stays sharp, what is far from it softens, and nothing bleeds.
#include <algorithm>

#include "gl/draw.h"
#include "gl/texture.h"
#include "render/tiles.h"
#include "render_fixture.h"

using namespace mend;
using namespace mend::render_fixture;

namespace {

constexpr int kWide = 640, kHigh = 480;

/// A ball at the focus on the left, and one far behind it on the right.
scene::Scene two_balls(float strength) {
  scene::Scene scene = empty_scene();
  scene.quality = scene::Quality::high;
  add_ball(scene, {14, 0, 0}, 8, scene::Material::cartilage);
  add_ball(scene, {-30, -120, 0}, 18, scene::Material::cartilage);
  scene.focus = {.distance = 100, .sharp = 10, .strength = strength};
  return scene;
}

/// The steepest step of brightness along the middle row between two columns.
int steepest(const render::Image& image, int from, int to) {
  int most = 0;
  for (int x = from; x + 1 < to; ++x)
    most = std::max(
        most, std::abs(brightness(pixel(image, x, kHigh / 2)) - brightness(pixel(image, x + 1, kHigh / 2))));
  return most;
}

}  // namespace

TEST_CASE("what lies at the focus stays sharp, and what lies far behind it softens") {
  Studio studio;
  const render::Image sharp = studio.renderer->draw_image(two_balls(0), kWide, kHigh);
  const render::Image focused = studio.renderer->draw_image(two_balls(0.03f), kWide, kHigh);
  // The far ball ends at the right edge of its half of the picture.
  CHECK(steepest(sharp, kWide / 2, kWide) > 25);
  CHECK(steepest(focused, kWide / 2, kWide) < steepest(sharp, kWide / 2, kWide) / 2);
  CHECK(steepest(focused, 0, kWide / 2) > steepest(sharp, 0, kWide / 2) * 4 / 5);
}

TEST_CASE("a sharp ball does not bleed into the ground behind it") {
  Studio studio;
  const render::Image sharp = studio.renderer->draw_image(two_balls(0), kWide, kHigh);
  const render::Image focused = studio.renderer->draw_image(two_balls(0.03f), kWide, kHigh);
  int strayed = 0;
  for (int y = 0; y < kHigh; ++y)
    for (int x = 0; x < kWide / 2; ++x)
      if (std::abs(brightness(pixel(sharp, x, y)) - brightness(pixel(focused, x, y))) > 12) ++strayed;
  CHECK(strayed < 200);  // at most the pixels of its outline
}

TEST_CASE("depth of field costs two small passes, and nothing where it is off, low or without a ground") {
  Studio studio;
  const auto calls = [&](scene::Scene scene) {
    render::FrameStats stats;
    (void)studio.renderer->draw_image(scene, 64, 48, &stats);
    return stats.draw_calls;
  };
  const scene::Scene off = two_balls(0);
  scene::Scene on = two_balls(0.03f);
  CHECK(calls(on) == calls(off) + 2);
  on.has_background = false;
  CHECK(calls(on) == calls(off) - 1);  // no ground
  on.has_background = true;
  on.quality = scene::Quality::low;
  scene::Scene low = off;
  low.quality = scene::Quality::low;
  (void)calls(low);  // draws the ground once
  CHECK(calls(on) == calls(low));
}

TEST_CASE("blur keeps its share of a picture, and tiles of it show no seam") {
  Studio studio;
  const scene::Scene scene = two_balls(0.03f);
  constexpr int kLarge = 2200, kTall = 1000;
  CHECK(render::overlap_of(kTall) > 9 + 6);
  CHECK(render::overlap_of(4320) > 39 + 6);
  const render::Image tiled = studio.renderer->draw_image(scene, kLarge, kTall);
  const gl::Target target({.width = kLarge, .height = kTall, .colours = {gl::Format::rgba8}}, "whole");
  studio.renderer->draw(scene, target.id(), kLarge, kTall);
  target.bind();
  std::vector<std::uint8_t> pixels;
  gl::read_pixels(kLarge, kTall, pixels);
  render::Image whole{kLarge, kTall, std::vector<std::uint8_t>(std::size_t{4} * kLarge * kTall)};
  render::paste(whole, {{0, 0, kLarge, kTall}, {0, 0, kLarge, kTall}}, pixels);
  for (std::size_t i = 3; i < whole.pixels.size(); i += 4) whole.pixels[i] = 255;
  const render::Difference apart = render::compare(tiled, whole);
  CHECK(apart.mean < 0.02);
  CHECK(apart.largest < 24);  // along an outline that falls a hair differently
}

// Fields as soft volumes: haze without an edge, behind what stands before it, in every look.
#include <algorithm>

#include "render_fixture.h"

using namespace mend;
using namespace mend::render_fixture;

namespace {

constexpr int kWidth = 320, kHeight = 240;

/// A ball of bone on the left, and room for haze.
scene::Scene with_bone(scene::Quality quality) {
  scene::Scene scene = empty_scene();
  scene.quality = quality;
  add_ball(scene, {8, 0, 0}, 8, scene::Material::bone);
  return scene;
}

scene::FieldPuff haze(glm::vec3 position, scene::FieldKind kind = scene::FieldKind::growth_factor) {
  return {.position = position, .radius = 10, .kind = kind, .strength = 1};
}

/// How much the haze changes a pixel.
int changed(const render::Image& with, const render::Image& without, int x, int y) {
  const Pixel a = pixel(with, x, y), b = pixel(without, x, y);
  return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

}  // namespace

TEST_CASE("haze is densest in its middle and has no edge") {
  Studio studio;
  for (const auto quality : {scene::Quality::low, scene::Quality::high}) {
    scene::Scene scene = empty_scene();
    scene.quality = quality;
    const render::Image bare = studio.renderer->draw_image(scene, kWidth, kHeight);
    scene.fields = {haze({0, 0, 0})};
    const render::Image hazy = studio.renderer->draw_image(scene, kWidth, kHeight);
    CHECK(changed(hazy, bare, kWidth / 2, kHeight / 2) > 40);
    CHECK(changed(hazy, bare, 20, 20) <= 3);
    for (int x = 0; x + 1 < kWidth; ++x)
      CHECK(std::abs(brightness(pixel(hazy, x, kHeight / 2)) - brightness(pixel(hazy, x + 1, kHeight / 2))) <
            9);
  }
}

TEST_CASE("haze lies before and behind tissue, and fades where it sinks into it") {
  Studio studio;
  for (const auto quality : {scene::Quality::low, scene::Quality::high}) {
    scene::Scene scene = with_bone(quality);
    const render::Image bare = studio.renderer->draw_image(scene, kWidth, kHeight);
    const int x = kWidth / 2 - 36, y = kHeight / 2;  // the middle of the bone
    const auto seen = [&](float depth) {
      scene.fields = {haze({8, depth, 0})};
      return changed(studio.renderer->draw_image(scene, kWidth, kHeight), bare, x, y);
    };
    const int before = seen(25), half_in = seen(8), behind = seen(-20);
    CHECK(before > 25);
    CHECK(half_in > before / 5);
    CHECK(half_in < before * 4 / 5);
    CHECK(behind == 0);
  }
}

TEST_CASE("each field has its colour: inflammation warm, growth factor teal, oxygen blue") {
  Studio studio;
  scene::Scene scene = empty_scene();
  scene.quality = scene::Quality::high;
  const auto middle = [&](scene::FieldKind kind) {
    scene.fields.assign(8, haze({0, 0, 0}, kind));
    return pixel(studio.renderer->draw_image(scene, kWidth, kHeight), kWidth / 2, kHeight / 2);
  };
  const Pixel warm = middle(scene::FieldKind::inflammation), teal = middle(scene::FieldKind::growth_factor),
              blue = middle(scene::FieldKind::oxygen);
  CHECK(warm.r > warm.b + 40);
  CHECK((teal.g > teal.r + 40 && teal.g > teal.b));
  CHECK((blue.b > blue.g + 20 && blue.g > blue.r));
}

TEST_CASE("fields cost two draws, and none where there are none") {
  Studio studio;
  scene::Scene scene = with_bone(scene::Quality::low);
  render::FrameStats without, with, after;
  const render::Image bare = studio.renderer->draw_image(scene, kWidth, kHeight);  // draws the ground once
  (void)studio.renderer->draw_image(scene, kWidth, kHeight, &without);
  scene.fields = {haze({0, 0, 0}), haze({3, 0, 0})};
  (void)studio.renderer->draw_image(scene, kWidth, kHeight, &with);
  CHECK(with.draw_calls == without.draw_calls + 2);
  scene.fields.clear();
  CHECK(render::compare(bare, studio.renderer->draw_image(scene, kWidth, kHeight, &after)).largest == 0);
  CHECK(after.draw_calls == without.draw_calls);
}

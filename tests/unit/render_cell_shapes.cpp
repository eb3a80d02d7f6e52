// Cells seen close: each kind has a shape of its own, and each sign the same mark on every kind. Told from
// brightness alone, as a colour-blind viewer must.
#include <algorithm>
#include <array>

#include "render_fixture.h"
#include "scene/cell_signs.h"

using namespace mend;
using namespace mend::render_fixture;
using scene::CellKind;
using scene::CellSign;

namespace {

constexpr int kSide = 240;
constexpr float kMiddle = 0.5f * kSide;
constexpr float kPixels = kSide / 53.6f;  // a mm

/// One cell of 7 mm in the middle, its axis across the picture, minus the ground.
struct Portrait {
  std::array<bool, kSide * kSide> covered{};
  std::array<int, kSide * kSide> bright{};
  int area = 0, width = 0, height = 0;

  [[nodiscard]] bool at(int x, int y) const { return covered[static_cast<std::size_t>(y * kSide + x)]; }
  [[nodiscard]] int light(int x, int y) const { return bright[static_cast<std::size_t>(y * kSide + x)]; }
  /// Pixels of the column at x that are covered.
  [[nodiscard]] int column(int x) const {
    int count = 0;
    for (int y = 0; y < kSide; ++y) count += at(x, y) ? 1 : 0;
    return count;
  }
  /// Length of the outline squared over the area, 1 for a disc.
  [[nodiscard]] double roughness() const {
    int edges = 0;
    for (int y = 0; y + 1 < kSide; ++y)
      for (int x = 0; x + 1 < kSide; ++x) edges += (at(x, y) != at(x + 1, y)) + (at(x, y) != at(x, y + 1));
    return edges * edges / (5.093 * 4 * 3.14159 * area);  // a staircase is 4/pi longer than its disc
  }
};

Portrait portrait(const Studio& studio, CellKind kind, CellSign sign = CellSign::none, float share = 0,
                  float life = 1) {
  scene::Scene scene = empty_scene();
  scene.quality = scene::Quality::high;
  const render::Image bare = studio.renderer->draw_image(scene, kSide, kSide);
  scene::CellInstance one = cell({0, 0, 0}, 7, kind);
  one.kind = scene::with_sign(kind, sign, share);
  one.life = life;
  one.spin = scene::spin_along({1, 0, 0});
  scene.cells = {one};
  const render::Image image = studio.renderer->draw_image(scene, kSide, kSide);
  Portrait out;
  int left = kSide, right = 0, top = kSide, bottom = 0;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const Pixel now = pixel(image, x, y), then = pixel(bare, x, y);
      const std::size_t i = static_cast<std::size_t>(y * kSide + x);
      out.bright[i] = brightness(now);
      if (std::abs(now.r - then.r) + std::abs(now.g - then.g) + std::abs(now.b - then.b) < 24) continue;
      out.covered[i] = true;
      ++out.area;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
  }
  out.width = right - left + 1;
  out.height = bottom - top + 1;
  return out;
}

constexpr std::array kKinds = {CellKind::stem, CellKind::chondrocyte, CellKind::macrophage,
                               CellKind::lymphocyte, CellKind::schwann};

}  // namespace

TEST_CASE("stem and Schwann cells are long, the others round") {
  Studio studio;
  for (const CellKind kind : kKinds) {
    const Portrait seen = portrait(studio, kind);
    const double stretch = static_cast<double>(seen.width) / seen.height;
    CAPTURE(static_cast<int>(kind));
    CAPTURE(stretch);
    const bool is_long = kind == CellKind::stem || kind == CellKind::schwann;
    CHECK((is_long ? stretch > 1.8 : (stretch > 0.75 && stretch < 1.4)));
  }
}

TEST_CASE("filopodia and ruffles roughen an outline, a lymphocyte is smooth") {
  Studio studio;
  const double stem = portrait(studio, CellKind::stem).roughness();
  const double macrophage = portrait(studio, CellKind::macrophage).roughness();
  const double lymphocyte = portrait(studio, CellKind::lymphocyte).roughness();
  CAPTURE(stem);
  CAPTURE(macrophage);
  CAPTURE(lymphocyte);
  CHECK(stem > 2.0 * lymphocyte);
  CHECK(macrophage > 1.1 * lymphocyte);
}

TEST_CASE("a chondrocyte is a pair, and a lymphocyte nearly all nucleus") {
  Studio studio;
  const auto radius = static_cast<int>(7 * kPixels);
  const auto middle = static_cast<int>(kMiddle);
  const Portrait pair = portrait(studio, CellKind::chondrocyte);
  const int left = pair.light(middle - radius * 36 / 100, middle),
            right = pair.light(middle + radius * 36 / 100, middle);
  CHECK(pair.light(middle, middle) > left + 15);  // the gap between two dark nuclei
  CHECK(pair.light(middle, middle) > right + 15);
  const Portrait lymphocyte = portrait(studio, CellKind::lymphocyte);
  int dark = 0, all = 0;
  for (int x = middle - radius; x <= middle + radius; ++x) {
    if (!lymphocyte.at(x, middle)) continue;
    ++all;
    dark += lymphocyte.light(x, middle) < lymphocyte.light(middle - radius + 4, middle) - 8 ? 1 : 0;
  }
  CHECK(dark > all / 2);
}

TEST_CASE("every kind divides by a waist, signals by a ring outside it, and dies small and blebbed") {
  Studio studio;
  const auto middle = static_cast<int>(kMiddle);
  const auto lobe = static_cast<int>(0.62f * 7 * kPixels);
  for (const CellKind kind : kKinds) {
    CAPTURE(static_cast<int>(kind));
    const Portrait whole = portrait(studio, kind);
    const Portrait parting = portrait(studio, kind, CellSign::divides, 0.8f);
    CHECK(parting.column(middle) < parting.column(middle + lobe) * 3 / 4);
    CHECK(parting.column(middle) < parting.column(middle - lobe) * 3 / 4);
    const Portrait calling = portrait(studio, kind, CellSign::signals, 0.5f);
    CHECK(calling.height > static_cast<int>(2.9f * 7 * kPixels));
    const Portrait dying = portrait(studio, kind, CellSign::dies, 0, 0.55f);
    CHECK(dying.area < whole.area);
    CHECK(dying.roughness() > 1.15 * portrait(studio, CellKind::lymphocyte).roughness());
  }
}

TEST_CASE("a shape is a function of its moment, and a small cell stays a point") {
  Studio studio;
  scene::Scene scene = empty_scene();
  scene.quality = scene::Quality::high;
  scene.cells = {cell({0, 0, 0}, 5, CellKind::macrophage)};
  const render::Image one = studio.renderer->draw_image(scene, kSide, kSide);
  scene.cells[0].phase = 0.5f;
  const render::Image swayed = studio.renderer->draw_image(scene, kSide, kSide);
  scene.cells[0].phase = 0;
  CHECK(render::compare(one, studio.renderer->draw_image(scene, kSide, kSide)).largest == 0);
  CHECK(render::compare(one, swayed).mean > 0);
  render::FrameStats near_by, far_off;
  (void)studio.renderer->draw_image(scene, kSide, kSide, &near_by);
  scene.cells[0].radius = 0.5f;
  (void)studio.renderer->draw_image(scene, kSide, kSide, &far_off);
  CHECK(near_by.triangles - far_off.triangles == 2);  // the plane of a shape
}

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "base/random.h"
#include "render/specks.h"

using namespace mend;
using scene::CellInstance;

namespace {

constexpr int kWidth = 320, kHeight = 240;

render::FrameBlock frame() {
  scene::Scene scene;
  scene.camera = {.eye = {0, 100, 0}, .target = {0, 0, 0}, .up = {0, 0, 1}, .field_of_view = 30};
  return render::frame_of(scene, kWidth, kHeight);
}

/// Cells about the middle of what the frame shows, of radii from 0.5 to 1 mm: 2 to 5 pixels.
std::vector<CellInstance> crowd(std::uint64_t count) {
  const auto draw = [](std::uint64_t index, std::uint32_t what) {
    return static_cast<float>(uniform({.seed = 3, .who = index, .when = what, .why = 0}));
  };
  std::vector<CellInstance> cells;
  for (std::uint64_t i = 0; i < count; ++i)
    cells.push_back({.position = 30.0f * glm::vec3(draw(i, 0), draw(i, 1), draw(i, 2)) - 15.0f,
                     .radius = 0.5f + 0.5f * draw(i, 3)});
  return cells;
}

/// The cells nearest on a ray through the middle of some pixel, by trying them all.
std::set<float> seen(const std::vector<CellInstance>& cells, const render::FrameBlock& frame) {
  std::vector<float> nearest(std::size_t{kWidth} * kHeight, 1e30f), owner(nearest.size(), -1);
  for (const CellInstance& cell : cells) {
    const glm::vec4 clip = frame.world_to_clip * glm::vec4(cell.position, 1);
    const float radius = 0.5f * kHeight * frame.view_to_clip[1][1] * cell.radius / clip.w;
    const float x = 0.5f * kWidth * (clip.x / clip.w + 1), y = 0.5f * kHeight * (clip.y / clip.w + 1);
    for (int row = 0; row < kHeight; ++row) {
      for (int column = 0; column < kWidth; ++column) {
        const float across = (static_cast<float>(column) + 0.5f - x) / radius;
        const float up = (static_cast<float>(row) + 0.5f - y) / radius;
        const float bulge = 1 - across * across - up * up;
        if (bulge < 0) continue;
        const auto pixel = static_cast<std::size_t>(row * kWidth + column);
        const float depth = clip.w - std::sqrt(bulge) * cell.radius;
        if (depth >= nearest[pixel]) continue;
        nearest[pixel] = depth;
        owner[pixel] = cell.position.x;
      }
    }
  }
  return {owner.begin(), owner.end()};
}

}  // namespace

TEST_CASE("of a crowd every speck that is seen is drawn, and many that are not seen are left out") {
  const auto cells = crowd(6000);
  render::CrowdSorter sorter;
  CHECK(sorter.take(cells, frame()).empty());
  std::set<float> drawn;
  for (const render::Speck& speck : sorter.shown()) drawn.insert(speck.position.x);
  std::set<float> wanted = seen(cells, frame());
  wanted.erase(-1);  // the ground
  CHECK(wanted.size() > 500);
  for (const float cell : wanted) CHECK(drawn.contains(cell));
  CHECK(drawn.size() < 3 * wanted.size());
  CHECK(drawn.size() < cells.size() / 2);
}

TEST_CASE("specks come nearest first") {
  render::CrowdSorter sorter;
  (void)sorter.take(crowd(6000), frame());
  const auto& shown = sorter.shown();
  for (std::size_t i = 1; i < shown.size(); ++i)
    CHECK(shown[i].position.y <= shown[i - 1].position.y + 0.05f);
}

TEST_CASE("few cells are no specks, nor are large ones, fading ones and those at the edge of the frame") {
  render::CrowdSorter sorter;
  auto cells = crowd(100);
  CHECK(&sorter.take(cells, frame()) == &cells);
  CHECK(sorter.shown().empty());
  cells = crowd(6000);
  cells.push_back({.position = {0, 0, 0}, .radius = 4});
  cells.push_back({.position = {1, 40, 0}, .radius = 0.5f, .life = 0.2f});
  cells.push_back({.position = {0, 0, 26.7f}, .radius = 0.5f});  // 26.8 mm up is the edge
  CHECK(sorter.take(cells, frame()).size() == 3);
}

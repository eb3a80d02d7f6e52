#include <doctest/doctest.h>

#include "render/cells.h"

using namespace mend;
using scene::CellInstance;

namespace {

render::FrameBlock frame(int width = 800, int height = 600) {
  scene::Scene scene;
  scene.camera = {.eye = {0, 100, 0}, .target = {0, 0, 0}, .up = {0, 0, 1}, .field_of_view = 30};
  return render::frame_of(scene, width, height);
}

render::CellOrder ordered(const std::vector<CellInstance>& cells, float largest_point = 128) {
  render::CellOrder order;
  render::order_cells(cells, frame(), largest_point, order);
  return order;
}

}  // namespace

TEST_CASE("cells are drawn back to front") {
  std::vector<CellInstance> cells;
  for (int i = 0; i < 200; ++i)
    cells.push_back({.position = {0, static_cast<float>((i * 37) % 200) * 0.2f, 0}});
  const auto order = ordered(cells);
  REQUIRE(order.points.size() == 200);
  for (std::size_t i = 1; i < 200; ++i)
    CHECK(order.points[i].position.y >= order.points[i - 1].position.y - 0.03f);
}

TEST_CASE("a cell is a point only when it is small and wholly inside the frame") {
  // 53.6 mm of height are 600 pixels: the upper edge lies at z = 26.8.
  CHECK(ordered({{.position = {0, 0, 0}, .radius = 1}}).points.size() == 1);
  CHECK(ordered({{.position = {0, 0, 26.5f}, .radius = 1}}).quads.size() == 1);
  CHECK(ordered({{.position = {0, 0, 0}, .radius = 7}}).quads.size() == 1);
  CHECK(ordered({{.position = {0, 0, 0}, .radius = 1}}, 8).quads.size() == 1);
}

TEST_CASE("cells that cannot be seen are left out") {
  const auto drawn = [](const CellInstance& cell) {
    const auto order = ordered({cell});
    return order.points.size() + order.quads.size();
  };
  CHECK(drawn({.position = {0, 0, 29}, .radius = 1}) == 0);
  CHECK(drawn({.position = {0, 120, 0}, .radius = 1}) == 0);
  CHECK(drawn({.position = {0, 0, 0}, .radius = 1, .life = 0}) == 0);
  CHECK(drawn({.position = {0, 0, 27.5f}, .radius = 1}) == 1);
}

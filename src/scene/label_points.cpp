#include "scene/label_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mend::scene {
namespace {

constexpr int kRows = 90;              // of the grid in which parts hide one another
constexpr float kOpaqueEnough = 0.3f;  // what fades is not named
constexpr int kFewest = 5;             // blocks of the grid that must show of a part

/// What is nearest in each block of the picture.
struct Grid {
  int columns = 1, rows = 1;
  std::vector<float> depth;
  std::vector<std::int16_t> part;  // -1 = nothing

  Grid(int columns_, int rows_)
      : columns(columns_),
        rows(rows_),
        depth(static_cast<std::size_t>(columns_ * rows_), INFINITY),
        part(depth.size(), -1) {}

  void cover(int x, int y, float at, std::int16_t id) {
    if (x < 0 || y < 0 || x >= columns || y >= rows) return;
    const auto block = static_cast<std::size_t>(y * columns + x);
    if (at >= depth[block]) return;
    depth[block] = at;
    part[block] = id;
  }
};

/// A triangle into the grid: every block whose middle it covers, and those its corners stand in.
void cover_triangle(Grid& grid, const std::array<glm::vec3, 3>& at, std::int16_t id) {
  for (const glm::vec3& corner : at)
    grid.cover(static_cast<int>(std::floor(corner.x)), static_cast<int>(std::floor(corner.y)), corner.z, id);
  const glm::vec3 low = glm::min(at[0], glm::min(at[1], at[2])),
                  high = glm::max(at[0], glm::max(at[1], at[2]));
  const float area = (at[1].x - at[0].x) * (at[2].y - at[0].y) - (at[1].y - at[0].y) * (at[2].x - at[0].x);
  if (area == 0) return;
  const int left = std::max(0, static_cast<int>(std::ceil(low.x - 0.5f)));
  const int right = std::min(grid.columns - 1, static_cast<int>(std::floor(high.x - 0.5f)));
  const int top = std::max(0, static_cast<int>(std::ceil(low.y - 0.5f)));
  const int bottom = std::min(grid.rows - 1, static_cast<int>(std::floor(high.y - 0.5f)));
  for (int y = top; y <= bottom; ++y)
    for (int x = left; x <= right; ++x) {
      const glm::vec2 p(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
      const float b = ((p.x - at[0].x) * (at[2].y - at[0].y) - (p.y - at[0].y) * (at[2].x - at[0].x)) / area;
      const float c = ((at[1].x - at[0].x) * (p.y - at[0].y) - (at[1].y - at[0].y) * (p.x - at[0].x)) / area;
      if (b >= 0 && c >= 0 && b + c <= 1)
        grid.cover(x, y, at[0].z + b * (at[1].z - at[0].z) + c * (at[2].z - at[0].z), id);
    }
}

Grid seen_parts(const Scene& scene, const glm::mat4& to_clip, float aspect) {
  Grid grid(std::max(1, static_cast<int>(std::lround(kRows * aspect))), kRows);
  const glm::vec2 size(grid.columns, grid.rows);
  std::vector<glm::vec3> placed;  // blocks across, blocks down, depth
  for (const Surface& surface : scene.surfaces) {
    // A sheath is clear where its axons are drawn, which are the nerve.
    const bool is_clear = surface.opacity < kOpaqueEnough && surface.material != Material::nerve_sheath;
    if (!surface.mesh || is_clear || surface.opacity <= 0) continue;
    placed.clear();
    for (const anatomy::Vertex& vertex : surface.mesh->vertices) {
      const glm::vec4 clip = to_clip * glm::vec4(vertex.position, 1);
      const glm::vec2 across = glm::vec2(clip.x, -clip.y) / clip.w * 0.5f + 0.5f;
      placed.emplace_back(across * size, clip.w);
    }
    const auto& indices = surface.mesh->indices;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
      const std::array corners = {placed[indices[i]], placed[indices[i + 1]], placed[indices[i + 2]]};
      const bool is_before =
          std::ranges::all_of(corners, [&](glm::vec3 c) { return c.z > scene.camera.near_plane; });
      if (is_before) cover_triangle(grid, corners, static_cast<std::int16_t>(surface.part));
    }
  }
  return grid;
}

struct Sum {
  glm::vec2 middle{0};
  int count = 0;
};

}  // namespace

std::vector<LabelPoint> label_points(const Scene& scene, int width, int height, const Window& room) {
  if (width <= 0 || height <= 0) return {};
  const float aspect = static_cast<float>(width) / static_cast<float>(height);
  const Grid grid = seen_parts(scene, scene.camera.projection(aspect) * scene.camera.view(), aspect);
  std::array<Sum, anatomy::kParts> sums{};
  const glm::vec2 block(static_cast<float>(width) / static_cast<float>(grid.columns),
                        static_cast<float>(height) / static_cast<float>(grid.rows));
  const glm::ivec2 first = glm::max(glm::ivec2(glm::ceil(room.low / block)), glm::ivec2(0));
  const glm::ivec2 last =
      glm::min(glm::ivec2(glm::floor(room.high / block)), glm::ivec2(grid.columns, grid.rows));
  const auto each_block = [&](auto&& body) {
    for (int y = first.y; y < last.y; ++y)
      for (int x = first.x; x < last.x; ++x) {
        const int part = grid.part[static_cast<std::size_t>(y * grid.columns + x)];
        if (part >= 0) body(static_cast<std::size_t>(part), glm::vec2(x, y) + 0.5f);
      }
  };
  each_block([&](std::size_t part, glm::vec2 at) {
    sums[part].middle += at;
    ++sums[part].count;
  });
  // The middle of what is seen moves evenly as the camera turns. Of a bent part it may lie beside it: then
  // the nearest block that shows the part, deep in it rather than at its rim.
  std::array<glm::vec2, anatomy::kParts> best{};
  std::array<float, anatomy::kParts> distance{};
  distance.fill(INFINITY);
  const auto is_inside = [&](std::size_t part, glm::vec2 at) {
    for (const glm::vec2 step : {glm::vec2(1, 0), glm::vec2(-1, 0), glm::vec2(0, 1), glm::vec2(0, -1)}) {
      const glm::ivec2 next(at + step);
      if (next.x < 0 || next.y < 0 || next.x >= grid.columns || next.y >= grid.rows) return false;
      if (grid.part[static_cast<std::size_t>(next.y * grid.columns + next.x)] != static_cast<int>(part))
        return false;
    }
    return true;
  };
  each_block([&](std::size_t part, glm::vec2 at) {
    const float rim = is_inside(part, at) ? 0 : 4;  // blocks
    const float away = glm::length(at - sums[part].middle / static_cast<float>(sums[part].count)) + rim;
    if (away >= distance[part]) return;
    distance[part] = away;
    best[part] = at;
  });
  for (std::size_t part = 0; part < anatomy::kParts; ++part) {
    const glm::vec2 middle = sums[part].middle / static_cast<float>(std::max(1, sums[part].count));
    if (sums[part].count >= kFewest && is_inside(part, middle) &&
        grid.part[static_cast<std::size_t>(static_cast<int>(middle.y) * grid.columns +
                                           static_cast<int>(middle.x))] == static_cast<int>(part))
      best[part] = middle;
  }
  std::vector<LabelPoint> points;
  for (std::size_t part = 0; part < anatomy::kParts; ++part)
    if (sums[part].count >= kFewest)
      points.push_back({static_cast<anatomy::PartId>(part), best[part] * block,
                        static_cast<float>(sums[part].count) / static_cast<float>(grid.columns * grid.rows)});
  std::stable_sort(points.begin(), points.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  return points;
}

}  // namespace mend::scene

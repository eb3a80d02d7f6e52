#include "render/cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "gl/draw.h"
#include "scene/palette.h"

namespace mend::render {
namespace {

using scene::CellInstance;

constexpr std::array<gl::Attribute, 2> kInstance{{{0, 4, 0}, {1, 4, 16}}};
constexpr float kLargestPoint = 128;  // pixels; beyond, drivers differ
constexpr float kMargin = 1.10f;      // outlines wobble, and perspective stretches a sphere

using Place = CellOrder::Place;

/// How a cell is drawn, and its depth along the view.
Place place_of(const CellInstance& cell, const FrameBlock& frame, float largest_point, float& depth) {
  const glm::vec4 clip = frame.world_to_clip * glm::vec4(cell.position, 1);
  depth = clip.w;
  if (cell.life <= 0 || clip.w - cell.radius < frame.lens.z) return Place::outside;
  // Half extents in normalised device coordinates of the tile.
  const float up = kMargin * cell.radius * frame.view_to_clip[1][1] / clip.w;
  const float across = kMargin * cell.radius * frame.view_to_clip[0][0] / clip.w;
  const float x = std::fabs(clip.x / clip.w);
  const float y = std::fabs(clip.y / clip.w);
  if (x - across > 1 || y - up > 1 || clip.w > frame.lens.w) return Place::outside;
  const bool inside = x + across < 1 && y + up < 1;
  return inside && up / frame.tile.w + 2 < largest_point ? Place::point : Place::quad;
}

}  // namespace

void order_cells(const std::vector<CellInstance>& cells, const FrameBlock& frame, float largest_point,
                 CellOrder& out) {
  // A counting sort over depth slices: exact order within a slice does not show, as depths are tested too.
  constexpr std::size_t kSlices = 2048;
  std::vector<float>& depths = out.depths;
  std::vector<Place>& places = out.places;
  depths.resize(cells.size());
  places.resize(cells.size());
  float nearest = 1e30f, farthest = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    places[i] = place_of(cells[i], frame, largest_point, depths[i]);
    if (places[i] == Place::outside) continue;
    nearest = std::min(nearest, depths[i]);
    farthest = std::max(farthest, depths[i]);
  }
  const float scale = static_cast<float>(kSlices - 1) / std::max(farthest - nearest, 1e-6f);
  const auto slice = [&](std::size_t i) { return static_cast<std::size_t>((farthest - depths[i]) * scale); };
  std::array<std::uint32_t, kSlices + 1> first_point{}, first_quad{};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (places[i] == Place::point) ++first_point[slice(i) + 1];
    if (places[i] == Place::quad) ++first_quad[slice(i) + 1];
  }
  for (std::size_t s = 0; s < kSlices; ++s) {
    first_point[s + 1] += first_point[s];
    first_quad[s + 1] += first_quad[s];
  }
  out.points.resize(first_point[kSlices]);
  out.quads.resize(first_quad[kSlices]);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (places[i] == Place::point) out.points[first_point[slice(i)]++] = cells[i];
    if (places[i] == Place::quad) out.quads[first_quad[slice(i)]++] = cells[i];
  }
}

Cells::Cells(float largest_point)
    : largest_point_(std::min(largest_point, kLargestPoint)),
      colours_(gl::BufferUse::uniforms, "cell colours"),
      point_buffer_(gl::BufferUse::vertices, "cells as points"),
      quad_buffer_(gl::BufferUse::vertices, "cells as quads"),
      point_array_("cells as points"),
      quad_array_("cells as quads") {
  point_array_.read(point_buffer_, sizeof(CellInstance), kInstance);
  quad_array_.read(quad_buffer_, sizeof(CellInstance), kInstance, 1);
  std::array<glm::vec4, scene::kCellKinds + 1> colours{};
  for (std::size_t i = 0; i < scene::kCellKinds; ++i) {
    colours[i] = glm::vec4(scene::to_linear(scene::colour(static_cast<scene::CellKind>(i)).base), 1);
  }
  colours.back() = glm::vec4(scene::to_linear(scene::colour(scene::Accent::growth_factor).base), 1);
  colours_.upload(std::span<const glm::vec4>(colours));
}

void Cells::prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats) {
  const std::vector<CellInstance>& large = specks_.take(scene.cells, frame, stats);
  order_cells(shapes_.take(large, scene.quality, frame, stats), frame, largest_point_, order_);
  if (!order_.points.empty())
    stats.bytes_uploaded += point_buffer_.upload(std::span<const CellInstance>(order_.points));
  if (!order_.quads.empty())
    stats.bytes_uploaded += quad_buffer_.upload(std::span<const CellInstance>(order_.quads));
}

void Cells::draw(Programs& programs, FrameStats& stats) const {
  specks_.draw(programs, stats);  // opaque, so before the others
  const auto points = static_cast<int>(order_.points.size());
  const auto quads = static_cast<int>(order_.quads.size());
  if (points + quads == 0 && shapes_.is_empty()) return;
  gl::apply({.blend = gl::Blend::over});
  colours_.bind_block(kCellsBlock, 0, (scene::kCellKinds + 1) * sizeof(glm::vec4));
  if (points > 0) {
    programs.use(Shading::cell_points);
    point_array_.bind();
    gl::draw(gl::Topology::points, points);
    ++stats.draw_calls;
  }
  if (quads > 0) {
    programs.use(Shading::cell_quads);
    quad_array_.bind();
    gl::draw_instanced(gl::Topology::triangle_strip, 4, quads);
    ++stats.draw_calls;
    stats.triangles += 2 * quads;
  }
  stats.instances += points + quads;
  shapes_.draw(programs, stats);  // these are nearer, so after the others
}

}  // namespace mend::render

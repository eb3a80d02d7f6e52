#include "render/cell_shapes.h"

#include <algorithm>
#include <array>
#include <span>

#include "gl/draw.h"

namespace mend::render {
namespace {

using scene::CellInstance;

constexpr std::array<gl::Attribute, 2> kInstance{{{0, 4, 0}, {1, 4, 16}}};
// Pixels of radius, of the whole picture, from which on a cell shows its shape; shapes cost more than balls,
// so the low look has them only where a ball would look poor.
constexpr float kShaped = 4, kShapedLow = 20;
constexpr float kReach = 2.6f;  // radii that a shape reaches at most

float depth_of(const CellInstance& cell, const FrameBlock& frame) {
  // One row of the matrix: a million cells are asked.
  const glm::mat4& m = frame.world_to_clip;
  return m[0].w * cell.position.x + m[1].w * cell.position.y + m[2].w * cell.position.z + m[3].w;
}

bool is_near(const CellInstance& cell, const FrameBlock& frame, float least) {
  const float depth = depth_of(cell, frame);
  return depth - cell.radius >= frame.lens.z &&
         0.5f * frame.size.y * cell.radius >= least * frame.lens.y * depth;
}

bool is_seen(const CellInstance& cell, const FrameBlock& frame) {
  const glm::vec4 clip = frame.world_to_clip * glm::vec4(cell.position, 1);
  const float reach = kReach * cell.radius;
  return cell.life > 0 && clip.w < frame.lens.w &&
         std::abs(clip.x) < clip.w + reach * frame.view_to_clip[0][0] &&
         std::abs(clip.y) < clip.w + reach * frame.view_to_clip[1][1];
}

}  // namespace

CellShapes::CellShapes()
    : buffer_(gl::BufferUse::vertices, "cells with shapes"), array_("cells with shapes") {
  array_.read(buffer_, sizeof(CellInstance), kInstance, 1);
}

const std::vector<CellInstance>& CellShapes::take(const std::vector<CellInstance>& cells,
                                                  scene::Quality quality, const FrameBlock& frame,
                                                  FrameStats& stats) {
  const float least = quality == scene::Quality::low ? kShapedLow : kShaped;
  near_.clear();
  const auto near = [&](const CellInstance& cell) { return is_near(cell, frame, least); };
  if (std::ranges::none_of(cells, near)) return cells;
  far_.clear();
  for (const CellInstance& cell : cells) {
    if (!near(cell))
      far_.push_back(cell);
    else if (is_seen(cell, frame))
      near_.push_back(cell);
  }
  std::ranges::sort(near_, [&](const CellInstance& a, const CellInstance& b) {
    return depth_of(a, frame) > depth_of(b, frame);
  });
  if (!near_.empty()) stats.bytes_uploaded += buffer_.upload(std::span<const CellInstance>(near_));
  return far_;
}

void CellShapes::draw(Programs& programs, FrameStats& stats) const {
  if (near_.empty()) return;
  const auto count = static_cast<int>(near_.size());
  programs.use(Shading::cell_shapes);
  array_.bind();
  gl::draw_instanced(gl::Topology::triangle_strip, 4, count);
  ++stats.draw_calls;
  stats.triangles += 2 * count;
  stats.instances += count;
}

}  // namespace mend::render

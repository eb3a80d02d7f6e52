// Cells: ray-cast spheres, drawn back to front.
#pragma once
#include <cstdint>
#include <vector>

#include "gl/buffer.h"
#include "render/cell_shapes.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "render/specks.h"
#include "scene/scene.h"

namespace mend::render {

/// Which cells a frame draws as points and which as quads, each back to front.
struct CellOrder {
  std::vector<scene::CellInstance> points;
  std::vector<scene::CellInstance> quads;
  enum class Place : std::uint8_t { outside, point, quad };
  std::vector<float> depths;  // of each cell, and where it goes: kept for their memory
  std::vector<Place> places;
};
/// Points only below `largest_point` pixels and wholly inside the frame: a point is clipped by its centre.
/// Cells beyond the frame, before the near plane or without life are left out.
void order_cells(const std::vector<scene::CellInstance>& cells, const FrameBlock& frame, float largest_point,
                 CellOrder& out);

class Cells {
 public:
  explicit Cells(float largest_point);
  void prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats);
  void draw(Programs& programs, FrameStats& stats) const;

 private:
  float largest_point_;
  gl::Buffer colours_;
  gl::Buffer point_buffer_, quad_buffer_;
  gl::VertexArray point_array_, quad_array_;
  CellOrder order_;
  Specks specks_;
  CellShapes shapes_;
};

}  // namespace mend::render

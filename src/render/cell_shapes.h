// Cells near enough to show their shape, one plane each, drawn back to front.
#pragma once
#include <vector>

#include "gl/buffer.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

class CellShapes {
 public:
  CellShapes();
  /// Takes the cells that are drawn here for this frame, and hands back the others.
  [[nodiscard]] const std::vector<scene::CellInstance>& take(const std::vector<scene::CellInstance>& cells,
                                                             scene::Quality quality, const FrameBlock& frame,
                                                             FrameStats& stats);
  [[nodiscard]] bool is_empty() const { return near_.empty(); }
  /// With the state and the colours of cells bound.
  void draw(Programs& programs, FrameStats& stats) const;

 private:
  gl::Buffer buffer_;
  gl::VertexArray array_;
  std::vector<scene::CellInstance> near_, far_;
};

}  // namespace mend::render

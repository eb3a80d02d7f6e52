// Specks: the small cells of a crowd, drawn as opaque balls, nearest first, without those that others hide.
#pragma once
#include <cstdint>
#include <vector>

#include "gl/buffer.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

/// One ball as the GPU reads it.
struct Speck {
  glm::vec3 position{0};
  float radius = 0;   // mm
  glm::vec3 tint{0};  // linear
};
static_assert(sizeof(Speck) == 28);

/// Sorts the small cells of a crowd out of all cells, and finds those of them that show.
class CrowdSorter {
 public:
  /// The cells that are no specks: all of them where there is no crowd.
  const std::vector<scene::CellInstance>& take(const std::vector<scene::CellInstance>& cells,
                                               const FrameBlock& frame);
  /// Nearest first. A speck is left out only where nearer ones cover every pixel of it.
  [[nodiscard]] const std::vector<Speck>& shown() const { return shown_; }

 private:
  /// A cell in the frame or tile drawn now, in pixels from its lower left corner.
  struct Disc {
    float x = 0, y = 0, radius = 0;
    float depth = 0;      // mm along the view, of its middle
    float thickness = 0;  // mm from its middle to its front
    std::uint32_t cell = 0;
  };
  enum class Size { unseen, small, large };
  [[nodiscard]] Size place(const scene::CellInstance& cell, const FrameBlock& frame, Disc& disc) const;
  void sort_by_depth();
  template <typename Row>
  bool each_row(const Disc& disc, float radius, const Row& row) const;
  [[nodiscard]] bool is_hidden(const Disc& disc) const;
  void cover(const Disc& disc);

  float width_ = 0, height_ = 0;
  std::vector<Disc> discs_, sorted_;
  std::vector<float> covered_;  // of each pixel: mm along the view from where on nothing shows
  std::vector<scene::CellInstance> rest_;
  std::vector<Speck> shown_;
};

class Specks {
 public:
  Specks();
  /// Keeps what it draws and returns the other cells.
  const std::vector<scene::CellInstance>& take(const std::vector<scene::CellInstance>& cells,
                                               const FrameBlock& frame, FrameStats& stats);
  void draw(Programs& programs, FrameStats& stats) const;

 private:
  gl::Buffer buffer_;
  gl::VertexArray array_;
  CrowdSorter sorter_;
};

}  // namespace mend::render

// Axons: one instanced tube along each nerve's path, and the halo of its travelling signals.
#pragma once
#include <cstdint>
#include <glm/glm.hpp>
#include <utility>
#include <vector>

#include "gl/buffer.h"
#include "gl/texture.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

/// The C++ side of the block Nerve in shaders/axon.vert.
struct NerveBlock {
  glm::vec4 course;
  glm::vec4 finish;
  glm::vec4 axon_colour;
  glm::vec4 sheath_colour;
  glm::vec4 debris_colour;
  glm::vec4 signal_colour;
  glm::vec4 injury;
};
static_assert(sizeof(NerveBlock) == 112);

class Axons {
 public:
  Axons();
  void prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats);
  void draw(Programs& programs, FrameStats& stats) const;
  void draw_glow(Programs& programs, FrameStats& stats) const;

 private:
  /// A tube of rings: coarse when it is small on screen.
  struct Grid {
    gl::Buffer vertices, indices;
    int rings = 0, sides = 0;
    int index_count = 0;
  };
  /// One nerve on the graphics card.
  struct Bundle {
    const anatomy::Path* path = nullptr;
    const glm::vec3* points = nullptr;  // a rebuilt path may live at the same address
    gl::Texture frames;
    gl::Buffer axons, block;
    std::vector<gl::VertexArray> arrays;  // one a grid
    std::size_t grid = 0;
    int count = 0;
    bool has_signal = false;
  };
  [[nodiscard]] static Grid make_grid(int rings, int sides);
  [[nodiscard]] Bundle make_bundle() const;
  void place_path(Bundle& bundle, const anatomy::Path& path, FrameStats& stats) const;
  [[nodiscard]] std::size_t grid_for(const anatomy::Path& path, float from, float to, float step,
                                     const FrameBlock& frame) const;
  /// Nearest to the eye first, so that the depth test spares the axons behind.
  void order(const std::vector<scene::AxonInstance>& axons, glm::vec2 across);

  std::vector<Grid> grids_;
  std::vector<Bundle> bundles_;
  std::vector<std::pair<float, std::uint32_t>> ranks_;  // of one nerve; kept for their memory
  std::vector<scene::AxonInstance> order_;
  std::size_t used_ = 0;                    // bundles of this frame
};

}  // namespace mend::render

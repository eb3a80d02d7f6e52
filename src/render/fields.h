// Fields as soft volumes: balls of haze, drawn half as fine as the frame against its depth, then laid over
// it.
#pragma once
#include <vector>

#include "gl/buffer.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

class Fields {
 public:
  Fields();
  void prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats);
  [[nodiscard]] bool is_empty() const { return puffs_.empty(); }
  /// Into the bound target, with the frame's depth bound at kDepthUnit.
  void draw(Programs& programs, FrameStats& stats) const;

 private:
  /// A FieldPuff as the GPU reads it.
  struct Puff {
    glm::vec4 place;   // position, radius
    glm::vec4 colour;  // linear, strength
  };
  gl::Buffer buffer_;
  gl::VertexArray array_;
  std::vector<Puff> puffs_;
};

}  // namespace mend::render

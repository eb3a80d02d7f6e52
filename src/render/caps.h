// The faces of cuts: where a plane or an empty ball goes through a closed mesh, its inside is drawn on the
// face. Which pixels lie inside is counted in the stencil, layer after layer of each part.
#pragma once
#include <cstddef>
#include <glm/glm.hpp>
#include <utility>
#include <vector>

#include "gl/buffer.h"
#include "gl/draw.h"
#include "render/frame.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "render/surfaces.h"
#include "scene/scene.h"

namespace mend::render {

/// The C++ side of shaders/cap.glsl.
struct CapBlock {
  glm::vec4 face;
  glm::vec4 layer;
  glm::vec4 fibre;
  glm::vec4 shaft;
  glm::vec4 axis;
  glm::vec4 plate;
};
static_assert(sizeof(CapBlock) == 96);

/// What is drawn within a part's outside, from the outside in; the numbers are those of
/// shaders/cut_face.glsl.
enum class CutTissue {
  cortex,
  spongy,
  superficial,
  middle,
  deep,
  calcified,
  fibrous,
  fleshy,
  nervous,
  fatty,
  blood,
  sinew,
  wall,
  fluid,
  plain,
  hollow,  // nothing: the layer before it is only a wall
};

class Caps {
 public:
  explicit Caps(int uniform_alignment);

  [[nodiscard]] bool is_empty() const { return items_.empty(); }
  /// After the surfaces, whose meshes and blocks it draws with.
  void prepare(const scene::Scene& scene, const FrameBlock& frame, const Surfaces& surfaces,
               FrameStats& stats);
  void draw(const Surfaces& surfaces, Programs& programs, FrameStats& stats) const;

 private:
  /// A plane within the knee, or the ball.
  struct Face {
    glm::vec4 shape{0};
    bool is_ball = false;
    gl::Buffer vertices;
    gl::VertexArray array;
    int count = 0;
  };
  struct Item {
    std::size_t surface = 0;  // of the surfaces
    const Face* face = nullptr;
    std::size_t block = 0;   // bytes into the uniform buffer
    bool is_hollow = false;  // takes its inside out of the layer before it
    bool is_first = false;   // of its part
    bool is_last = true;     // is drawn now; else a hollow follows
    gl::Area area;           // of the frame that it can cover
  };
  void place_faces(const scene::Scene& scene, const Surfaces& surfaces, FrameStats& stats);
  void add(std::size_t surface, const Face& face, const FrameBlock& frame, const Surfaces& surfaces);
  void count_inside(const Item& item, const Surfaces& surfaces, Programs& programs, FrameStats& stats) const;

  std::size_t block_stride_;
  gl::Buffer blocks_;
  std::vector<std::byte> block_bytes_;
  std::vector<Face> faces_;
  std::size_t used_ = 0;  // faces of this frame
  bool is_wrapped_ = false;
  std::vector<Item> items_;
  std::vector<glm::vec3> vertices_;                 // of one face; kept for their memory, as is
  std::vector<std::pair<int, std::size_t>> order_;  // rank and surface
};

}  // namespace mend::render

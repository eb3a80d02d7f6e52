// Tissue surfaces: opaque, casting shadows, and translucent. One list a frame, drawn by three passes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "gl/buffer.h"
#include "gl/draw.h"
#include "render/frame.h"
#include "render/mesh_cache.h"
#include "render/programs.h"

namespace mend::render {

/// The C++ side of shaders/surface.glsl.
struct DrawBlock {
  glm::vec4 base;
  glm::vec4 shade;
  glm::vec4 highlight;
  glm::vec4 accent;
  glm::vec4 under;
  glm::vec4 traits;
  glm::vec4 middle;
  glm::vec4 opened;
};
static_assert(sizeof(DrawBlock) == 128);

/// Clear: drawn with all its layers. Veil: it has faded, and its inside would only cloud the view, so that
/// only the nearest veil shows. Outline: round everything, over it, its far side left out.
enum class Thinness { opaque, clear, veil, outline };

class Surfaces {
 public:
  explicit Surfaces(int uniform_alignment);

  /// Uploads what is new and lists what the camera can see.
  void prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats);
  /// Round every opaque surface in the frame: what a shadow can fall from. The shadow of something that the
  /// frame does not show would only puzzle.
  [[nodiscard]] const anatomy::Bounds& casting_box() const { return casting_box_; }
  [[nodiscard]] bool casts_shadows() const { return casting_box_.low.x <= casting_box_.high.x; }
  [[nodiscard]] bool has_translucent() const { return has_translucent_; }

  struct Item {
    const scene::Surface* surface = nullptr;
    const GpuMesh* mesh = nullptr;
    scene::Material material{};
    Thinness thinness = Thinness::opaque;
    bool visible = true;
    float distance = 0;     // of its middle from the eye
    std::size_t block = 0;  // bytes into the uniform buffer
  };
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  /// By whatever program is in use.
  void draw(const Item& item, FrameStats& stats) const;

  void draw_shadows(Programs& programs, FrameStats& stats) const;
  void draw_opaque(Programs& programs, FrameStats& stats) const;
  void draw_translucent(Programs& programs, FrameStats& stats) const;

 private:
  void draw_thin(Thinness thinness, const gl::State& state, Programs& programs, FrameStats& stats) const;

  MeshCache meshes_;
  std::size_t block_stride_;
  gl::Buffer blocks_;
  std::vector<std::byte> block_bytes_;
  std::vector<Item> items_;
  anatomy::Bounds casting_box_;
  bool has_translucent_ = false;
  bool marks_hollow_ = false;
};

}  // namespace mend::render

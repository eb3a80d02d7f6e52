// A simulated radiograph: what a beam of X-rays loses on its way through the closed meshes (Beer and
// Lambert), summed as where it leaves them less where it enters them, and shown as a film shows it.
#pragma once
#include <cstddef>
#include <glm/glm.hpp>
#include <vector>

#include "gl/buffer.h"
#include "gl/texture.h"
#include "render/frame.h"
#include "render/mesh_cache.h"
#include "render/programs.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

/// The C++ side of the block Body in shaders/attenuation.vert.
struct BodyBlock {
  glm::vec4 beam;   // attenuation per mm; mm from the source that count as none; which skin
  glm::vec4 shaft;  // a place on the axis of the shaft, where it is cut; w: 1 = has a shaft
  glm::vec4 axis;   // towards the joint; w: mm from the cut to the joint
  glm::vec4 plate;  // xy: sclerosis under the joint surface
};
static_assert(sizeof(BodyBlock) == 64);

/// The C++ side of the block Film in shaders/film.frag.
struct FilmBlock {
  static constexpr std::size_t kCalipers = 2;
  glm::vec4 calipers[kCalipers];  // pixels from the lower left: upper end, lower end
  glm::vec4 count;                // x: how many
};
static_assert(sizeof(FilmBlock) == 48);

class Radiograph {
 public:
  explicit Radiograph(int uniform_alignment);

  [[nodiscard]] bool is_on() const { return is_on_; }
  void prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats);
  /// For a frame, or a tile of one, of this size. False if the driver has no room for it.
  [[nodiscard]] bool fit(int width, int height);
  void draw_attenuation(Programs& programs, FrameStats& stats);
  /// What the pass that shows the film reads.
  void bind_film() const;

 private:
  struct Item {
    const GpuMesh* mesh = nullptr;
    std::size_t block = 0;  // bytes into the uniform buffer
  };
  void add(const GpuMesh& mesh, const BodyBlock& block);
  void add_body(const scene::Surface& surface, const FrameBlock& frame, FrameStats& stats);

  MeshCache meshes_;
  std::size_t block_stride_;
  gl::Buffer blocks_, film_block_;
  std::vector<std::byte> block_bytes_;
  std::vector<Item> items_;
  gl::Target sums_;
  bool is_on_ = false;
};

}  // namespace mend::render

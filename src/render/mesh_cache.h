// Meshes on the graphics card, kept while they are drawn.
#pragma once
#include <cstdint>
#include <map>
#include <tuple>

#include "gl/buffer.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render {

struct GpuMesh {
  gl::Buffer vertices, indices;
  gl::VertexArray array;
  int index_count = 0;
  std::uint64_t contents = 0;  // a hash of what was uploaded
  std::int64_t last_frame = 0;
};

class MeshCache {
 public:
  /// Starts a frame; drops what the last few frames did not draw.
  void next_frame();
  /// The mesh of a surface, uploaded if this version of it is not there yet.
  const GpuMesh& of(const scene::Surface& surface, FrameStats& stats);
  [[nodiscard]] std::size_t size() const { return meshes_.size(); }

 private:
  using Key = std::tuple<const anatomy::Mesh*, std::uint64_t, const anatomy::Vertex*, std::size_t>;
  using Meshes = std::map<Key, GpuMesh>;
  /// What this frame has not drawn yet and has these contents.
  [[nodiscard]] Meshes::iterator find_rested(std::uint64_t contents);

  Meshes meshes_;
  std::int64_t frame_ = 0;
};

}  // namespace mend::render

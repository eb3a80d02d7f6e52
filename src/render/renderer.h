// Draws a Scene. Needs a current OpenGL 3.3 or OpenGL ES 3.0 context whose functions are loaded (gl/context.h).
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "render/image.h"
#include "scene/scene.h"

namespace mend::render {

/// What one frame cost; pinned by tests.
struct FrameStats {
  int draw_calls = 0;
  std::int64_t triangles = 0;
  std::int64_t instances = 0;
  std::int64_t bytes_uploaded = 0;
};

class Renderer {
 public:
  /// Compiles every shader found in `shader_folder`; problems name file and line.
  [[nodiscard]] static Result<std::unique_ptr<Renderer>> create(const std::string& shader_folder);
  ~Renderer();

  /// Draws into the framebuffer object `target` (0 = the window), width x height pixels. A zero size draws nothing.
  FrameStats draw(const scene::Scene& scene, unsigned target, int width, int height);

  /// Draws into an offscreen picture.
  [[nodiscard]] Image draw_image(const scene::Scene& scene, int width, int height, FrameStats* stats = nullptr);

 private:
  Renderer();
  struct Passes;
  std::unique_ptr<Passes> passes_;
};

}  // namespace mend::render

// Draws a Scene. Needs a current OpenGL 3.3 or OpenGL ES 3.0 context whose functions are loaded
// (gl/context.h).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  int meshes_missing = 0;  // that the graphics memory does not hold
};

struct PassTime {
  std::string_view name;
  double milliseconds = 0;
};

/// How long the passes of one frame took, and in which look it was drawn.
struct FrameTimes {
  std::vector<PassTime> passes;  // in their order
  bool on_card = false;          // timed by the graphics card; else by the processor, each pass waited for
  std::string_view look;
};

class Renderer {
 public:
  /// Compiles the shaders of quality low found in `shader_folder`; the others when first asked for. Problems
  /// name file and line.
  [[nodiscard]] static Result<std::unique_ptr<Renderer>> create(const std::string& shader_folder);
  ~Renderer();

  /// Draws into the framebuffer object `target` (0 = the window), width x height pixels. Nothing at a size of
  /// zero; the empty ground, without a draw call, where not even the lowest look can be had.
  FrameStats draw(const scene::Scene& scene, unsigned target, int width, int height);

  /// Draws into an offscreen picture; an empty one where `draw` draws nothing.
  [[nodiscard]] Image draw_image(const scene::Scene& scene, int width, int height,
                                 FrameStats* stats = nullptr);

  /// What this machine would not do since the last call: a look that fell to a lower one, a frame that could
  /// not be drawn, meshes without room. Each is told once.
  [[nodiscard]] std::vector<Problem> take_faults();

  /// Whether the passes of frames are timed from now on. Off at first, and then it costs nothing.
  void time_passes(bool on);
  /// Of the last frame; waits until it is drawn. Without passes where they are not timed.
  [[nodiscard]] FrameTimes times() const;

  /// Why there is no picture of this size; nothing if there is. Above the driver's limits it is drawn in
  /// tiles.
  [[nodiscard]] static std::optional<Problem> refusal(int width, int height);

  /// Compiles every shader in use again from its file. One that fails keeps its old program and is a problem.
  [[nodiscard]] std::vector<Problem> reload_shaders();

 private:
  Renderer();
  struct Passes;
  std::unique_ptr<Passes> passes_;
};

}  // namespace mend::render

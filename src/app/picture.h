// The three-dimensional picture of the window, kept between frames and drawn again only when something in it
// changed.
#pragma once
#include "app/governor.h"
#include "base/result.h"
#include "gl/texture.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::app {

class Picture {
 public:
  /// `moves`: the governor may coarsen it to keep the pace; else it is drawn in full. Sets the scene's
  /// quality.
  render::FrameStats draw(render::Renderer& renderer, scene::Scene& scene, int width, int height, bool moves);
  /// Drawn coarsely: wants a full drawing once things stand still.
  [[nodiscard]] bool is_coarse() const { return is_coarse_; }
  /// How the last picture was drawn.
  [[nodiscard]] const Governor::Grant& granted() const { return granted_; }
  /// Fills a framebuffer with it, 0 = the window, and leaves that bound for drawing.
  void show(unsigned framebuffer, int width, int height) const {
    gl::blit(target_, framebuffer, width, height);
  }

 private:
  gl::Target target_{{.width = 1, .height = 1, .colours = {gl::Format::rgba8}}, "picture"};
  Governor governor_;
  Governor::Grant granted_;
  bool is_coarse_ = false;
};

/// A picture for a file. What this machine would not do for it goes to standard error; no picture at all is a
/// problem.
[[nodiscard]] Result<render::Image> draw_still(render::Renderer& renderer, const scene::Scene& scene,
                                               int width, int height);

}  // namespace mend::app

// The pictures a frame is drawn into on its way to the screen; made again when size or quality changes.
#pragma once
#include <optional>

#include "gl/context.h"
#include "gl/texture.h"
#include "render/programs.h"
#include "scene/view.h"

namespace mend::render {

struct Targets {
  int width = 0, height = 0, samples = 1;
  Look look = Look::low;
  gl::Target frame;           // colour and depth
  gl::Target layers;          // sums of weighted transparency, with the depth of `frame`
  gl::Target resolved_frame;  // with samples: what `frame` is resolved to
  gl::Target resolved_layers;
  gl::Target shown;  // 8 bits a channel, ready for the screen

  [[nodiscard]] bool has_samples() const { return samples > 1; }
  [[nodiscard]] const gl::Target& plain_frame() const { return has_samples() ? resolved_frame : frame; }
  [[nodiscard]] const gl::Target& plain_layers() const { return has_samples() ? resolved_layers : layers; }
  [[nodiscard]] const gl::Target& output() const { return look == Look::hdr ? shown : plain_frame(); }
};

[[nodiscard]] Look look_of(scene::Quality quality, const gl::Capabilities& can);
/// Makes the targets anew if they do not fit. False if the driver cannot.
[[nodiscard]] bool fit(Targets& targets, int width, int height, scene::Quality quality,
                       const gl::Capabilities& can);

}  // namespace mend::render

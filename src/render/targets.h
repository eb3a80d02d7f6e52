// The pictures a frame is drawn into on its way to the screen; made again when size or look changes.
#pragma once
#include "gl/context.h"
#include "gl/texture.h"
#include "render/programs.h"
#include "scene/view.h"

namespace mend::render {

struct Targets {
  int width = 0, height = 0;
  Look look = Look::low;
  gl::Target frame;   // colour and depth
  gl::Target layers;  // sums of weighted transparency, with the depth of `frame`
  gl::Target shown;   // of the hdr look: 8 bits a channel, ready for the screen

  [[nodiscard]] const gl::Target& output() const { return look == Look::hdr ? shown : frame; }
};

[[nodiscard]] Look look_of(scene::Quality quality, const gl::Capabilities& can);
/// Makes the targets anew if they do not fit. False if the driver cannot.
[[nodiscard]] bool fit(Targets& targets, int width, int height, scene::Quality quality,
                       const gl::Capabilities& can);

}  // namespace mend::render

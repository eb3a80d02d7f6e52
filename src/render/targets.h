// The pictures a frame is drawn into on its way to the screen; made again when size or look changes.
#pragma once
#include <array>
#include <optional>

#include "base/result.h"
#include "gl/context.h"
#include "gl/texture.h"
#include "render/programs.h"
#include "scene/view.h"

namespace mend::render {

/// What the driver refused once is not asked for again at this size or above.
struct Refusal {
  int width = 0, height = 0;
  std::optional<Problem> why;
};

struct Targets {
  int width = 0, height = 0;
  Look look = Look::low;
  gl::Target frame;   // colour and depth
  gl::Target layers;  // above low: sums of weighted transparency, with the depth of `frame`
  gl::Target shown;   // of the hdr look: 8 bits a channel, ready for the screen
  gl::Target half, blurred;  // where depth is read: half as wide and high

  std::array<Refusal, kLooks> refused;

  [[nodiscard]] bool reads_depth() const { return frame.shape().depth_reading; }
  [[nodiscard]] const gl::Target& output() const { return look == Look::hdr ? shown : frame; }
};

[[nodiscard]] Look look_of(scene::Quality quality, const gl::Capabilities& can);
/// Makes the targets anew if they do not fit; `reads_depth`: with those of depth of field and of fields. Says
/// why if the driver cannot, and leaves none then.
[[nodiscard]] std::optional<Problem> fit(Targets& targets, int width, int height, Look look, bool reads_depth,
                                         const gl::Capabilities& can);

}  // namespace mend::render

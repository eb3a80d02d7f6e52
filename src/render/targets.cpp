#include "render/targets.h"

namespace mend::render {
Look look_of(scene::Quality quality, const gl::Capabilities& can) {
  if (quality == scene::Quality::low) return Look::low;
  return can.half_float_targets ? Look::hdr : Look::direct;
}

bool fit(Targets& targets, int width, int height, scene::Quality quality, bool reads_depth,
         const gl::Capabilities& can) {
  const Look look = look_of(quality, can);
  if (targets.width == width && targets.height == height && targets.look == look &&
      targets.reads_depth() == reads_depth)
    return true;
  const gl::Format colour = look == Look::hdr ? gl::Format::rgba16f : gl::Format::rgba8;
  const gl::Format sum = can.half_float_targets ? gl::Format::rgba16f : gl::Format::rgba8;
  targets = {};
  const auto shape = [&](std::vector<gl::Format> colours, bool depth) {
    return gl::TargetShape{.width = width, .height = height, .colours = std::move(colours), .depth = depth};
  };
  gl::TargetShape frame = shape({colour}, true);
  frame.depth_reading = reads_depth;
  targets.frame = gl::Target(frame, "frame");
  targets.layers = gl::Target(shape({sum, sum}, true), "translucent layers", &targets.frame);
  bool complete = targets.frame.is_complete() && targets.layers.is_complete();
  if (look == Look::hdr) {
    targets.shown = gl::Target(shape({gl::Format::rgba8}, false), "shown frame");
    complete = complete && targets.shown.is_complete();
  }
  if (reads_depth) {
    const gl::TargetShape half{.width = (width + 1) / 2, .height = (height + 1) / 2, .colours = {sum}};
    targets.half = gl::Target(half, "half the frame");
    targets.blurred = gl::Target(half, "out of focus");
    complete = complete && targets.half.is_complete() && targets.blurred.is_complete();
  }
  if (!complete) {
    targets = {};
    return false;
  }
  targets.width = width;
  targets.height = height;
  targets.look = look;
  return true;
}

}  // namespace mend::render

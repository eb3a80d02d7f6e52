#include "render/targets.h"

#include <algorithm>
#include <string>

#include "gl/debug.h"

namespace mend::render {
namespace {

/// Why these targets cannot be, if they cannot.
std::optional<Problem> make(Targets& targets, int width, int height, Look look, bool reads_depth,
                            const gl::Capabilities& can) {
  const Problem no_room{"", 0, 0, "the graphics memory is too small for pictures of this size"};
  if (std::max(width, height) > can.largest_target) return no_room;
  const gl::Format colour = look == Look::hdr ? gl::Format::rgba16f : gl::Format::rgba8;
  const gl::Format sum = can.half_float_targets ? gl::Format::rgba16f : gl::Format::rgba8;
  const auto shape = [&](std::vector<gl::Format> colours, bool depth) {
    return gl::TargetShape{.width = width, .height = height, .colours = std::move(colours), .depth = depth};
  };
  (void)gl::last_error();  // not of what is made now
  gl::TargetShape frame = shape({colour}, true);
  frame.depth_reading = reads_depth;
  targets.frame = gl::Target(frame, "frame");
  if (look != Look::low)
    targets.layers = gl::Target(shape({sum, sum}, true), "translucent layers", &targets.frame);
  if (look == Look::hdr) targets.shown = gl::Target(shape({gl::Format::rgba8}, false), "shown frame");
  if (reads_depth) {
    const gl::TargetShape half{.width = (width + 1) / 2, .height = (height + 1) / 2, .colours = {sum}};
    targets.half = gl::Target(half, "half the frame");
    targets.blurred = gl::Target(half, "out of focus");
  }
  if (gl::last_error() == gl::kOutOfMemory) return no_room;
  const bool complete = targets.frame.is_complete() && (look == Look::low || targets.layers.is_complete()) &&
                        (look != Look::hdr || targets.shown.is_complete()) &&
                        (!reads_depth || (targets.half.is_complete() && targets.blurred.is_complete()));
  if (complete) return std::nullopt;
  return Problem{"", 0, 0, "the graphics driver cannot draw into pictures of this kind"};
}

}  // namespace

Look look_of(scene::Quality quality, const gl::Capabilities& can) {
  if (quality == scene::Quality::low) return Look::low;
  return can.half_float_targets ? Look::hdr : Look::direct;
}

std::optional<Problem> fit(Targets& targets, int width, int height, Look look, bool reads_depth,
                           const gl::Capabilities& can) {
  if (targets.width == width && targets.height == height && targets.look == look &&
      targets.reads_depth() == reads_depth)
    return std::nullopt;
  Refusal& refusal = targets.refused[static_cast<std::size_t>(look)];
  if (refusal.why && width >= refusal.width && height >= refusal.height) return refusal.why;
  for (gl::Target* target :
       {&targets.frame, &targets.layers, &targets.shown, &targets.half, &targets.blurred})
    *target = {};
  targets.width = targets.height = 0;
  if (const auto why = make(targets, width, height, look, reads_depth, can)) {
    refusal = {width, height, why};
    return why;
  }
  targets.width = width;
  targets.height = height;
  targets.look = look;
  return std::nullopt;
}

}  // namespace mend::render

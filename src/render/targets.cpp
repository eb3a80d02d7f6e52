#include "render/targets.h"

namespace mend::render {
namespace {

constexpr std::int64_t kSampledPixels = 9'000'000;  // beyond, a frame is sharp enough and memory is short

}  // namespace

Look look_of(scene::Quality quality, const gl::Capabilities& can) {
  if (quality == scene::Quality::low) return Look::low;
  return can.half_float_targets ? Look::hdr : Look::direct;
}

bool fit(Targets& targets, int width, int height, scene::Quality quality, const gl::Capabilities& can) {
  const Look look = look_of(quality, can);
  const bool large = static_cast<std::int64_t>(width) * height > kSampledPixels;
  const int samples = look == Look::low || large ? 1 : 4;
  if (targets.width == width && targets.height == height && targets.samples == samples &&
      targets.look == look) {
    return true;
  }
  const gl::Format colour = look == Look::hdr ? gl::Format::rgba16f : gl::Format::rgba8;
  const gl::Format sum = can.half_float_targets ? gl::Format::rgba16f : gl::Format::rgba8;
  targets = {};
  const auto shape = [&](std::vector<gl::Format> colours, int n, bool depth) {
    return gl::TargetShape{
        .width = width, .height = height, .samples = n, .colours = std::move(colours), .depth = depth};
  };
  targets.frame = gl::Target(shape({colour}, samples, true), "frame");
  targets.layers = gl::Target(shape({sum, sum}, samples, true), "translucent layers", &targets.frame);
  bool complete = targets.frame.is_complete() && targets.layers.is_complete();
  if (samples > 1) {
    targets.resolved_frame = gl::Target(shape({colour}, 1, false), "resolved frame");
    targets.resolved_layers = gl::Target(shape({sum, sum}, 1, false), "resolved translucent layers");
    complete = complete && targets.resolved_frame.is_complete() && targets.resolved_layers.is_complete();
  }
  if (look == Look::hdr) {
    targets.shown = gl::Target(shape({gl::Format::rgba8}, 1, false), "shown frame");
    complete = complete && targets.shown.is_complete();
  }
  if (!complete) {
    targets = {};
    return false;
  }
  targets.width = width;
  targets.height = height;
  targets.samples = samples;
  targets.look = look;
  return true;
}

}  // namespace mend::render

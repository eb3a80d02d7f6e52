#include "app/picture.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "gl/draw.h"

namespace mend::app {
namespace {

// Seconds a drawing may take, and the coarsest share of the window's pixels a side. A hand on the camera
// wants pace, a run that plays by itself wants detail.
struct Limits {
  double slow, fast;
  float coarsest;
};

Limits limits(Picture::Pace pace) {
  return pace == Picture::Pace::steered ? Limits{0.050, 0.020, 0.5f} : Limits{0.150, 0.080, 0.75f};
}

}  // namespace

void Picture::draw(render::Renderer& renderer, const scene::Scene& scene, int width, int height, Pace pace) {
  const Limits limit = limits(pace);
  const float share = pace == Pace::still ? 1 : std::max(share_, limit.coarsest);
  const gl::TargetShape shape{
      .width = std::max(1, static_cast<int>(std::lround(static_cast<float>(width) * share))),
      .height = std::max(1, static_cast<int>(std::lround(static_cast<float>(height) * share))),
      .colours = {gl::Format::rgba8}};
  if (target_.shape() != shape) target_ = gl::Target(shape, "picture");
  const auto start = std::chrono::steady_clock::now();
  renderer.draw(scene, target_.id(), shape.width, shape.height);
  gl::wait();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  is_coarse_ = share < 1;
  if (pace == Pace::still) return;
  if (seconds > limit.slow) share_ = std::max(limit.coarsest, share * 0.85f);
  if (seconds < limit.fast) share_ = std::min(1.0f, share / 0.95f);
}

}  // namespace mend::app

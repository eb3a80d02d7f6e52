#include "app/picture.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "gl/draw.h"

namespace mend::app {
namespace {

constexpr double kSlow = 0.050, kFast = 0.018;  // s a drawing
constexpr float kCoarsest = 0.5f;

}  // namespace

void Picture::draw(render::Renderer& renderer, const scene::Scene& scene, int width, int height, bool is_moving) {
  const float share = is_moving ? share_ : 1;
  const gl::TargetShape shape{.width = std::max(1, static_cast<int>(std::lround(static_cast<float>(width) * share))),
                              .height = std::max(1, static_cast<int>(std::lround(static_cast<float>(height) * share))),
                              .colours = {gl::Format::rgba8}};
  if (target_.shape() != shape) target_ = gl::Target(shape, "picture");
  const auto start = std::chrono::steady_clock::now();
  renderer.draw(scene, target_.id(), shape.width, shape.height);
  gl::wait();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  is_coarse_ = share < 1;
  if (!is_moving) return;
  if (seconds > kSlow) share_ = std::max(kCoarsest, share_ * 0.85f);
  if (seconds < kFast) share_ = std::min(1.0f, share_ / 0.95f);
}

}  // namespace mend::app

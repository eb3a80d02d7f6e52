#include "app/picture.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/log.h"
#include "gl/draw.h"

namespace mend::app {

Result<render::Image> draw_still(render::Renderer& renderer, const scene::Scene& scene, int width,
                                 int height) {
  render::Image image = renderer.draw_image(scene, width, height);
  std::vector<Problem> faults = renderer.take_faults();
  if (image.pixels.empty()) {
    if (faults.empty()) faults.push_back({"", 0, 0, "this machine cannot draw the picture"});
    return faults;
  }
  log::report(faults);
  return image;
}

render::FrameStats Picture::draw(render::Renderer& renderer, scene::Scene& scene, int width, int height,
                                 bool moves) {
  const scene::Quality asked = scene.quality;
  const Governor::Grant grant = moves ? governor_.grant(asked) : Governor::Grant{1, asked};
  scene.quality = grant.quality;
  const gl::TargetShape shape{
      .width = std::max(1, static_cast<int>(std::lround(static_cast<float>(width) * grant.share))),
      .height = std::max(1, static_cast<int>(std::lround(static_cast<float>(height) * grant.share))),
      .colours = {gl::Format::rgba8}};
  if (target_.shape() != shape) target_ = gl::Target(shape, "picture");
  const auto start = std::chrono::steady_clock::now();
  const render::FrameStats cost = renderer.draw(scene, target_.id(), shape.width, shape.height);
  gl::wait();
  if (moves)
    governor_.took(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), asked);
  granted_ = grant;
  is_coarse_ = grant != Governor::Grant{1, asked};
  return cost;
}

}  // namespace mend::app

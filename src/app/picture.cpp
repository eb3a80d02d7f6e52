#include "app/picture.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "gl/draw.h"

namespace mend::app {
void Picture::draw(render::Renderer& renderer, scene::Scene& scene, int width, int height, bool moves) {
  const scene::Quality asked = scene.quality;
  const Governor::Grant grant = moves ? governor_.grant(asked) : Governor::Grant{1, asked};
  scene.quality = grant.quality;
  const gl::TargetShape shape{
      .width = std::max(1, static_cast<int>(std::lround(static_cast<float>(width) * grant.share))),
      .height = std::max(1, static_cast<int>(std::lround(static_cast<float>(height) * grant.share))),
      .colours = {gl::Format::rgba8}};
  if (target_.shape() != shape) target_ = gl::Target(shape, "picture");
  const auto start = std::chrono::steady_clock::now();
  renderer.draw(scene, target_.id(), shape.width, shape.height);
  gl::wait();
  if (moves)
    governor_.took(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), asked);
  is_coarse_ = grant != Governor::Grant{1, asked};
}

}  // namespace mend::app

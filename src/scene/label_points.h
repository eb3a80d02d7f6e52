// Which parts can be named in a frame, and where on each the line from its name ends.
#pragma once
#include <glm/glm.hpp>
#include <vector>

#include "anatomy/parts.h"
#include "scene/scene.h"

namespace mend::scene {

struct LabelPoint {
  anatomy::PartId part{};
  glm::vec2 at{0};  // pixels, from the upper left corner
  float share = 0;  // of the picture that the part covers, roughly
};

/// A part of a picture, in pixels from its upper left corner.
struct Window {
  glm::vec2 low{0}, high{0};
};

/// One point on each part that is seen well enough within `room` in a picture of this size, the largest
/// first. A point lies in the middle of what is seen of its part, on the part itself, and moves little as the
/// camera turns a little.
[[nodiscard]] std::vector<LabelPoint> label_points(const Scene& scene, int width, int height,
                                                   const Window& room);

}  // namespace mend::scene

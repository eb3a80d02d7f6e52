// Moving the camera: pure functions from one orbit to another, so that every move can be tested and eased.
#pragma once
#include <glm/glm.hpp>
#include <optional>

#include "anatomy/knee.h"
#include "scene/scene.h"
#include "scene/view.h"

namespace mend::scene {

/// Turntable; degrees. Elevation stays within 85 degrees of level.
[[nodiscard]] Orbit turned(const Orbit& orbit, float azimuth, float elevation);

/// Moves the target so that it follows a pointer that moved `pixels` (x right, y down) in a view `height` pixels high.
[[nodiscard]] Orbit panned(const Orbit& orbit, glm::vec2 pixels, float height);

/// factor > 1 = nearer. The point under the cursor (-1..1, y up) stays under it; distance is kept within limits.
[[nodiscard]] Orbit zoomed(const Orbit& orbit, float factor, glm::vec2 cursor, float aspect);

/// Between two orbits, share 0-1, slow at both ends; turns the short way round.
[[nodiscard]] Orbit eased(const Orbit& from, const Orbit& to, float share);

struct Hit {
  anatomy::PartId part{};
  glm::vec3 position{0};
};
/// The nearest opaque surface under the cursor (-1..1, y up).
[[nodiscard]] std::optional<Hit> pick(const Scene& scene, glm::vec2 cursor, float aspect);

}  // namespace mend::scene

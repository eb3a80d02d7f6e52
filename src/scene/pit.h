// A muscle torn in part: a pit in its face with the stubs of its torn fascicles, and the tissue that fills
// it.
#pragma once
#include "scene/sections.h"

namespace mend::scene {

struct Pit {
  Sections part;
  double centre = 0, turn = 0;                 // arclength and turn of its middle
  double half_length = 6, half_breadth = 0.1;  // mm, turns
  double depth = 5;                            // mm
  glm::vec3 outward{0};                        // unit, off the bone
};

/// The whole muscle with the pit in it.
[[nodiscard]] anatomy::Mesh pitted(const Pit& pit);
/// The torn fascicles that stand into the pit from above and below.
[[nodiscard]] anatomy::Mesh stubs(const Pit& pit, std::uint64_t seed);
/// What fills it up to `level` (0 = the floor, 1 = the muscle's own face), with a streak of scar (0-1) of a
/// half-breadth in those of the pit.
[[nodiscard]] anatomy::Mesh filling(const Pit& pit, double level, double scar, double scar_breadth);

}  // namespace mend::scene

// What a drawn cell does, and which way it lies, in the two numbers that a CellInstance has for them.
#pragma once
#include <glm/glm.hpp>

#include "scene/scene.h"

namespace mend::scene {

/// Of one cycle of 3.3 s (the 0.3 Hz of its wobble), the share in which a signalling cell sends out a ring:
/// few at once.
inline constexpr float kRingShare = 0.28f;

/// CellInstance::kind of a cell that does something. `share`, 0-1: how far it has pinched, or a ring has
/// spread; a dying cell has gone as far as its life says. Mirrored by shaders/cell_shape.vert.
[[nodiscard]] inline float with_sign(CellKind kind, CellSign sign, float share = 0) {
  constexpr float kSign = 8, kStep = 32, kSteps = 255;
  return static_cast<float>(kind) + kSign * static_cast<float>(sign) +
         kStep * static_cast<float>(static_cast<int>(kSteps * glm::clamp(share, 0.0f, 1.0f)));
}
[[nodiscard]] inline CellKind kind_of(const CellInstance& cell) {
  return static_cast<CellKind>(static_cast<int>(cell.kind) % 8);
}
[[nodiscard]] inline CellSign sign_of(const CellInstance& cell) {
  return static_cast<CellSign>(static_cast<int>(cell.kind) / 8 % 4);
}
/// Of a cell that signals all the time: a ring, and a rest.
[[nodiscard]] inline float signalling(CellKind kind, float phase) {
  return phase < kRingShare ? with_sign(kind, CellSign::signals, phase / kRingShare)
                            : static_cast<float>(kind);
}

/// CellInstance::spin of a cell whose long axis lies so (unit): 12 bits of the turn about z, then 12 of the
/// height.
[[nodiscard]] float spin_along(glm::vec3 axis);
/// Along a face with this normal, `turn` (0-1) of the way round it.
[[nodiscard]] float spin_on(glm::vec3 normal, float turn);
/// The axis that a spin stands for.
[[nodiscard]] glm::vec3 axis_of(float spin);

}  // namespace mend::scene

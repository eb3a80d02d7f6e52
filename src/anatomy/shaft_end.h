// Where the drawn part of a bone ends: a flat sawn face that shows its wall and the marrow within.
#pragma once
#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// In a bone's region: on the sawn face, where depth tells how deep it lies, in thicknesses of the wall.
inline constexpr float kOnSawn = -1;

/// The level of a saw, which side of it the bone lies on, and the thickness of its wall in mm.
struct Saw {
  double level;
  bool is_bone_below;
  double cortex;
};

/// Flattens and marks the face of a bone's mesh at the saw.
void mark_sawn(Mesh& bone, const Field& solid, const Saw& saw);

}  // namespace mend::anatomy

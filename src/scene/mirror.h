// A left knee is a right knee mirrored in X.
#pragma once
#include "anatomy/knee.h"

namespace mend::scene {

/// The knee mirrored: meshes still counter-clockwise from outside, path frames still right-handed. Made once
/// per knee, not per frame; a Stage of a left-sided patient holds the result.
[[nodiscard]] anatomy::Knee mirrored(anatomy::Knee knee);

/// +1 for a right knee, whose lateral side is +X; -1 for a left one.
[[nodiscard]] float lateral_sign(const anatomy::Knee& knee);

}  // namespace mend::scene

// What is sharp in a close-up. The smaller what is looked at, the shallower: depth of field tells the scale.
#pragma once
#include "scene/scene.h"
#include "scene/view.h"

namespace mend::scene {

/// All is sharp in views of the whole knee.
[[nodiscard]] FocalPlane focal_plane(const View& view);

}  // namespace mend::scene

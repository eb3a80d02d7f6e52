// The radiograph of a day: the whole knee before a source of X-rays, and the joint space measured on it.
#pragma once
#include "anatomy/knee.h"
#include "scene/compose.h"
#include "scene/scene.h"

namespace mend::scene {

/// The narrowest place between the bones of one compartment, as a reader of films sets a caliper: along the
/// tibia, from the plateau up to the condyle above it.
struct JointSpace {
  float width = 0;  // mm; 0 where the bones do not face each other
  Caliper at;
};
struct JointSpaces {
  JointSpace medial, lateral;
};
/// Of the bones as they stand. Cartilage is not seen on a film: its loss is, as bones that stand closer.
[[nodiscard]] JointSpaces joint_spaces(const anatomy::Knee& knee);

/// Every part that holds back X-rays, opaque or fading or hidden in the view, seen from the view's direction
/// out of the source's place.
[[nodiscard]] Scene film_of(const Stage& stage, const sim::State& state, const View& view);

}  // namespace mend::scene

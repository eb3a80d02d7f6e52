// The syringe behind the needle, and how far its plunger is in on a day.
#pragma once
#include <vector>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/scene.h"

namespace mend::scene {

/// What is seen of an injection into the joint: how opaque needle and syringe are, and the share injected.
struct Injection {
  float opacity = 0;
  float given = 0;
};
[[nodiscard]] Injection injection_on(const params::Scenario& scenario, double day);

/// A piece of the syringe, of one material.
struct SyringePiece {
  anatomy::Mesh mesh;
  Material material = Material::metal;
  float opacity = 1;  // of a syringe that is wholly there
};
/// With a share of the dose given.
[[nodiscard]] std::vector<SyringePiece> syringe_pieces(const anatomy::Knee& knee, float given);

}  // namespace mend::scene

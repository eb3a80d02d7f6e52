// How a scenario is first seen, and which close-ups it has.
#pragma once
#include <array>

#include "params/scenario.h"
#include "scene/view.h"

namespace mend::scene {

/// The close-up of what the scenario hurts, if that is one thing other than the cartilage; else the usual
/// view.
[[nodiscard]] ViewName opening_view(const params::Scenario& scenario);
/// Whether there is anything to see there.
[[nodiscard]] bool has_view(const params::Scenario& scenario, ViewName name);
/// The usual layers, and those that the scenario is about.
[[nodiscard]] std::array<bool, kLayers> opening_layers(const params::Scenario& scenario);

}  // namespace mend::scene

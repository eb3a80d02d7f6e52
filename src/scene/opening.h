// How a scenario is first seen, which close-ups it has, and what they need of the knee.
#pragma once
#include <array>

#include "anatomy/knee.h"
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

/// As much of the knee as a view shows of a scenario.
[[nodiscard]] anatomy::Extent extent_shown(const params::Scenario& scenario, const View& view);

}  // namespace mend::scene

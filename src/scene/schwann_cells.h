// Schwann cells along the axons of a hurt nerve, as many as the model has in the stump.
#pragma once
#include <vector>

#include "params/scenario.h"
#include "scene/scene.h"
#include "sim/state.h"

namespace mend::scene {

inline constexpr int kSchwannPlaces = 220;

/// Beyond the lesion, along the outer axons of the drawn fascicle; every place shows one at the model's greatest
/// density.
void add_schwann_cells(const NerveDrawing& nerve, const sim::NerveState& state, const params::Scenario& scenario,
                       double seconds, std::vector<CellInstance>& cells);

}  // namespace mend::scene

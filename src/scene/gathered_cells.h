// Cells given to a hurt ligament, muscle or nerve: as many dots about the lesion as the state has living
// cells.
#pragma once
#include <functional>
#include <vector>

#include "scene/scene.h"

namespace mend::scene {

/// Where dot number i sits: i-th of a fixed row of places, so that the dots of fewer cells are the first
/// ones.
using PlaceOfDot = std::function<glm::vec3(std::uint64_t)>;

/// `dots` may be broken: the last one shrinks away.
void add_gathered_cells(double dots, const PlaceOfDot& place, float radius, double seconds,
                        std::vector<CellInstance>& cells);

/// Places in and on a nerve about a lesion at this arclength.
[[nodiscard]] PlaceOfDot places_on(const anatomy::Path& nerve, double lesion);

}  // namespace mend::scene

// Other trees over the places of a cavity, each rooted at the needle's tip: so that not all who drift take
// one way.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "anatomy/knee.h"

namespace mend::scene {

/// For each tree and place, the place one step nearer the tip; -1 at the tip. The first tree is the cavity's
/// own. The others prefer other stretches of the room, by chance, but go only where two places stand so free
/// that nothing lies between them, or where the first one goes.
[[nodiscard]] std::vector<std::vector<std::int32_t>> cavity_trees(
    std::span<const anatomy::CavityPoint> points, std::size_t count);

}  // namespace mend::scene

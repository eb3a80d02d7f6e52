// The joint space: where cells can float, and the walls that they can sit on.
#pragma once
#include "anatomy/knee.h"
#include "anatomy/placed.h"
#include "anatomy/space.h"

namespace mend::anatomy {

/// Fills knee.cavity: a grid of 3.5 mm, every point with a way to the needle's tip.
void fill_cavity(Knee& knee, const Placed& placed, const Field& solids, int threads);
/// Fills knee.walls from the meshes of capsule, fat pad and cartilages.
void fill_walls(Knee& knee, const Field& solids);
/// Nearest cavity point, by its index; -1 if there is none within `reach` mm.
[[nodiscard]] std::int32_t nearest_cavity(const Knee& knee, const Vec& p, double reach);

}  // namespace mend::anatomy

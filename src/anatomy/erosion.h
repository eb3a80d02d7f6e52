// Marginal erosions: where bone without cartilage lies bare inside the capsule, rheumatoid lining eats pits
// into it.
#pragma once
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// How deep the erosion is at a place of a bone's surface, of its mean over the bare area: 0 outside that, up
/// to 4 in the pits. `patch`: mm inside the articular patch.
[[nodiscard]] double erosion_share(const Vec& p, double patch);

}  // namespace mend::anatomy

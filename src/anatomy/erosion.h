// Marginal erosions: where bone without cartilage lies bare inside the capsule, rheumatoid lining eats pits
// into it.
#pragma once
#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// How deep the erosion is at a place of a bone's surface, of its mean over the bare area: 0 beyond that, up to
/// 4 in the pits. `beside`: mm from the margin of the cartilage, negative under it.
[[nodiscard]] double erosion_share(const Vec& p, double beside);

/// Tells every vertex of a bone its share as its depth. `patch`: mm inside the articular patch, right in sign
/// wherever it is near 0.
void set_erosion(Mesh& bone, const Field& patch);

}  // namespace mend::anatomy

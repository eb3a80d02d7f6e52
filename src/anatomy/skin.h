// The skin round the knee, from the thigh's cut to the calf's.
#pragma once
#include <span>

#include "anatomy/placed.h"

namespace mend::anatomy {

/// Round everything in `within`, and as thick as a limb of published girth. Region = 0 at both cuts, 1 a
/// little way from them.
[[nodiscard]] Mesh build_skin(const Placed& knee, std::span<const Mesh* const> within, int threads);

}  // namespace mend::anatomy

// The ends of small nerves and arteries: laid on what they supply, and thinning out.
#pragma once
#include <vector>

#include "anatomy/sdf.h"
#include "anatomy/sweep.h"

namespace mend::anatomy {

/// A twig laid on a surface, from a share `from` of its length on and where it comes within `reach` mm of it,
/// that thins out to a tip.
[[nodiscard]] std::vector<Station> run_out(const std::vector<Station>& twig, const Field& solid,
                                           double from = 0, double reach = 9);

}  // namespace mend::anatomy

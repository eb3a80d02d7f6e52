// How a belly comes to what it pulls on along an edge that runs on as a thin sheet.
#pragma once
#include <vector>

#include "anatomy/mesher.h"

namespace mend::anatomy {

/// A line, from the top down, that a belly reaches with a sheet; none if empty.
using BellyMargin = std::vector<Vec>;

using BellyRing = std::vector<Vec>;

/// Where a ring runs on as a sheet: from its point `edge`, by a share of 0 to 1.
struct BellySheet {
  std::size_t edge = 0;
  double share = 0;

  /// How much of a point of a ring belongs to it.
  [[nodiscard]] double of(std::size_t k, std::size_t around) const;
};

/// Draws each ring, so many mm along, out to the line, from where it is nearest to it.
[[nodiscard]] std::vector<BellySheet> draw_to_margin(const BellyMargin& margin,
                                                     const std::vector<double>& along,
                                                     std::vector<BellyRing>& rings);

}  // namespace mend::anatomy

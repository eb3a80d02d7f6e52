// Where a mesh cuts through itself, and how that is smoothed away.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "anatomy/triangle_grid.h"

namespace mend::anatomy {

/// Whether the open segment a-b goes through a triangle.
[[nodiscard]] bool goes_through(const Vec& a, const Vec& b, const Triangle& triangle);
/// Pairs of triangles of one mesh that cut each other; two that share an edge cannot.
using Crossings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
[[nodiscard]] Crossings crossings_of(const Mesh& mesh);
/// Draws triangles that cut each other, and those round them, towards their neighbours until none does any
/// more, as far as that is to be had.
void untangle(Mesh& mesh);

}  // namespace mend::anatomy

// One-dimensional diffusion on equal cells, solved implicitly by elimination (Thomas algorithm).
#pragma once
#include <span>

namespace mend::sim {

/// Solves  reaction u - (D u')' = source  for u on cells of one width (finite volumes). `diffusion` holds D
/// on the faces, one more than cells. No flux through the first face; the last is held at `outer_value`, or
/// is closed if its D is 0. With reaction = 1/dt and source = u_old/dt this is one implicit step of u_t = (D
/// u')'.
void solve_diffusion(std::span<const double> reaction, std::span<const double> diffusion,
                     std::span<const double> source, double width, double outer_value, std::span<double> u);

}  // namespace mend::sim

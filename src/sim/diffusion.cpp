#include "sim/diffusion.h"

#include <cstddef>
#include <vector>

namespace mend::sim {

void solve_diffusion(std::span<const double> reaction, std::span<const double> diffusion,
                     std::span<const double> source, double width, double outer_value, std::span<double> u) {
  const std::size_t n = u.size();
  const double scale = 1 / (width * width);
  // Row i: -below u[i-1] + (reaction + below + above) u[i] - above u[i+1] = source; u[i] = value + factor
  // u[i+1].
  std::vector<double> factor(n);
  double below = 0, previous_factor = 0, previous_value = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const bool last = i + 1 == n;
    const double above =
        scale * diffusion[i + 1] * (last ? 2 : 1);  // half a cell from the centre to the last face
    const double pivot = reaction[i] + above + below * (1 - previous_factor);
    const double right = source[i] + below * previous_value + (last ? above * outer_value : 0);
    previous_value = u[i] = right / pivot;
    previous_factor = factor[i] = last ? 0 : above / pivot;
    below = above;
  }
  for (std::size_t i = n - 1; i-- > 0;) u[i] += factor[i] * u[i + 1];
}

}  // namespace mend::sim

#include "sim/diffusion.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace mend;

TEST_CASE("decay against diffusion from a held face falls like cosh, to second order in the cell width") {
  // k u = D u'', u'(0) = 0, u(1) = 3: u = 3 cosh(x sqrt(k/D))/cosh(sqrt(k/D)).
  constexpr double kDecay = 5, kDiffusion = 0.7;
  const auto worst = [&](std::size_t cells) {
    const double width = 1 / static_cast<double>(cells);
    const std::vector<double> reaction(cells, kDecay), faces(cells + 1, kDiffusion), source(cells, 0);
    std::vector<double> u(cells);
    sim::solve_diffusion(reaction, faces, source, width, 3, u);
    double most = 0;
    for (std::size_t i = 0; i < cells; ++i) {
      const double x = (static_cast<double>(i) + 0.5) * width, k = std::sqrt(kDecay / kDiffusion);
      most = std::max(most, std::fabs(u[i] - 3 * std::cosh(k * x) / std::cosh(k)));
    }
    return most;
  };
  CHECK(worst(100) < 4e-4);
  CHECK(worst(100) < 0.3 * worst(50));
}

TEST_CASE("closed ends and no reaction but the time step keep a flat field flat") {
  const std::vector<double> reaction(7, 2), source(7, 2 * 1.5);
  std::vector<double> faces(8, 9), u(7);
  faces.front() = faces.back() = 0;
  sim::solve_diffusion(reaction, faces, source, 0.1, 1e9, u);
  for (const double value : u) CHECK(value == doctest::Approx(1.5));
}

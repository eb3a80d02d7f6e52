#include "sim/patch_seed.h"

#include "base/math.h"
#include "base/random.h"

namespace mend::sim {
namespace {

constexpr std::uint64_t kWhySettling = 0x70617401, kWhyHole = 0x70617402;

/// A smooth field of mean 0 and spread 1: waves of keyed directions and phases.
double unevenness(double x, double y, double patch, std::uint64_t seed) {
  constexpr std::uint64_t kWaves = 12;
  double sum = 0;
  for (std::uint64_t i = 0; i < kWaves; ++i) {
    const double number = math::kPi / patch * (0.6 + 0.8 * uniform({seed, i, 0, kWhySettling}));  // per mm
    const double angle = 2 * math::kPi * uniform({seed, i, 1, kWhySettling});
    const double phase = 2 * math::kPi * uniform({seed, i, 2, kWhySettling});
    sum += math::cos(number * (x * math::cos(angle) + y * math::sin(angle)) + phase);
  }
  return sum * math::sqrt(2.0 / kWaves);
}

struct Hole {
  double x, y;
};

/// A hexagonal lattice round a hole in the middle, the others set a little beside their places by hand.
std::vector<Hole> awl_holes(double spacing, double radius, std::uint64_t seed) {
  constexpr double kAside = 0.15;  // of the spacing, at most
  std::vector<Hole> holes;
  const int reach = static_cast<int>(radius / (spacing * 0.866)) + 1;
  std::uint64_t number = 0;
  for (int row = -reach; row <= reach; ++row) {
    for (int place = -2 * reach; place <= 2 * reach; ++place) {
      const double x = spacing * (place + 0.5 * (row & 1)), y = spacing * 0.866 * row;
      const std::uint64_t who = number++;
      if (x * x + y * y > radius * radius) continue;
      const auto aside = [&](std::uint64_t axis) {
        const bool is_middle = row == 0 && place == 0;
        return is_middle ? 0 : kAside * spacing * (2 * uniform({seed, who, axis, kWhyHole}) - 1);
      };
      holes.push_back({x + aside(0), y + aside(1)});
    }
  }
  return holes;
}

}  // namespace

std::vector<float> seed_pattern(const params::DefectModel& model, const PatchGrid& grid, Settling settling,
                                std::uint64_t seed) {
  std::vector<double> density(grid.columns(), 1.0);
  const std::vector<Hole> holes = awl_holes(model.awl_spacing, grid.radius, seed);
  double sum = 0;
  for (std::size_t column = 0; column < density.size(); ++column) {
    const double x = grid.x_of(column), y = grid.y_of(column);
    if (settling == Settling::patchy)
      density[column] = math::exp(model.settling_unevenness * unevenness(x, y, model.settling_patch, seed));
    if (settling == Settling::holes) {
      density[column] = model.clot_share;
      for (const Hole& hole : holes) {
        const double dx = (x - hole.x) / model.awl_radius, dy = (y - hole.y) / model.awl_radius;
        density[column] += math::exp(-0.5 * (dx * dx + dy * dy));
      }
    }
    sum += density[column];
  }
  const double mean = sum / static_cast<double>(density.size());
  std::vector<float> pattern;
  for (const double one : density) pattern.push_back(static_cast<float>(one / mean));
  return pattern;
}

}  // namespace mend::sim

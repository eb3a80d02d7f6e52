#include "anatomy/solids.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/spurs.h"
#include "base/parallel.h"

namespace mend::anatomy {
namespace {

constexpr double kCell = 1;  // mm
constexpr int kBlock = 6;    // cells along a block that is filled from its corners where the bone is far
constexpr double kNear = 9;  // mm: a block with a corner nearer than that is sampled point by point

struct Box {
  Vec low, high;
};

/// Calls visit(point, i, j, k) for every point, slabs in z shared out.
template <typename Visit>
void each_point(const DistanceGrid& grid, int threads, const Visit& visit) {
  parallel_for(static_cast<std::size_t>(grid.nz), threads, [&](std::size_t begin, std::size_t end) {
    for (int k = static_cast<int>(begin); k < static_cast<int>(end); ++k) {
      for (int j = 0; j < grid.ny; ++j) {
        std::size_t point =
            (static_cast<std::size_t>(k) * static_cast<std::size_t>(grid.ny) + static_cast<std::size_t>(j)) *
            static_cast<std::size_t>(grid.nx);
        for (int i = 0; i < grid.nx; ++i) visit(point++, i, j, k);
      }
    }
  });
}

DistanceGrid empty_grid(const Box& box, double cell) {
  const Vec blocks = glm::ceil((box.high - box.low) / (cell * kBlock));
  DistanceGrid grid{.low = box.low,
                    .cell = cell,
                    .nx = static_cast<int>(blocks.x) * kBlock + 1,
                    .ny = static_cast<int>(blocks.y) * kBlock + 1,
                    .nz = static_cast<int>(blocks.z) * kBlock + 1,
                    .value = {}};
  grid.value.resize(static_cast<std::size_t>(grid.nx) * static_cast<std::size_t>(grid.ny) *
                    static_cast<std::size_t>(grid.nz));
  return grid;
}

DistanceGrid sampled(const Field& field, const Box& box, int threads) {
  DistanceGrid coarse = empty_grid(box, kCell * kBlock);
  each_point(coarse, threads,
             [&](std::size_t point, int, int, int) { coarse.set(point, field(coarse.place(point))); });
  DistanceGrid grid = empty_grid(box, kCell);
  const auto is_far = [&](int i, int j, int k) {
    double least = 1e9;
    for (int c = 0; c < 8; ++c) {
      const auto corner = [c](int fine, int bit, int count) {
        return std::min(fine / kBlock + (c >> bit & 1), count - 1);
      };
      const auto x = static_cast<std::size_t>(corner(i, 0, coarse.nx)),
                 y = static_cast<std::size_t>(corner(j, 1, coarse.ny)),
                 z = static_cast<std::size_t>(corner(k, 2, coarse.nz));
      const auto nx = static_cast<std::size_t>(coarse.nx), ny = static_cast<std::size_t>(coarse.ny);
      least = std::min(least, math::fabs(coarse.at((z * ny + y) * nx + x)));
    }
    return least > kNear;
  };
  each_point(grid, threads, [&](std::size_t point, int i, int j, int k) {
    const Vec p = grid.place(point);
    grid.set(point, is_far(i, j, k) ? coarse(p) : field(p));
  });
  return grid;
}

Vec rise_of(const DistanceGrid& grid, const Vec& p) {
  Vec rise{0};
  for (int axis = 0; axis < 3; ++axis) {
    Vec step{0};
    step[axis] = grid.cell;
    rise[axis] = (grid(p + step) - grid(p - step)) / (2 * grid.cell);
  }
  return rise;
}

/// The bone with its cartilage on, as the fields have it: far from the bone at most 4 mm.
DistanceGrid covered(const DistanceGrid& bone, const Field& thickness, int threads) {
  constexpr double kDeep = -6, kFar = 15;  // mm
  DistanceGrid grid = bone;
  each_point(grid, threads, [&](std::size_t point, int, int, int) {
    const double distance = bone.at(point);
    if (distance < kDeep) return;
    const Vec p = grid.place(point);
    if (distance > kFar) return grid.set(point, distance - 4);
    const Vec rise = rise_of(bone, p);
    const double thick = thickness(foot_on_bone(p, distance, rise));
    grid.set(point, distance_over(distance, glm::length(rise), thick));
  });
  return grid;
}

/// Spurs reach no further than this from the native bone.
constexpr double kSpurReach = 9;  // mm

void grow_spurs(DistanceGrid& bone, double (*spurred)(const Vec&, int), int kl_grade, int threads) {
  if (kl_grade == 0) return;
  each_point(bone, threads, [&](std::size_t point, int, int, int) {
    if (math::fabs(bone.at(point)) < kSpurReach) bone.set(point, spurred(bone.place(point), kl_grade));
  });
}

}  // namespace

void DistanceGrid::set(std::size_t point, double distance) {
  const double steps = std::clamp(distance * kSteps, -32767.0, 32767.0);
  value[point] = static_cast<std::int16_t>(steps + (steps < 0 ? -0.5 : 0.5));
}

Vec DistanceGrid::place(std::size_t point) const {
  const auto n = static_cast<std::size_t>(nx), m = static_cast<std::size_t>(ny);
  return low + cell * Vec(point % n, point / n % m, point / (n * m));
}

double DistanceGrid::operator()(const Vec& p) const {
  const double per_mm = 1 / cell;
  Vec q = (p - low) * per_mm;
  const Vec last(nx - 1.0001, ny - 1.0001, nz - 1.0001);
  double off2 = 0;
  if (!(q.x >= 0 && q.y >= 0 && q.z >= 0 && q.x <= last.x && q.y <= last.y && q.z <= last.z)) {
    const Vec wanted = q;
    q = glm::clamp(wanted, Vec{0}, last);
    off2 = glm::dot(wanted - q, wanted - q) * cell * cell;
  }
  const int i = static_cast<int>(q.x), j = static_cast<int>(q.y), k = static_cast<int>(q.z);
  const double u = q.x - i, v = q.y - j, w = q.z - k;
  const auto row = static_cast<std::size_t>(nx), sheet = row * static_cast<std::size_t>(ny);
  const std::int16_t* at_low = value.data() + static_cast<std::size_t>(k) * sheet +
                               static_cast<std::size_t>(j) * row + static_cast<std::size_t>(i);
  const auto along = [u](const std::int16_t* f) {
    return lerp(static_cast<double>(f[0]), static_cast<double>(f[1]), u);
  };
  const double inside = lerp(lerp(along(at_low), along(at_low + row), v),
                             lerp(along(at_low + sheet), along(at_low + sheet + row), v), w) *
                        (1 / kSteps);
  if (off2 == 0) return inside;
  const double outside = std::max(inside, 0.0);
  return math::sqrt(outside * outside + off2);
}

Solids sample_solids(const Cover& cover, int threads) {
  Solids solids;
  solids.cover = cover;
  solids.femur = sampled(anatomy::femur, {{-53, -52, -48}, {55, 62, 112}}, threads);
  solids.tibia = sampled(anatomy::tibia, {{-50, -48, -141}, {54, 48, -10}}, threads);
  solids.fibula = sampled(anatomy::fibula, {{15, -45, -142}, {61, 1, -30}}, threads);
  solids.patella = sampled(anatomy::patella, {{-30, 28, -30}, {40, 74, 38}}, threads);
  const auto on = [&cover](double (*thickness)(const Vec&, const Cover&)) {
    return [&cover, thickness](const Vec& p) { return thickness(p, cover); };
  };
  solids.femur_with_cartilage = covered(solids.femur, on(femur_thickness), threads);
  solids.tibia_with_cartilage = covered(solids.tibia, on(tibia_thickness), threads);
  solids.patella_with_cartilage = covered(solids.patella, on(patella_thickness), threads);
  grow_spurs(solids.femur, spurred_femur, cover.wear.kl_grade, threads);
  grow_spurs(solids.tibia, spurred_tibia, cover.wear.kl_grade, threads);
  grow_spurs(solids.patella, spurred_patella, cover.wear.kl_grade, threads);
  return solids;
}

const std::shared_ptr<const Solids>& standard_solids() {
  static const auto solids = std::make_shared<const Solids>(sample_solids({}, 0));
  return solids;
}

}  // namespace mend::anatomy

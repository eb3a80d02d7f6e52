// The bones of one knee sampled once on grids, each in its own frame: what soft parts lie on is asked for
// hundreds of thousands of times at every bend, and a look-up costs a tenth of the fields themselves.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "anatomy/sdf.h"
#include "anatomy/wear.h"

namespace mend::anatomy {

/// A signed distance on a grid of points: trilinear between them, to a tenth of a millimetre near the
/// surface.
struct DistanceGrid {
  Vec low{0};
  double cell = 1;                  // mm
  int nx = 0, ny = 0, nz = 0;       // points
  std::vector<std::int16_t> value;  // in steps of 1/256 mm, as far as 128 mm

  [[nodiscard]] double at(std::size_t point) const { return value[point] / kSteps; }
  void set(std::size_t point, double distance);
  /// Outside the box no more than the true distance.
  [[nodiscard]] double operator()(const Vec& p) const;
  [[nodiscard]] Vec place(std::size_t point) const;

  static constexpr double kSteps = 256;  // a mm
};

/// The four bones with their spurs, and three of them with their cartilage but without spurs: bones bear on each
/// other where none grow.
struct Solids {
  Cover cover;
  DistanceGrid femur, tibia, fibula, patella;
  DistanceGrid femur_with_cartilage, tibia_with_cartilage, patella_with_cartilage;
};

/// The same for any number of threads.
[[nodiscard]] Solids sample_solids(const Cover& cover, int threads);
/// Those of healthy cartilage as thick as published means have it; sampled once.
[[nodiscard]] const std::shared_ptr<const Solids>& standard_solids();

}  // namespace mend::anatomy

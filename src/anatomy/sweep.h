// Bands, cords and tubes swept along a smooth line.
#pragma once
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// One place on the line: half-widths along `wide` (made square to the line) and across it.
struct Station {
  Vec place;
  double half_width, half_thickness;
  Vec wide;
};

struct SweepPlan {
  std::vector<Station> stations;
  double spacing = 1.2;  // mm between rings
  int around = 20;       // points round a ring
  int strands = 0;       // shallow furrows round the section
  double strand_depth = 0.05;
};
/// Stations joined by a smooth line (centripetal enough at our spacings: Catmull-Rom).
[[nodiscard]] std::vector<Station> resample(const std::vector<Station>& stations, double spacing);
/// Fibre along the line, depth = arclength.
[[nodiscard]] Mesh sweep(const SweepPlan& plan);

/// The line with a frame carried along without twist.
[[nodiscard]] Path path_of(const std::vector<Station>& stations, double spacing, double radius);

}  // namespace mend::anatomy

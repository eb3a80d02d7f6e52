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
  double squareness = 2;  // exponent of the section: 2 = ellipse, more = flat faces with round edges
  double bend = 0;        // mm that both edges lie behind the middle (stations from the top down)
  Field over = {};        // the middle of the band keeps its half-thickness + clear mm outside this
  double clear = 0;
  Field top_bone = {}, low_bone = {};  // the ends spread on to these over `fan` mm, strand by strand
  double fan = 5;
  Field lie = {};           // share, by place, to which the band is also drawn on to `over`
  double layer_groove = 0;  // share of the half-width: two grooves along each edge, between three layers
  int smoothing = 0;        // passes along each strand, for wide bands that are pushed off a folded solid
};
/// The nearest point of a surface, `sunk` mm below it.
[[nodiscard]] Vec on_bone(const Field& bone, Vec p, double sunk);
/// Stations joined by a smooth line (centripetal enough at our spacings: Catmull-Rom).
[[nodiscard]] std::vector<Station> resample(const std::vector<Station>& stations, double spacing);
/// Fibre along the line, depth = arclength, region = mm from the middle of a section of mean width.
[[nodiscard]] Mesh sweep(const SweepPlan& plan);
/// The same of rings of equal size, each round its station.
[[nodiscard]] Mesh band_of(const std::vector<std::vector<Vec>>& rings, const std::vector<Station>& line);
/// sign(x) |x|^(2/n): a circle becomes a superellipse.
[[nodiscard]] double squared_off(double x, double n);

/// The line with a frame carried along without twist.
[[nodiscard]] Path path_of(const std::vector<Station>& stations, double spacing, double radius);

}  // namespace mend::anatomy

// Bands, cords and tubes swept along a smooth line.
#pragma once
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// Between b and c, a share t of the way, smooth also at them.
template <typename T>
T catmull_rom(const T& a, const T& b, const T& c, const T& d, double t) {
  const double t2 = t * t, t3 = t2 * t;
  return a * (-0.5 * t3 + t2 - 0.5 * t) + b * (1.5 * t3 - 2.5 * t2 + 1) + c * (-1.5 * t3 + 2 * t2 + 0.5 * t) +
         d * (0.5 * t3 - 0.5 * t2);
}

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
  bool is_even = false;     // strands about as wide in the middle as towards the edges, for a frayed end
};
/// The nearest point of a surface, `sunk` mm below it.
[[nodiscard]] Vec on_bone(const Field& bone, Vec p, double sunk);
/// Draws a ring that starts at an edge of its band, so many mm from the band's end, on to the bone, strand by
/// strand, within `fan` mm of the end. Rings keep their order, the last the deepest, and their faces stay a
/// little apart, so that the mesh never cuts itself. `uneven`: the share of `fan` by which its strands differ
/// in where they go down.
void sink_end(std::vector<Vec>& ring, const Field& bone, double from_end, double fan, double uneven = 0.05);
/// Shortens the fibres of a band where it has grown into bone: where it comes down to it within `fan` mm of
/// one end, which lies `end` mm along.
void grow_in(Mesh& mesh, const Field& bone, double end, double fan);
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

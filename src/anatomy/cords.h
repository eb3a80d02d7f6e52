// Lines for cords and bands: pulled taut over what lies beneath, or carried with the bending leg.
#pragma once
#include <vector>

#include "anatomy/placed.h"

namespace mend::anatomy {

/// A place that goes with the tibia but for a share `still`: turned about the axis of flexion, with the small
/// other turns.
[[nodiscard]] Vec turned(const Placed& knee, const Vec& p, double still);
/// A place known in the extended knee, moved with the leg: fixed to the femur well above the joint, to the
/// tibia well below, and carried by a share of the movement between.
[[nodiscard]] Vec bend(const Placed& knee, const Vec& p);
/// The same, cutting the corner as a strap does that is taut.
[[nodiscard]] Vec carry(const Placed& knee, const Vec& p);
/// Moves a place out of a solid until it is `clear` mm away.
[[nodiscard]] Vec outside(const Field& solid, Vec p, double clear, int steps = 10);
/// Distance to a cord or band along stations, negative inside; rough at its edges.
[[nodiscard]] double tube(const Vec& p, const std::vector<Station>& line);

/// A band through places from the top down on one side (-1 medial, +1 lateral), `clear` mm outside a solid:
/// pulled taut across the joint (x of the convex hull); by a share `hug` held to the solid below it and drawn towards
/// it above.
[[nodiscard]] std::vector<Vec> strap(const Field& solid, const std::vector<Vec>& places, double side,
                                     double clear, double hug);
/// Rounds the corners of a line between its two ends.
void slacken(std::vector<Vec>& line, int passes);
/// A string from the first to the last of some places, pulled taut over a solid; it starts along them all.
[[nodiscard]] std::vector<Vec> string_over(const Field& solid, const std::vector<Vec>& places, double clear);
/// A cord in soft tissue, as nerves and vessels lie: loosened in some passes, 0.7 mm outside a solid, its
/// flat side to the bone.
struct CordPoint {
  Vec place;
  double half_width, half_thickness;
};
[[nodiscard]] std::vector<Station> course(const Placed& knee, const Field& solid,
                                          const std::vector<CordPoint>& points, int passes = 4);
/// Passes for course(): in the bent knee a cord behind it has slack, and lies in one even curve.
[[nodiscard]] int loosening(const Placed& knee);
/// The same points carried with the bending leg.
[[nodiscard]] std::vector<CordPoint> bend(const Placed& knee, std::vector<CordPoint> points);
/// The nearest place on a cord's middle, where a branch leaves it.
[[nodiscard]] Vec onto(const std::vector<Station>& line, const Vec& p);
/// A twig of even thickness that starts inside a larger cord, runs through places already in their place and
/// ends in a point, or as `end`, in shares of its thickness.
[[nodiscard]] std::vector<Station> twig(const Placed& knee, const Vec& from, const std::vector<Vec>& places,
                                        double radius, double end = 0.4);
[[nodiscard]] Mesh mesh_of(const std::vector<std::vector<Station>>& twigs);
/// Where a place of the extended knee lies, moved on to the femur, or with the tibia on to that, `above` mm
/// off it.
[[nodiscard]] Vec on_thigh(const Vec& p, double above);
[[nodiscard]] Vec on_shin(const Placed& knee, const Vec& p, double above);
/// Several meshes as one.
void append(Mesh& mesh, const Mesh& other);

}  // namespace mend::anatomy

// Building blocks of signed distance functions: negative inside, mm. Distances are exact for the round
// primitives and first-order for lofts, good enough to project on the surface and to skip empty space with a
// margin.
#pragma once
#include <functional>
#include <glm/glm.hpp>
#include <vector>

#include "base/math.h"

namespace mend::anatomy {

using Vec = glm::dvec3;
using Field = std::function<double(const Vec&)>;

/// Polynomial smooth minimum: at most k/4 below min(a, b), and equal to it where they differ by more than k.
[[nodiscard]] inline double smooth_min(double a, double b, double k) {
  const double h = k - math::fabs(a - b);
  return (a < b ? a : b) - (h > 0 ? h * h / (4 * k) : 0);
}
[[nodiscard]] inline double smooth_max(double a, double b, double k) {
  return -smooth_min(-a, -b, k);
}

/// 0 at `from` and before, 1 at `to` and beyond, smooth between; `to` may be below `from`.
[[nodiscard]] inline double smooth_step(double from, double to, double x) {
  const double share = (x - from) / (to - from);
  const double t = share <= 0 ? 0 : share >= 1 ? 1 : share;
  return t * t * (3 - 2 * t);
}
/// max(x, 0) with a corner rounded over about s mm.
[[nodiscard]] inline double ramp(double x, double s) {
  return 0.5 * (x + math::sqrt(x * x + s * s));
}
[[nodiscard]] inline double lerp(double a, double b, double t) {
  return a + (b - a) * t;
}

[[nodiscard]] double sphere(const Vec& p, const Vec& centre, double radius);
[[nodiscard]] double ellipsoid(const Vec& p, const Vec& centre, const Vec& radii);
/// Tapered capsule: hull of two balls.
[[nodiscard]] double capsule(const Vec& p, const Vec& a, const Vec& b, double radius_a, double radius_b);

/// Hull of two circles in the sagittal plane, extruded across with rounded edges and turned about the
/// vertical.
struct Disc {
  double x;                       // centre across, mm
  double half_width, rounding;    // mm
  double turn;                    // degrees; positive brings the front to -X
  double y1, z1, r1, y2, z2, r2;  // the two circles
  double crown = 0;               // mm that the rim lies lower than the middle: the tread is round across
  double crown_back = 0;          // more of it behind, where a condyle is a ball
  double narrow_back = 0,
         narrow_front = 0;      // mm that the outer side (away from x = 0) draws in at either end
  double cosine = 1, sine = 0;  // of turn

  Disc(double centre, double width, double edge, double degrees, const glm::dvec3& back,
       const glm::dvec3& front);
  [[nodiscard]] Vec local(const Vec& p) const;
  /// Half the width on the side of a local point.
  [[nodiscard]] double reach(const Vec& q) const;
  [[nodiscard]] double distance(const Vec& p) const;
};

/// Superellipse sections |x/a|^n + |y/b|^n = 1 with separate front and back depths, joined by cubics in z.
class Loft {
 public:
  struct Section {
    double z, x, y, half_width, front, back, exponent;
    double shear = 0;  // mm of x per mm forward: a front border that lies to one side
  };
  /// Sections from the top down or from the bottom up.
  explicit Loft(std::vector<Section> sections);
  /// Distance to the wall; the ends are open (the first and last sections go on).
  [[nodiscard]] double distance(const Vec& p) const;
  [[nodiscard]] Section at(double z) const;

 private:
  std::vector<Section> sections_;
  std::vector<Section> slopes_;  // per mm; z unused
};

/// Unit gradient, by differences between the corners of a tetrahedron in a cube of half-edge h mm.
[[nodiscard]] Vec gradient(const Field& field, const Vec& p, double h = 0.05);

}  // namespace mend::anatomy

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

/// 0 below `low`, 1 above `high`, smooth between.
[[nodiscard]] inline double smooth_step(double low, double high, double x) {
  const double t = x <= low ? 0 : x >= high ? 1 : (x - low) / (high - low);
  return t * t * (3 - 2 * t);
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
  double cosine = 1, sine = 0;    // of turn

  Disc(double centre, double width, double edge, double degrees, const glm::dvec3& back,
       const glm::dvec3& front);
  [[nodiscard]] Vec local(const Vec& p) const;
  [[nodiscard]] double distance(const Vec& p) const;
};

/// Superellipse sections |x/a|^n + |y/b|^n = 1 with separate front and back depths, joined by cubics in z.
class Loft {
 public:
  struct Section {
    double z, x, y, half_width, front, back, exponent;
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

/// Unit gradient by central differences of step h mm.
[[nodiscard]] Vec gradient(const Field& field, const Vec& p, double h = 0.05);

}  // namespace mend::anatomy

// Proximal tibia; z is height in the knee frame with the knee extended, rim at -29.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

constexpr double kRim = -29;
constexpr double kMiddle = 1.5;  // x of the plateau's centre

const Loft& shaft() {
  static const Loft loft({{-129, 3.6, 7.5, 14.8, 20, 15.5, 1.85, 0.4},
                          {-104, 3.2, 8, 15.6, 20.3, 15.8, 1.85, 0.4},
                          {-84, 3.2, 8, 17.8, 21, 16.8, 1.9, 0.4},
                          {-71, 3.4, 7, 21.2, 21.8, 18.2, 2, 0.36},
                          {-59, 3.1, 5.5, 27.3, 22.3, 20.5, 2.1, 0.28},
                          {-49, 2.2, 3.8, 34.3, 23.2, 24.8, 2.2, 0.14},
                          {-44, 2, 2.8, 37.7, 24.7, 28.2, 2.25, 0.03},
                          {-34, 2.2, 2.5, 36.2, 25, 28.3, 2.3, 0}});
  return loft;
}

double square(double x) {
  return x * x;
}

/// Height of the plateau above the plane z = kRim: 5 degrees of slope to the back, 2 degrees of varus, a
/// medial dish, a lateral bulge that falls away behind.
double plateau_height(double x, double y) {
  const double slope = 0.0875 * (y - 3) + 0.03 * (x - kMiddle);
  const double medial = 1 - square((x + 19.5) / 17) - square((y - 0.5) / 21);
  const double lateral = 1 - square((x - 21.5) / 16) - square((y + 1) / 18);
  const double dish = -2.6 * square(ramp(medial, 0.15)) / (ramp(medial, 0.15) + 0.1);
  const double bulge = 0.7 * ramp(lateral, 0.2);
  const double fall = -3 * smooth_step(-13, -27, y) * smooth_step(6, 13, x);
  return slope + dish + bulge + fall;
}

double bell(double x) {
  return math::exp(-0.5 * x * x);
}

/// mm that the soleal line stands off the back of the shaft: from below the facet for the fibula down to the
/// medial border, a third of the way down the bone (textbook course); its height and width are assumed.
double soleal_line(const Vec& p) {
  if (p.y > 4 || p.z > -50 || p.z < -120) return 0;
  const double line = -61 - 1.55 * (20 - p.x);
  const double beside = 0.54 * (p.z - line);  // along the surface: the line falls by 57 degrees
  const double along = smooth_step(24, 17, p.x) * smooth_step(-14, -8, p.x);
  return 1.5 * bell(beside / 2.4) * along * smooth_step(2, -5, p.y);
}

/// A point as seen from the nearest place of a spine's crest, which runs 7 mm from front to back through the
/// tip and falls off to both ends.
Vec along_crest(const Vec& p, const Spine& spine) {
  const double along = std::clamp(p.y - spine.tip.y, -3.5, 3.5);
  return {p.x, p.y - along, p.z + 0.06 * square(along)};
}

}  // namespace

double tibia(const Vec& p) {
  double bone = shaft().distance(p);
  bone = smooth_min(bone, capsule(p, {12.8, 25.2, -74}, {9.1, 24.4, -138}, 3.8, 3.4), 7);  // anterior crest
  bone = smooth_max(bone, -128 - p.z, kCutEdge);
  bone = smooth_min(bone, ellipsoid(p, {10.9, 23.8, -63}, {8.2, 8.8, 12.5}), 7);  // tuberosity
  bone = smooth_min(bone, ellipsoid(p, {25, 13.5, -42}, {8, 8, 8}), 7);           // Gerdy's tubercle
  bone = smooth_min(bone, ellipsoid(p, {27.5, -14.5, -41.5}, {12, 8.5, 10}), 7);  // shelf over the fibula
  bone = smooth_max(bone, p.z - kRim - plateau_height(p.x, p.y), 8);
  bone =
      smooth_max(bone, -ellipsoid(p, {27, 29, -27}, {14, 9, 9}), 5);  // the outer plateau is shorter in front
  bone = smooth_max(bone, -capsule(p, {0, -31.6, -22}, {0.5, -29.6, -55}, 10.8, 8), 5);  // fossa of the PCL
  // Behind the spines it slopes down to that fossa.
  bone = smooth_max(bone, -capsule(p, {-1.5, -14.5, -19.2}, {-1.5, -31.6, -31}, 9.2, 9.7), 5);
  bone = smooth_max(bone, -ellipsoid(p, {2.5, 25, -24.5}, {10, 8.3, 5.5}), 5);  // anterior intercondylar area
  bone = smooth_min(bone, ellipsoid(p, {kMiddle, -2.3, -31.5}, {12.5, 14, 6.9}), 5);  // eminence
  for (const Spine& spine : kSpines)
    bone =
        smooth_min(bone, capsule(along_crest(p, spine), spine.foot, spine.tip, spine.wide, spine.blunt), 4);
  return bone - soleal_line(p);
}

// The patches are 0.36 and 0.42 of the tibia's width across and 0.54 and 0.48 of it long (means of three real
// knees; 26.7 x 39.8 and 26.1 x 33.6 mm without the slopes of the spines and the rims, fupress ijae 20275).
constexpr double kRound = 5;  // mm over which they turn down the rim behind without a corner (assumed)

double tibia_patch_medial(const Vec& p) {
  const double r = math::sqrt(square((p.x + 20) / 13.8) + square(p.y / 20.3));
  const double height = p.z - (kRim - 8);
  return smooth_min(std::min((1 - r) * 14.5, -5.2 - p.x), height, kRound);
}

double tibia_patch_lateral(const Vec& p) {
  const double r = math::sqrt(square((p.x - 22 - 0.1 * p.y) / 15.55) + square((p.y + 4.3) / 17.6));
  const double height = p.z - (kRim - 8);
  return smooth_min(std::min((1 - r) * 14.5, p.x - 7.4), height, kRound);
}

}  // namespace mend::anatomy

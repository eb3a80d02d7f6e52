// Proximal tibia; z is height in the knee frame with the knee extended, rim at -29.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

constexpr double kRim = -29;
constexpr double kMiddle = 1.5;  // x of the plateau's centre

const Loft& shaft() {
  static const Loft loft({{-129, 5, 6.5, 14.2, 20.5, 15, 1.75},
                          {-104, 4.5, 7, 15.2, 21, 15.3, 1.75},
                          {-84, 4.1, 7, 17.6, 22, 16.3, 1.85},
                          {-71, 3.5, 6, 21.5, 22.7, 18, 2},
                          {-59, 2.7, 4.7, 27.5, 23.2, 20.5, 2.2},
                          {-49, 1.8, 3.2, 34, 23.6, 24.5, 2.35},
                          {-42, 1.5, 2.5, 37.4, 24.5, 28.3, 2.45},
                          {-34, 1.5, 2.5, 37.4, 24.5, 28.3, 2.45}});
  return loft;
}

double square(double x) {
  return x * x;
}

/// Height of the plateau above the plane z = kRim: 5 degrees of slope, a medial dish, a lateral bulge.
double plateau_height(double x, double y) {
  const double slope = 0.0875 * (y - 3);
  const double medial = 1 - square((x + 18.5) / 17) - square((y - 2) / 21);
  const double lateral = 1 - square((x - 21.5) / 16) - square((y + 1) / 18);
  const double dish = medial > 0 ? -2.2 * medial * smooth_step(0, 0.5, medial) : 0;
  const double bulge = lateral > 0 ? 0.7 * lateral : 0;
  const double fall =
      x > 4 ? -3 * smooth_step(-12, -27, -27) * smooth_step(0, 1, (-14 - y) / 12) * smooth_step(4, 12, x) : 0;
  return slope + dish + bulge + fall;
}

}  // namespace

double tibia(const Vec& p) {
  double bone = shaft().distance(p);
  bone = smooth_max(bone, -128 - p.z, 2.5);
  bone = smooth_min(bone, capsule(p, {7.5, 26, -74}, {3.5, 25, -124}, 5, 4), 5);  // anterior crest
  bone = smooth_min(bone, ellipsoid(p, {8.5, 23.5, -64}, {9, 7.5, 15}), 8);       // tuberosity
  bone = smooth_min(bone, ellipsoid(p, {25.5, 15, -42}, {8, 8, 8}), 7);           // Gerdy's tubercle
  bone = smooth_min(bone, ellipsoid(p, {26.5, -18, -42}, {11, 9, 9}), 7);         // shelf over the fibula
  bone = smooth_max(bone, p.z - kRim - plateau_height(p.x, p.y), 8);
  bone =
      smooth_max(bone, -capsule(p, {kMiddle, -32, -23}, {kMiddle, -29, -55}, 9, 8), 4);  // fossa of the PCL
  bone = smooth_max(bone, -ellipsoid(p, {2.5, 25, -26}, {10, 9, 6}), 5);       // anterior intercondylar area
  bone = smooth_min(bone, ellipsoid(p, {kMiddle, 0, -32}, {12, 19, 8.5}), 4);  // eminence and its two spines
  bone = smooth_min(bone, capsule(p, {-5, -1, -31}, {-3.5, -1, -24.5}, 4.4, 2.2), 4);
  bone = smooth_min(bone, capsule(p, {8.5, -3.5, -31}, {7, -3.5, -25.6}, 4.4, 2.2), 4);
  return bone;
}

double tibia_patch_medial(const Vec& p) {
  const Vec q{p.x + 20, p.y, 0};
  const double r = math::sqrt(square(q.x / 13.5) + square(q.y / 19.5));
  const double height = p.z - (kRim - 7);
  return std::min({(1 - r) * 14.5, (-5.2 - p.x), height});
}

double tibia_patch_lateral(const Vec& p) {
  const double r = math::sqrt(square((p.x - 21) / 14) + square((p.y + 3) / 17));
  const double height = p.z - (kRim - 7);
  return std::min({(1 - r) * 14.5, p.x - 8.2, height});
}

}  // namespace mend::anatomy

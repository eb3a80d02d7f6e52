// Patella about its own centre (5, 52, 5) and fibula, both in the frame of the extended knee.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// Half-width at a height over the centre, as a loft of flat sections.
const Loft& outline() {
  static const Loft loft({{-22.5, 0, 0, 1.5, 30, 30, 2},
                          {-21, 0, 0, 3.8, 30, 30, 2},
                          {-16, 0, 0, 9, 30, 30, 2},
                          {-9, 0, 0, 15.5, 30, 30, 2},
                          {-2, 0, 0, 19.8, 30, 30, 2},
                          {6, 0, 0, 20.8, 30, 30, 2},
                          {14, 0, 0, 17, 30, 30, 2},
                          {20, 0, 0, 9, 30, 30, 2},
                          {21.5, 0, 0, 4, 30, 30, 2}});
  return loft;
}

}  // namespace

double patella(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  // The apex lies 3 mm lateral of the middle.
  const double lean = p.z < 0 ? 0.13 * -p.z : 0;
  const double half = outline().at(std::clamp(p.z, -22.5, 21.5)).half_width;
  const double side = (math::fabs(p.x - lean) - half) * 0.8;
  const double front = (p.y - (9.4 - 0.0105 * p.x * p.x - 0.0085 * p.z * p.z)) * 0.93;
  const double ridge = p.x + 2 + 0.19 * p.z;
  const double facet = ridge > 0 ? 0.36 * ridge : -0.52 * ridge;
  double back = -10.2 + math::sqrt(facet * facet + 1) - 1;
  if (p.z < -8) back += 0.62 * (-8 - p.z);
  if (p.z > 13) back += 0.5 * (p.z - 13);
  const double rear = (back - p.y) * 0.88;
  double bone = smooth_max(front, rear, 5);
  bone = smooth_max(bone, side, 6);
  bone = smooth_max(bone, p.z - 20.5, 4);
  return smooth_max(bone, -22 - p.z, 4);
}

double patella_patch(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  const double half = outline().at(std::clamp(p.z, -22.5, 21.5)).half_width;
  const double depth = -1.5 - p.y;  // only the back
  return std::min(
      {half - 1.5 - math::fabs(p.x - (p.z < 0 ? 0.13 * -p.z : 0)), p.z + 11, 15.5 - p.z, depth * 1.5});
}

double fibula(const Vec& p) {
  double bone = ellipsoid(p, {37, -20, -52}, {11, 11.5, 11});
  bone = smooth_min(bone, capsule(p, {36.5, -24, -47}, {35.5, -27.5, -38.5}, 6, 3), 5);
  bone = smooth_min(bone, capsule(p, {38.5, -19, -58}, {38, -17, -136}, 8.5, 5.8), 6);
  return smooth_max(bone, -129 - p.z, 2);
}

}  // namespace mend::anatomy

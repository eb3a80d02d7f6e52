// Patella about its own centre (5, 52, 5) and fibula, both in the frame of the extended knee.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// Half-width at a height over the centre, as a loft of flat sections.
const Loft& outline() {
  static const Loft loft({{-22.5, 0, 0, 1.5, 30, 30, 2},
                          {-21, 0, 0, 3.4, 30, 30, 2},
                          {-16, 0, 0, 8.6, 30, 30, 2},
                          {-9, 0, 0, 14.9, 30, 30, 2},
                          {-2, 0, 0, 19.1, 30, 30, 2},
                          {6, 0, 0, 20.8, 30, 30, 2},
                          {14, 0, 0, 16.8, 30, 30, 2},
                          {19, 0, 0, 10, 30, 30, 2},
                          {21.5, 0, 0, 4.5, 30, 30, 2}});
  return loft;
}

}  // namespace

double patella(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  // The apex lies 4 mm lateral of the middle.
  const double lean = 0.19 * ramp(-p.z, 2);
  const double half = outline().at(std::clamp(p.z, -22.5, 21.5)).half_width;
  const double side = (math::fabs(p.x - lean) - half - 1.2) * 0.85;
  // The front leans back towards the upper pole.
  const double front =
      (p.y - (9.4 - 0.0105 * p.x * p.x - 0.0085 * p.z * p.z - 0.45 * ramp(p.z - 11, 5))) * 0.9;
  const double ridge = p.x + 2 + 0.19 * p.z;
  const double facet = ridge > 0 ? 0.34 * ridge : -0.5 * ridge;
  const double back =
      -10.2 + math::sqrt(facet * facet + 2) - 1.4 + 0.62 * ramp(-9.5 - p.z, 3) + 0.35 * ramp(p.z - 15, 4);
  double bone = smooth_max(front, (back - p.y) * 0.88, 4.5);
  bone = smooth_max(bone, side, 5);
  bone = smooth_max(bone, p.z - 20.3, 5);
  return smooth_max(bone, -20.8 - p.z, 4);
}

double patella_patch(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  const double half = outline().at(std::clamp(p.z, -22.5, 21.5)).half_width;
  const double depth = -0.8 - p.y;  // only the back
  const double side = half - 1.5 - math::fabs(p.x - 0.19 * ramp(-p.z, 2));
  return smooth_min(smooth_min(side, depth * 1.5, 3), std::min(p.z + 11.5, 17 - p.z), 8);
}

namespace {

/// Head, neck and upper shaft of the fibula.
const Loft& fibular_shaft() {
  static const Loft loft({{-131, 36.5, -17, 5.8, 6.2, 6.2, 1.85},
                          {-95, 36.5, -17.8, 6, 6.2, 6.2, 1.85},
                          {-80, 36.3, -18.2, 6.2, 6.3, 6.5, 1.9},
                          {-70, 36.0, -18.4, 7.2, 6.9, 7.2, 1.95},
                          {-62, 35.8, -18.4, 10.2, 8.7, 9, 2},
                          {-55, 35.6, -18.6, 13, 11, 11.4, 2.1},
                          {-48, 35.6, -19.6, 13.8, 11.8, 12.2, 2.2},
                          {-40, 35.0, -21, 12, 11, 11.5, 2.2},
                          {-34, 34.0, -23, 9, 9, 9, 2.1}});
  return loft;
}

}  // namespace

double fibula(const Vec& place) {
  // 10 mm below the tibial rim, clear of the tibia.
  const Vec p = place + Vec{0, 1.5, 4};
  double bone = fibular_shaft().distance(p);
  // The facet for the tibia: up, forward and medial; behind and lateral of it stands the styloid.
  const double facet = glm::dot(p - Vec{33, -17, -43.5}, Vec{-0.33, 0.41, 0.85});
  bone = smooth_max(bone, facet, 3);
  bone = smooth_min(bone, capsule(p, {37, -25.5, -47}, {37, -28.6, -38}, 6.3, 2.2), 4);
  bone = smooth_max(bone, -126 - p.z, 2);
  return bone < 8 ? smooth_max(bone, 0.7 - tibia(place), 2) : bone;
}

}  // namespace mend::anatomy

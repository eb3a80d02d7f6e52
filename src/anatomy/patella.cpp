// Patella about its own centre (5, 52, 5) and fibula, both in the frame of the extended knee.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// Half-width at a height over the centre, as a loft of flat sections: 44 wide, 41 high (anatomy table;
/// heights of the widths read off two real kneecaps, averaged).
const Loft& outline() {
  static const Loft loft({{-22.3, 0, 0, 1.5, 30, 30, 2},
                          {-18, 0, 0, 5.8, 30, 30, 2},
                          {-14, 0, 0, 11.2, 30, 30, 2},
                          {-9, 0, 0, 16.9, 30, 30, 2},
                          {-4, 0, 0, 20.6, 30, 30, 2},
                          {2, 0, 0, 22, 30, 30, 2},
                          {8, 0, 0, 21.3, 30, 30, 2},
                          {13, 0, 0, 18.5, 30, 30, 2},
                          {17, 0, 0, 13, 30, 30, 2},
                          {20.5, 0, 0, 5, 30, 30, 2}});
  return loft;
}

/// mm across from the middle of the outline; the apex lies a little to the outer side.
double across(const Vec& p) {
  return p.x - 1.3 - 0.1 * ramp(-p.z, 2);
}

/// mm inside the outline.
double within(const Vec& p) {
  return outline().at(std::clamp(p.z, -22.3, 20.5)).half_width - math::fabs(across(p));
}

/// Depth of the joint side: a ridge 11 degrees off the long axis (anatomy table 3), a lateral facet that
/// hollows out towards its edge and a shorter, steeper medial one, together about 130 degrees; below, the
/// apex is bare and draws forward.
double joint_side(const Vec& p) {
  const double ridge = p.x + 1.1 + 0.19 * p.z;
  const double lateral = 0.48 * (ridge - ramp(ridge - 15, 4));
  const double medial = -(0.58 + 0.02 * std::clamp(p.z, -9.0, 9.0)) * ridge;
  const double facet = ridge > 0 ? lateral : medial;
  return -11.8 + math::sqrt(facet * facet + 2) - 0.03 * p.z + 0.85 * ramp(-10.5 - p.z, 3);
}

}  // namespace

double patella(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  const double side = (-within(p) - 1.2) * 0.85;
  const double front =
      (p.y - (9.5 - 0.0095 * (p.x + 2) * (p.x + 2) - 0.0115 * (p.z + 0.5) * (p.z + 0.5))) * 0.9;
  // The base slopes forward and down by 20 degrees, under the quadriceps tendon.
  const double base = 0.94 * p.z + 0.35 * p.y - 16.5;
  double bone = smooth_max(front, (joint_side(p) - p.y) * 0.85, 4.5);
  bone = smooth_max(bone, side, 5);
  bone = smooth_max(bone, base, 4);
  return smooth_max(bone, -22.4 - p.z, 4);
}

double patella_patch(const Vec& world) {
  const Vec p = world - kPatellaCentre;
  const double depth = -0.8 - p.y;  // only the back
  const double side = within(p) - 1.5;
  return smooth_min(smooth_min(side, depth * 1.5, 3), std::min(p.z + 12.2, 17 - p.z), 8);
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
  const double facet = glm::dot(p - Vec{33, -17, -44.8}, Vec{-0.33, 0.41, 0.85});
  bone = smooth_max(bone, facet, 3);
  bone = smooth_min(bone, capsule(p, {37, -22.3, -48}, {37, -24.4, -36.2}, 6.2, 1.7), 3);
  bone = smooth_max(bone, -126 - p.z, kCutEdge);
  return bone < 8 ? smooth_max(bone, 0.7 - tibia(place), 2) : bone;
}

}  // namespace mend::anatomy

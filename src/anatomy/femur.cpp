// Distal femur. Section numbers in mm in the knee frame.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

const Loft& shaft() {
  static const Loft loft({{100, 9, 13.5, 15, 15, 15, 2},
                          {75, 6, 12.5, 17, 15.7, 15, 2},
                          {57, 3.6, 11.5, 20.2, 17.3, 15.4, 2.05},
                          {45, 2, 10.5, 22.8, 19.3, 15.3, 2.2},
                          {34, 0.5, 9, 26, 22, 15, 2.25},
                          {24, -0.5, 7.5, 30.5, 24.5, 15, 2.3},
                          {14, -1, 6, 35, 26, 15.5, 2.4},
                          {4, -0.5, 6, 37, 26, 16, 2.5}});
  return loft;
}

// Condyles: circles (y, z, r), back then front.
const Disc& lateral_condyle() {
  static const Disc disc(24.5, 13.6, 8.5, 7, {-4.2, -2, 19.8}, {9, 0.5, 21.2});
  return disc;
}
const Disc& medial_condyle() {
  static const Disc disc(-24.5, 13.8, 8.5, -13, {-6.6, -4, 20.4}, {6, -4.6, 20.8});
  return disc;
}

/// Trochlea: two ridges and the floor of the groove between them.
double trochlea(const Vec& p) {
  static const Disc lateral(16, 8, 7.5, 0, {9, 0.5, 19.0}, {19, 7.5, 22.3});
  static const Disc medial(-13.5, 8, 7.5, 0, {6, -3, 18.5}, {14.5, 4, 20.5});
  static const Disc groove(1.5, 9, 6, 0, {8, 3, 17.5}, {13.5, 5, 19.4});
  return smooth_min(smooth_min(lateral.distance(p), medial.distance(p), 4.5), groove.distance(p), 5);
}

/// Intercondylar notch: a round-topped arch from behind.
double notch(const Vec& p) {
  const double roof = capsule(p, {1, 5.5, -15}, {1, -20, 11}, 9.3, 10.5);
  const double middle = capsule(p, {1, 5, -23}, {1, -30, -4}, 9.5, 11.5);
  const double low = capsule(p, {1, -6, -26}, {1, -34, -20}, 10.5, 12);
  return smooth_min(smooth_min(roof, middle, 2), low, 2);
}

}  // namespace

double femur(const Vec& p) {
  double shell = shaft().distance(p);
  shell = smooth_max(shell, p.z - 99, 2.5);
  shell = smooth_max(shell, -1 - p.z, 6);
  double bone = smooth_min(lateral_condyle().distance(p), medial_condyle().distance(p), 2);
  bone = smooth_min(bone, trochlea(p), 5);
  bone = smooth_min(bone, shell, 9);
  bone = smooth_min(bone, ellipsoid(p, {34.5, -3, 1.5}, {6.5, 11, 11}), 6);  // lateral epicondyle
  bone = smooth_min(bone, ellipsoid(p, {-34.5, -2, 4}, {6.5, 12, 11}), 6);   // medial epicondyle
  bone = smooth_min(bone, sphere(p, {-32.5, -9, 16}, 4), 5);                 // adductor tubercle
  bone = smooth_max(bone, -notch(p), 3);
  bone = smooth_max(bone, -ellipsoid(p, {0, -22, 32}, {22, 15, 22}), 6);              // popliteal surface
  bone = smooth_max(bone, -capsule(p, {41.5, 5, -10}, {38.5, -16, -15}, 3.4, 3), 3);  // popliteal groove
  return bone;
}

double femur_patch(const Vec& p) {
  // Each rounded disc carries cartilage up to part of its edge; the notch and the tops bound it.
  const double lateral = 11.6 - math::fabs(lateral_condyle().local(p).x);
  const double medial = 11.8 - math::fabs(medial_condyle().local(p).x);
  const double front = smooth_step(4, 16, p.y);
  const double across = lerp(-60, std::min(26.5 - p.x, p.x + 23.5), front);
  const double sides = smooth_max(smooth_max(lateral, medial, 3), across, 4);
  const double top_front = lerp(7.5, 14.5, smooth_step(-12, 12, p.x)) - p.z;
  const double top_back = lerp(12, 10, smooth_step(-5, 5, p.x)) - p.z;
  const double top = lerp(top_back, top_front, smooth_step(-6, 8, p.y));
  return smooth_min(smooth_min(sides, top, 5), notch(p) - 1.2, 3);
}

}  // namespace mend::anatomy

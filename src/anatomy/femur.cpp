// Distal femur. Section numbers in mm in the knee frame.
#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

const Loft& shaft() {
  static const Loft loft({{100, 9, 13.5, 15, 15, 15, 2},
                          {75, 6.3, 12.5, 17.4, 15.9, 15.2, 2.15},
                          {57, 4, 11.5, 21, 17.3, 15.6, 2.35},
                          {45, 2.4, 10.5, 23.6, 19, 15.6, 2.45},
                          {34, 0.9, 9, 26.8, 21, 15.3, 2.45},
                          {24, -0.2, 7.5, 31, 22.8, 15.3, 2.4},
                          {14, -0.6, 6, 35.2, 24, 15.5, 2.4},
                          {4, -0.5, 6, 36.5, 24, 16, 2.5}});
  return loft;
}

// Condyles: circles (y, z, r), back then front. Their outer walls draw in at both ends.
const Disc& lateral_condyle() {
  static const Disc disc = [] {
    Disc d(24.5, 13.6, 8.5, 7, {-3, -2, 20.2}, {6, 0.4, 21.7});
    d.crown = 1.6;
    d.crown_back = 2.2;
    d.narrow_back = 2.2;
    d.narrow_front = 3;
    return d;
  }();
  return disc;
}
const Disc& medial_condyle() {
  static const Disc disc = [] {
    Disc d(-24.5, 13.8, 8.5, -13, {-6.6, -4, 20.8}, {7, -4.2, 21.2});
    d.crown = 1.6;
    d.crown_back = 3;
    d.narrow_back = 2.5;
    d.narrow_front = 3;
    return d;
  }();
  return disc;
}

/// Trochlea: two ridges and the floor of the groove between them.
double trochlea(const Vec& p) {
  static const Disc lateral(18, 10, 8.5, 0, {9, 0.5, 19.0}, {18.7, 7.2, 22.3});
  static const Disc medial(-14.5, 9, 8, 0, {6, -3, 18.5}, {14.3, 3.8, 20.5});
  static const Disc groove(-0.6, 13, 7, 0, {4.6, 0.4, 17.2}, {6.4, 8.2, 24.3});
  return smooth_min(smooth_min(lateral.distance(p), medial.distance(p), 4.5), groove.distance(p), 11);
}

/// Intercondylar notch: a round-topped arch from behind.
double notch(const Vec& p) {
  const double roof = capsule(p, {-1.2, -3.8, -15}, {0.3, -25, 9}, 9.5, 10.4);
  const double middle = capsule(p, {0, 5.8, -20}, {0, -31, -5}, 9, 11.8);
  const double low = capsule(p, {0, -6, -26}, {0, -34, -20}, 10.7, 12.6);
  return smooth_min(smooth_min(roof, middle, 3), low, 3);
}

double popliteal_groove(const Vec& p) {
  return capsule(p, {42.5, 6, -9}, {40, -14, -14}, 3.6, 3.2);
}

}  // namespace

double femur(const Vec& p) {
  double bone = smooth_min(lateral_condyle().distance(p), medial_condyle().distance(p), 2);
  bone = smooth_min(bone, trochlea(p), 5);
  constexpr double kBlend = 9;
  if (-1 - p.z - bone < kBlend) {  // else the shaft is too far above to matter
    double shell = shaft().distance(p);
    shell = smooth_max(shell, p.z - 99, kCutEdge);
    shell = smooth_max(shell, -1 - p.z, 6);
    bone = smooth_min(bone, shell, kBlend);
  }
  bone = smooth_min(bone, ellipsoid(p, {34.5, -2, 2}, {6.5, 8.5, 9}), 7);    // lateral epicondyle
  bone = smooth_min(bone, ellipsoid(p, {-34.5, -1, 4}, {6.5, 9.5, 10}), 7);  // medial epicondyle
  bone = smooth_min(bone, sphere(p, {-32, -7, 15}, 3.6), 6);                 // adductor tubercle
  bone = smooth_max(bone, -notch(p), 4.5);
  bone = smooth_max(bone, -ellipsoid(p, {0, -21, 32}, {22, 15, 22}), 6);  // popliteal surface
  bone = smooth_max(bone, -popliteal_groove(p), 4);
  return bone;
}

double femur_patch(const Vec& p) {
  // Each rounded disc carries cartilage up to part of its edge; the notch and the tops bound it.
  const Vec l = lateral_condyle().local(p), m = medial_condyle().local(p);
  // Behind, a condyle's cartilage is widest low down and draws in to a round top.
  const double drawn_in = smooth_step(4, -10, p.y) * smooth_step(-16, 10, p.z);
  const double lateral = lateral_condyle().reach(l) - lerp(1, 2, drawn_in) - math::fabs(l.x);
  const double medial =
      medial_condyle().reach(m) - lerp(0.8, 1.4, drawn_in) - 3.2 * smooth_step(5, -5, m.x) - math::fabs(m.x);
  const double front = smooth_step(2, 18, p.y);
  const double across = lerp(-60, std::min(28.5 - p.x, p.x + 25.5), front);
  const double condyles =
      smooth_max(lateral, medial, 3) - 12 * smooth_step(14, 26, p.y) * smooth_step(-12, 4, p.z);
  const double sides = smooth_max(condyles, across, 9);
  const double top_front = 15 - 0.014 * (p.x - 9) * (p.x - 9) - p.z;
  const double top_back = lerp(12, 11.2, smooth_step(-5, 5, p.x)) - p.z;
  const double top = lerp(top_back, top_front, smooth_step(-6, 8, p.y));
  const double bounded =
      smooth_min(smooth_min(sides, top, lerp(8, 12, smooth_step(0, -12, p.y))), notch(p) - 1.2, 3);
  constexpr double kBeside = 1.5;  // mm from the groove, in the walls of which the edge would bend (assumed)
  return smooth_min(bounded, popliteal_groove(p) - kBeside, 3);
}

}  // namespace mend::anatomy

// Where cartilage goes in osteoarthritis: most at the centre of the load-bearing areas (Cicuttini 2002; Wirth
// 2009: the central subregions lose most); the shares between centre and border, and the grain, are assumed.
#include "anatomy/wear.h"

#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

constexpr double kAtBorder = 0.8;    // of a compartment's loss, far from where it bears (assumed)
constexpr double kAtCentre = 0.6;    // of it, added where it bears (assumed)
constexpr double kUnevenness = 0.3;  // of it, up or down in patches of some mm (assumed)

double bell(double x) {
  return math::exp(-0.5 * x * x);
}

/// Patches 4-9 mm across, -1 to 1.
double patches(const Vec& p) {
  return (math::sin(1.31 * p.x + 0.74 * p.y - 0.4 * p.z) +
          math::sin(0.93 * p.y - 0.85 * p.z + 1.1 * p.x + 2) +
          math::sin(1.22 * p.z + 0.51 * p.x + 0.8 * p.y + 4)) /
         3;
}

/// `bearing`: 1 where the bones bear on each other, 0 far from it.
double left_at(double left, double bearing, const Vec& p) {
  if (left >= 1) return left;
  const double lost = (1 - left) * (kAtBorder + kAtCentre * bearing);
  // A whole layer and bare bone are both smooth.
  const double uneven = kUnevenness * lost * std::max(0.0, 1 - lost) * patches(p);
  return std::clamp(1 - lost - uneven, 0.0, 1.0);
}

double degrees_forward(const Vec& p) {
  return math::atan2(p.y, -p.z) * (180 / math::kPi);
}

}  // namespace

FemurShares femur_shares(const Vec& p) {
  const double lateral = smooth_step(-4, 4, p.x);
  // The trochlea ends where the menisci lie in extension, some 40 degrees in front of the lowest point; the
  // flank medially of it belongs to the condyle up to its top (assumed).
  const double flank = 60 * smooth_step(-15, -22, p.x);
  const double trochlea = smooth_step(36 + flank, 50 + flank, degrees_forward(p));
  return {(1 - lateral) * (1 - trochlea), lateral * (1 - trochlea), trochlea};
}

double femur_left(const Vec& p, const Wear& wear) {
  const FemurShares share = femur_shares(p);
  const double left = share.medial * wear.of(Compartment::medial_femur) +
                      share.lateral * wear.of(Compartment::lateral_femur) +
                      share.trochlea * wear.of(Compartment::trochlea);
  const double angle = degrees_forward(p);
  const double condyle = bell((math::fabs(p.x) - 22) / 8) * bell((angle - 8) / 30);
  const double groove = bell((p.x - 8) / 12) * bell((angle - 70) / 18);
  return left_at(left, std::max(condyle, groove), p);
}

double tibia_left(const Vec& p, const Wear& wear) {
  if (p.x < 1.5) {
    const double bearing = bell((p.x + 20) / 7) * bell((p.y + 1) / 11);
    return left_at(wear.of(Compartment::medial_tibia), bearing, p);
  }
  return left_at(wear.of(Compartment::lateral_tibia), bell((p.x - 21) / 7) * bell((p.y + 3) / 9), p);
}

double patella_left(const Vec& p, const Wear& wear) {
  const Vec q = p - kPatellaCentre;
  return left_at(wear.of(Compartment::patella), bell((q.x - 3) / 10) * bell((q.z - 3) / 8), p);
}

}  // namespace mend::anatomy

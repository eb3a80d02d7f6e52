// Each lip is a fin that stands on the bone along the margin of the cartilage and swells and thins on its
// way. Sites: both rims of the tibial plateau and its spines, the outer margins of both condyles, the notch
// and the trochlea, the poles and sides of the patella (Altman 2007; Nagaosa 2002: at the tibia and the
// medial side most). Shares between the sites are assumed.
#include "anatomy/spurs.h"

#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

constexpr double kFinEdge = 0.36;  // radius of the fin's edge, of the spur's length
constexpr double kThinnest = 1.1;  // mm, that radius at least (assumed)
constexpr double kReach = 14;      // mm from the bone within which a spur is looked for
constexpr double kSmallest = 0.1;  // mm: shorter spurs are none

/// 0.3-1, in knobs 6-20 mm long along a margin.
double swelling(const Vec& p) {
  const double wave = math::sin(0.31 * p.x + 0.27 * p.y + 1) + math::sin(0.29 * p.y - 0.36 * p.z + 0.2 * p.x);
  const double knob = math::sin(0.55 * p.x - 0.62 * p.y + 0.4 * p.z + 2);
  return std::clamp(0.78 + 0.22 * wave + 0.1 * knob, 0.3, 1.0);
}

/// A round-edged fin `length` mm high on a bone, where `beside` (mm along the surface from its line) is 0.
double lip(double bone, double beside, double length) {
  if (length < kSmallest) return 1e3;
  const double radius = std::max(kFinEdge * length, kThinnest), off = std::max(0.0, bone - (length - radius));
  return math::sqrt(off * off + beside * beside) - radius;
}

/// With a wide foot, even along the margin, however the lip swells: else it would run up the bone in ribs.
double joined(double bone, double spur, double height) {
  return smooth_min(bone, spur, 0.9 * height + std::min(0.5, 2 * height));
}

double bell(double x) {
  return math::exp(-0.5 * x * x);
}

double length_of(int kl_grade) {
  return kSpurLength[static_cast<std::size_t>(std::clamp(kl_grade, 0, 4))];
}

}  // namespace

double spurred_femur(const Vec& p, int kl_grade) {
  const double bone = femur(p);
  const double longest = length_of(kl_grade);
  if (longest <= 0 || bone > kReach || p.z > 24) return bone;
  // On the medial condyle most, less on the lateral one and round the trochlea, least in the notch and
  // behind.
  // They keep off the plateau's rim, on which they would strike (assumed).
  const double clear = lerp(0.3, 1, smooth_step(-21, -14, p.z));
  const double medial = clear * smooth_step(-26, -35, p.x) * smooth_step(-26, -10, p.y);
  const double lateral = 0.8 * clear * smooth_step(26, 34, p.x) * smooth_step(-26, -10, p.y);
  const double trochlea = 0.55 * smooth_step(8, 18, p.y) * smooth_step(-14, -4, p.z);
  const double notch = 0.45 * bell(p.x / 10) * smooth_step(6, -4, p.y);
  const double height = longest * std::max({medial, lateral, trochlea, notch, 0.2});
  const double length = height * swelling(p);
  // At the sides they stand on the wall above the joint line, where they jut out (assumed).
  const double up = 3 * std::max(medial, lateral) * smooth_step(14, 4, p.y);
  // On its joint side it runs out to the margin: a cleft there would be too narrow for the mesh.
  const double beside = femur_patch(p) + 0.36 * length + up;
  return joined(bone, lip(bone, beside > 0 ? 0.55 * beside : beside, length), height);
}

double spurred_tibia(const Vec& p, int kl_grade) {
  double bone = tibia(p);
  const double longest = length_of(kl_grade);
  if (longest <= 0 || bone > kReach || p.z < -60) return bone;
  // The rim, under the plateau's edge: it follows the plateau's slope of 5 degrees to the back.
  const double below = p.z - (-34 + 0.0875 * (p.y - 3));
  const double inside = std::max(tibia_patch_medial(p), tibia_patch_lateral(p));
  const double medial = smooth_step(-22, -32, p.x), lateral = 0.85 * smooth_step(24, 32, p.x);
  const double front = lerp(0.5, 0.8, smooth_step(-2, -14, p.x)) * smooth_step(16, 24, p.y);
  const double back = 0.45 * smooth_step(-16, -22, p.y);
  // Under the iliotibial band, just above its foot, they stay low (assumed).
  const double under_band = bell(glm::length(Vec{p.x - 27, p.y - 15, 0}) / 6.5);
  // Where two of them meet, at the corners, neither ends.
  const double rim = 1 - (1 - medial) * (1 - lateral) * (1 - front) * (1 - back);
  const double share = rim * (1 - 0.8 * under_band) * smooth_step(2, 0, inside);
  const double height = longest * share, length = height * swelling(p);
  bone = joined(bone, lip(bone, below > 0 ? 0.6 * below : below, length), height);
  // The spines grow sharp points (Altman 2007): early ones show, later they grow less than the rim (assumed).
  constexpr double kSharp = 1.5;  // mm, radius of a point
  const double peak = 0.6 + 0.25 * longest;
  for (const Spine& spine : kSpines) {
    const Vec point = spine.tip + Vec{0, 0, spine.blunt + peak - kSharp};
    bone = smooth_min(bone, capsule(p, spine.tip, point, spine.blunt, kSharp), 0.8);
  }
  return bone;
}

double spurred_patella(const Vec& p, int kl_grade) {
  const double bone = patella(p);
  const double longest = length_of(kl_grade);
  if (longest <= 0 || bone > kReach) return bone;
  const Vec q = p - kPatellaCentre;
  const double poles = 0.6 * std::max(smooth_step(8, 15, q.z), smooth_step(-6, -11, q.z));
  const double sides = 0.65 * smooth_step(3, 16, math::fabs(q.x));
  // Shorter behind, where they would strike the condyles in deep flexion (assumed).
  const double clear = lerp(0.6, 1, smooth_step(41, 46, p.y));
  const double height = longest * clear * std::max(poles, sides), length = height * swelling(p);
  // Along its greatest outline, a little behind the middle of its sides (assumed).
  return joined(bone, lip(bone, q.y + 1, length), height);
}

}  // namespace mend::anatomy

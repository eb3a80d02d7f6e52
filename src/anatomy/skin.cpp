// The skin as the outside of two things: a limb of published girth, bent with the leg, and what lies within
// it with the skin and fat over it, so that kneecap, tuberosity and tendons show through as relief. Girths:
// over the kneecap 372 +- 23 mm in men and 353 +- 26 in women (Heinz 2003), just above it 401 +- 35 in women
// (Gordon 2014), largest of the calf, below our cut, 372 +- 27 and 350 +- 26 (Heinz 2003). Depths and widths
// to go with them, and what lies between: assumed.
#include "anatomy/skin.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/mesher.h"
#include "anatomy/space.h"

namespace mend::anatomy {
namespace {

// Skin 2 mm, fat beneath it 5-10 in front (anatomy section 7) and less over bone and tendon just under the
// skin.
constexpr double kCover = 4.5, kThinCover = 4;  // mm, at least, skin and fat (assumed)
constexpr double kLeast = 3;                    // mm over whatever stands out
constexpr double kTop = 104.5, kFoot = -132;  // mm, in the frames of femur and tibia: just beyond what is cut
constexpr double kFade = 28;                  // mm from a cut

/// The limb in the extended knee.
const Loft& limb() {
  static const Loft loft({{110, 1, -2, 63.4, 65.4, 75.6, 2},
                          {60, 1, -1, 59.3, 60.3, 66.4, 2},
                          {28, 1.5, 0, 55.2, 55.2, 61.3, 2},
                          {5, 2, 0, 50.1, 51.1, 55.2, 2},
                          {-25, 3, 0, 49.1, 42.9, 56.2, 2},
                          {-58, 4.5, -6, 49.6, 37.8, 56.2, 2},
                          {-95, 5, -15, 54.7, 45, 55.2, 2},
                          {-135, 5, -18, 59.3, 50.1, 58.3, 2}});
  return loft;
}

/// mm beyond the cuts; each cut is the business of its own half of the bent leg.
double beyond_cuts(const Placed& knee, const Vec& p) {
  constexpr double kOverlap = 30;  // mm
  const double half = math::radians(0.5 * knee.flexion);
  const double thighward = p.y * math::sin(half) + p.z * math::cos(half);
  const double above = std::max(p.z - kTop, -thighward - kOverlap),
               below = std::max(kFoot - knee.poses.tibia.to_local(p).z, thighward - kOverlap);
  return std::min(above, below);
}

double bent_limb(const Placed& knee, const Vec& p) {
  constexpr double kFold = 6, kRounding = 26, kEdge = 2, kPressed = 9;  // mm
  const double bent = smooth_step(0, 70, knee.flexion);
  // Round the bent joint only what lies within shapes the skin: behind, where it is pressed, it gives way.
  const auto half = [&](const Vec& q) {
    const double behind = smooth_step(-20, -50, q.y) * smooth_step(95, 20, math::fabs(q.z));
    return limb().distance(q) + kPressed * bent * behind;
  };
  const Vec t = knee.poses.tibia.to_local(p);
  const double under_thigh = lerp(-30, 18, bent) - p.z, over_calf = t.z - lerp(8, -34, bent);
  const auto thigh = [&] {
    return smooth_max(smooth_max(half(p), under_thigh, kRounding), p.z - kTop, kEdge);
  };
  const auto calf = [&] { return smooth_max(smooth_max(half(t), over_calf, kRounding), kFoot - t.z, kEdge); };
  // The half that is certain to be further away has no say, and is not asked.
  if (under_thigh < over_calf) {
    const double near = thigh();
    return over_calf > near + kFold ? near : smooth_min(near, calf(), kFold);
  }
  const double near = calf();
  return under_thigh > near + kFold ? near : smooth_min(thigh(), near, kFold);
}

/// Less fat over the kneecap, its tendon and the tuberosity.
double cover(const Placed& knee, const Vec& p) {
  const Vec top = knee.poses.patella.to_world(kPatellaCentre + Vec{0, 8, 0}),
            low = knee.poses.tibia.to_world(kTuberosity);
  return lerp(kThinCover, kCover, smooth_step(18, 34, std::max(0.0, capsule(p, top, low, 0, 0))));
}

}  // namespace

Mesh build_skin(const Placed& knee, std::span<const Mesh* const> within, int threads) {
  constexpr double kVoxel = 3, kCell = 4.5, kRoom = 24;  // mm
  constexpr int kTouch = 1, kEven = 5;                     // passes
  constexpr double kBlend = 6;                             // mm
  DistanceVolume content(within, kVoxel, threads);
  content.soften(kTouch);
  DistanceVolume even = content;
  even.soften(kEven - kTouch);
  const Field outside = [&](const Vec& p) {
    const double full = smooth_min(bent_limb(knee, p), even.at(p) - cover(knee, p), kBlend);
    return smooth_max(smooth_min(full, content.at(p) - kLeast, 2), beyond_cuts(knee, p), 2);
  };
  Bounds box;
  for (const Mesh* mesh : within) {
    const Bounds b = bounds(*mesh);
    box.low = glm::min(box.low, b.low);
    box.high = glm::max(box.high, b.high);
  }
  Mesh mesh = surface_of(outside, {Vec(box.low) - kRoom, Vec(box.high) + kRoom, kCell, 1.7, false}, threads);
  for (Vertex& v : mesh.vertices)
    v.region = static_cast<float>(smooth_step(-5, -kFade, beyond_cuts(knee, Vec(v.position))));
  return mesh;
}

}  // namespace mend::anatomy

// The bare area is the strip between the margin of the cartilage and the attachment of the synovium (Martel
// 1965); its width, and the size and spacing of the pits, are assumed.
#include "anatomy/erosion.h"

namespace mend::anatomy {

double erosion_share(const Vec& p, double patch) {
  constexpr double kWidth = 6;                    // mm of bare bone
  constexpr double kShallow = 0.25, kDeep = 3.7;  // of the mean: everywhere, and more in a pit
  const double bare = smooth_step(0.8, -0.6, patch) * smooth_step(-kWidth, -0.6 * kWidth, patch);
  if (bare <= 0) return 0;
  const double wave = math::sin(0.9 * p.x + 0.5 * p.y + 0.3 * p.z) +
                      math::sin(0.8 * p.y - 0.7 * p.z + 0.35 * p.x + 2) +
                      math::sin(0.95 * p.z + 0.45 * p.x - 0.6 * p.y + 4);
  return bare * (kShallow + kDeep * smooth_step(0.5, 2.1, wave));
}

}  // namespace mend::anatomy

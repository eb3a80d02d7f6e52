// Pannus, with an autoimmune drive only. x in mm from the margin of the cartilage, t in days.
//   x' = v p^2/(1+p^2) b(t)     v = pannus_speed: 0.2-4 mm/yr, at most 2 sqrt(D r) = 3.7 of the cells of
//                               Macfarlane 2022 (D 8.64e-5 mm2/d, r 0.33-0.03 /d); x(0) = 1 mm, x <= 12 mm
//   b(t) = T/L in a burst, else 0; one burst of L = 10 d in each T = 60 d, when in it keyed by the seed:
//                               erosive only in short bursts, and v is the mean speed
//   bone erosion at the margin = 0.1 x (Macfarlane 2022: bone at a tenth of the rate of cartilage)
// Cartilage under the front is gone; theta_c of the joint is the thickness of what is not yet overgrown.
#include "sim/pannus.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "base/units.h"

namespace mend::sim {
namespace {

constexpr std::uint64_t kWhy = 0x70616e6e;

}  // namespace

Pannus::Pannus(const params::Scenario& scenario)
    : model_(scenario.joint_model),
      seed_(scenario.seed),
      is_rheumatoid_(scenario.joint.autoimmune_drive > 0) {
  if (is_rheumatoid_) front_ = std::min(model_.pannus_start, model_.pannus_reach);
}

double Pannus::burst_days(double day) const {
  const double interval = model_.pannus_burst_interval, length = model_.pannus_burst_length;
  const double whole = std::floor(day / interval);
  const double begins = (interval - length) * uniform({seed_, 0, static_cast<std::uint64_t>(whole), kWhy});
  return whole * length + std::clamp(day - whole * interval - begins, 0.0, length);
}

void Pannus::step(double day, double dt, double synovitis) {
  if (!is_rheumatoid_) return;
  const double in_burst = burst_days(day + dt) - burst_days(day);
  const double active = synovitis * synovitis / (1 + synovitis * synovitis);
  const double speed =
      model_.pannus_speed / kYear * model_.pannus_burst_interval / model_.pannus_burst_length;
  front_ = std::min(model_.pannus_reach, front_ + speed * active * std::max(0.0, in_burst));
}

}  // namespace mend::sim

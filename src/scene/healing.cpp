#include "scene/healing.h"

#include <algorithm>
#include <cmath>

#include "sim/muscle.h"

namespace mend::scene {
namespace {

using params::LigamentInjury;
using params::MuscleInjury;

double step(double from, double to, double x) {
  return glm::smoothstep(from, to, x);
}

/// Clot, granulation and scar where so much of the tissue is blood, and so much of the rest has ripened.
glm::vec3 shares_of(double blood, double ripe, double own) {
  const double foreign = (1 - blood) * (1 - own);
  return {static_cast<float>(blood), static_cast<float>(foreign * (1 - ripe)),
          static_cast<float>(foreign * ripe)};
}

}  // namespace

Healing healing(const sim::LigamentState& state, LigamentInjury injury) {
  if (injury == LigamentInjury::none) return {};
  // Joint fluid dissolves the clot between the ends of a cruciate ligament (Murray): it is gone in days,
  // where that of the collateral lasts for weeks.
  const bool is_in_joint = injury != LigamentInjury::mcl;
  Healing now;
  const double blood = std::clamp(state.inflammation, 0.0, 1.0);
  // New tissue is a bridge with collagen in it. It has closed the gap at a quarter of a normal ligament's
  // (assumed: the full tear of the ACL, which stays apart, has a twentieth of it in a year).
  constexpr double kFull = 0.25;
  now.reach = kClosed * std::min(1.0, state.bridging * (state.collagen1 + state.collagen3) / kFull);
  // What bridges the gap takes the place of the clot (assumed: up to a quarter of its width).
  constexpr double kClot = 0.95;
  now.core = is_in_joint ? kClot * blood * blood : kClot * (1 - 0.25 * now.reach / kClosed);
  now.loose = 1 - step(0.055, 0.14, state.collagen1);
  const double area = state.stress > 1e-6 ? state.load / state.stress : 1;
  now.width = (0.45 + 0.55 * step(0, 0.8, state.bridging)) * std::sqrt(area);
  now.bruise = blood;
  now.swelling = now.bruise;
  now.disorder = std::clamp(1 - state.alignment, 0.0, 1.0);
  // Pink while there is little collagen I, paler the less of it is of the young kind, III.
  const double ripe =
      step(0.1, 0.6, state.collagen1) * (1 - 0.45 * step(0.12, 0.32, state.collagen3_share()));
  // Collagen pales it from the day that it closes the gap, and more as it bears (shares assumed).
  const double own = 0.65 * std::max(step(0.05, 0.5, state.stress), 0.7 * now.reach / kClosed);
  now.shares = shares_of(step(0.15, 0.95, state.inflammation), ripe, own);
  return now;
}

Healing healing(const sim::MuscleState& state, const params::MuscleModel& model, MuscleInjury injury) {
  const double injured = sim::injured_share(model, injury), lost = sim::unscaffolded_share(model, injury);
  if (injured <= 0) return {};
  const double dead = std::clamp(state.necrosis, 0.0, 1.0), filled = std::clamp(state.fill, 0.0, 1.0);
  const double scarred = lost * step(0, 0.35, filled);  // scar ripens as fibres come back round it
  Healing now;
  now.core = 0.75;
  now.scar = lost > 0 ? step(0.35, 0.95, filled) : 0;
  now.reach = kClosed * std::min(1.0, filled + scarred);
  now.loose = 1 - step(0.05, 0.35, filled);
  now.width = 0.6 + 0.35 * std::sqrt(std::clamp(filled + lost, 0.0, 1.0));
  // Blood tracks between the fibres, and fades after what it came from is cleared.
  now.bruise = std::clamp(0.75 * dead + 0.25 * (1 - filled), 0.0, 1.0) * (1 - step(0.75, 1, filled + lost));
  now.swelling = std::clamp(state.m1 + state.m2 + state.neutrophils + dead, 0.0, 1.0);
  now.disorder = 0.6 * (1 - filled);
  const double collagen = std::clamp(lost + 0.2 * state.excess_collagen / injured, 0.0, 1.0);
  // The haematoma is organised from its border as the gap fills, over two to three weeks (Jarvinen 2005; the
  // course in between is assumed).
  const double blood = glm::mix(0.65, 1.0, dead) * (1 - step(0, 0.5, filled));
  now.shares = shares_of(blood, collagen * step(0.1, 0.6, filled), step(0, 0.65, filled) * (1 - lost));
  return now;
}

// All assumed: a few mm in a ligament that a strap of tissue holds in place, more where nothing does, little
// where one bundle holds the other's ends or the knee is kept bent so that they meet (Cross brace).
double first_gap(LigamentInjury injury) {
  switch (injury) {
    case LigamentInjury::none:
      return 0;
    case LigamentInjury::mcl:
      return 6;
    case LigamentInjury::acl_partial:
      return 4;
    case LigamentInjury::acl:
      return 9;
    case LigamentInjury::acl_braced:
      return 3;
  }
  return 0;
}

// Assumed: fibres of a few fascicles draw back by about a centimetre, a whole muscle by two and more; oedema
// alone (grade I) and poisoned fibres, whose sleeves stay whole, leave no gap.
double first_gap(MuscleInjury injury) {
  switch (injury) {
    case MuscleInjury::none:
    case MuscleInjury::grade1:
    case MuscleInjury::toxin:
      return 0;
    case MuscleInjury::grade2:
      return 11;
    case MuscleInjury::grade3:
      return 20;
  }
  return 0;
}

double gap(double first, const Healing& healing) {
  return first * std::max(0.0, 1 - 2 * healing.reach);
}

}  // namespace mend::scene

// Grades (Seddon / Sunderland) and what surgery makes of them; x in mm from the lesion:
//   I   neurapraxia   no axon is cut
//   II  crush         every tube stands: v0 = 3 mm/d, own tube 1
//   III endoneurial   torn tubes: v0 = 2, own tube 1/2, another of the same fascicle 1/2
//   IV  perineurial   scar, V cut through: nothing crosses (p_cross = 0) without repair
//   IV, V repaired    v0 = 2; own tube .3, same fascicle .4, another fascicle .2, none .1;
//                     p_cross = e^(-gap/7 cm): each axon gets at most a distance drawn from Exp(7 cm) across
//   suture, conduit   the gap is open, [0, gap]; nothing crosses more than 3 cm
//   graft             two joins are open, [0, j] and [gap-j, gap], j = 1 mm; tubes between them
// Surgery is for grades IV and V only. Cells (D of those given, full effect from D1; assumed linear below):
//   share = min(1, D/D1); factor on h, speed in the gap, share of own tubes and limit of a conduit go from
//   without to the lens value by that share.
#include "sim/nerve_route.h"

#include <algorithm>

namespace mend::sim {
namespace {

using params::NerveInjuryKind;
using params::NerveRepair;

bool is_divided(NerveInjuryKind injury) {
  return injury == NerveInjuryKind::perineurial || injury == NerveInjuryKind::cut;
}

/// Grade II stands, III is torn but in place.
Route route_in_continuity(const params::NerveModel& model, NerveInjuryKind injury, double length) {
  Route route{.length = length, .speed = model.speed};
  if (injury == NerveInjuryKind::endoneurial) {
    route.speed = model.torn_speed;
    route.tubes = {.own = model.torn_own_tube, .same_fascicle = 1 - model.torn_own_tube};
  }
  return route;
}

}  // namespace

const Opening* Route::opening_at(double x) const {
  for (const Opening& opening : openings) {
    if (x >= opening.from && x < opening.to) return &opening;
  }
  return nullptr;
}

double Route::tube_end(double x) const {
  for (const Opening& opening : openings) {
    if (x < opening.from && opening.from < opening.to) return opening.from;
  }
  return length;
}

bool is_repaired(const params::Nerve& nerve) {
  return is_divided(nerve.injury) && nerve.repair != NerveRepair::none;
}

Route route_of(const params::Scenario& scenario, bool repaired) {
  const params::Nerve& nerve = scenario.nerve;
  const params::NerveModel& model = scenario.nerve_model;
  Route route = route_in_continuity(model, nerve.injury, nerve.target_distance);
  if (!is_divided(nerve.injury)) return route;
  route.speed = model.torn_speed;
  const bool is_apart = repaired || nerve.injury == NerveInjuryKind::cut;  // a scar is cut out first
  route.gap = is_apart ? std::min(nerve.gap, route.length) : 0;
  route.is_cut_off = !repaired;
  if (!repaired) return route;
  route.is_sewn = true;
  const double all = model.sewn_own_tube + model.sewn_same_fascicle + model.sewn_no_tube;
  const double most = std::max(1.0, all);  // shares of one axon, whatever the three numbers say
  route.tubes = {.own = model.sewn_own_tube / most,
                 .same_fascicle = model.sewn_same_fascicle / most,
                 .other_fascicle = std::max(0.0, 1 - all)};
  route.has_graft = nerve.repair == NerveRepair::graft;
  route.is_limited = !route.has_graft;
  const double join = route.has_graft ? std::min(model.coaptation, 0.5 * route.gap) : route.gap;
  route.openings[0] = {0, join};
  if (route.has_graft) route.openings[1] = {route.gap - join, route.gap};
  return route;
}

Support support_by(double cells, const params::Scenario& scenario) {
  const params::NerveModel& model = scenario.nerve_model;
  const params::Assumptions& lens = scenario.assumptions();
  const double share = std::min(1.0, cells / model.cell_full_dose);
  return {.growth = 1 + (lens.nerve_growth_factor - 1) * share,
          .gap_speed = 1 + (lens.gap_speed - 1) * share,
          .own_tube = lens.own_tube_gain * share,
          .conduit_limit = model.conduit_limit + (lens.conduit_limit - model.conduit_limit) * share};
}

TubeShares guided(const TubeShares& shares, double more_own) {
  const double others = shares.same_fascicle + shares.other_fascicle;
  if (others <= 0) return shares;
  const double taken = std::min(more_own, others) / others;
  return {.own = shares.own + taken * others,
          .same_fascicle = shares.same_fascicle * (1 - taken),
          .other_fascicle = shares.other_fascicle * (1 - taken)};
}

}  // namespace mend::sim

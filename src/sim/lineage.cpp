// Lineage (muscle-ligament-evidence.md section 3). Days.
//   S' = (2p - 1) v S, D' = 2(1 - p) v S - d D, p = pm/(1 + (g D)^n)      two stages (Lander 2009)
//   settles at D = ((2 pm - 1)^(1/n))/g, whatever S(0), v and d
//   critical clones: each stem cell divides at v, into two with chance r, into none with chance r; a clone
//   survives to t with 1/(1 + r v t)
//   injected cells: the cells of a site that are not yet tissue turn to fate k with its hazard (fate.cpp),
//   and all together saturate at F_most = share * injected cells: F' = (sum of flows)(1 - F/F_most). share is
//   the lens's: 2 % under Trials. In muscle only some fuse: times muscle_fusion.
#include "sim/lineage.h"

#include <algorithm>

#include "base/math.h"
#include "base/random.h"
#include "sim/donor.h"

namespace mend::sim {
namespace {

enum Use : std::uint64_t { kWaits = 0x636c6f6e, kDivides };

constexpr double kLongestNicheStep = 0.25;  // days

struct NicheRates {
  double stem, progeny;
};

NicheRates niche_rates(const params::CellModel& model, double stem, double progeny) {
  const double held = math::pow(model.feedback_gain * progeny, model.feedback_steepness);
  const double renewal = model.renewal_maximum / (1 + held);
  const double divided = model.division_rate * stem;
  return {(2 * renewal - 1) * divided, 2 * (1 - renewal) * divided - model.progeny_loss * progeny};
}

int clone_size(const params::CellModel& model, std::uint64_t clone, double days, std::uint64_t seed) {
  int stem = 1;
  double day = 0;
  for (std::uint64_t division = 0; stem > 0; ++division) {
    const double wait = uniform({.seed = seed, .who = clone, .when = division, .why = kWaits});
    const double rate = 2 * model.clone_symmetry * model.division_rate * stem;  // of divisions that count
    day -= math::log(1 - wait) / rate;
    if (day > days) break;
    stem += uniform({.seed = seed, .who = clone, .when = division, .why = kDivides}) < 0.5 ? 1 : -1;
  }
  return stem;
}

}  // namespace

std::vector<int> clone_sizes(const params::CellModel& model, std::size_t clones, double days,
                             std::uint64_t seed) {
  std::vector<int> sizes(clones);
  for (std::size_t i = 0; i < clones; ++i) sizes[i] = clone_size(model, i, days, seed);
  return sizes;
}

Lineage::Lineage(const params::Scenario& scenario)
    : model_(scenario.cell_model),
      patient_age_(scenario.patient.age),
      largest_share_(scenario.assumptions().visible_differentiation),
      stem_(model_.niche_start) {}

void Lineage::treat(const params::Event& event) {
  if (event.kind != params::EventKind::cells) return;
  injected_ += event.dose;
  doublings_left_ = doublings_left(model_, event, patient_age_);
  telomere_ = telomere_length(model_, culture_doublings(model_, event, patient_age_));
}

void Lineage::step(double dt, const std::array<SiteCells, kSites>& sites) {
  step_niche(dt);
  const double most = largest_share_ * injected_;
  if (most <= 0) return;
  // Cells a day to each fate at each site.
  std::array<std::array<double, kFates>, kSites> flows{};
  double total = 0, differentiated = 0;
  for (std::size_t site = 0; site < kSites; ++site) {
    const double open = std::max(0.0, sites[site].alive - settled_[site]);
    differentiated += settled_[site];
    if (open <= 0) continue;
    for (std::size_t fate = 0; fate < kFates; ++fate) {
      flows[site][fate] = open * hazard(model_, static_cast<Fate>(fate), sites[site].cues);
      if (static_cast<Fate>(fate) == Fate::muscle) flows[site][fate] *= model_.muscle_fusion;
      total += flows[site][fate];
    }
  }
  if (total <= 0) return;
  // Exact for steady flows: no step can pass the most.
  const double turned = std::max(0.0, most - differentiated) * (1 - math::exp(-total * dt / most));
  for (std::size_t site = 0; site < kSites; ++site) {
    for (std::size_t fate = 0; fate < kFates; ++fate) {
      const double cells = turned * flows[site][fate] / total;
      settled_[site] += cells;
      fates_[fate] += cells;
    }
  }
}

void Lineage::step_niche(double dt) {
  const auto steps = static_cast<int>(dt / kLongestNicheStep + (1 - 1e-9));
  const double h = dt / std::max(1, steps);
  for (int i = 0; i < std::max(1, steps); ++i) {
    const NicheRates first = niche_rates(model_, stem_, progeny_);
    const double stem = std::max(0.0, stem_ + 0.5 * h * first.stem);
    const double progeny = std::max(0.0, progeny_ + 0.5 * h * first.progeny);
    const NicheRates middle = niche_rates(model_, stem, progeny);
    stem_ = std::max(0.0, stem_ + h * middle.stem);
    progeny_ = std::max(0.0, progeny_ + h * middle.progeny);
  }
}

LineageState Lineage::state() const {
  LineageState state{.stem = stem_,
                     .progeny = progeny_,
                     .doublings_left = doublings_left_,
                     .telomere = telomere_,
                     .fates = fates_};
  for (const double cells : fates_) state.differentiated += cells;
  return state;
}

}  // namespace mend::sim

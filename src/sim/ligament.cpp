// Ligament (muscle-ligament-evidence.md section 7.3), days; everything of a normal ligament. sc scaffold: MCL
// 1, partial ACL 0.4, full ACL 0.1, braced ACL 0.5; e = eps P.
//   I' = -I/10, br' = (sc - br)/12                            inflammation, bridging
//   B' = 0.30 I br (6 - B) - (B - 1)/45                       fibroblasts
//   C3' = 0.0125 B br (0.15 + 0.85 I)(1 + 0.2 e) - 0.014 C3   collagen III
//   C1' = 0.015 B br (1 - 0.3 I)(1 + 0.4 e)(0.6 + 0.7 load) max(0, 1 - C1/0.85)   collagen I
//   Lo = load exp(-(max(0, load - 0.7)/0.3)^2)                what load does for order
//   a' = (0.45 + 0.92 Lo)(0.75 - a) br/42                     alignment
//   x' = (0.58 - x) br/56                                     cross-links
//   stress = (C1 + 0.5 C3) a x; area = 1 + 0.9 sc (1 - e^(-t/25)); ultimate load = stress area
//   stiffness shown = br (1 - e^(-t/35))
//   I = 1, br = 0, B = 1, C3 = 0.01, C1 = 0.05, a = 0.25, x = 0.42 at first
#include "sim/ligament.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

double scaffold(const params::LigamentModel& model, params::LigamentInjury injury) {
  switch (injury) {
    case params::LigamentInjury::none:
      return 0;
    case params::LigamentInjury::mcl:
      return model.scaffold_mcl;
    case params::LigamentInjury::acl_partial:
      return model.scaffold_acl_partial;
    case params::LigamentInjury::acl:
      return model.scaffold_acl;
    case params::LigamentInjury::acl_braced:
      return model.scaffold_acl_braced;
  }
  return 0;
}

double lined_load(const params::LigamentModel& model, double load) {
  const double over = std::max(0.0, load - model.overload_from) / model.overload_width;
  return load * math::exp(-over * over);
}

}  // namespace

Ligament::Tissue Ligament::clot(const params::LigamentModel& model) {
  return {.inflammation = 1,
          .fibroblasts = 1,
          .collagen3 = model.start_collagen3,
          .collagen1 = model.start_collagen1,
          .alignment = model.start_alignment,
          .cross_links = model.start_cross_links};
}

Ligament::Ligament(const params::Scenario& scenario, double step)
    : cells_(scenario.cell_model),
      model_(scenario.ligament_model),
      is_torn_(scenario.ligament.injury != params::LigamentInjury::none),
      scaffold_(scaffold(model_, scenario.ligament.injury)),
      load_(scenario.ligament.load),
      lined_load_(lined_load(model_, load_)),
      effect_(scenario.assumptions().tissue_effect),
      run_(clot(model_), Pool(cells_, scenario.patient.age), 1, step) {}

void Ligament::treat(const params::Event& event) {
  if (event.kind == params::EventKind::cells && event.site == params::Site::ligament) run_.inject(event);
}

void Ligament::step(double dt) {
  run_.advance(dt, [this](const Tissue& at, double signal) { return rates(at, signal); });
}

Ligament::Tissue Ligament::rates(const Tissue& at, double signal) const {
  Tissue rate;
  if (!is_torn_) return rate;
  const double e = effect_ * signal, i = at.inflammation;
  const double builders = at.fibroblasts * at.bridging;
  rate.inflammation = -i / model_.inflammation_time;
  rate.bridging = (scaffold_ - at.bridging) / model_.bridging_time;
  rate.fibroblasts = model_.fibroblast_rate * i * at.bridging * (model_.fibroblast_maximum - at.fibroblasts) -
                     (at.fibroblasts - 1) / model_.fibroblast_time;
  rate.collagen3 = model_.collagen3_rate * builders *
                       (model_.collagen3_base + model_.collagen3_inflammation * i) *
                       (1 + model_.collagen3_by_cells * e) -
                   model_.collagen3_loss * at.collagen3;
  rate.collagen1 = model_.collagen1_rate * builders * (1 - model_.collagen1_inflammation * i) *
                   (1 + model_.collagen1_by_cells * e) *
                   (model_.collagen1_base + model_.collagen1_load * load_) *
                   std::max(0.0, 1 - at.collagen1 / model_.collagen1_maximum);
  rate.alignment = (model_.alignment_base + model_.alignment_load * lined_load_) *
                   (model_.alignment_maximum - at.alignment) * at.bridging / model_.alignment_time;
  rate.cross_links = (model_.cross_link_maximum - at.cross_links) * at.bridging / model_.cross_link_time;
  return rate;
}

LigamentState Ligament::state() const {
  LigamentState state;
  state.cells = run_.cells().state();
  if (!is_torn_) return state;
  const Tissue now = run_.now();
  const double t = run_.today();
  state.inflammation = now.inflammation;
  state.bridging = now.bridging;
  state.fibroblasts = now.fibroblasts;
  state.collagen1 = now.collagen1;
  state.collagen3 = now.collagen3;
  state.alignment = now.alignment;
  state.cross_links = now.cross_links;
  state.stress =
      (now.collagen1 + model_.collagen3_strength * now.collagen3) * now.alignment * now.cross_links;
  state.load = state.stress * (1 + model_.swelling * scaffold_ * (1 - math::exp(-t / model_.swelling_time)));
  state.stiffness = now.bridging * (1 - math::exp(-t / model_.stiffness_time));
  return state;
}

Cues Ligament::cues() const {
  const double bridging = is_torn_ ? run_.now().bridging : 1;
  return {.strain = cells_.full_load_strain * load_ * bridging,
          .inflammation = is_torn_ ? run_.now().inflammation : 0,
          .stiffness = cells_.ligament_stiffness};
}

}  // namespace mend::sim

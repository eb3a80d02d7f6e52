// Fates (muscle-ligament-evidence.md section 3, Hill rule; all constants assumed). Per day.
//   k = kmax c^n/(K^n + c^n) 1/(1 + (i/Ki)^2) exp(-(ln(E/E_fate))^2/(2 0.6^2))
//   fate            kmax  cue c, K, n                   inhibitor i, Ki         E_fate, kPa
//   cartilage       0.10  TGF-b, 3 ng/ml, 2             TNF and IL-1, 0.5       25
//   ligament        0.12  strain, 4 %, 2                TNF, 0.5                40
//   bone            0.08  BMP, 50 ng/ml, 2              none                    35
//   muscle          0.55  M2 signal, 0.35, 1            TGF-b that scars, 1     11   satellite cells
//   Schwann-like    0.03  GGF, 0.5, 2                   TNF, 0.5                1
// To a neuron: never; that is contested and not modelled.
// Each place is as stiff as its own tissue (assumed).
#include "sim/fate.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

/// One row of the table, and the cues it hears.
struct Rule {
  double fastest;
  double cue, half, steepness;
  double inhibitor, inhibitor_half;
  double stiffness;
};

Rule rule(const params::CellModel& model, Fate fate, const Cues& cues) {
  const double n = model.cue_steepness;
  switch (fate) {
    case Fate::cartilage:
      return {model.cartilage_rate,     cues.tgf_b,
              model.cartilage_tgf,      n,
              cues.inflammation,        model.cartilage_inflammation,
              model.cartilage_stiffness};
    case Fate::ligament:
      return {model.ligament_rate,     cues.strain,
              model.ligament_strain,   n,
              cues.inflammation,       model.ligament_inflammation,
              model.ligament_stiffness};
    case Fate::bone:
      return {model.bone_rate, cues.bmp, model.bone_bmp, n, 0, 1, model.bone_stiffness};
    case Fate::muscle:
      return {model.muscle_rate, cues.late_macrophages, model.muscle_m2,       model.muscle_cue_steepness,
              cues.fibrosis,     model.muscle_fibrosis, model.muscle_stiffness};
    case Fate::schwann:
      break;
  }
  return {model.schwann_rate, cues.growth_factor,         model.schwann_factor,   n,
          cues.inflammation,  model.schwann_inflammation, model.schwann_stiffness};
}

}  // namespace

double hazard(const params::CellModel& model, Fate fate, const Cues& cues) {
  const Rule at = rule(model, fate, cues);
  if (at.cue <= 0) return 0;
  const double cue = math::pow(at.cue / at.half, at.steepness);
  const double inhibition = at.inhibitor / at.inhibitor_half;
  const double distance = math::log(cues.stiffness / at.stiffness) / model.stiffness_width;
  return at.fastest * cue / (1 + cue) / (1 + inhibition * inhibition) * math::exp(-0.5 * distance * distance);
}

Cues joint_cues(const params::CellModel& model, double synovitis) {
  return {.tgf_b = model.joint_tgf,
          .inflammation = std::min(1.0, synovitis),
          .stiffness = model.cartilage_stiffness};
}

Cues nerve_cues(const params::CellModel& model, double growth_factor, double debris) {
  return {.growth_factor = std::min(1.0, growth_factor),
          .inflammation = std::min(1.0, debris),
          .stiffness = model.schwann_stiffness};
}

}  // namespace mend::sim

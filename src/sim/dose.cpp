// Dose (muscle-ligament-evidence.md section 4).
//   u(D) = D/(ED50 + D) 1/(1 + (D/Di)^2)     muscle and ligament; D in cells, ED50 1e7, Di 1.5e8 (assumed)
//   s(D) = Ny/(Ny + Nh), Ny = D peak         the joint's cells at their most (joint.cpp), of cartilage.md
//   peak = attach/(leave - death) (e^(-death t) - e^(-leave t)) at t = ln(leave/death)/(leave - death)
// Trials show no slope of effect with dose, so the band of u reaches down to no effect.
#include "sim/dose.h"

#include "base/math.h"
#include "sim/joint.h"

namespace mend::sim {

double dose_effect(const params::CellModel& model, double dose) {
  const double excess = dose / model.inhibiting_dose;
  return dose / (model.half_dose + dose) / (1 + excess * excess);
}

DoseResponse dose_response(const params::CellModel& model, double dose) {
  const double effect = dose_effect(model, dose);
  return {.low = 0, .effect = effect, .high = effect};
}

DoseResponse rising_dose_response(const params::JointModel& model, double dose) {
  const double leave = model.attach_rate + model.clear_rate, gap = leave - model.death_rate;
  const double peak = math::fabs(gap) > 1e-9 ? math::log(leave / model.death_rate) / gap : 1 / leave;
  InjectedCells cells{.suspended = dose};
  cells.advance(model, 0, peak);
  const double effect = cells.attached / (cells.attached + model.half_effect_cells);
  return {.low = effect, .effect = effect, .high = effect};
}

std::string_view dose_label(params::Lens lens) {
  return lens == params::Lens::trials ? "illustrative; trials show no clear dose effect"
                                      : "laboratory idea; trials show no slope";
}

}  // namespace mend::sim

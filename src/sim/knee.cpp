// Order within a step: the joint (with the lesion as it was), then the lesion (with the joint as it is).
//   S gains counted engrafted cells/(lesion area d C*), spread over the depth with the seed profile
//   MSC in the lesion = mean S C* area d
#include "sim/knee.h"

#include "base/math.h"

namespace mend::sim {

Knee::Knee(const params::Scenario& scenario, const Geometry& geometry, Fidelity fidelity, int threads)
    : scenario_(scenario), joint_(scenario), wear_(native_wear(scenario)) {
  const double diameter = scenario.lesion.diameter, depth = geometry.lesion_depth;
  if (diameter <= 0) return;
  if (fidelity == Fidelity::column)
    lesion_.emplace(DefectColumn(scenario.defect_model, depth));
  else
    lesion_.emplace(DefectPatch(scenario.defect_model, diameter, depth, scenario.seed, threads));
  area_ = math::kPi / 4 * diameter * diameter;
  crowd_ = scenario.defect_model.crowding * area_ * depth;
}

void Knee::treat(const params::Event& event) {
  if (!is_for_joint(event)) return;
  last_treatment_ = joint_.day();
  joint_.treat(event);
  if (!lesion_) return;
  const params::DefectModel& model = scenario_.defect_model;
  const CellOrigin origin = origin_of(scenario_, event);
  const auto give = [&](auto& lesion) {
    // A dose in a carrier lies on the floor; implant_seed is the density of 1e6 cells/cm2 there.
    const double layer = model.implant_seed * event.dose / (area_ * 1e4) * lesion.floor_share();
    switch (event.kind) {
      case params::EventKind::implant:
        lesion.add_stem_cells(layer, origin);
        break;
      case params::EventKind::chondrocytes:
        lesion.add_chondrocytes(layer, origin);
        break;
      case params::EventKind::microfracture:
        lesion.add_stem_cells(model.microfracture_seed * lesion.floor_share(), origin);
        break;
      case params::EventKind::saline:
      case params::EventKind::cells:
      case params::EventKind::steroid:
        break;
    }
  };
  std::visit(give, *lesion_);
}

LesionInput Knee::lesion_input() const {
  if (!lesion_) return {};
  const auto read = [&](const auto& lesion) {
    return LesionInput{.stem_cells = lesion.mean_stem() * crowd_, .fill = lesion.fill()};
  };
  return std::visit(read, *lesion_);
}

void Knee::step(double dt) {
  joint_.step(dt, lesion_input());
  if (!lesion_) return;
  behind_ += dt;
  const double since = joint_.day() - last_treatment_;
  const double stride = since <= 30 ? 1 : since <= 60 ? 2 : 4;
  if (behind_ > (stride - 0.5) * dt) step_lesion();
}

void Knee::catch_up() {
  if (behind_ > 0) step_lesion();
}

void Knee::step_lesion() {
  const double gain = (joint_.counted_engrafted() - entered_) / crowd_;
  const DefectConditions conditions =
      conditions_in_joint(scenario_.defect_model, joint_.synovitis(), scenario_.patient.age, wear_);
  const auto step = [&](auto& lesion) {
    lesion.add_stem_cells(gain, joint_.injected_origin());
    lesion.step(behind_, conditions);
  };
  std::visit(step, *lesion_);
  entered_ = joint_.counted_engrafted();
  behind_ = 0;
}

DefectState Knee::defect() const {
  if (!lesion_) return {};
  return std::visit([](const auto& lesion) { return lesion.state(); }, *lesion_);
}

std::shared_ptr<const PatchFrame> Knee::patch() const {
  const auto* patch = lesion_ ? std::get_if<DefectPatch>(&*lesion_) : nullptr;
  return patch ? patch->frame(joint_.day()) : nullptr;
}

}  // namespace mend::sim

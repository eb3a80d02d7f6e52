// Order within a step: joint (with the lesion as it was), column (with the joint as it is), nerve, then pain
// from both. The nerve needs nothing from the joint, so the two run side by side between keyframes.
//   S gains counted engrafted cells/(lesion area d C*), spread over the depth with the seed profile
//   MSC in the lesion = mean S C* area d
#include "sim/simulate.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/math.h"
#include "base/parallel.h"
#include "sim/defect.h"
#include "sim/joint.h"
#include "sim/nerve.h"
#include "sim/pain.h"

namespace mend::sim {
namespace {

/// The joint and, if there is a lesion, its column.
class Knee {
 public:
  Knee(const params::Scenario& scenario, const Geometry& geometry)
      : scenario_(scenario), joint_(scenario), wear_(native_wear(scenario)) {
    if (scenario.lesion.diameter <= 0) return;
    column_.emplace(scenario.defect_model, geometry.lesion_depth);
    area_ = math::kPi / 4 * scenario.lesion.diameter * scenario.lesion.diameter;
    crowd_ = scenario.defect_model.crowding * area_ * geometry.lesion_depth;
  }

  [[nodiscard]] const Joint& joint() const { return joint_; }
  [[nodiscard]] DefectState defect() const { return column_ ? column_->state() : DefectState{}; }

  void treat(const params::Event& event) {
    last_treatment_ = joint_.day();
    joint_.treat(event);
    if (!column_) return;
    const params::DefectModel& model = scenario_.defect_model;
    // A dose in a carrier lies on the floor; implant_seed is the density of 1e6 cells/cm2 there.
    const double layer = model.implant_seed * event.dose / (area_ * 1e4) * column_->floor_share();
    switch (event.kind) {
      case params::EventKind::implant:
        column_->add_stem_cells(layer, {model.implant_loss, kHyalineStem});
        break;
      case params::EventKind::chondrocytes:
        column_->add_chondrocytes(layer, {model.implant_loss, kHyalineChondrocytes});
        break;
      case params::EventKind::microfracture:
        column_->add_stem_cells(model.microfracture_seed * column_->floor_share(),
                                {model.microfracture_loss, kHyalineMicrofracture});
        break;
      case params::EventKind::saline:
      case params::EventKind::cells:
      case params::EventKind::steroid:
        break;
    }
  }

  void step(double dt) {
    LesionInput lesion;
    if (column_) lesion = {.stem_cells = column_->mean_stem() * crowd_, .fill = column_->fill()};
    joint_.step(dt, lesion);
    if (!column_) return;
    behind_ += dt;
    const double since = joint_.day() - last_treatment_;
    const double stride = since <= 30 ? 1 : since <= 60 ? 2 : 4;
    if (behind_ > (stride - 0.5) * dt) step_column();
  }

  /// Brings the column to the joint's day, so that a keyframe or a treatment finds both there.
  void catch_up() {
    if (behind_ > 0) step_column();
  }

 private:
  void step_column() {
    column_->add_stem_cells((joint_.counted_engrafted() - entered_) / crowd_,
                            {scenario_.assumptions().lesion_cell_loss, kHyalineStem});
    entered_ = joint_.counted_engrafted();
    column_->step(behind_, conditions_in_joint(scenario_.defect_model, joint_.synovitis(),
                                               scenario_.patient.age, wear_));
    behind_ = 0;
  }

  const params::Scenario& scenario_;
  Joint joint_;
  std::optional<DefectColumn> column_;
  double wear_;         // k_deg, /d
  double area_ = 0;     // of the lesion, mm2
  double crowd_ = 1;    // cells in the lesion at density C*
  double entered_ = 0;  // counted engrafted cells already in the column
  double behind_ = 0;   // days the column is behind the joint
  double last_treatment_ = 0;
};

/// Days on which a keyframe is due, the last day included.
std::vector<double> keyframe_days(const params::Scenario& scenario, double last_day) {
  std::vector<double> days;
  for (double day = 0; day < last_day; day += day < 14 ? 1 : day < 89 ? 3 : 7) days.push_back(day);
  for (const params::Event& event : scenario.regimen) {
    if (event.day > 0 && event.day < last_day) days.push_back(event.day);
  }
  days.push_back(last_day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// A whole run, one stretch between two days of interest at a time.
class Run {
 public:
  Run(const params::Scenario& scenario, const Geometry& geometry, int threads, const Settings& settings)
      : scenario_(scenario),
        threads_(threads),
        step_(settings.step),
        knee_(scenario, geometry),
        fascicle_(scenario),
        pain_(scenario, input()) {}

  /// Applies every event of this day; false if there is none.
  bool treat(double day) {
    bool treated = false;
    for (const params::Event& event : scenario_.regimen) {
      if (event.day != day) continue;
      knee_.treat(event);
      treated = true;
    }
    return treated;
  }

  void advance(double days) {
    // The fewest equal steps that are no longer than step_, but for rounding.
    const auto steps = std::max<std::size_t>(1, static_cast<std::size_t>(days / step_ + (1 - 1e-9)));
    const double dt = days / static_cast<double>(steps);
    std::vector<PainInput> inputs(steps);
    parallel_for(2, threads_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t part = begin; part < end; ++part)
        part == 0 ? walk_knee(dt, inputs) : walk_nerve(dt, inputs);
    });
    for (const PainInput& each : inputs) pain_.step(dt, each);
  }

  [[nodiscard]] State state(double day) const {
    State state;
    state.day = day;
    state.joint = knee_.joint().state();
    state.defect = knee_.defect();
    state.nerve = fascicle_.state();
    state.sensitisation_peripheral = pain_.peripheral();
    state.sensitisation_central = pain_.central();
    state.pain = pain_.rating();
    return state;
  }

 private:
  [[nodiscard]] PainInput input() const {
    return {.synovitis = knee_.joint().synovitis(),
            .joint_pain_mm = knee_.joint().pain_mm(),
            .nerve_injured = fascicle_.is_injured(),
            .ectopic_share = fascicle_.ectopic_share(),
            .growth_factor = fascicle_.growth_factor()};
  }

  void walk_knee(double dt, std::vector<PainInput>& inputs) {
    for (PainInput& each : inputs) {
      knee_.step(dt);
      each.synovitis = knee_.joint().synovitis();
      each.joint_pain_mm = knee_.joint().pain_mm();
    }
    knee_.catch_up();
  }

  void walk_nerve(double dt, std::vector<PainInput>& inputs) {
    for (PainInput& each : inputs) {
      fascicle_.step(dt);
      each.nerve_injured = fascicle_.is_injured();
      each.ectopic_share = fascicle_.ectopic_share();
      each.growth_factor = fascicle_.growth_factor();
    }
  }

  const params::Scenario& scenario_;
  int threads_;
  double step_;
  Knee knee_;
  Fascicle fascicle_;
  Pain pain_;
};

}  // namespace

void simulate(const params::Scenario& scenario, const Geometry& geometry, double last_day, int threads,
              const KeyframeSink& sink, const Settings& settings) {
  Run run(scenario, geometry, threads, settings);
  const std::vector<double> days = keyframe_days(scenario, last_day);
  run.treat(0);
  if (!sink(run.state(0))) return;
  for (std::size_t i = 1; i < days.size(); ++i) {
    run.advance(days[i] - days[i - 1]);
    if (!sink(run.state(days[i]))) return;
    if (run.treat(days[i]) && !sink(run.state(days[i]))) return;
  }
}

}  // namespace mend::sim

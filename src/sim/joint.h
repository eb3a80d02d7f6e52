// The joint as a whole: injected cells, inflammation and its brakes, steroid, native cartilage, the joint's
// pain.
#pragma once
#include <array>
#include <vector>

#include "params/scenario.h"
#include "sim/defect.h"
#include "sim/pannus.h"
#include "sim/state.h"

namespace mend::sim {

/// Whether a treatment is of the joint: saline and cells may be given elsewhere.
[[nodiscard]] bool is_for_joint(const params::Event& event);

/// p0: what keeps inflammation going at the scenario's grade, with its exercise programme.
[[nodiscard]] double inflammation_drive(const params::Scenario& scenario);

/// Every steady p of the joint without cells and steroid, in rising order.
[[nodiscard]] std::vector<double> steady_synovitis(const params::Scenario& scenario);

/// k_deg under the patient's load, /d.
[[nodiscard]] double native_wear(const params::Scenario& scenario);

/// Thickness on day 0 of each compartment, of a healthy knee.
[[nodiscard]] std::array<double, kCompartments> initial_thickness(const params::Scenario& scenario);

/// Injected cells of every injection together.
struct InjectedCells {
  double suspended = 0, attached = 0;
  double engrafted = 0;  // entered the lesion so far

  /// Exact over dt days; `engrafting` is the share of settling cells that enter the lesion.
  void advance(const params::JointModel& model, double engrafting, double dt);
};

/// What the joint feels of the lesion.
struct LesionInput {
  double stem_cells = 0;  // MSC in the lesion, cells
  double fill = 0;        // of a focal lesion
};

class Joint {
 public:
  explicit Joint(const params::Scenario& scenario);

  /// Applies a treatment at the present day.
  void treat(const params::Event& event);
  void step(double dt, const LesionInput& lesion);

  [[nodiscard]] double day() const { return day_; }
  [[nodiscard]] double synovitis() const { return slow_.synovitis; }
  [[nodiscard]] double pain_mm() const { return slow_.pain_mm; }
  /// Cells that entered the lesion so far.
  [[nodiscard]] double engrafted() const { return cells_.engrafted; }
  /// Those of them that count there.
  [[nodiscard]] double counted_engrafted() const { return counted_.engrafted; }
  /// What is known of the injected cells that enter the lesion.
  [[nodiscard]] const CellOrigin& injected_origin() const { return injected_; }
  [[nodiscard]] JointState state() const;

 private:
  /// The variables stepped together.
  struct Slow {
    double synovitis = 0, anti_inflammation = 0, memory = 0, steroid = 0, pain_mm = 0;
    double worn = 1;  // share of day 0's native thickness that is left
  };

  [[nodiscard]] Slow rates(const Slow& at, double day, double attached, const LesionInput& lesion) const;
  [[nodiscard]] double steady_pain(double p, double deficit, double context) const;
  [[nodiscard]] double deficit(double fill) const;
  [[nodiscard]] double context(double day) const;

  params::Scenario scenario_;
  double drive_, gain_, wear_, engrafting_;
  std::array<double, kCompartments> thickness_{};
  double day_ = 0;
  InjectedCells cells_, counted_;  // all, and those that count under the lens
  CellOrigin injected_;            // mean of the counted cells of every injection
  double injected_dose_ = 0;       // of these cells
  Slow slow_;
  Pannus pannus_;
  std::vector<double> context_days_;
};

}  // namespace mend::sim

// The joint and, if there is one, the lesion of its cartilage: the two feed each other.
#pragma once
#include <memory>
#include <optional>
#include <variant>

#include "params/scenario.h"
#include "sim/defect.h"
#include "sim/joint.h"
#include "sim/patch.h"
#include "sim/simulate.h"
#include "sim/state.h"

namespace mend::sim {

class Knee {
 public:
  /// The lesion as finely as `fidelity` says, on so many threads.
  Knee(const params::Scenario& scenario, const Geometry& geometry, Fidelity fidelity, int threads);

  /// Applies a treatment at the present day.
  void treat(const params::Event& event);
  void step(double dt);
  /// Brings the lesion to the joint's day, so that a keyframe or a treatment finds both there.
  void catch_up();

  [[nodiscard]] const Joint& joint() const { return joint_; }
  [[nodiscard]] DefectState defect() const;
  /// The lesion in space; null on the column or without a lesion.
  [[nodiscard]] std::shared_ptr<const PatchFrame> patch() const;

 private:
  using Lesion = std::variant<DefectColumn, DefectPatch>;

  [[nodiscard]] LesionInput lesion_input() const;
  void step_lesion();

  params::Scenario scenario_;
  Joint joint_;
  std::optional<Lesion> lesion_;
  double wear_;         // k_deg, /d
  double area_ = 0;     // of the lesion, mm2
  double crowd_ = 1;    // cells in the lesion at density C*
  double entered_ = 0;  // counted engrafted cells already in the lesion
  double behind_ = 0;   // days the lesion is behind the joint
  double last_treatment_ = 0;
};

}  // namespace mend::sim

// Opioid, anti-inflammatory and nerve-pain medicine taken between two days: concentration, effect, tolerance,
// what stopping does, and the rule that sets the dose.
#pragma once
#include <array>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

/// What medicine does to pain: a share taken away by each (E), and points of 10 that long use adds.
struct MedicineEffects {
  double opioid = 0;
  double nsaid = 0;        // of the joint's part
  double neuropathic = 0;  // of the nerve's part
  double rebound = 0;
};

class Medicine {
 public:
  explicit Medicine(const params::Scenario& scenario);

  /// `rating` is the pain, 0-10, at the beginning of the step; the rule goes by it.
  void step(double dt, double rating);

  /// What varies within the hours between two tablets is its mean over them.
  [[nodiscard]] const MedicineState& state() const { return state_; }
  [[nodiscard]] MedicineEffects effects() const;

 private:
  /// Gut, body, effect site and tolerance (G, A, Ce, T), each as a concentration, ng/ml.
  using Chain = std::array<double, 4>;

  [[nodiscard]] double dose(double day) const;  // MME a day
  void review(double day);
  /// Takes a tablet of this daily dose and follows it until the next is due.
  void follow(double dose);
  void advance();
  [[nodiscard]] double opioid_effect(double concentration, double tolerance) const;
  [[nodiscard]] double limited(double effect) const;
  /// The level of a slow medicine, 1 = full, at the end of a step.
  [[nodiscard]] double followed(double level, double end, double time) const;

  params::Medicine plan_;
  params::MedicineModel model_;
  double interval_;                  // between tablets, d
  int parts_;                        // of an interval
  std::array<Chain, 4> propagator_;  // of the chain over one part
  Chain chain_{};
  double day_ = 0;
  int intervals_ = 0;                   // begun so far
  double worst_ = 0;                    // rating since the last review
  double next_review_;                  // day
  int reductions_ = 0;                  // of the dose, by the rule
  double nsaid_ = 0, neuropathic_ = 0;  // of full effect
  MedicineState state_;
};

}  // namespace mend::sim

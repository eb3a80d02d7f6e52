// From joint and nerve to the one rating of pain, 0-10.
#pragma once
#include "params/scenario.h"

namespace mend::sim {

/// What the dorsal horn hears: mean firing rates in Hz.
struct Firing {
  double c = 0;        // C fibres
  double a_delta = 0;  // pressing
  double a_beta = 0;   // touch
};

/// The nerve's share of pain, 0-10, at central sensitisation Sc (0-1): the circuit at rest.
[[nodiscard]] double pain_from_firing(const Firing& firing, double central);

/// What reaches the rating on a day.
struct PainInput {
  double synovitis = 0;      // p
  double joint_pain_mm = 0;  // VAS
  bool nerve_injured = false;
  double ectopic_share = 0;  // of the nerve's axons
  double growth_factor = 0;  // N at the lesion
};

class Pain {
 public:
  /// Starts where a joint and a nerve that have long been so would hold it, without central sensitisation.
  Pain(const params::Scenario& scenario, const PainInput& input);

  void step(double dt, const PainInput& input);

  [[nodiscard]] double rating() const { return rating_; }
  [[nodiscard]] double peripheral() const { return peripheral_; }
  [[nodiscard]] double central() const { return central_; }

 private:
  [[nodiscard]] double nerve_pain(const PainInput& input) const;

  double load_;
  double follow_time_;
  double peripheral_ = 0, central_ = 0, rating_ = 0;
};

}  // namespace mend::sim

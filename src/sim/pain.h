// From joint, nerve and medicine to the one rating of pain, 0-10.
#pragma once
#include "params/scenario.h"
#include "sim/medicine.h"

namespace mend::sim {

/// What the dorsal horn hears: mean firing rates in Hz.
struct Firing {
  double c = 0;                 // C fibres
  double a_delta = 0;           // pressing
  double a_beta = 0;            // touch
  double descending_block = 0;  // of C fibres by the brain stem, 0-1
};

/// The nerve's share of pain, 0-10, at central sensitisation Sc (0-1): the circuit at rest.
[[nodiscard]] double pain_from_firing(const Firing& firing, double central,
                                      const params::PainModel& model = {});

enum class Touch { none, light, pressing };

/// What reaches the rating on a day.
struct PainInput {
  double synovitis = 0;      // p
  double joint_pain_mm = 0;  // VAS
  bool nerve_injured = false;
  double ectopic_share = 0;     // of the nerve's axons
  double growth_factor = 0;     // N at the lesion
  double injured_share = 1;     // j, of an injured nerve's axons, ever
  double conducting_share = 1;  // of its axons, to their end organs
  Touch touch = Touch::none;    // of the skin it serves
  MedicineEffects medicine{};
};

class Pain {
 public:
  /// Starts where a joint and a nerve that have long been so would hold it, without central sensitisation.
  Pain(const params::Scenario& scenario, const PainInput& input);

  void step(double dt, const PainInput& input);

  [[nodiscard]] double rating() const { return rating_; }
  [[nodiscard]] double peripheral() const { return peripheral_; }
  [[nodiscard]] double central() const { return central_; }
  /// The nerve's part, 0-10, at the present sensitisation; 0 unless it is injured.
  [[nodiscard]] double nerve_pain(const PainInput& input) const;

 private:
  [[nodiscard]] Firing firing(const PainInput& input) const;
  /// Where the rating goes: P_ss.
  [[nodiscard]] double steady(const PainInput& input, double nerve) const;

  params::PainModel model_;
  double load_;
  double peripheral_ = 0, central_ = 0, rating_ = 0;
};

}  // namespace mend::sim

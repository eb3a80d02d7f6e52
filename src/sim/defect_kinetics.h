// What the cells of a small piece of repair tissue do in a day (equations in defect.cpp), in the arithmetic
// of Real: double for the column, TwinLanes for the patch.
#pragma once
#include <algorithm>

#include "sim/twin_lanes.h"
#include "params/cartilage_model.h"
#include "sim/defect.h"

namespace mend::sim {

/// h(m,a): largest, 1, at m = a; matrix as a surface to move and divide on.
template <typename Real>
[[nodiscard]] Real helped_by_matrix(Real m, Real a) {
  return 2 * a * m / (a * a + m * m);
}

template <typename Real>
class DefectKinetics {
 public:
  DefectKinetics(const params::DefectModel& model, const CellOrigin& origin,
                 const DefectConditions& conditions)
      : n0_(model.oxygen_half),
        n1_(model.oxygen_switch),
        switch_slope_(-2 / model.switch_width),
        threshold_minimum_(model.threshold_minimum),
        threshold_range_(model.threshold_maximum - model.threshold_minimum),
        threshold_matrix_(model.threshold_matrix),
        proliferation_matrix_(model.proliferation_matrix),
        room_taken_by_matrix_(model.room_taken_by_matrix),
        signal_crowding_(model.signal_crowding),
        differentiation_(model.differentiation),
        hypoxic_death_(model.hypoxic_death),
        stem_division_(model.stem_division * origin.division),
        stem_division_base_(model.stem_division_base * origin.division),
        chondrocyte_division_(model.chondrocyte_division),
        chondrocyte_division_base_(model.chondrocyte_division_base),
        loss_(origin.loss),
        held_by_matrix_(model.held_by_matrix),
        chondrocyte_loss_(model.chondrocyte_loss),
        synthesis_(model.synthesis * origin.synthesis * conditions.synthesis),
        wear_(conditions.wear),
        young_matrix_wear_(model.young_matrix_wear) {}

  struct Tissue {
    Real stem, chondrocyte, matrix, oxygen;
    Real stem_signal, chondrocyte_signal;  // g, b; 0 without growth factors
  };
  /// Per day.
  struct Rates {
    Real stem, chondrocyte;  // net gain
    Real made, worn;         // matrix
  };

  [[nodiscard]] Rates of(const Tissue& t) const {
    using std::max;
    const Real s = t.stem, c = t.chondrocyte, m = t.matrix, n = t.oxygen;
    const Real phi = (1 + n0_) * n / (n + n0_);
    const Real alive = switched(n - n1_);
    const Real threshold = threshold_range_ * exp_of(-m / threshold_matrix_) + threshold_minimum_;
    const Real crowded = max(switched(s - threshold), signal_crowding_ * t.chondrocyte_signal);
    const Real surface = helped_by_matrix(m, proliferation_matrix_);
    const Real active = phi * alive;
    const Real room = active * (1 - (s + c) / (1 - room_taken_by_matrix_ * m));
    const Real becoming = differentiation_ * (1 + t.chondrocyte_signal) * active * crowded * s;
    const Real loss = loss_ * exp_of(-m / held_by_matrix_);
    const Real death = hypoxic_death_ * (1 - alive);
    const Real stem_division = stem_division_base_ + stem_division_ * surface;
    const Real chondrocyte_division =
        (chondrocyte_division_base_ + chondrocyte_division_ * surface) * (1 + t.stem_signal);
    return {
        .stem = stem_division * room * s - becoming - (death + loss) * s,
        .chondrocyte = chondrocyte_division * room * c + becoming - (death + chondrocyte_loss_ * loss) * c,
        .made = synthesis_ * c * phi * (1 - m),
        .worn = wear_ * (1 + young_matrix_wear_ * (1 - m)) * m};
  }

 private:
  /// (1 + tanh(excess/width))/2
  [[nodiscard]] Real switched(Real excess) const { return 1 / (1 + exp_of(excess * switch_slope_)); }

  Real n0_, n1_, switch_slope_;
  Real threshold_minimum_, threshold_range_, threshold_matrix_;
  Real proliferation_matrix_, room_taken_by_matrix_, signal_crowding_;
  Real differentiation_, hypoxic_death_;
  Real stem_division_, stem_division_base_, chondrocyte_division_, chondrocyte_division_base_;
  Real loss_, held_by_matrix_, chondrocyte_loss_;
  Real synthesis_, wear_, young_matrix_wear_;
};

}  // namespace mend::sim

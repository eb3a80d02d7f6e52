// How the effect of cells depends on their number.
#pragma once
#include <string_view>

#include "params/scenario.h"

namespace mend::sim {

/// u(D), 0-1: what a dose of cells does in muscle and ligament.
[[nodiscard]] double dose_effect(const params::CellModel& model, double dose);

/// A curve over the dose with the band that it may lie in, 0-1.
struct DoseResponse {
  double low = 0, effect = 0, high = 0;
};

/// What the dose chart draws under Trials: u(D), in a band down to no effect.
[[nodiscard]] DoseResponse dose_response(const params::CellModel& model, double dose);

/// What it draws under Mechanism: the signal of a joint's attached cells at their most, which rises with
/// every cell.
[[nodiscard]] DoseResponse rising_dose_response(const params::JointModel& model, double dose);

/// What stands beside the curve of a lens.
[[nodiscard]] std::string_view dose_label(params::Lens lens);

}  // namespace mend::sim

// The chance that a repaired nerve serves its muscles well.
#pragma once
#include "params/nerve_model.h"

namespace mend::sim {

/// Chance of a good result (M4-5) of a common peroneal nerve repaired so many days after its injury with a
/// graft of so many mm. Both are marginals of the same series; see the file's head.
[[nodiscard]] double good_result_chance(const params::NerveModel& model, double delay, double graft_length);

}  // namespace mend::sim

// Whose cells they are: how often they can still divide, and what that costs their signal.
#pragma once
#include "params/scenario.h"

namespace mend::sim {

/// N_max: doublings a cell of a donor of this age has in it.
[[nodiscard]] double doubling_limit(const params::CellModel& model, double age);

/// Age of the donor of the cells of an event, years: the patient's own are as old as the patient.
[[nodiscard]] double donor_age(const params::CellModel& model, const params::Event& event,
                               double patient_age);

/// Doublings in culture from what was harvested to the dose; 0 where the harvest is enough.
[[nodiscard]] double culture_doublings(const params::CellModel& model, const params::Event& event,
                                       double patient_age);

/// Doublings left in the cells of an event on the day they are given; 0 where the dose cannot be grown.
[[nodiscard]] double doublings_left(const params::CellModel& model, const params::Event& event,
                                    double patient_age);

/// Length of chromosome ends after this many doublings, kb; no shorter than at arrest.
[[nodiscard]] double telomere_length(const params::CellModel& model, double doublings);

/// Factor on P, 0-1: own cells of older people do less.
[[nodiscard]] double potency(const params::CellModel& model, const params::Event& event, double patient_age);

}  // namespace mend::sim

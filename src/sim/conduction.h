// How fast a myelinated axon conducts.
#pragma once

namespace mend::sim {

/// Conduction velocity in m/s at 37 C of an axon of a diameter in um (without sheath), a g-ratio (axon over
/// fibre diameter, below 1) and an internode in mm. Fitted to 235 runs of the MRG cable (McIntyre, Richardson
/// & Grill 2002) with 25 <= internode/fibre diameter <= 220: mean error 2.5 %; within 10.5 % of the cable for
/// healthy fibres of 5.7-16 um.
[[nodiscard]] double conduction_velocity(double axon_diameter_um, double g_ratio, double internode);

}  // namespace mend::sim

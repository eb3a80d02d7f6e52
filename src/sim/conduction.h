// How fast a myelinated axon conducts: on the live cable, and by a formula for every other axon.
#pragma once
#include "sim/cable.h"

namespace mend::sim {

/// Conduction velocity in m/s at 37 C of an axon of a diameter in um (without sheath), a g-ratio (axon over
/// fibre diameter, below 1) and an internode in mm. Fitted to 235 runs of the MRG cable (McIntyre, Richardson
/// & Grill 2002) with 25 <= internode/fibre diameter <= 220: mean error 2.5 %; within 10.5 % of the cable for
/// healthy fibres of 1 um and of 5.7-16 um, 18 % above it at 2 um.
[[nodiscard]] double conduction_velocity(double axon_diameter_um, double g_ratio, double internode);

/// One action potential along a fibre, fired at its first node.
struct Passage {
  bool is_blocked = false;
  double velocity = 0;  // m/s over the middle half of the length; 0 when blocked
  double arrival = 0;   // at the last node, ms since the stimulus began; 0 when blocked
  double peak = 0;      // highest potential of the node in the middle, mV
};

/// ms: halving it changes no velocity or delay by more than 1 %.
inline constexpr double kConductionStep = 0.0025;

/// Follows it until it arrives or every node has fallen silent.
[[nodiscard]] Passage conduct(const params::AxonModel& model, const Fibre& fibre, double temperature_c,
                              double step_ms = kConductionStep);

}  // namespace mend::sim

// What is seen of the action potentials of a nerve: some fibres live on the cable, all others by the closed
// formula, and their sum at an electrode. All of it depends on nothing but fibres and sheaths, so that any
// moment can be drawn.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "params/scenario.h"
#include "sim/fibre.h"
#include "sim/state.h"

namespace mend::sim {

/// The nerve recorded from: the stimulus at 0, the injury, the electrode at the end.
inline constexpr double kRecordedLength = 20, kRecordedLesion = 8;  // mm
inline constexpr double kRecordedTime = 4, kRecordingStep = 0.02;   // ms

/// One action potential along one fibre.
struct Recording {
  double rest = -80;           // mV
  std::vector<double> places;  // of the nodes, mm from the stimulus
  std::vector<float>
      potentials;           // mV: every node at one moment, then at the next, until all are nearly at rest
  bool is_blocked = false;  // never fired the last node

  /// mV at a moment (ms) and a place (mm): as last recorded after the end, rest beside the fibre.
  [[nodiscard]] double at(double time, double place) const;
};

[[nodiscard]] Recording record(const params::AxonModel& model, const Fibre& fibre);

enum class Sheath { whole, thinned, renewed, cut };  // cut: the axon ends at the injury

/// One of the nerve's axons as it is fired on the cable.
struct LiveFibre {
  std::size_t axon = 0;  // of the scenario's
  double diameter = 0;   // um, healthy
  Sheath sheath = Sheath::whole;
  Fibre fibre;
};

/// Of the scenario's axons, um with sheath: thin and thick ones in turn, as the model's two modes say.
[[nodiscard]] double fibre_diameter(const params::AxonModel& model, std::size_t axon);

/// `count` axons spread over those of the nerve. Sheaths change in steps, so that most days look like the day
/// before.
[[nodiscard]] std::vector<LiveFibre> live_fibres(const params::Scenario& scenario, const NerveState& nerve,
                                                 std::size_t count);

/// One live fibre beside its recording.
struct Recorded {
  LiveFibre live;
  Recording recording;
};

/// The sum of all axons at the electrode, a value each kRecordingStep, in mV um2 of axon: the live ones as
/// recorded, all others as `healthy` (a whole fibre of 10 um) after the time that the closed formula gives.
[[nodiscard]] std::vector<double> compound_potential(const params::Scenario& scenario,
                                                     const NerveState& nerve, std::span<const Recorded> live,
                                                     const Recording& healthy);

}  // namespace mend::sim

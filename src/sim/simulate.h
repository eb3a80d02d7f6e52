// The repair models, composed: one deterministic run from day 0 to the horizon.
#pragma once
#include <functional>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

/// What the models need to know of the anatomy, as plain numbers.
struct Geometry {
  double lesion_depth = 2.0;  // mm, native cartilage thickness at the lesion
};

/// Called with each keyframe in day order; returns false to stop the run.
using KeyframeSink = std::function<bool(const State&)>;

/// How finely the lesion is resolved: over its depth only, or in space. Bands and cohorts take the column.
enum class Fidelity { column, patch };

/// Longest step of the joint, the nerve and pain, days; the lesion takes 1, 2 or 4 of them.
inline constexpr double kStep = 0.25;

struct Settings {
  Fidelity fidelity = Fidelity::patch;
  double step = kStep;  // days; for tests of the time step
};

/// Runs the models and hands out a keyframe at day 0, daily to day 14, every 3 d to day 90, then weekly, on
/// the day of every treatment and daily for 14 d after it, on the day a nerve is repaired, and on the last day. On the day of a later treatment
/// there are two: just before and just after it. Same scenario and geometry: the same bits, for any number of
/// threads.
void simulate(const params::Scenario& scenario, const Geometry& geometry, double last_day, int threads,
              const KeyframeSink& sink, const Settings& settings = {});

}  // namespace mend::sim

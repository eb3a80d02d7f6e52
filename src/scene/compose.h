// State + View -> Scene. Pure: the same arguments give the same frame.
#pragma once
#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/cell_placement.h"
#include "scene/scene.h"
#include "scene/view.h"
#include "scene/wounds.h"
#include "sim/state.h"

namespace mend::scene {

/// What stays the same from frame to frame of one run.
struct Stage {
  const params::Scenario* scenario = nullptr;
  const anatomy::Knee* knee = nullptr;
  const CellTracks* cells = nullptr;  // of this knee; null draws none
  const Wounds* wounds = nullptr;     // of this knee and scenario; null draws every part whole
  double cells_per_record = 0;
};

/// The orbit a named view stands for, for this knee and what the scenario hurts in it.
[[nodiscard]] Orbit orbit_of(ViewName name, const anatomy::Knee& knee, const params::Scenario& scenario = {});

/// A close-up, so many mm of the picture's height, of where a part faces the eye of a named view's orbit.
struct Detail {
  anatomy::PartId part{};
  float height = 40;  // mm
};
[[nodiscard]] Orbit close_to(ViewName name, const Orbit& orbit, const anatomy::Knee& knee,
                             const Detail& detail);

/// The frame of one day.
[[nodiscard]] Scene compose(const Stage& stage, const sim::State& state, const View& view);

}  // namespace mend::scene

// What surgery and scar make of a cut nerve, as simple shapes round its line: rounded stumps, the bulb of a
// neuroma, stitches, a graft, an empty tube.
#pragma once
#include <vector>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/scene.h"
#include "sim/state.h"

namespace mend::scene {

struct NervePiece {
  anatomy::Mesh mesh;
  Material material = Material::nerve_sheath;
  float opacity = 1;
};

/// The pieces about a lesion at this arclength of the peroneal nerve; `opacity` is that of its sheath. None
/// where no nerve was torn to scar or cut.
[[nodiscard]] std::vector<NervePiece> nerve_pieces(const anatomy::Knee& knee,
                                                   const params::Scenario& scenario, double lesion,
                                                   const sim::State& state, float opacity);

/// mm over which a stump narrows before its edge, where so much is missing between the two.
[[nodiscard]] double stump_taper(double gap);

/// Width of what crosses an open gap, in widths of the nerve: a thread of fibrin first, thicker as axons
/// cross with it; 1 where nothing is open.
[[nodiscard]] double cable_width(const params::Scenario& scenario, const sim::State& state);

/// mm cut out of the nerve's own mesh from the lesion on.
[[nodiscard]] double nerve_cut(const params::Scenario& scenario, double day);

}  // namespace mend::scene

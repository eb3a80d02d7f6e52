// The fascicle inside the nerve: where each axon runs, how far it has grown, and where its signal is.
#pragma once
#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/scene.h"
#include "sim/state.h"

namespace mend::scene {

/// Length of the path in mm.
[[nodiscard]] double length(const anatomy::Path& path);

/// The point at an arclength in mm, clamped to the path.
[[nodiscard]] glm::vec3 point_at(const anatomy::Path& path, double arclength);

/// Centres of `count` equal circles packed hexagonally in a circle of `radius`, and the distance between
/// neighbours.
struct Packing {
  std::vector<glm::vec2> centres;
  float spacing = 0;
};
[[nodiscard]] Packing hexagonal_packing(std::size_t count, float radius);

/// What lies along the path on a day, mm.
struct NerveSite {
  double lesion = 0;           // arclength
  double target_distance = 0;  // from the lesion to the end organ
  double gap = 0;              // without nerve or graft, from the lesion on
  double patch = 0;            // bruised sheath about the lesion; above 0 no axon is cut
};
[[nodiscard]] NerveSite nerve_site(const params::Scenario& scenario, double lesion, double day);

/// The axons of the state along the path; seconds the animation clock.
[[nodiscard]] NerveDrawing draw_nerve(const anatomy::Path& path, const NerveSite& site,
                                      const sim::NerveState& state, double seconds);

}  // namespace mend::scene

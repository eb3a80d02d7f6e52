// Where each injected cell is on a day: out of the needle, through the fluid, onto a wall, and gone.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "anatomy/knee.h"
#include "scene/drift.h"
#include "scene/scene.h"
#include "scene/view.h"
#include "sim/cells.h"

namespace mend::scene {

/// Drawn radius of a cell in mm, from how much of the knee the frame shows: 1.1 mm when it shows the whole
/// knee (225 mm of height at the target), and smaller in close-ups by the power 0.55, so that cells grow on
/// screen more slowly than the tissue round them. A real cell is 0.01 mm: the screen says that cells are
/// drawn larger and fewer.
[[nodiscard]] float cell_radius(const Orbit& orbit);

/// Life records laid into a knee: what does not change from day to day is found once, so that a frame only
/// asks where each cell is now. Holds on to the knee.
class CellTracks {
 public:
  CellTracks(std::span<const sim::CellRecord> records, const anatomy::Knee& knee, std::uint64_t seed);

  /// Adds the cells that are drawn on this day, in the order of their records, for any number of threads.
  void add(const View& view, double day, int threads, std::vector<CellInstance>& cells) const;

 private:
  /// One record; days count from day 0 of the scenario.
  struct Track {
    glm::vec3 seat{0}, normal{0};  // where it settles
    float size = 1, spin = 0, wobble = 0;
    float injected = 0, settles = 0;
    float end = 0, fade = 1;  // last day it is whole, and how long it takes to fade after that
    std::int32_t cavity = 0;  // nearest point of the cavity
    std::uint32_t id = 0;
  };
  /// Where a cell in the fluid is; life 0 before it has left the needle.
  struct Drifting {
    glm::vec3 position{0};
    float life = 0;
  };

  [[nodiscard]] Drifting drift(const Track& track, double day) const;
  [[nodiscard]] CellInstance cell(const Track& track, const View& view, float radius, double day) const;

  std::uint64_t seed_;
  CavityTree tree_;
  std::vector<Track> tracks_;
};

}  // namespace mend::scene

// Where each injected cell is on a day: out of the needle, through the fluid, onto a wall, and gone.
#pragma once
#include <array>
#include <cstdint>
#include <glm/gtc/type_precision.hpp>
#include <optional>
#include <span>
#include <vector>

#include "anatomy/knee.h"
#include "scene/drift.h"
#include "scene/scene.h"
#include "scene/view.h"
#include "sim/cells.h"

namespace mend::scene {

/// Drawn radius of a cell in mm, from how much of the knee the frame shows: 0.95 mm when it shows the whole
/// knee (225 mm of height at the target), and smaller in close-ups by the power 0.55, so that cells grow on
/// screen more slowly than the tissue round them. A real cell is 0.01 mm: the screen says that cells are
/// drawn larger and fewer.
[[nodiscard]] float cell_radius(const Orbit& orbit);

/// Life records laid into a knee: what does not change from day to day is found once, so that a frame only
/// asks where each cell is now.
class CellTracks {
 public:
  CellTracks(std::span<const sim::CellRecord> records, const anatomy::Knee& knee, std::uint64_t seed);

  /// Adds the cells that are drawn on this day, in the order of their records, for any number of threads.
  void add(const View& view, double day, int threads, std::vector<CellInstance>& cells) const;

 private:
  /// When a cell is there; days count from day 0 of the scenario.
  struct Stay {
    float leaves = 0, gone = 0;  // the needle; and faded away
    [[nodiscard]] bool holds(float day) const { return (leaves < day) & (day < gone); }
  };
  /// What a cell does in its stay.
  struct alignas(64) Track {
    glm::vec3 seat{0};      // where it settles
    glm::i8vec3 normal{0};  // of the wall there, in 127ths
    bool dies = false;      // there, and does not go on as tissue
    float size = 1, spin = 0, wobble = 0;
    float settles = 0, fade = 1;  // fade: days it takes to fade, at the end
    Way way;
    Words draws{};  // of its wandering: four numbers of 8 bits for each direction
  };
  static_assert(sizeof(Track) == 64,
                "a million are read for a frame: each fits a line of the processor's cache");
  struct Moment;

  [[nodiscard]] Way way_to(std::int32_t cavity, std::size_t detours);
  [[nodiscard]] CellInstance cell(const Stay& stay, const Track& track, const Moment& moment) const;
  [[nodiscard]] Lanes drift(const Track& track, float time, float clock, const Moment& moment) const;

  std::uint64_t seed_;
  Ways ways_;
  std::vector<std::optional<Way>> known_;  // by cavity point and number of detours
  std::vector<Stay> stays_;
  std::vector<Track> tracks_;  // one a record, like stays_
};

}  // namespace mend::scene

// The way of growing axons from the lesion to the end organ: what they must cross without tubes, how many
// find which tube, and how well cells help them.
#pragma once
#include <array>
#include <cstddef>

#include "params/scenario.h"

namespace mend::sim {

/// A stretch without tubes, mm from the lesion.
struct Opening {
  double from = 0, to = 0;
};

/// Shares of axons by the tube they enter; the rest finds none.
struct TubeShares {
  double own = 1, same_fascicle = 0, other_fascicle = 0;
};

struct Route {
  double length = 0;        // mm, to the end organ
  double gap = 0;           // mm, where the distal stump begins
  bool is_cut_off = false;  // scar or nothing at all: no axon sets out for the distal stump
  bool is_sewn = false;     // late start
  bool has_graft = false;   // tubes of another nerve within the gap
  bool is_limited = false;  // no tubes within the gap: nothing crosses beyond a limit
  double speed = 0;         // v0, mm/d
  TubeShares tubes{};
  std::array<Opening, 2> openings{};  // in order; empty ones have from == to

  /// The opening that a tip at x must cross, or nothing.
  [[nodiscard]] const Opening* opening_at(double x) const;
  /// Where the next opening begins, or the end organ.
  [[nodiscard]] double tube_end(double x) const;
};

/// The route before or after the scenario's repair.
[[nodiscard]] Route route_of(const params::Scenario& scenario, bool repaired);

/// Whether the scenario's injury can be, and is, repaired by surgery.
[[nodiscard]] bool is_repaired(const params::Nerve& nerve);

/// How injected cells help growing axons.
struct Support {
  double growth = 1;         // factor on h(N)
  double gap_speed = 1;      // factor
  double own_tube = 0;       // added share
  double conduit_limit = 0;  // mm
};

/// With so many cells given, under the scenario's lens.
[[nodiscard]] Support support_by(double cells, const params::Scenario& scenario);

/// The shares with some more own tubes, taken from the other tubes in proportion.
[[nodiscard]] TubeShares guided(const TubeShares& shares, double more_own);

}  // namespace mend::sim

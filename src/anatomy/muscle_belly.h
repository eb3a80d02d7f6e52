// Muscles as bellies round a line, that share the room between them and lie on the bone.
#pragma once
#include <functional>
#include <utility>
#include <vector>

#include "anatomy/muscle_margin.h"
#include "anatomy/placed.h"

namespace mend::anatomy {

/// One section of a belly, across its line.
struct BellySection {
  Vec place;
  double half_width, half_thickness;  // mm, along `wide` and across it; a tendon is a thin section
  Vec wide;
  double curl = 0;  // mm that both edges lie behind the middle, towards wide x downward
};

/// A bone that the end of a belly spreads on to.
struct BellyFoot {
  Field bone = {};
  double fan = 0;  // mm over which it does
};

struct BellyPlan {
  PartId id;
  std::vector<BellySection> sections;         // from the top down, in place in the bent knee
  bool level_top = true;                      // the first section is a flat cut across the stage
  double squareness = 2.2;                    // exponent of the section
  int around = 28;                            // points round a ring
  double spacing = 3;                         // mm between rings
  double clear = 0.3;                         // mm kept from bone
  Field avoid = {};                           // another solid kept out of; negative inside
  std::function<Vec(const Vec&)> fibre = {};  // default: along the line
  BellyMargin margin = {};                    // what it reaches as a sheet
  BellyFoot foot = {};                        // what the lower end sinks into
};

/// Where the muscles are cut off flat.
inline constexpr double kStageTop = 100;  // mm

/// The bellies with their borders half-way between them, outside bone. Depth = mm along the line, region = 1
/// where the section is thin as a tendon, 0 in the flesh.
[[nodiscard]] std::vector<std::pair<PartId, Mesh>> build_bellies(const Placed& knee,
                                                                 const std::vector<BellyPlan>& plans);

}  // namespace mend::anatomy

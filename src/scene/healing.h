// What the models of ligament and muscle say about a wound, as the picture needs it. Pure functions of the
// state.
#pragma once
#include <glm/glm.hpp>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::scene {

/// Reach of tissue that has closed a gap and filled its waist.
inline constexpr double kClosed = 0.8;

struct Healing {
  double core = 0;    // width of what lies between the ends from the first day: blood, then young tissue
  double reach = 0;   // share of the gap that new tissue has crossed from either side; 0.5 and more = closed
  double width = 1;   // of the new tissue, in widths of the part
  double loose = 0;   // 0-1, of the torn fibres that still hang free
  double bruise = 0;  // 0-1, blood between the fibres round the wound
  double swelling = 0;  // 0-1, oedema round the wound
  double disorder = 0;  // 0-1, of the new fibres
  double scar = 0;      // 0-1, how far a streak of scar in new muscle has ripened
  glm::vec3 shares{0};  // of the colour of the new tissue: clot, granulation, scar; the rest is its own
};

[[nodiscard]] Healing healing(const sim::LigamentState& state, params::LigamentInjury injury);
[[nodiscard]] Healing healing(const sim::MuscleState& state, const params::MuscleModel& model,
                              params::MuscleInjury injury);

/// mm between the ends of a tear when it happens.
[[nodiscard]] double first_gap(params::LigamentInjury injury);
[[nodiscard]] double first_gap(params::MuscleInjury injury);
/// mm still open between them.
[[nodiscard]] double gap(double first, const Healing& healing);

}  // namespace mend::scene

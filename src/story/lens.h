// What the lens switch says: the name of each lens, what it means for the cells of a scenario, and the claim
// whose certainty stands beside it.
#pragma once
#include <cstddef>
#include <string_view>

#include "params/scenario.h"

namespace mend::story {

/// "Mechanism", "Trials".
[[nodiscard]] std::string_view lens_name(params::Lens lens);

/// What the cells of a scenario are given for.
enum class CellUse { none, joint, rheumatoid, implant, nerve, muscle, ligament };
inline constexpr std::size_t kCellUses = 7;
/// Of several: an implant, then the joint, the nerve, the muscle, the ligament.
[[nodiscard]] CellUse cell_use(const params::Scenario& scenario);

struct LensCard {
  std::string_view meaning;  // one line
  std::string_view claim;    // id in assets/evidence.json
};
[[nodiscard]] const LensCard& lens_card(params::Lens lens, CellUse use);

}  // namespace mend::story

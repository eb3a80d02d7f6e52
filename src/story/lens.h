// What the lens switch says: the name of each lens, what it means, and the claim whose certainty stands
// beside it.
#pragma once
#include <string_view>

#include "params/scenario.h"

namespace mend::story {

struct LensCard {
  std::string_view name;     // on the switch
  std::string_view meaning;  // one line
  std::string_view claim;    // id in assets/evidence.json
};

[[nodiscard]] const LensCard& lens_card(params::Lens lens);

}  // namespace mend::story

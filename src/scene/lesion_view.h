// The close-up of the crater at each of its sites: from where, and what gives way.
#pragma once
#include <vector>

#include "anatomy/parts.h"
#include "params/scenario.h"

namespace mend::scene {

/// How a part stands in the close-up.
enum class InCloseUp {
  plain,
  kept,      // holds the crater: never fades
  left_out,  // would lie before, round or behind it and only cloud it
};
[[nodiscard]] InCloseUp in_close_up(anatomy::PartId id, params::LesionSite site);
[[nodiscard]] std::vector<anatomy::PartId> kept_in_close_up(params::LesionSite site);

/// Where the camera stands, of a right knee; degrees as in Orbit. Of a plateau or a kneecap so much is shown that the
/// bone can be told: `height` mm at least, and a `share` of the way from the lesion to the bone's middle.
struct CloseUp {
  float azimuth, elevation, height = 0, share = 0;
};
[[nodiscard]] CloseUp close_up_of(params::LesionSite site);

}  // namespace mend::scene

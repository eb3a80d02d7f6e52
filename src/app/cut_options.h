// What --cut and --peel say.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "scene/cutaway.h"

namespace mend::app {

/// Cuts are "sagittal:MM", "coronal:MM", "axial:MM" or "NX,NY,NZ:MM"; the ball "X,Y,Z,R", in mm, or nothing.
[[nodiscard]] Result<scene::Cutaway> parse_cutaway(const std::vector<std::string>& cuts,
                                                   const std::string& peel);

}  // namespace mend::app

// The frame of one day as the view's layers and focus ask for it, before anything is cut off it.
#pragma once
#include "scene/compose.h"

namespace mend::scene {

[[nodiscard]] Scene uncut(const Stage& stage, const sim::State& state, const View& view);

}  // namespace mend::scene

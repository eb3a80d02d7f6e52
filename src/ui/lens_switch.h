// Mechanism or Trials: two sets of assumptions over one picture, with how sure science is of the claim behind
// the one on screen.
#pragma once
#include <vector>

#include "params/scenario.h"
#include "story/evidence.h"
#include "ui/widgets.h"

namespace mend::ui {

/// In a plate at `area`, which grows downwards to hold claim, source and date when they are open. Writes the
/// lens. `evidence` may be null. Returns the plate as drawn.
Rect draw_lens_switch(Look& look, Rect area, params::Scenario& scenario,
                      const std::vector<story::Claim>* evidence, bool& is_open);

}  // namespace mend::ui

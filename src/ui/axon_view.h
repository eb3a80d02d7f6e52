// Impulses along some fibres of the nerve, slowed a thousand times, and all of its axons together at the far
// end.
#pragma once
#include "timeline/live_nerve.h"
#include "ui/widgets.h"

namespace mend::ui {

/// Of the impulse shown `seconds` after any moment: one ms takes a second, then it starts again. ms.
[[nodiscard]] double impulse_time(double seconds);

/// At the cursor, `width` wide, advancing it. Shows `nerve` on the day it was last told of, at an
/// impulse_time().
void draw_axon_view(Look& look, const timeline::LiveNerve& nerve, const params::Scenario& scenario,
                    double time, float width);

}  // namespace mend::ui

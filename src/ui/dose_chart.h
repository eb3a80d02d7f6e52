// What the number of cells changes, under the lens of a scenario, with what must be said of it.
#pragma once
#include "params/scenario.h"
#include "ui/widgets.h"

namespace mend::ui {

/// At the cursor, `width` wide, advancing it. The doses of the scenario stand on the curve.
void draw_dose_chart(Look& look, const params::Scenario& scenario, float width);

}  // namespace mend::ui

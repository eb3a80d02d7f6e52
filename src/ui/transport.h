// The bottom bar: play, pause, step, scrub with what has been computed so far, speed, and the day in weeks
// and months.
#pragma once
#include <string>

#include "params/scenario.h"
#include "timeline/timeline.h"
#include "ui/session.h"
#include "ui/widgets.h"

namespace mend::ui {

/// "Week 12", and "month 2.8, day 84".
[[nodiscard]] std::string week_text(double day);
[[nodiscard]] std::string month_text(double day);

/// The next speed of the ladder, in days a second; direction +1 or -1. Stays at the ends.
[[nodiscard]] double next_speed(double speed, int direction);
/// "1 week a second".
[[nodiscard]] std::string speed_text(double speed);

/// One step: a day in the first fortnight, then a week; back to the step before. Stays within 0 and `last`.
[[nodiscard]] double stepped(double day, int direction, double last);

/// Chart and transport within `area`, in a plate of their own. `timeline` may be null.
void draw_bottom(Look& look, const Rect& area, bool with_chart, const params::Scenario& scenario,
                 const timeline::Timeline* timeline, Transport& transport);

}  // namespace mend::ui

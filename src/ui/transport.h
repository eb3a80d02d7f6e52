// The bottom bar: play, pause, step, scrub with what has been computed so far, speed, the day in weeks and
// months, and the curves of one topic.
#pragma once
#include <string>

#include "ui/chart.h"
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

/// In a plate of their own within `area`: the transport, and the chart with its topics unless it is null.
/// `ready`: the last day that has been computed.
void draw_bottom(Look& look, const Rect& area, const Chart* chart, double ready, Session& session);

}  // namespace mend::ui

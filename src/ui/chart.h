// Draws the curves of a run over its months, with what may lie beside them: a band, single people, another
// arm.
#pragma once
#include <string>
#include <vector>

#include "ui/curves.h"
#include "ui/session.h"
#include "ui/widgets.h"

namespace mend::ui {

/// Days along the screen; chart and scrub bar share it.
struct TimeAxis {
  float left = 0, right = 1;
  double horizon = 730.5;

  [[nodiscard]] float x(double day) const;
  [[nodiscard]] double day(float x) const;
};

/// Places labels of one height so that none overlap, as near as can be to where they belong. Sorted as given.
[[nodiscard]] std::vector<float> spread(std::vector<float> wanted, float height, float low, float high);

/// How strongly the curves are drawn after the day shown.
inline constexpr float kComing = 0.75f;
/// Above the plot: the heading, and the titles of the axes.
inline constexpr float kChartHead = 48;

/// The plot; its axes stand beside it, heading and titles above it, the names of the curves right of the
/// right axis. `room` is the right end of all that.
void draw_chart(Look& look, const Rect& plot, float room, const TimeAxis& axis, const Chart& chart,
                const Session& session);

}  // namespace mend::ui

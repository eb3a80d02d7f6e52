// The curves of a run over its months: pain and inflammation 0-10 on the left axis, repair 0-100 % on the
// right. Named where they end, valued at the day shown.
#pragma once
#include <string>
#include <vector>

#include "params/scenario.h"
#include "timeline/timeline.h"
#include "ui/widgets.h"

namespace mend::ui {

/// Days along the screen; chart and scrub bar share it.
struct TimeAxis {
  float left = 0, right = 1;
  double horizon = 730.5;

  [[nodiscard]] float x(double day) const;
  [[nodiscard]] double day(float x) const;
};

/// One curve: shares 0-1 of its full scale, a point a keyframe.
struct Curve {
  std::string name;
  ImVec4 colour;
  std::vector<ImVec2> points;  // day, share
  std::string value;           // at the day shown
  float share = 0;             // at the day shown
  float end = 0;               // last share, where the name goes
  bool is_percent = false;     // read on the right axis
};

/// What is worth drawing of this run. Repair is the fill of the defect, or without a defect the axons
/// reconnected.
[[nodiscard]] std::vector<Curve> curves(const params::Scenario& scenario, const timeline::Timeline& timeline,
                                        double day, const Tokens& tokens);

/// Places labels of one height so that none overlap, as near as can be to where they belong. Sorted as given.
[[nodiscard]] std::vector<float> spread(std::vector<float> wanted, float height, float low, float high);

/// How strongly the curves are drawn after the day shown.
inline constexpr float kComing = 0.75f;

/// The plot; its axes stand beside it, their titles above it, the names of the curves right of the right
/// axis.
void draw_chart(Look& look, const Rect& plot, const TimeAxis& axis, const std::vector<Curve>& lines,
                double day);

}  // namespace mend::ui

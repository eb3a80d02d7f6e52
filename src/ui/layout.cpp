#include "ui/layout.h"

#include <algorithm>

namespace mend::ui {
namespace {

constexpr float kMargin = 12, kGap = 8;
constexpr float kDrawerWidth = 376, kToolsWidth = 260, kToolsHeight = 56;
constexpr float kTitleWidth = 384, kLensWidth = 480, kTopHeight = 112;
constexpr float kNarrowTitle = 320, kNarrowLens = 330;
constexpr float kViewsWidth = 182, kViewsHeight = 214;
constexpr float kTransportHeight = 124, kChartHeight = 122, kLowChartHeight = 100;
constexpr float kLowWindow = 700;  // below it the chart is lower, so that the views still fit
constexpr float kLegendHeight = 100;
constexpr float kWarningWidth = 284;  // a title plate cannot be narrower than the warning in it

Rect at(float left, float top, float width, float height) {
  return {{left, top}, {left + width, top + height}};
}

Rect scaled(const Rect& rect, float scale) {
  return {{rect.low.x * scale, rect.low.y * scale}, {rect.high.x * scale, rect.high.y * scale}};
}

}  // namespace

bool has_room_for_drawer(ImVec2 size, float scale) {
  return size.x / scale >= 1100;
}

Layout lay_out(ImVec2 size, float scale, bool is_drawer_open) {
  const float width = size.x / scale, height = size.y / scale;
  Layout layout;
  layout.has_bottom = width >= 420 && height >= 190;
  layout.has_top = width >= 420 && height >= 300;
  layout.has_drawer = is_drawer_open && width >= 760 && height >= 400;
  const float free_right = layout.has_drawer ? width - kMargin - kDrawerWidth - kMargin : width - kMargin;
  layout.has_chart = layout.has_bottom && height >= 520 && free_right >= 640;
  const float tools_width = layout.has_drawer ? kDrawerWidth : kToolsWidth;
  layout.tools = at(width - kMargin - tools_width, kMargin, tools_width, kToolsHeight);
  layout.drawer = at(width - kMargin - kDrawerWidth, kMargin + kToolsHeight + kGap, kDrawerWidth,
                     height - 2 * kMargin - kToolsHeight - kGap);

  // The lens stands beside the title where both fit, if need be both narrower, else under it.
  const float top_right = layout.has_drawer ? free_right : layout.tools.low.x - kMargin;
  const float room = top_right - kMargin;
  const bool is_narrow = room < kTitleWidth + kMargin + kLensWidth * 0.8f;
  const bool is_stacked = room < kNarrowTitle + kMargin + kNarrowLens;
  const float title_width = std::min(room, is_narrow && !is_stacked ? kNarrowTitle : kTitleWidth);
  layout.title = at(kMargin, kMargin, title_width, kTopHeight);
  const float lens_width = std::min(room - title_width - kMargin, kLensWidth);
  layout.lens = is_stacked ? at(kMargin, layout.title.high.y + kGap, title_width, kTopHeight)
                           : at(top_right - lens_width, kMargin, lens_width, kTopHeight);
  const float top = is_stacked ? layout.lens.high.y : layout.title.high.y;

  const float bottom_height = kTransportHeight + (!layout.has_chart     ? 0
                                                  : height < kLowWindow ? kLowChartHeight
                                                                        : kChartHeight);
  layout.bottom = at(kMargin, height - kMargin - bottom_height, free_right - kMargin, bottom_height);
  layout.has_top = layout.has_top && title_width >= kWarningWidth && top + kGap <= layout.bottom.low.y;
  layout.views = at(kMargin, top + kGap, kViewsWidth, kViewsHeight);
  layout.has_views = layout.has_top && layout.views.high.y + kGap <= layout.bottom.low.y;
  layout.legend = at(kMargin, layout.views.high.y + kGap, kViewsWidth, kLegendHeight);
  layout.has_legend = layout.has_views && layout.legend.high.y + kGap <= layout.bottom.low.y;
  layout.free = {{layout.has_views ? layout.views.high.x + kMargin : kMargin, layout.has_top ? top : kMargin},
                 {free_right, layout.has_bottom ? layout.bottom.low.y : height - kMargin}};
  const float free_height = layout.free.height();
  if (layout.has_top && layout.has_bottom && free_height >= 80) {
    layout.centre = layout.free.centre();
    // The ends of the bones may go under the plates; half of what they take is given back.
    layout.share = (1 + free_height / height) / 2;
  } else {
    layout.centre = {width / 2, height / 2};
  }

  for (Rect* rect : {&layout.title, &layout.lens, &layout.tools, &layout.views, &layout.legend,
                     &layout.drawer, &layout.bottom, &layout.free})
    *rect = scaled(*rect, scale);
  layout.centre = {layout.centre.x * scale, layout.centre.y * scale};
  return layout;
}

}  // namespace mend::ui

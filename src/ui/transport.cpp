#include "ui/transport.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/units.h"
#include "ui/compare_page.h"

namespace mend::ui {
namespace {

constexpr std::array kSpeeds = {0.5, 1.0, 3.5, 7.0, 14.0, 30.0, 60.0, 120.0};

struct SpeedName {
  double speed;
  const char* text;
};
constexpr std::array kSpeedNames = {SpeedName{0.5, "12 hours/s"},  SpeedName{1.0, "1 day/s"},
                                    SpeedName{3.5, "½ week/s"},    SpeedName{7.0, "1 week/s"},
                                    SpeedName{14.0, "2 weeks/s"},  SpeedName{30.0, "1 month/s"},
                                    SpeedName{60.0, "2 months/s"}, SpeedName{120.0, "4 months/s"}};

const char* treatment(params::EventKind kind) {
  switch (kind) {
    case params::EventKind::saline:
      return "salt water";
    case params::EventKind::cells:
      return "stem cells";
    case params::EventKind::steroid:
      return "steroid";
    case params::EventKind::implant:
      return "implant with cells";
    case params::EventKind::chondrocytes:
      return "cartilage cells";
    case params::EventKind::microfracture:
      return "small holes in the bone";
  }
  return "";
}

/// Treatments stand on the scrub bar as drops.
void draw_events(Look& look, const TimeAxis& axis, float y, const params::Scenario& scenario) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float side = look.px(6);
  for (const params::Event& event : scenario.regimen) {
    const ImVec2 at{axis.x(event.day), y - look.px(15)};
    list.AddTriangleFilled({at.x - side, at.y - side}, {at.x + side, at.y - side}, {at.x, at.y + side * 0.6f},
                           packed(look.tokens.text));
    const Rect near{{at.x - side * 1.5f, at.y - side * 1.5f}, {at.x + side * 1.5f, at.y + side * 1.5f}};
    if (ImGui::IsWindowHovered() && near.has(ImGui::GetIO().MousePos)) {
      char words[96];
      std::snprintf(words, sizeof words, "Day %.0f: %s", event.day, treatment(event.kind));
      tip(look, words);
    }
  }
}

void draw_months(const Look& look, const TimeAxis& axis, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double months = axis.horizon / kMonth;
  const double room = static_cast<double>(axis.right - axis.left) / static_cast<double>(look.px(84));
  double every = 1;
  for (const double step : {1.0, 3.0, 6.0, 12.0, 24.0}) {
    every = step;
    if (months / step <= room) break;
  }
  for (double month = 0; month <= months + 0.01; month += every) {
    const float x = axis.x(month * kMonth);
    list.AddRectFilled({x - look.px(0.5f), y - look.px(4)}, {x + std::max(1.0f, look.px(0.5f)), y},
                       packed(look.tokens.line));
    char words[32];
    std::snprintf(words, sizeof words, month == 0 ? "%.0f months" : "%.0f", month);
    text_at(list, look.fonts.small, {x, y}, look.tokens.muted, words, month == 0 ? 0.0f : 0.5f);
  }
}

/// The bar, and the plot above it, are one place to drag the day.
void draw_scrub(Look& look, const Rect& area, float bar_y, const TimeAxis& axis, double ready,
                Transport& transport) {
  ImGui::SetCursorScreenPos({axis.left - look.px(10), area.low.y});
  ImGui::InvisibleButton("scrub", {axis.right - axis.left + look.px(20), std::max(1.0f, area.height())});
  const bool held = ImGui::IsItemActive(), hovered = ImGui::IsItemHovered();
  if (hovered || held) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (held) transport.day = axis.day(ImGui::GetIO().MousePos.x);
  const float hover = eased(look, ImGui::GetID("hover"), hovered || held);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float half = look.px(2.5f), now = axis.x(transport.day);
  list.AddRectFilled({axis.left, bar_y - half}, {axis.right, bar_y + half}, packed(look.tokens.raised), half);
  list.AddRectFilled({axis.left, bar_y - half}, {axis.x(ready), bar_y + half}, packed(look.tokens.line),
                     half);
  list.AddRectFilled({axis.left, bar_y - half}, {now, bar_y + half}, packed(look.tokens.accent), half);
  list.AddCircleFilled({now, bar_y}, look.px(9) + look.px(5) * hover,
                       packed(look.tokens.accent, 0.25f * hover));
  list.AddCircleFilled({now, bar_y}, look.px(9), packed(look.tokens.accent));
}

void draw_clock(Look& look, const Rect& area, double last, Transport& transport) {
  ImGui::SetCursorScreenPos(area.low);
  text(look.fonts.clock, look.tokens.text, week_text(transport.day));
  ImGui::SetCursorScreenPos({area.low.x, area.low.y + look.fonts.clock->FontSize});
  text(look.fonts.small, look.tokens.muted, month_text(transport.day));
  const float play = look.px(44), side = look.px(36), gap = look.px(8), bottom = area.high.y;
  ImGui::SetCursorScreenPos({area.low.x, bottom - play});
  if (icon_button(look, "play", transport.playing ? Icon::pause : Icon::play,
                  transport.playing ? "Pause (Space)" : "Play (Space)", play, true))
    transport.playing = !transport.playing;
  ImGui::SetCursorScreenPos({area.low.x + play + gap, bottom - (play + side) / 2});
  if (icon_button(look, "back", Icon::step_back, "One step back (,)", side))
    transport.playing = false, transport.day = stepped(transport.day, -1, last);
  ImGui::SetCursorScreenPos({area.low.x + play + side + 2 * gap, bottom - (play + side) / 2});
  if (icon_button(look, "on", Icon::step_forward, "One step on (.)", side))
    transport.playing = false, transport.day = stepped(transport.day, +1, last);
}

void draw_speed(Look& look, const Rect& area, Transport& transport) {
  const float side = look.px(32), y = area.high.y - side;
  ImGui::SetCursorScreenPos({area.low.x, y});
  if (icon_button(look, "slower", Icon::minus, "Slower ([)", side))
    transport.speed = next_speed(transport.speed, -1);
  text_at(*ImGui::GetWindowDrawList(), look.fonts.small,
          {area.centre().x, y + (side - look.fonts.small->FontSize) / 2}, look.tokens.text,
          speed_text(transport.speed), 0.5f);
  ImGui::SetCursorScreenPos({area.high.x - side, y});
  if (icon_button(look, "faster", Icon::plus, "Faster (])", side))
    transport.speed = next_speed(transport.speed, +1);
}

/// The topics of the curves, three under one another, then a second column.
void draw_topics(Look& look, const Rect& area, Session& session) {
  const params::Arm arm = compared_arm(session).value_or(params::Arm::as_given);
  const std::vector<Topic> offered = topics(session.scenario, arm);
  const Topic shown = topic_of(session.scenario, arm, session.reading.topic);
  constexpr std::size_t kRows = 3;
  const float gap = look.px(5), columns = offered.size() > kRows ? 2 : 1;
  const ImVec2 size{(area.width() - (columns - 1) * gap) / columns,
                    std::min((area.height() - 2 * gap) / static_cast<float>(kRows), look.px(34))};
  ImGui::PushFont(look.fonts.small);
  for (std::size_t i = 0; i < offered.size(); ++i) {
    ImGui::SetCursorScreenPos({area.low.x + static_cast<float>(i / kRows) * (size.x + gap),
                               area.low.y + static_cast<float>(i % kRows) * (size.y + gap)});
    const std::string label(name(offered[i]));
    if (button(look, label.c_str(), size, offered[i] == shown)) session.reading.topic = offered[i];
  }
  ImGui::PopFont();
}

}  // namespace

std::string week_text(double day) {
  return "Week " + std::to_string(static_cast<int>(std::floor(day / kWeek + 1e-9)));
}

std::string month_text(double day) {
  char words[48];
  std::snprintf(words, sizeof words, "Month %.1f · day %.0f", day / kMonth, std::floor(day + 1e-9));
  return words;
}

double next_speed(double speed, int direction) {
  if (direction > 0) {
    for (const double next : kSpeeds)
      if (next > speed * 1.01) return next;
    return kSpeeds.back();
  }
  for (std::size_t i = kSpeeds.size(); i-- > 0;)
    if (kSpeeds[i] < speed * 0.99) return kSpeeds[i];
  return kSpeeds.front();
}

std::string speed_text(double speed) {
  for (const SpeedName& named : kSpeedNames)
    if (std::fabs(named.speed - speed) < 0.01 * speed) return named.text;
  char words[32];
  std::snprintf(words, sizeof words, "%.1f days/s", speed);
  return words;
}

double stepped(double day, int direction, double last) {
  const double step = day + 0.5 * direction < 14 ? 1 : kWeek;
  const double grid = direction > 0 ? std::floor(day / step + 1e-6) + 1 : std::ceil(day / step - 1e-6) - 1;
  return std::clamp(grid * step, 0.0, last);
}

void draw_bottom(Look& look, const Rect& area, const Chart* chart, double ready, Session& session) {
  begin_plate(look, "bottom", area, kPlateOpacity, {0, 0});
  const float pad = look.px(16), edge = look.px(12), left_width = look.px(164), axis_width = look.px(56);
  // Without room for both, the speed gives way to the days.
  const bool has_speed = area.width() >= look.px(600);
  const float right_width = look.px(has_speed ? 206 : 20);
  const Rect inner{{area.low.x + pad, area.low.y + edge}, {area.high.x - pad, area.high.y - edge}};
  const TimeAxis axis{inner.low.x + left_width + axis_width, inner.high.x - right_width,
                      session.scenario.horizon};
  const float bar_y = inner.high.y - look.px(30);
  if (chart) {
    const Rect plot{{axis.left, inner.low.y + look.px(kChartHead)}, {axis.right, bar_y - look.px(26)}};
    draw_chart(look, plot, inner.high.x, axis, *chart, session);
  }
  Transport& transport = session.transport;
  const float scrub_top = inner.low.y + look.px(chart ? kChartHead : 0);
  draw_scrub(look, {{axis.left, scrub_top}, {axis.right, inner.high.y}}, bar_y, axis, ready, transport);
  draw_events(look, axis, bar_y, session.scenario);
  draw_months(look, axis, bar_y + look.px(12));
  const Rect left{inner.low, {inner.low.x + left_width, inner.high.y}};
  draw_clock(look, left, session.scenario.horizon, transport);
  if (chart)
    draw_topics(look, {{left.low.x, left.low.y + look.px(56)}, {left.high.x, left.high.y - look.px(54)}},
                session);
  if (has_speed) draw_speed(look, {{axis.right + look.px(28), inner.low.y}, inner.high}, transport);
  ImGui::End();
}

}  // namespace mend::ui

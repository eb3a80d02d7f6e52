#include "ui/dose_chart.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "timeline/dose_curve.h"
#include "ui/topics.h"

namespace mend::ui {
namespace {

constexpr float kHeight = 96;

ImVec2 place(const Rect& plot, double dose, double largest, double effect) {
  return {plot.low.x + static_cast<float>(std::clamp(dose / largest, 0.0, 1.0)) * plot.width(),
          plot.high.y - static_cast<float>(std::clamp(effect, 0.0, 1.0)) * plot.height()};
}

void draw_axes(const Look& look, ImDrawList& list, const Rect& plot, double largest) {
  for (const float y : {plot.low.y, plot.high.y})
    list.AddRectFilled({plot.low.x, y}, {plot.high.x, y + std::max(1.0f, look.px(1))},
                       packed(look.tokens.line, 0.7f));
  ImFont* font = look.fonts.small;
  const float below = plot.high.y + look.px(4);
  text_at(list, font, {plot.low.x, below}, look.tokens.muted, "0");
  text_at(list, font, {plot.low.x + plot.width() / 2, below}, look.tokens.muted, "cells", 0.5f);
  text_at(list, font, {plot.high.x, below}, look.tokens.muted, grouped(largest / 1e6) + " million", 1);
  text_at(list, font, {plot.low.x, plot.low.y - font->FontSize - look.px(2)}, look.tokens.muted,
          "more effect");
}

void draw_curve(const Look& look, ImDrawList& list, const Rect& plot,
                const std::vector<timeline::DosePoint>& points) {
  const double largest = points.back().dose;
  std::vector<ImVec2> line;
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const timeline::DosePoint& b = points[i];
    line.push_back(place(plot, b.dose, largest, b.effect));
    if (i == 0) continue;
    const timeline::DosePoint& a = points[i - 1];
    list.AddQuadFilled(place(plot, a.dose, largest, a.low), place(plot, a.dose, largest, a.high),
                       place(plot, b.dose, largest, b.high), place(plot, b.dose, largest, b.low),
                       packed(look.tokens.accent, 0.2f));
  }
  list.Flags = flags;
  list.AddPolyline(line.data(), static_cast<int>(line.size()), packed(look.tokens.accent), 0, look.px(2.5f));
}

/// The doses of the scenario, each on the curve.
void draw_doses(const Look& look, ImDrawList& list, const Rect& plot, const params::Scenario& scenario,
                const std::vector<timeline::DosePoint>& points) {
  for (const params::Event& event : scenario.regimen) {
    if (!gives_cells(event.kind)) continue;
    const auto after = std::ranges::lower_bound(points, event.dose, {}, &timeline::DosePoint::dose);
    const timeline::DosePoint& near = after == points.end() ? points.back() : *after;
    const ImVec2 dot = place(plot, event.dose, points.back().dose, near.effect);
    list.AddLine({dot.x, plot.high.y}, dot, packed(look.tokens.text, 0.6f), std::max(1.0f, look.px(1)));
    list.AddCircleFilled(dot, look.px(5), packed(look.tokens.panel));
    list.AddCircleFilled(dot, look.px(3.5f), packed(look.tokens.text));
  }
}

std::string sentence(std::string_view label) {
  std::string words(label);
  words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  return words + ".";
}

}  // namespace

void draw_dose_chart(Look& look, const params::Scenario& scenario, float width) {
  const timeline::DoseCurve curve = timeline::dose_curve(scenario);
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float letters = look.fonts.small->FontSize;
  const Rect plot{{low.x, low.y + letters + look.px(4)},
                  {low.x + width, low.y + letters + look.px(4) + look.px(kHeight)}};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_axes(look, list, plot, curve.points.back().dose);
  draw_curve(look, list, plot, curve.points);
  draw_doses(look, list, plot, scenario, curve.points);
  ImGui::SetCursorScreenPos({low.x, plot.high.y + letters + look.px(8)});
  text(look.fonts.small, look.tokens.caution, sentence(curve.label), width);
}

}  // namespace mend::ui

#include "ui/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "scene/palette.h"

namespace mend::ui {
namespace {

ImVec4 opaque(glm::vec3 colour) {
  return {colour.x, colour.y, colour.z, 1};
}

std::string printed(const char* format, double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}

/// The same tissue colour, dark enough to read on a light panel.
ImVec4 line_colour(const scene::TissueColour& tissue, const Tokens& tokens) {
  const ImVec4 base = opaque(tissue.base);
  return contrast(base, tokens.panel) >= 3 ? base : opaque(tissue.shade);
}

void draw_area(ImDrawList& list, const Rect& plot, const TimeAxis& axis, const Curve& curve) {
  const ImU32 colour = packed(curve.colour, 0.13f);
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // else the seams between the strips show
  for (std::size_t i = 1; i < curve.points.size(); ++i) {
    const ImVec2 &a = curve.points[i - 1], &b = curve.points[i];
    const float ax = axis.x(a.x), bx = axis.x(b.x);
    list.AddQuadFilled({ax, plot.high.y}, {ax, plot.high.y - a.y * plot.height()},
                       {bx, plot.high.y - b.y * plot.height()}, {bx, plot.high.y}, colour);
  }
  list.Flags = flags;
}

void draw_line(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis,
               const Curve& curve) {
  std::vector<ImVec2> line;
  line.reserve(curve.points.size());
  for (const ImVec2& point : curve.points)
    line.push_back({axis.x(point.x), plot.high.y - point.y * plot.height()});
  list.AddPolyline(line.data(), static_cast<int>(line.size()), packed(curve.colour), 0, look.px(2.5f));
}

void draw_grid(const Look& look, ImDrawList& list, const Rect& plot) {
  const ImFont& font = *look.fonts.small;
  for (int step = 0; step <= 2; ++step) {
    const float y = std::round(plot.high.y - plot.height() * static_cast<float>(step) / 2);
    list.AddRectFilled({plot.low.x, y}, {plot.high.x, y + std::max(1.0f, look.px(1))},
                       packed(look.tokens.line, 0.7f));
    constexpr std::array<const char*, 3> kSteps = {"0", "5 · 50 %", "10 · 100 %"};
    text_at(list, look.fonts.small, {plot.low.x - look.px(8), y - font.FontSize / 2}, look.tokens.muted,
            kSteps[static_cast<std::size_t>(step)], 1);
  }
}

void draw_labels(const Look& look, ImDrawList& list, const Rect& plot, const std::vector<Curve>& lines) {
  const float height = look.fonts.small->FontSize;
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto y_of = [&](std::size_t i) { return plot.high.y - lines[i].end * plot.height(); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return y_of(a) < y_of(b); });
  std::vector<float> wanted;
  for (const std::size_t i : order) wanted.push_back(y_of(i) - height / 2);
  const auto places = spread(wanted, height + look.px(2), plot.low.y - height / 2, plot.high.y + height);
  for (std::size_t k = 0; k < order.size(); ++k) {
    const Curve& curve = lines[order[k]];
    const float x = plot.high.x + look.px(20), middle = places[k] + height / 2;
    list.AddLine({plot.high.x + look.px(2), y_of(order[k])}, {x - look.px(4), middle},
                 packed(curve.colour, 0.6f), look.px(1.5f));
    text_at(list, look.fonts.small, {x, places[k]}, look.tokens.muted, curve.name);
    const float after = x + text_size(look.fonts.small, curve.name + " ").x;
    text_at(list, look.fonts.small, {after, places[k]}, look.tokens.text, curve.value);
  }
}

}  // namespace

float TimeAxis::x(double day) const {
  return left + static_cast<float>(std::clamp(day / horizon, 0.0, 1.0)) * (right - left);
}

double TimeAxis::day(float at) const {
  if (right <= left) return 0;
  return std::clamp(static_cast<double>(at - left) / static_cast<double>(right - left), 0.0, 1.0) * horizon;
}

std::vector<Curve> curves(const params::Scenario& scenario, const timeline::Timeline& timeline, double day,
                          const Tokens& tokens) {
  const bool has_lesion = scenario.lesion.diameter > 0;
  const bool has_nerve = scenario.nerve.injury != params::NerveInjuryKind::none;
  const auto pain = [](const sim::State& s) { return s.pain / 10; };
  const auto inflammation = [](const sim::State& s) { return s.joint.synovitis; };
  const auto repair = [&](const sim::State& s) { return has_lesion ? s.defect.fill : s.nerve.reconnected; };
  std::vector<Curve> result;
  const auto add = [&](std::string name, const ImVec4& colour, const auto& read, const char* format,
                       double full) {
    Curve curve{std::move(name), colour, {}, {}, 0, 0};
    for (const auto& key : timeline.keyframes())
      curve.points.push_back(
          {static_cast<float>(key->day), static_cast<float>(std::clamp(read(*key), 0.0, 1.0))});
    const double now = std::clamp(read(timeline.at(day)), 0.0, 1.0);
    curve.value = printed(format, now * full);
    curve.share = static_cast<float>(now);
    curve.end = curve.points.back().y;
    result.push_back(std::move(curve));
  };
  if (timeline.ready_until() < 0) return result;
  if (has_lesion)
    add("Defect filled", line_colour(scene::colour(scene::Material::repair), tokens), repair, "%.0f %%", 100);
  else if (has_nerve)
    add("Nerve rejoined", line_colour(scene::colour(scene::Accent::axon), tokens), repair, "%.0f %%", 100);
  add("Inflammation", line_colour(scene::colour(scene::Accent::synovium_inflamed), tokens), inflammation,
      "%.1f of 10", 10);
  add("Pain", tokens.text, pain, "%.1f of 10", 10);
  return result;
}

std::vector<float> spread(std::vector<float> wanted, float height, float low, float high) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = std::max(wanted[i], low);
    if (i > 0) wanted[i] = std::max(wanted[i], wanted[i - 1] + height);
  }
  for (std::size_t i = wanted.size(); i-- > 0;) {
    const float limit = i + 1 < wanted.size() ? wanted[i + 1] - height : high - height;
    wanted[i] = std::min(wanted[i], limit);
  }
  return wanted;
}

void draw_chart(Look& look, const Rect& plot, const TimeAxis& axis, const std::vector<Curve>& lines,
                double day) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_grid(look, list, plot);
  list.PushClipRect({plot.low.x - look.px(2), plot.low.y - look.px(2)},
                    {plot.high.x + look.px(2), plot.high.y + look.px(2)}, true);
  for (const Curve& curve : lines) draw_area(list, plot, axis, curve);
  for (const Curve& curve : lines) draw_line(look, list, plot, axis, curve);
  // What is still to come stands back.
  const float now = axis.x(day);
  list.AddRectFilled({now, plot.low.y}, plot.high, packed(look.tokens.panel, 0.5f));
  list.PopClipRect();
  list.AddRectFilled({now - look.px(0.5f), plot.low.y}, {now + std::max(1.0f, look.px(0.5f)), plot.high.y},
                     packed(look.tokens.text, 0.8f));
  for (const Curve& curve : lines) {
    const ImVec2 dot{now, plot.high.y - curve.share * plot.height()};
    list.AddCircleFilled(dot, look.px(5), packed(look.tokens.panel));
    list.AddCircleFilled(dot, look.px(3.5f), packed(curve.colour));
  }
  draw_labels(look, list, plot, lines);
}

}  // namespace mend::ui

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

/// The same tissue colour, as far towards the text's as it takes to be read on a panel.
ImVec4 line_colour(const scene::TissueColour& tissue, const Tokens& tokens) {
  constexpr float kReadable = 4.5f;
  const ImVec4 base = opaque(tissue.base);
  ImVec4 colour = base;
  for (float share = 0; share < 1 && contrast(colour, tokens.panel) < kReadable; share += 0.1f)
    colour = mixed(base, tokens.text, share);
  return colour;
}

float percent_width(const Look& look) {
  return text_size(look.fonts.small, "100 %").x + look.px(8);
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

void draw_line(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis, const Curve& curve,
               float strength) {
  std::vector<ImVec2> line;
  line.reserve(curve.points.size());
  for (const ImVec2& point : curve.points)
    line.push_back({axis.x(point.x), plot.high.y - point.y * plot.height()});
  list.AddPolyline(line.data(), static_cast<int>(line.size()),
                   packed(mixed(look.tokens.panel, curve.colour, strength)), 0, look.px(2.5f));
}

/// Everything of the curves between two places of the time axis.
void draw_stretch(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis,
                  const std::vector<Curve>& lines, float from, float to, float strength) {
  list.PushClipRect({from, plot.low.y - look.px(2)}, {to, plot.high.y + look.px(2)}, true);
  for (const Curve& curve : lines) draw_area(list, plot, axis, curve);
  for (const Curve& curve : lines) draw_line(look, list, plot, axis, curve, strength);
  list.PopClipRect();
}

/// Grid, the left axis 0-10 and, where a curve is read on it, the right axis in percent.
void draw_axes(const Look& look, ImDrawList& list, const Rect& plot, const std::vector<Curve>& lines) {
  ImFont* font = look.fonts.small;
  const auto percent =
      std::find_if(lines.begin(), lines.end(), [](const Curve& curve) { return curve.is_percent; });
  constexpr std::array<const char*, 3> kScore = {"0", "5", "10"}, kPercent = {"0 %", "50 %", "100 %"};
  for (std::size_t step = 0; step <= 2; ++step) {
    const float y = std::round(plot.high.y - plot.height() * static_cast<float>(step) / 2);
    list.AddRectFilled({plot.low.x, y}, {plot.high.x, y + std::max(1.0f, look.px(1))},
                       packed(look.tokens.line, 0.7f));
    const float top = y - font->FontSize / 2;
    text_at(list, font, {plot.low.x - look.px(8), top}, look.tokens.muted, kScore[step], 1);
    if (percent != lines.end())
      text_at(list, font, {plot.high.x + percent_width(look), top}, percent->colour, kPercent[step], 1);
  }
  const float above = plot.low.y - font->FontSize - look.px(10);
  const char* score = "Pain, inflammation: 0 to 10";
  text_at(list, font, {plot.low.x, above}, look.tokens.muted, score);
  if (percent == lines.end()) return;
  const std::string share = percent->name + ": %";
  if (text_size(font, score).x + text_size(font, share).x + look.px(20) < plot.width())
    text_at(list, font, {plot.high.x, above}, percent->colour, share, 1);
}

/// Curves by where they stand, the highest first, and the tops of labels beside them.
struct Places {
  std::vector<std::size_t> order;
  std::vector<float> tops;
};

Places places_of(const Rect& plot, const std::vector<Curve>& lines, float Curve::*share, float height) {
  Places places;
  places.order.resize(lines.size());
  std::iota(places.order.begin(), places.order.end(), std::size_t{0});
  std::stable_sort(places.order.begin(), places.order.end(),
                   [&](std::size_t a, std::size_t b) { return lines[a].*share > lines[b].*share; });
  std::vector<float> wanted;
  for (const std::size_t i : places.order)
    wanted.push_back(plot.high.y - lines[i].*share * plot.height() - height / 2);
  places.tops = spread(wanted, height, plot.low.y - height / 2, plot.high.y + height / 2);
  return places;
}

void draw_names(const Look& look, ImDrawList& list, const Rect& plot, const std::vector<Curve>& lines) {
  const Places places = places_of(plot, lines, &Curve::end, look.fonts.small->FontSize + look.px(2));
  const float x = plot.high.x + percent_width(look) + look.px(14);
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const Curve& curve = lines[places.order[k]];
    list.AddCircleFilled({plot.high.x, plot.high.y - curve.end * plot.height()}, look.px(3),
                         packed(curve.colour));
    text_at(list, look.fonts.small, {x, places.tops[k]}, curve.colour, curve.name);
  }
}

/// The values at the day shown, beside their dots: right of them while there is room.
void draw_values(const Look& look, ImDrawList& list, const Rect& plot, float now,
                 const std::vector<Curve>& lines) {
  ImFont* font = look.fonts.small;
  const float pad = look.px(5), gap = look.px(9), height = font->FontSize + look.px(4);
  float widest = 0;
  for (const Curve& curve : lines) widest = std::max(widest, text_size(font, curve.value).x + 2 * pad);
  const bool is_left = now + gap + widest > plot.high.x;
  const Places places = places_of(plot, lines, &Curve::share, height + look.px(2));
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const Curve& curve = lines[places.order[k]];
    const ImVec2 size{text_size(font, curve.value).x + 2 * pad, height};
    const ImVec2 low{is_left ? now - gap - size.x : now + gap, places.tops[k]};
    list.AddRectFilled(low, {low.x + size.x, low.y + size.y}, packed(look.tokens.panel, 0.92f), look.px(5));
    list.AddRect(low, {low.x + size.x, low.y + size.y}, packed(curve.colour, 0.6f), look.px(5));
    text_at(list, font, {low.x + pad, low.y + look.px(2)}, curve.colour, curve.value);
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
    Curve curve{std::move(name), colour, {}, {}, 0, 0, full > 10};
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
      "%.1f", 10);
  add("Pain", tokens.text, pain, "%.1f", 10);
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
  draw_axes(look, list, plot, lines);
  // What is still to come stands back.
  const float now = axis.x(day);
  draw_stretch(look, list, plot, axis, lines, plot.low.x - look.px(2), now, 1);
  draw_stretch(look, list, plot, axis, lines, now, plot.high.x + look.px(2), kComing);
  list.AddRectFilled({now - look.px(0.5f), plot.low.y}, {now + std::max(1.0f, look.px(0.5f)), plot.high.y},
                     packed(look.tokens.text, 0.8f));
  for (const Curve& curve : lines) {
    const ImVec2 dot{now, plot.high.y - curve.share * plot.height()};
    list.AddCircleFilled(dot, look.px(5), packed(look.tokens.panel));
    list.AddCircleFilled(dot, look.px(3.5f), packed(curve.colour));
  }
  draw_names(look, list, plot, lines);
  draw_values(look, list, plot, now, lines);
}

}  // namespace mend::ui

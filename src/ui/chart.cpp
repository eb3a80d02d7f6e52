#include "ui/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "ui/compare_page.h"

namespace mend::ui {
namespace {

/// From days and values to pixels, for one curve.
struct Pen {
  const Rect& plot;
  const TimeAxis& axis;
  const Curve& curve;

  [[nodiscard]] float y(double value) const {
    const auto share = static_cast<float>(std::clamp(value / curve.scale.top, 0.0, 1.0));
    return plot.high.y - share * plot.height();
  }
  [[nodiscard]] ImVec2 at(double day, double value) const { return {axis.x(day), y(value)}; }
};

/// Points nearer than `step` pixels to one that is kept are left out: nobody could see them.
class Polyline {
 public:
  explicit Polyline(float step) : step_(step) {}
  void add(ImVec2 point) {
    // The last point stands until a further one shows that it was not needed.
    if (points_.size() > 1) {
      const ImVec2 kept = points_[points_.size() - 2], last = points_.back();
      if (std::fabs(last.x - kept.x) < step_ && std::fabs(last.y - kept.y) < step_) points_.pop_back();
    }
    points_.push_back(point);
  }
  [[nodiscard]] const std::vector<ImVec2>& points() const { return points_; }
  void draw(ImDrawList& list, ImU32 colour, float width) const {
    list.AddPolyline(points_.data(), static_cast<int>(points_.size()), colour, 0, width);
  }

 private:
  float step_;
  std::vector<ImVec2> points_;
};

Polyline line_of(const Pen& pen, const timeline::Course& course) {
  Polyline line(0.5f);
  for (std::size_t i = 0; i < course.days.size(); ++i) line.add(pen.at(course.days[i], course.values[i]));
  return line;
}

void draw_dashed(ImDrawList& list, const std::vector<ImVec2>& points, ImU32 colour, float width, float dash) {
  float walked = 0;  // along the line, within one dash and the gap behind it
  const float period = dash * 1.7f;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const ImVec2 a = points[i - 1], b = points[i];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const auto between = [&](float way) {
      const float share = length > 0 ? way / length : 0;
      return ImVec2(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    };
    for (float way = 0; way < length;) {
      const bool is_ink = walked < dash;
      const float step = std::min((is_ink ? dash : period) - walked, length - way);
      if (is_ink) list.AddLine(between(way), between(way + step), colour, width);
      way += step;
      walked += step;
      if (walked >= period - 1e-3f) walked = 0;
    }
  }
}

/// A strip from low(i) to high(i) at x(i).
template <typename X, typename Low, typename High>
void draw_strip(ImDrawList& list, std::size_t count, const X& x, const Low& low, const High& high,
                ImU32 colour) {
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // else the seams between the pieces show
  std::size_t last = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (x(i) - x(last) < 1 && i + 1 < count) continue;
    list.AddQuadFilled({x(last), low(last)}, {x(last), high(last)}, {x(i), high(i)}, {x(i), low(i)}, colour);
    last = i;
  }
  list.Flags = flags;
}

void draw_area(ImDrawList& list, const Pen& pen) {
  const timeline::Course& course = pen.curve.course;
  draw_strip(
      list, course.days.size(), [&](std::size_t i) { return pen.axis.x(course.days[i]); },
      [&](std::size_t) { return pen.plot.high.y; }, [&](std::size_t i) { return pen.y(course.values[i]); },
      packed(pen.curve.colour, 0.13f));
}

void draw_band(ImDrawList& list, const Pen& pen, const timeline::Cohort& cohort) {
  const auto& band = cohort.bands[pen.curve.cohort_column];
  draw_strip(
      list, cohort.days.size(), [&](std::size_t i) { return pen.axis.x(cohort.days[i]); },
      [&](std::size_t i) { return pen.y(band[i].low); }, [&](std::size_t i) { return pen.y(band[i].high); },
      packed(pen.curve.colour, 0.2f));
}

void draw_ghosts(const Look& look, ImDrawList& list, const Pen& pen, const timeline::Cohort& cohort) {
  for (const auto& person : cohort.ghosts) {
    Polyline line(look.px(3));
    const auto& values = person[pen.curve.cohort_column];
    for (std::size_t i = 0; i < cohort.days.size(); ++i)
      line.add(pen.at(cohort.days[i], static_cast<double>(values[i])));
    line.draw(list, packed(pen.curve.colour, 0.4f), 1);
  }
}

/// What is drawn of the curves, where and how strongly.
struct Stretch {
  float from = 0, to = 0, strength = 1;
};

void draw_stretch(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis,
                  const Chart& chart, const Reading& reading, const Stretch& stretch) {
  list.PushClipRect({stretch.from, plot.low.y - look.px(2)}, {stretch.to, plot.high.y + look.px(2)}, true);
  const bool has_band = reading.has_band && chart.cohort;
  for (const Curve& curve : chart.curves) {
    const Pen pen{plot, axis, curve};
    if (has_band)
      draw_band(list, pen, *chart.cohort);
    else
      draw_area(list, pen);
    if (reading.has_ghosts && chart.cohort) draw_ghosts(look, list, pen, *chart.cohort);
  }
  for (const Curve& curve : chart.curves) {
    const Pen pen{plot, axis, curve};
    const ImU32 colour = packed(mixed(look.tokens.panel, curve.colour, stretch.strength));
    if (!curve.other.days.empty())
      draw_dashed(list, line_of(pen, curve.other).points(), colour, look.px(2), look.px(7));
    line_of(pen, curve.course).draw(list, colour, look.px(2.5f));
  }
  list.PopClipRect();
}

const Curve* first_on(const Chart& chart, Axis axis) {
  const auto found = std::ranges::find(chart.curves, axis, &Curve::axis);
  return found == chart.curves.end() ? nullptr : &*found;
}

/// What stands beside the grid: nothing, the middle and the top of the scale.
std::array<std::string, 3> marks(const Scale& scale) {
  std::array<std::string, 3> words;
  for (std::size_t step = 0; step < words.size(); ++step) {
    char number[32];
    std::snprintf(number, sizeof number, "%g%s", scale.top * scale.factor * static_cast<double>(step) / 2,
                  scale.after == " %" ? " %" : "");
    words[step] = number;
  }
  return words;
}

/// From the plot to the right edge of the numbers of the right axis.
float right_width(const Look& look, const Chart& chart) {
  const Curve* curve = first_on(chart, Axis::right);
  return curve ? text_size(look.fonts.small, marks(curve->scale)[2]).x + look.px(8) : 0;
}

/// The grid with its numbers, and what they count.
void draw_axes(const Look& look, ImDrawList& list, const Rect& plot, const Chart& chart) {
  ImFont* font = look.fonts.small;
  const Curve *left = first_on(chart, Axis::left), *right = first_on(chart, Axis::right);
  const auto on_left = left ? marks(left->scale) : std::array<std::string, 3>{};
  const auto on_right = right ? marks(right->scale) : std::array<std::string, 3>{};
  for (std::size_t step = 0; step <= 2; ++step) {
    const float y = std::round(plot.high.y - plot.height() * static_cast<float>(step) / 2);
    list.AddRectFilled({plot.low.x, y}, {plot.high.x, y + std::max(1.0f, look.px(1))},
                       packed(look.tokens.line, 0.7f));
    const float top = y - font->FontSize / 2;
    text_at(list, font, {plot.low.x - look.px(8), top}, look.tokens.muted, on_left[step], 1);
    if (right)
      text_at(list, font, {plot.high.x + right_width(look, chart), top}, right->colour, on_right[step], 1);
  }
  const float above = plot.low.y - font->FontSize - look.px(10);
  text_at(list, font, {plot.low.x, above}, look.tokens.muted, chart.left_title);
  const float both = text_size(font, chart.left_title).x + text_size(font, chart.right_title).x;
  if (right && both + look.px(20) < plot.width())
    text_at(list, font, {plot.high.x, above}, right->colour, chart.right_title, 1);
}

/// Words beside the plot, each at its height, pushed apart where they would overlap.
struct Label {
  std::string words;
  ImVec4 colour;
  float y = 0;    // where it belongs
  float top = 0;  // where its words begin
};

void push_apart(std::vector<Label>& labels, float top, float bottom, float height) {
  std::ranges::stable_sort(labels, {}, &Label::y);
  std::vector<float> wanted;
  for (const Label& label : labels) wanted.push_back(label.y - height / 2);
  const auto tops = spread(wanted, height, top, bottom);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i].top = tops[i];
}

void draw_names(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis,
                const Chart& chart, params::Arm arm) {
  std::vector<Label> labels;
  for (const Curve& curve : chart.curves) {
    const float y = Pen{plot, axis, curve}.y(curve.course.values.back());
    list.AddCircleFilled({axis.x(curve.course.days.back()), y}, look.px(3), packed(curve.colour));
    labels.push_back({curve.name, curve.colour, y});
  }
  if (const Curve* main = main_curve(chart); main && !main->other.days.empty())
    labels.push_back({"– – " + std::string(arm_name(arm)), main->colour,
                      Pen{plot, axis, *main}.y(main->other.values.back())});
  const float height = look.fonts.small->FontSize + look.px(2);
  push_apart(labels, plot.low.y - height / 2, plot.high.y + height / 2, height);
  const float x = plot.high.x + right_width(look, chart) + look.px(14);
  for (const Label& label : labels)
    text_at(list, look.fonts.small, {x, label.top}, label.colour, label.words);
}

/// The values at the day shown, beside their dots: right of them while there is room.
void draw_values(const Look& look, ImDrawList& list, const Rect& plot, const TimeAxis& axis,
                 const Chart& chart, double day) {
  ImFont* font = look.fonts.small;
  const float now = axis.x(day), pad = look.px(5), gap = look.px(9), height = font->FontSize + look.px(4);
  std::vector<Label> labels;
  float widest = 0;
  for (const Curve& curve : chart.curves) {
    const double value = timeline::value_at(curve.course, day);
    const ImVec2 dot{now, Pen{plot, axis, curve}.y(value)};
    list.AddCircleFilled(dot, look.px(5), packed(look.tokens.panel));
    list.AddCircleFilled(dot, look.px(3.5f), packed(curve.colour));
    labels.push_back({printed(curve.scale, value), curve.colour, dot.y});
    widest = std::max(widest, text_size(font, labels.back().words).x + 2 * pad);
  }
  const bool is_left = now + gap + widest > plot.high.x;
  const float row = height + look.px(2);
  push_apart(labels, plot.low.y - look.px(2), plot.high.y + row / 2, row);
  for (const Label& label : labels) {
    const ImVec2 size{text_size(font, label.words).x + 2 * pad, height};
    const ImVec2 low{is_left ? now - gap - size.x : now + gap, label.top};
    list.AddRectFilled(low, {low.x + size.x, low.y + size.y}, packed(look.tokens.panel, 0.92f), look.px(5));
    list.AddRect(low, {low.x + size.x, low.y + size.y}, packed(label.colour, 0.6f), look.px(5));
    text_at(list, font, {low.x + pad, low.y + look.px(2)}, label.colour, label.words);
  }
}

/// What the shade behind a curve is, where there is room for it beside the titles of the axes.
void draw_band_key(const Look& look, ImDrawList& list, const Rect& plot, float room) {
  ImFont* font = look.fonts.small;
  const char* words = "Shade: 8 of 10 people";
  const float left = plot.high.x + look.px(14);
  if (left + text_size(font, words).x > room) return;
  text_at(list, font, {left, plot.low.y - font->FontSize - look.px(10)}, look.tokens.muted, words);
}

/// That this is an illustration and of which model; or, beside another arm, what both come to.
void draw_heading(const Look& look, ImDrawList& list, const Rect& line, const Chart& chart,
                  const Session& session) {
  std::string words = "Illustration: ";
  ImVec4 colour = look.tokens.muted;
  const Curve* main = main_curve(chart);
  const params::Arm arm = compared_arm(session).value_or(params::Arm::as_given);
  const std::string sentence = main ? compare(*main, session.scenario, arm).sentence : std::string();
  if (!sentence.empty()) {
    words += sentence;
    colour = look.tokens.text;
  } else {
    words += model(chart.topic, session.scenario);
  }
  text_at(list, look.fonts.small, line.low, colour, fitted(look.fonts.small, words, line.width()));
}

}  // namespace

float TimeAxis::x(double day) const {
  return left + static_cast<float>(std::clamp(day / horizon, 0.0, 1.0)) * (right - left);
}

double TimeAxis::day(float at) const {
  if (right <= left) return 0;
  return std::clamp(static_cast<double>(at - left) / static_cast<double>(right - left), 0.0, 1.0) * horizon;
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

void draw_chart(Look& look, const Rect& plot, float room, const TimeAxis& axis, const Chart& chart,
                const Session& session) {
  if (chart.curves.empty()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = plot.low.y - look.px(kChartHead);
  draw_heading(look, list, {{plot.low.x, top}, {room, plot.low.y}}, chart, session);
  draw_axes(look, list, plot, chart);
  if (session.reading.has_band && chart.cohort) draw_band_key(look, list, plot, room);
  // What is still to come stands back.
  const double day = session.transport.day;
  const float now = axis.x(day);
  const Reading& reading = session.reading;
  draw_stretch(look, list, plot, axis, chart, reading, {plot.low.x - look.px(2), now, 1});
  draw_stretch(look, list, plot, axis, chart, reading, {now, plot.high.x + look.px(2), kComing});
  list.AddRectFilled({now - look.px(0.5f), plot.low.y}, {now + std::max(1.0f, look.px(0.5f)), plot.high.y},
                     packed(look.tokens.text, 0.8f));
  draw_names(look, list, plot, axis, chart, compared_arm(session).value_or(params::Arm::as_given));
  draw_values(look, list, plot, axis, chart, day);
}

}  // namespace mend::ui

#include "ui/icon_array.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace mend::ui {
namespace {

constexpr int kSide = 10;  // dots in a row, and rows
constexpr float kLargestPitch = 14;

/// Filled from the upper left corner; the dots up to `high` are hollow but drawn in the same colour: it may
/// be they as well.
void draw_dots(const Look& look, ImVec2 low, float pitch, int filled, int high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float radius = pitch * 0.38f, stroke = std::max(1.0f, look.px(1.5f));
  for (int i = 0; i < kSide * kSide; ++i) {
    const ImVec2 at{low.x + (static_cast<float>(i % kSide) + 0.5f) * pitch,
                    low.y + (static_cast<float>(i / kSide) + 0.5f) * pitch};
    if (i < filled)
      list.AddCircleFilled(at, radius, packed(look.tokens.accent));
    else if (i < high)
      list.AddCircle(at, radius - stroke / 2, packed(look.tokens.accent), 0, stroke);
    else
      list.AddCircleFilled(at, radius * 0.35f, packed(look.tokens.muted));
  }
}

std::string count_words(int count, const char* arm) {
  return std::to_string(count) + " of 100" + arm;
}

std::string signed_words(double count) {
  return number_text(std::fabs(count)) + (count < 0 ? " fewer" : " more");
}

}  // namespace

std::string range_words(const story::People& people) {
  if (!people.range) return {};
  const story::Interval& range = *people.range;
  if (!people.without)
    return "It may be " + number_text(range.low) + " to " + number_text(range.high) + " of 100.";
  std::string words =
      "Difference: " + signed_words(range.low) + " to " + signed_words(range.high) + " of 100 people";
  words += range.low <= 0 && range.high >= 0 ? ": this could be chance." : ".";
  return words;
}

void draw_people(Look& look, const story::People& people, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float gap = look.px(20);
  const float pitch = std::min(look.px(kLargestPitch), std::floor((width - gap) / (2 * kSide)));
  const float side = pitch * kSide;
  text(look.fonts.small, look.tokens.text, "Of 100 people, so many " + people.what + ":", width);
  const float top = ImGui::GetCursorScreenPos().y;
  const auto draw = [&](float left, int count, int high, const char* arm) {
    draw_dots(look, {left, top}, pitch, count, high);
    text_at(*ImGui::GetWindowDrawList(), look.fonts.small, {left, top + side + look.px(4)}, look.tokens.text,
            count_words(count, arm));
  };
  const bool is_compared = people.without.has_value();
  const int high = people.range && !is_compared ? static_cast<int>(std::lround(people.range->high)) : 0;
  draw(start.x, people.with, high, is_compared ? " with" : "");
  if (is_compared) draw(start.x + side + gap, *people.without, 0, " without");
  ImGui::SetCursorScreenPos({start.x, top + side + look.px(8) + look.fonts.small->FontSize});
  if (const std::string range = range_words(people); !range.empty())
    text(look.fonts.small, look.tokens.muted, range, width);
}

void draw_points(Look& look, const story::Points& points, float width) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = look.px(10), whole = width - look.px(2);
  const auto x = [&](double value) {
    return start.x + whole * static_cast<float>(std::clamp(value / 10, 0.0, 1.0));
  };
  list.AddRect(start, {start.x + whole, start.y + height}, packed(look.tokens.muted), height / 2, 0,
               std::max(1.0f, look.px(1)));
  list.AddRectFilled(start, {x(points.better), start.y + height}, packed(look.tokens.accent), height / 2);
  if (points.range)
    for (const double end : {points.range->low, points.range->high})
      list.AddRectFilled({x(end) - look.px(1), start.y - look.px(3)},
                         {x(end) + look.px(1), start.y + height + look.px(3)}, packed(look.tokens.text));
  ImGui::SetCursorScreenPos({start.x, start.y + height + look.px(6)});
  std::string words = number_text(points.better) + (points.better == 1 ? " point" : " points") +
                      " less pain, on a scale of 0 to 10";
  if (points.range)
    words += " (" + number_text(points.range->low) + " to " + number_text(points.range->high) + ")";
  text(look.fonts.small, look.tokens.text, words, width);
}

}  // namespace mend::ui

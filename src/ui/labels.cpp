#include "ui/labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "anatomy/parts.h"

namespace mend::ui {
namespace {

constexpr float kGap = 0.35f;    // between names, in letters
constexpr float kColumn = 9.5f;  // width of a column, in letters
constexpr int kMostSwaps = 400;  // far more than untangling any column takes

using Column = std::vector<PlacedLabel>;

/// From top to bottom in the order given, each as near to its point as the others and the room allow.
void settle(Column& column, const Rect& free) {
  float top = free.low.y;
  for (PlacedLabel& label : column) {
    label.end.y = std::max(label.point.y, top + label.height / 2);
    top = label.end.y + label.height / 2;
  }
  float bottom = free.high.y;
  for (auto label = column.rbegin(); label != column.rend(); ++label) {
    label->end.y = std::min(label->end.y, bottom - label->height / 2);
    bottom = label->end.y - label->height / 2;
  }
}

/// Two names of a column whose lines cross, as their places in it; none = the column is untangled.
std::optional<std::pair<std::size_t, std::size_t>> crossing(const Column& column, float clear) {
  for (std::size_t i = 0; i < column.size(); ++i)
    for (std::size_t j = i + 1; j < column.size(); ++j)
      if (do_cross(column[i], column[j], clear)) return std::pair{i, j};
  return std::nullopt;
}

/// Swaps names whose lines cross until none do; of two that cross either way round the one that covers less
/// goes.
void untangle(Column& column, const Rect& free, float clear) {
  std::stable_sort(column.begin(), column.end(),
                   [](const auto& a, const auto& b) { return a.point.y < b.point.y; });
  settle(column, free);
  int swaps = 0;
  while (const auto pair = crossing(column, clear)) {
    const auto [i, j] = *pair;
    std::swap(column[i], column[j]);
    settle(column, free);
    if (++swaps < kMostSwaps && !do_cross(column[i], column[j], clear)) continue;
    column.erase(column.begin() + static_cast<std::ptrdiff_t>(column[i].share < column[j].share ? i : j));
    settle(column, free);
  }
}

/// A name broken into lines that fit the column.
std::vector<std::string> lines_of(ImFont* font, float letters, std::string_view name, float width) {
  std::vector<std::string> lines;
  const float scale = letters / font->FontSize;
  while (!name.empty()) {
    const char* end = font->CalcWordWrapPositionA(scale, name.data(), name.data() + name.size(), width);
    auto length = static_cast<std::size_t>(end - name.data());
    if (length == 0) length = name.size();
    lines.emplace_back(name.substr(0, length));
    while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
    name.remove_prefix(length);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
  }
  return lines;
}

}  // namespace

Rect room_between(const Rect& free, float letters) {
  const float column = std::min(kColumn * letters, free.width() * 0.3f);
  return {{free.low.x + column, free.low.y}, {free.high.x - column, free.high.y}};
}

bool wants_names(const scene::View& view) {
  return !view.radiograph && (view.names != scene::Names::none || view.selected);
}

std::vector<scene::LabelPoint> named(std::span<const scene::LabelPoint> points, const scene::View& view) {
  std::vector<scene::LabelPoint> chosen;
  for (const scene::LabelPoint& point : points)
    if (view.names != scene::Names::none || point.part == view.selected) chosen.push_back(point);
  return chosen;
}

scene::Names next_names(scene::Names names) {
  return static_cast<scene::Names>((static_cast<int>(names) + 1) % 3);
}

bool do_cross(const PlacedLabel& a, const PlacedLabel& b, float clear) {
  const auto side = [](ImVec2 from, ImVec2 to, ImVec2 point) {
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
  };
  const auto is_near = [&](const PlacedLabel& line, ImVec2 dot) {
    const ImVec2 along{line.end.x - line.point.x, line.end.y - line.point.y};
    const ImVec2 to{dot.x - line.point.x, dot.y - line.point.y};
    const float length = std::max(along.x * along.x + along.y * along.y, 1e-6f);
    const float at = std::clamp((to.x * along.x + to.y * along.y) / length, 0.0f, 1.0f);
    return std::hypot(to.x - at * along.x, to.y - at * along.y) < clear;
  };
  return is_near(a, b.point) || is_near(b, a.point) ||
         (side(a.point, a.end, b.point) * side(a.point, a.end, b.end) < 0 &&
          side(b.point, b.end, a.point) * side(b.point, b.end, a.end) < 0);
}

std::vector<PlacedLabel> lay_out_labels(std::span<const scene::LabelPoint> points, const Rect& free,
                                        float column, float clear,
                                        const std::function<float(anatomy::PartId)>& height_of) {
  const float left = free.low.x + column, right = free.high.x - column;
  Column sides[2];
  float taken[2] = {0, 0};
  for (const scene::LabelPoint& point : points) {
    const ImVec2 at{point.at.x, point.at.y};
    if (!(at.x > left && at.x < right && at.y > free.low.y && at.y < free.high.y)) continue;
    const bool is_left = at.x < free.centre().x;
    const std::size_t side = is_left ? 0 : 1;
    const float height = height_of(point.part);
    if (taken[side] + height > free.height()) continue;
    taken[side] += height;
    sides[side].push_back({point.part, at, {is_left ? left : right, at.y}, height, point.share, is_left});
  }
  std::vector<PlacedLabel> placed;
  for (Column& side : sides) {
    untangle(side, free, clear);
    placed.insert(placed.end(), side.begin(), side.end());
  }
  return placed;
}

void draw_labels(ImDrawList& list, const Look& look, std::span<const scene::LabelPoint> points,
                 const Rect& free, bool is_latin, float letters) {
  ImFont* font = letters > look.fonts.small->FontSize ? look.fonts.title : look.fonts.small;
  const float column = room_between(free, letters).low.x - free.low.x;
  const auto lines = [&](anatomy::PartId part) {
    const anatomy::PartInfo& info = anatomy::info(part);
    return lines_of(font, letters, is_latin ? info.latin : info.name, column);
  };
  const auto height_of = [&](anatomy::PartId part) {
    return (static_cast<float>(lines(part).size()) + kGap) * letters;
  };
  const ImU32 halo = packed(look.tokens.background, 0.65f), ink = packed(look.tokens.text);
  const float thin = std::max(1.0f, letters / 14);
  const float dot = 2 * thin;  // its radius
  const auto labels = lay_out_labels(points, free, column, 2 * dot, height_of);
  for (const PlacedLabel& label : labels) {
    list.AddLine(label.point, label.end, halo, 3 * thin);
    list.AddCircleFilled(label.point, dot + thin, halo);
  }
  for (const PlacedLabel& label : labels) {
    list.AddLine(label.point, label.end, ink, thin);
    list.AddCircleFilled(label.point, dot, ink);
    const auto words = lines(label.part);
    float widest = 0;
    for (const std::string& line : words)
      widest = std::max(widest,
                        font->CalcTextSizeA(letters, FLT_MAX, 0, line.data(), line.data() + line.size()).x);
    const float pad = letters * 0.25f;
    const float near = label.is_left ? label.end.x - pad : label.end.x + pad;
    const float half = static_cast<float>(words.size()) * letters / 2;
    list.AddRectFilled({label.is_left ? near - widest - pad : near - pad, label.end.y - half},
                       {label.is_left ? near + pad : near + widest + pad, label.end.y + half},
                       packed(look.tokens.background, 0.6f), pad);
    float y = label.end.y - half;
    for (const std::string& line : words) {
      const float width = font->CalcTextSizeA(letters, FLT_MAX, 0, line.data(), line.data() + line.size()).x;
      list.AddText(font, letters, {label.is_left ? near - width : near, y}, ink, line.data(),
                   line.data() + line.size());
      y += letters;
    }
  }
}

}  // namespace mend::ui

#include "ui/axon_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace mend::ui {
namespace {

constexpr float kRow = 22, kCompound = 72;          // heights
constexpr float kDiameters = 68, kConditions = 92;  // widths of the words beside the fibres
constexpr double kPause = 0.5;                      // ms until the next impulse
constexpr double kLowest = -90, kHighest = 40;      // mV of a row
constexpr int kSamples = 120;

/// What became of an axon's impulse and sheath, in words.
struct Condition {
  const char* words;
  ImVec4 colour;
};

Condition condition(const sim::Recorded& fibre, const Tokens& tokens) {
  if (fibre.live.sheath == sim::Sheath::cut) return {"cut", tokens.caution};
  if (fibre.recording.is_blocked) return {"blocked", tokens.caution};
  switch (fibre.live.sheath) {
    case sim::Sheath::thinned:
      return {"sheath thin", tokens.caution};
    case sim::Sheath::renewed:
      return {"new sheath", tokens.accent};
    default:
      return {"healthy", tokens.muted};
  }
}

float along(const Rect& plot, double place) {
  return plot.low.x + plot.width() * static_cast<float>(std::clamp(place / sim::kRecordedLength, 0.0, 1.0));
}

/// One bar an internode, as thick as its sheath.
void draw_sheath(const Look& look, ImDrawList& list, const Rect& row, const sim::Recorded& fibre) {
  const double healthy = sim::fibre_shape(fibre.live.diameter).lamellae;
  const auto& places = fibre.recording.places;
  const ImU32 colour = packed(look.tokens.muted);
  for (std::size_t i = 0; i + 1 < places.size() && places[i] < sim::kRecordedLength; ++i) {
    const double share = std::min(1.0, fibre.live.fibre.internodes[i].lamellae / healthy);
    const float thickness = std::max(1.0f, look.px(4) * static_cast<float>(share));
    const float left = along(row, places[i]) + look.px(0.5f),
                right = along(row, places[i + 1]) - look.px(0.5f);
    list.AddRectFilled({left, row.high.y - thickness}, {std::max(right, left + 1), row.high.y}, colour);
  }
}

void draw_potential(const Look& look, ImDrawList& list, const Rect& row, const sim::Recorded& fibre,
                    double time) {
  const double end = std::min(sim::kRecordedLength, fibre.recording.places.back());
  const float bottom = row.high.y - look.px(5), height = bottom - row.low.y;
  std::array<ImVec2, kSamples> line;
  for (int i = 0; i < kSamples; ++i) {
    const double place = end * i / (kSamples - 1);
    const double level = (fibre.recording.at(time, place) - kLowest) / (kHighest - kLowest);
    line[static_cast<std::size_t>(i)] = {along(row, place),
                                         bottom - height * static_cast<float>(std::clamp(level, 0.0, 1.0))};
  }
  list.AddPolyline(line.data(), kSamples, packed(look.tokens.text), 0, look.px(1.5f));
}

void draw_fibres(const Look& look, ImDrawList& list, const Rect& area, const timeline::LiveNerve& nerve,
                 double time) {
  ImFont* font = look.fonts.small;
  Rect row{{area.low.x + look.px(kDiameters), area.low.y}, {area.high.x - look.px(kConditions), area.low.y}};
  std::vector<const sim::Recorded*> fibres;
  for (const sim::Recorded& fibre : nerve.fibres()) fibres.push_back(&fibre);
  std::ranges::stable_sort(fibres, std::ranges::greater{},
                           [](const sim::Recorded* fibre) { return fibre->live.diameter; });
  for (const sim::Recorded* one : fibres) {
    const sim::Recorded& fibre = *one;
    row.high.y = row.low.y + look.px(kRow - 4);
    char diameter[16];
    std::snprintf(diameter, sizeof diameter, "%.1f µm", fibre.live.diameter);
    const Condition state = condition(fibre, look.tokens);
    const float top = row.high.y - font->FontSize;
    text_at(list, font, {row.low.x - look.px(8), top}, look.tokens.muted, diameter, 1);
    text_at(list, font, {row.high.x + look.px(8), top}, state.colour, state.words);
    draw_sheath(look, list, row, fibre);
    draw_potential(look, list, row, fibre, time);
    row.low.y += look.px(kRow);
  }
}

ImVec2 compound_point(const Rect& plot, double time, double value) {
  return {plot.low.x + plot.width() * static_cast<float>(time / sim::kRecordedTime),
          plot.high.y - plot.height() * static_cast<float>(std::clamp(value, 0.0, 1.0))};
}

void draw_compound_line(ImDrawList& list, const Rect& plot, const std::vector<double>& values, ImU32 colour,
                        float thickness) {
  std::vector<ImVec2> line;
  for (std::size_t i = 0; i < values.size(); ++i)
    line.push_back(compound_point(plot, sim::kRecordingStep * static_cast<double>(i), values[i]));
  list.AddPolyline(line.data(), static_cast<int>(line.size()), colour, 0, thickness);
}

void draw_compound(const Look& look, ImDrawList& list, const Rect& plot, const timeline::LiveNerve& nerve,
                   double time) {
  ImFont* font = look.fonts.small;
  list.AddRectFilled({plot.low.x, plot.high.y}, {plot.high.x, plot.high.y + std::max(1.0f, look.px(1))},
                     packed(look.tokens.line, 0.7f));
  draw_compound_line(list, plot, nerve.healthy_compound(), packed(look.tokens.muted, 0.6f), look.px(1.5f));
  draw_compound_line(list, plot, nerve.compound(), packed(look.tokens.accent), look.px(2.5f));
  const float now = compound_point(plot, std::min(time, sim::kRecordedTime), 0).x;
  list.AddRectFilled({now, plot.low.y}, {now + std::max(1.0f, look.px(1)), plot.high.y},
                     packed(look.tokens.text, 0.6f));
  const float below = plot.high.y + look.px(4);
  char end[16];
  std::snprintf(end, sizeof end, "%.0f ms", sim::kRecordedTime);
  text_at(list, font, {plot.low.x, below}, look.tokens.muted, "0");
  text_at(list, font, {plot.high.x, below}, look.tokens.muted, end, 1);
  text_at(list, font, {plot.high.x, plot.low.y}, look.tokens.muted, "grey: healthy", 1);
}

}  // namespace

double impulse_time(double seconds) {
  return std::fmod(std::max(0.0, seconds), sim::kRecordedTime + kPause);
}

void draw_axon_view(Look& look, const timeline::LiveNerve& nerve, const params::Scenario& scenario,
                    double time, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::size_t shown = nerve.fibres().size();
  std::string title = "Impulses in ";
  title.append(std::to_string(shown))
      .append(" of ")
      .append(std::to_string(scenario.nerve.axons))
      .append(" axons");
  text(look.fonts.strong, look.tokens.text, title);
  text(look.fonts.small, look.tokens.muted,
       "An illustration, a thousand times slowed, over 20 mm of nerve. Model: the double cable of McIntyre, "
       "Richardson "
       "and Grill (2002).",
       width);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect fibres{at, {at.x + width, at.y + look.px(kRow) * static_cast<float>(shown)}};
  if (scenario.nerve.injury != params::NerveInjuryKind::none) {
    const Rect strip{{at.x + look.px(kDiameters), at.y},
                     {at.x + width - look.px(kConditions), fibres.high.y}};
    const float x = along(strip, sim::kRecordedLesion);
    list.AddRectFilled({x, strip.low.y}, {x + std::max(1.0f, look.px(1)), strip.high.y},
                       packed(look.tokens.caution, 0.6f));
  }
  draw_fibres(look, list, fibres, nerve, time);
  ImGui::SetCursorScreenPos({at.x, fibres.high.y + look.px(8)});
  text(look.fonts.small, look.tokens.text, "All axons together at the far end: the compound potential",
       width);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  const Rect plot{{below.x, below.y + look.px(4)}, {below.x + width, below.y + look.px(4 + kCompound)}};
  draw_compound(look, list, plot, nerve, time);
  ImGui::SetCursorScreenPos({at.x, plot.high.y + look.fonts.small->FontSize + look.px(12)});
  text(look.fonts.small, look.tokens.muted,
       "Axons not drawn arrive when a formula fitted to the same model says.", width);
}

}  // namespace mend::ui

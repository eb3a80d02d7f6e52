#include "ui/frame_list.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace mend::ui {
namespace {

constexpr std::array<std::string_view, 3> kQualities = {"low", "medium", "high"};

std::string milliseconds(double number) {
  char words[24];
  std::snprintf(words, sizeof words, "%.2f", number);
  return words;
}

void row(const Look& look, std::string_view name, double number, const ImVec4& colour, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  text_at(list, look.fonts.small, at, colour, name);
  text_at(list, look.fonts.small, {at.x + width, at.y}, colour, milliseconds(number), 1);
  ImGui::Dummy({width, look.fonts.small->FontSize});
}

}  // namespace

std::string granted_text(const FrameReport& report) {
  char words[32];
  std::snprintf(words, sizeof words, ", %.0f %% of the pixels a side",
                100.0 * static_cast<double>(report.share));
  std::string text = "Quality " + std::string(kQualities[static_cast<std::size_t>(report.quality)]);
  if (report.share < 1) text += words;
  return text + ", look " + std::string(report.look);
}

std::string cost_text(const FrameReport& report) {
  return grouped(report.draw_calls) + " draws, " + grouped(static_cast<double>(report.triangles)) +
         " triangles, " + grouped(static_cast<double>(report.instances)) + " instances, " +
         grouped(std::round(static_cast<double>(report.bytes_uploaded) / 1000)) + " kB sent";
}

bool draw_frame_list(Look& look, const FrameReport& report, bool& is_open, float width) {
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Frame");
  ImGui::Dummy({0, look.px(2)});
  switch_row(look, "What a frame costs", is_open, width);
  if (!is_open) return false;
  double sum = 0;
  for (const FrameReport::Pass& pass : report.passes) {
    row(look, pass.name, pass.milliseconds, look.tokens.muted, width);
    sum += pass.milliseconds;
  }
  row(look, report.on_card ? "Together, ms on the graphics card" : "Together, ms, each pass waited for", sum,
      look.tokens.text, width);
  ImGui::Dummy({0, look.px(2)});
  text(look.fonts.small, look.tokens.muted, granted_text(report), width);
  text(look.fonts.small, look.tokens.muted, cost_text(report), width);
  return true;
}

}  // namespace mend::ui

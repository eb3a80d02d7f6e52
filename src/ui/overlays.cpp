#include "ui/overlays.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace mend::ui {
namespace {

void draw_bar(const Look& look, ImDrawList& list, const Rect& bar, double progress) {
  const float half = bar.height() / 2;
  const float filled = bar.low.x + bar.width() * static_cast<float>(std::clamp(progress, 0.0, 1.0));
  list.AddRectFilled(bar.low, bar.high, packed(look.tokens.line), half);
  if (filled > bar.low.x) list.AddRectFilled(bar.low, {filled, bar.high.y}, packed(look.tokens.accent), half);
}

std::string percent(const char* words, double progress) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%s %.0f %%", words, 100 * std::clamp(progress, 0.0, 1.0));
  return buffer;
}

float keys_width(const Look& look, std::span<const KeyLine> keys) {
  float widest = 0;
  for (const KeyLine& line : keys) widest = std::max(widest, text_size(look.fonts.small, line.keys).x);
  return widest;
}

}  // namespace

bool draw_problems(Look& look, ImVec2 centre_top, float width, const std::vector<Problem>& problems,
                   Rect& place) {
  place = {};
  if (problems.empty()) return false;
  constexpr std::size_t kMost = 4;
  const float pad = look.px(18), icon = look.px(24), gap = look.px(12);
  const float words_width = width - 2 * pad - icon - gap;
  const std::size_t shown = std::min(problems.size(), kMost);
  float height = 2 * pad + look.px(40) + gap;
  for (std::size_t i = 0; i < shown; ++i)
    height += text_size(look.fonts.small, problems[i].text(), words_width).y + look.px(8);
  place = {{centre_top.x - width / 2, centre_top.y}, {centre_top.x + width / 2, centre_top.y + height}};
  begin_plate(look, "problems", place, 0.98f, {0, 0});
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(place.low, {place.low.x + look.px(6), place.high.y}, packed(look.tokens.caution),
                     look.px(14), ImDrawFlags_RoundCornersLeft);
  draw_icon(list, Icon::warning, {place.low.x + pad + icon / 2, place.low.y + pad + icon / 2}, icon,
            packed(look.tokens.caution));
  ImGui::SetCursorScreenPos({place.low.x + pad + icon + gap, place.low.y + pad});
  for (std::size_t i = 0; i < shown; ++i) {
    text(look.fonts.small, look.tokens.text, problems[i].text(), words_width);
    ImGui::SetCursorScreenPos({place.low.x + pad + icon + gap, ImGui::GetCursorScreenPos().y});
  }
  ImGui::SetCursorScreenPos({place.low.x + pad + icon + gap, place.high.y - pad - look.px(40)});
  ImGui::PushFont(look.fonts.small);
  const bool dismissed = button(look, "Dismiss", {look.px(120), look.px(40)});
  ImGui::PopFont();
  if (problems.size() > kMost)
    text_at(list, look.fonts.small,
            {place.low.x + pad + icon + look.px(160), place.high.y - pad - look.px(30)}, look.tokens.muted,
            "and " + std::to_string(problems.size() - kMost) + " more");
  ImGui::End();
  return dismissed;
}

void draw_notice(Look& look, ImVec2 centre_bottom, const std::string& words, double age) {
  if (words.empty() || age >= kNoticeSeconds) return;
  look.is_moving = true;
  const float fade =
      static_cast<float>(std::clamp(std::min(age / 0.15, (kNoticeSeconds - age) / 0.3), 0.0, 1.0));
  const float widest = std::max(look.px(200), ImGui::GetIO().DisplaySize.x - look.px(80));
  const float natural = text_size(look.fonts.small, words).x;
  const ImVec2 size = text_size(look.fonts.small, words, std::min(natural + 1, widest));
  const float pad = look.px(14);
  const ImVec2 low{std::round(centre_bottom.x - size.x / 2 - pad),
                   std::round(centre_bottom.y - size.y - 2 * pad)};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(low, {low.x + size.x + 2 * pad, low.y + size.y + 2 * pad},
                     packed(look.tokens.raised, fade * 0.97f), look.px(10));
  list.AddText(look.fonts.small, look.fonts.small->FontSize, {low.x + pad, low.y + pad},
               packed(look.tokens.text, fade), words.data(), words.data() + words.size(),
               std::min(natural + 1, widest));
}

bool draw_help(Look& look, ImVec2 size, std::span<const KeyLine> keys) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(look.tokens.background.x, look.tokens.background.y,
                                                  look.tokens.background.z, 0.7f));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
  ImGui::Begin("scrim", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav);
  ImGui::SetWindowFocus();
  const bool clicked_away = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0);
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();

  const float column = keys_width(look, keys) + look.px(28), line = look.fonts.small->FontSize + look.px(6);
  const float width = std::min(size.x - look.px(24), column + look.px(424));
  const float height =
      std::min(size.y - look.px(24), look.px(88) + line * static_cast<float>(keys.size()) + look.px(16));
  const ImVec2 low{std::round((size.x - width) / 2), std::round((size.y - height) / 2)};
  begin_plate(look, "help", {low, {low.x + width, low.y + height}}, 1, {24, 20}, true);
  ImGui::SetWindowFocus();
  text(look.fonts.title, look.tokens.text, "Keys and mouse");
  ImGui::SameLine();
  const float side = look.px(36);
  ImGui::SetCursorPosX(ImGui::GetWindowWidth() - side - look.px(20));
  const bool closed = icon_button(look, "close", Icon::close, "Close (Esc)", side);
  ImGui::Dummy({0, look.px(2)});
  const float left = ImGui::GetCursorPosX();
  for (const KeyLine& row : keys) {
    const float top = ImGui::GetCursorPosY();
    text(look.fonts.small, look.tokens.accent, row.keys);
    ImGui::SetCursorPos({left + column, top});
    text(look.fonts.small, look.tokens.text, row.what);
    ImGui::SetCursorPos({left, top + line});
  }
  ImGui::Dummy({1, 1});
  ImGui::End();
  return !closed && !clicked_away;
}

void draw_splash(Look& look, ImVec2 size, double progress) {
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.AddRectFilled({0, 0}, size, packed(look.tokens.background));
  const float width = std::min(look.px(320), size.x * 0.7f);
  const ImVec2 middle{size.x / 2, size.y / 2};
  text_at(list, look.fonts.title, {middle.x, middle.y - look.px(64)}, look.tokens.text, "Mend", 0.5f);
  text_at(list, look.fonts.small, {middle.x, middle.y - look.px(28)}, look.tokens.muted,
          percent("Building the knee", progress), 0.5f);
  draw_bar(look, list,
           {{middle.x - width / 2, middle.y + look.px(8)}, {middle.x + width / 2, middle.y + look.px(14)}},
           progress);
  look.is_moving = true;
}

void draw_rebuilding(Look& look, ImVec2 centre_top, double progress) {
  const std::string words = percent("Reshaping the knee", progress);
  const ImVec2 size = text_size(look.fonts.small, words);
  const float pad = look.px(12), width = look.px(220);
  const Rect area{{centre_top.x - width / 2, centre_top.y},
                  {centre_top.x + width / 2, centre_top.y + size.y + pad * 2}};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(area.low, area.high, packed(look.tokens.panel, 0.92f), look.px(10));
  text_at(list, look.fonts.small, {centre_top.x, area.low.y + pad / 2}, look.tokens.text, words, 0.5f);
  draw_bar(look, list,
           {{area.low.x + pad, area.high.y - pad}, {area.high.x - pad, area.high.y - pad + look.px(4)}},
           progress);
  look.is_moving = true;
}

}  // namespace mend::ui

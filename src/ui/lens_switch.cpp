#include "ui/lens_switch.h"

#include <array>
#include <string>

namespace mend::ui {
namespace {

constexpr std::array<std::string_view, 2> kLenses = {"Mechanism", "Trials"};

std::string_view meaning(params::Lens lens) {
  return lens == params::Lens::mechanism ? "The idea as proposed: cells settle and rebuild tissue."
                                         : "What controlled trials found: most cells are gone in weeks.";
}

std::string provenance(const story::Claim& claim) {
  std::string words = claim.source + ", " + claim.date + ".";
  if (!claim.last_checked.empty()) words += " Last checked " + claim.last_checked + ".";
  return words;
}

}  // namespace

void draw_lens_switch(Look& look, Rect area, params::Lens& lens, const story::Claim* claim, bool& is_open) {
  const float pad = look.px(16), width = area.width() - 2 * pad, line = look.fonts.small->FontSize;
  const bool shows_claim = is_open && claim;
  const std::string source = shows_claim ? provenance(*claim) : "";
  if (shows_claim)
    area.high.y += text_size(look.fonts.small, claim->sentence, width).y +
                   text_size(look.fonts.small, source, width).y + look.px(16) - line + look.px(20);
  begin_plate(look, "lens", area, shows_claim ? 0.97f : 0.92f, {0, 0});
  const std::string certainty = claim ? "Certainty: " + std::string(story::word(claim->certainty)) : "";
  const float info = look.px(34), gap = look.px(10);
  const float chip_width = claim ? chip_size(look, certainty).x + gap + info + gap : 0;
  ImGui::SetCursorScreenPos({area.low.x + pad, area.low.y + look.px(14)});
  const ImVec2 row = ImGui::GetCursorScreenPos();
  if (const auto chosen = segmented(look, "lens", kLenses, static_cast<int>(lens), width - chip_width))
    lens = static_cast<params::Lens>(*chosen);
  if (claim) {
    ImGui::SetCursorScreenPos({row.x + width - chip_width + gap, row.y + look.px(6)});
    chip(look, certainty, look.tokens.caution);
    ImGui::SetCursorScreenPos({row.x + width - info, row.y + look.px(3)});
    if (icon_button(look, "why", Icon::info, is_open ? "Hide the evidence" : "What is the evidence?", info, is_open))
      is_open = !is_open;
  }
  ImGui::SetCursorScreenPos({row.x, row.y + look.px(40) + look.px(10)});
  if (!shows_claim) {
    text(look.fonts.small, look.tokens.muted, meaning(lens), width);
  } else {
    text(look.fonts.small, look.tokens.text, claim->sentence, width);
    ImGui::SetCursorScreenPos({row.x, ImGui::GetCursorScreenPos().y});
    text(look.fonts.small, look.tokens.muted, source, width);
  }
  ImGui::End();
}

}  // namespace mend::ui

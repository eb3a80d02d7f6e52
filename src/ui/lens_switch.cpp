#include "ui/lens_switch.h"

#include <array>
#include <string>

#include "story/lens.h"

namespace mend::ui {
namespace {

std::string provenance(const story::Claim& claim) {
  std::string words = claim.source + ", " + claim.date + ".";
  if (!claim.last_checked.empty()) words += " Last checked " + claim.last_checked + ".";
  return words;
}

}  // namespace

Rect draw_lens_switch(Look& look, Rect area, params::Scenario& scenario,
                      const std::vector<story::Claim>* evidence, bool& is_open) {
  const story::LensCard& card = story::lens_card(scenario.lens, story::cell_use(scenario));
  const story::Claim* claim = evidence ? story::find(*evidence, card.claim) : nullptr;
  const std::array<std::string_view, 2> names = {story::lens_name(params::Lens::mechanism),
                                                 story::lens_name(params::Lens::trials)};
  const float pad = look.px(16), width = area.width() - 2 * pad;
  const bool shows_claim = is_open && claim;
  const std::string source = shows_claim ? provenance(*claim) : "";
  if (shows_claim)
    area.high.y += text_size(look.fonts.small, claim->sentence, width).y +
                   text_size(look.fonts.small, source, width).y + look.px(16);
  begin_plate(look, "lens", area, kPlateOpacity, {0, 0});
  const std::string certainty = claim ? "Certainty: " + std::string(story::word(claim->certainty)) : "";
  const float info = look.px(40), gap = look.px(10);
  const ImVec2 row{area.low.x + pad, area.low.y + look.px(12)};
  ImGui::SetCursorScreenPos(row);
  if (const auto chosen =
          segmented(look, "lens", names, static_cast<int>(scenario.lens), width - (claim ? info + gap : 0)))
    scenario.lens = static_cast<params::Lens>(*chosen);
  ImVec2 words{row.x, row.y + look.px(40) + look.px(9)};
  if (claim) {
    ImGui::SetCursorScreenPos({row.x + width - info, row.y});
    if (icon_button(look, "why", Icon::info, is_open ? "Hide the evidence" : "What is the evidence?", info,
                    is_open))
      is_open = !is_open;
    ImGui::SetCursorScreenPos({words.x, words.y + look.px(5)});
    chip(look, certainty, look.tokens.caution);
    words.x += chip_size(look, certainty).x + look.px(12);
  }
  if (shows_claim) words = {row.x, words.y + look.px(42)};
  ImGui::SetCursorScreenPos(words);
  if (!shows_claim) {
    const float room = row.x + width - words.x;
    if (room > look.px(220)) text(look.fonts.small, look.tokens.muted, card.meaning, room);
  } else {
    text(look.fonts.small, look.tokens.text, claim->sentence, width);
    ImGui::SetCursorScreenPos({row.x, ImGui::GetCursorScreenPos().y});
    text(look.fonts.small, look.tokens.muted, source, width);
  }
  ImGui::End();
  return area;
}

}  // namespace mend::ui

#include "ui/compare_page.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "params/identity.h"
#include "story/lens.h"
#include "ui/dose_chart.h"

namespace mend::ui {
namespace {

using params::Arm;

constexpr std::array kArms = {Arm::as_given,      Arm::untreated,  Arm::sham,
                              Arm::medicine_only, Arm::cells_only, Arm::combined};

void draw_arms(Look& look, Session& session, float width) {
  const float gap = look.px(6), height = look.px(36), each = (width - gap) / 2;
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const Arm shown = compared_arm(session).value_or(Arm::as_given);
  ImGui::PushFont(look.fonts.small);
  for (std::size_t i = 0; i < kArms.size(); ++i) {
    const ImVec2 at{origin.x + static_cast<float>(i % 2) * (each + gap),
                    origin.y + static_cast<float>(i / 2) * (height + gap)};
    ImGui::SetCursorScreenPos(at);
    const std::string label(arm_name(kArms[i]));
    if (kArms[i] != Arm::as_given && !differs(session.scenario, kArms[i])) {
      // The scenario is this arm already.
      text_at(*ImGui::GetWindowDrawList(), look.fonts.small,
              {at.x + each / 2, at.y + (height - look.fonts.small->FontSize) / 2}, look.tokens.line, label,
              0.5f);
      continue;
    }
    if (button(look, label.c_str(), {each, height}, kArms[i] == shown)) session.reading.arm = kArms[i];
  }
  ImGui::PopFont();
  ImGui::SetCursorScreenPos({origin.x, origin.y + 3 * (height + gap)});
  ImGui::Dummy({1, 1});
}

/// Each curve at 12 months, in both arms and apart.
void draw_differences(Look& look, const Session& session, Arm arm, const Chart& chart, float width) {
  for (const Curve& curve : chart.curves) {
    const Comparison comparison = compare(curve, session.scenario, arm);
    if (comparison.sentence.empty()) return text(look.fonts.small, look.tokens.muted, "Computing …");
    if (&curve == &chart.curves.front()) {
      std::string heading = "At " + comparison.when;
      heading += ", lens: ";
      heading += story::lens_name(session.scenario.lens);
      text(look.fonts.strong, look.tokens.text, heading, width);
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    text_at(list, look.fonts.small, at, curve.colour, curve.name);
    text_at(list, look.fonts.small, {at.x + width, at.y}, look.tokens.text, comparison.less + " apart", 1);
    ImGui::SetCursorScreenPos({at.x, at.y + look.fonts.small->FontSize + look.px(2)});
    text(look.fonts.small, look.tokens.muted, comparison.both, width);
  }
  text(look.fonts.small, look.tokens.muted, "An illustration: no one can be told their own numbers.", width);
}

}  // namespace

bool differs(const params::Scenario& scenario, Arm arm) {
  return params::hash(params::arm_of(scenario, arm)) != params::hash(scenario);
}

std::optional<Arm> compared_arm(const Session& session) {
  // The control arm stands beside every run with cells unless the person chose otherwise.
  const bool has_cells = std::ranges::any_of(session.scenario.regimen, gives_cells, &params::Event::kind);
  const Arm arm = session.reading.arm.value_or(has_cells ? Arm::sham : Arm::as_given);
  if (arm == Arm::as_given || !differs(session.scenario, arm)) return std::nullopt;
  return arm;
}

void draw_compare_page(Look& look, Session& session, const Chart& chart, bool is_gathering, int people,
                       float width) {
  text(look.fonts.strong, look.tokens.text, "Compare with");
  text(look.fonts.small, look.tokens.muted, "The same person, treated otherwise. Drawn dashed.", width);
  draw_arms(look, session, width);
  if (const auto arm = compared_arm(session)) draw_differences(look, session, *arm, chart, width);
  ImGui::Dummy({0, look.px(6)});

  text(look.fonts.strong, look.tokens.text, "Many people");
  char words[160];
  std::snprintf(words, sizeof words,
                is_gathering ? "Computing %d people with this injury and treatment …"
                             : "%d people with this injury and treatment, each with another body.",
                people);
  text(look.fonts.small, look.tokens.muted, words, width);
  Reading& reading = session.reading;
  switch_row(look, "Where 8 of 10 of them are", reading.has_band, width);
  switch_row(look, "Twenty, one by one", reading.has_ghosts, width);
  ImGui::Dummy({0, look.px(6)});

  text(look.fonts.strong, look.tokens.text, "How many cells");
  draw_dose_chart(look, session.scenario, width);
}

}  // namespace mend::ui

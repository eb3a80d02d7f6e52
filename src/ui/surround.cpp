#include "ui/surround.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "scene/opening.h"
#include "story/lens.h"

namespace mend::ui {
std::string dot_text(double cells_per_record) {
  return cells_per_record > 0 ? "1 dot = " + grouped(cells_per_record) + " cells" : "";
}

std::string_view plain_name(scene::ViewName view) {
  constexpr std::array<std::string_view, scene::kViewNames.size()> kNames = {
      "Front",  "Outer",  "Back",  "Inner",    "Below",  "Above",
      "Opened", "Defect", "Nerve", "Ligament", "Muscle", "Angled"};
  return kNames[static_cast<std::size_t>(view)];
}

float balanced(ImFont* font, std::string_view words, float width) {
  const float height = text_size(font, words, width).y;
  float narrow = width;
  while (narrow > width / 2 && text_size(font, words, narrow - 4).y <= height) narrow -= 4;
  return narrow;
}

void draw_title(Look& look, const Rect& area, const Session& session, double cells_per_record) {
  begin_plate(look, "title", area, kPlateOpacity, {0, 0});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float pad = look.px(18), width = area.width() - 2 * pad, line = look.fonts.small->FontSize;
  const params::Scenario& scenario = session.scenario;
  // A title that does not fit on one line takes two smaller ones.
  const bool is_short = text_size(look.fonts.title, scenario.title).x <= width;
  ImGui::SetCursorScreenPos({area.low.x + pad, area.low.y + look.px(is_short ? 16 : 10)});
  if (is_short)
    text(look.fonts.title, look.tokens.text, scenario.title);
  else
    text(look.fonts.strong, look.tokens.text, scenario.title,
         balanced(look.fonts.strong, scenario.title, width));
  const float icon = look.px(18);
  float y = area.high.y - 2 * line - look.px(14);
  std::string where = scenario.patient.side == params::Side::right ? "Right knee" : "Left knee";
  if (cells_per_record > 0) where += "  ·  " + dot_text(cells_per_record);
  text_at(list, look.fonts.small, {area.low.x + pad, y}, look.tokens.muted,
          fitted(look.fonts.small, where, width));
  y += line + look.px(3);
  draw_icon(list, Icon::info, {area.low.x + pad + icon / 2, y + line / 2}, icon, packed(look.tokens.caution));
  text_at(list, look.fonts.small, {area.low.x + pad + icon + look.px(8), y}, look.tokens.caution, kWarning);
  ImGui::End();
}

void ToolState::toggle(Extra wanted, bool has_drawer) {
  if (has_drawer && extra == wanted) return close_extra();
  if (extra == Extra::none) was_drawer_closed = !has_drawer;
  extra = wanted;
  is_drawer_open = true;
}

void ToolState::close_extra() {
  extra = Extra::none;
  if (was_drawer_closed) is_drawer_open = false;
}

void draw_tools(Look& look, const Rect& area, bool has_drawer, ToolState& state, scene::Profile& profile) {
  begin_plate(look, "tools", area, kPlateOpacity, {0, 0});
  const float side = look.px(40), gap = look.px(8);
  const ImVec2 start{area.high.x - look.px(14) - 5 * side - 4 * gap, area.low.y + look.px(8)};
  if (has_drawer)
    text_at(*ImGui::GetWindowDrawList(), look.fonts.title,
            {area.low.x + look.px(20), area.centre().y - look.fonts.title->FontSize / 2}, look.tokens.text,
            "Mend");
  const auto go_to = [&](int place) {
    ImGui::SetCursorScreenPos({start.x + static_cast<float>(place) * (side + gap), start.y});
  };
  go_to(0);
  const bool has_evidence = has_drawer && state.extra == Extra::evidence;
  if (icon_button(look, "evidence", Icon::page, has_evidence ? "Hide what is known (E)" : "What is known (E)",
                  side, has_evidence))
    state.toggle(Extra::evidence, has_drawer);
  go_to(1);
  if (icon_button(look, "picture", Icon::camera, "Save a picture (F12)", side, state.is_menu_open))
    state.is_menu_open = !state.is_menu_open;
  go_to(2);
  const bool is_dark = scene::is_dark(profile);
  if (icon_button(look, "light", is_dark ? Icon::sun : Icon::moon,
                  is_dark ? "Light background" : "Dark background", side))
    profile = is_dark ? scene::Profile::light : scene::Profile::dark;
  go_to(3);
  if (icon_button(look, "help", Icon::help, "Keys and mouse (F1)", side, state.is_help_open))
    state.is_help_open = !state.is_help_open;
  go_to(4);
  const bool has_settings = has_drawer && state.extra == Extra::none;
  if (icon_button(look, "settings", Icon::sliders, has_settings ? "Hide the settings" : "Show the settings",
                  side, has_settings)) {
    state.is_drawer_open = !has_settings;
    state.extra = Extra::none;
  }
  ImGui::End();
}

int draw_snapshot_menu(Look& look, const Rect& tools, ToolState& state) {
  if (!state.is_menu_open) return 0;
  const float pad = look.px(12), row = look.px(40), gap = look.px(8);
  const Rect area{{tools.high.x - look.px(236), tools.high.y + gap},
                  {tools.high.x, tools.high.y + gap + 3 * row + 2 * gap + 2 * pad}};
  begin_plate(look, "snapshot menu", area, 1, {12, 12});
  ImGui::SetWindowFocus();
  int scale = 0;
  ImGui::PushFont(look.fonts.small);
  const ImVec2 size{area.width() - 2 * pad, row};
  if (button(look, "As on screen (F12)", size)) scale = 1;
  if (button(look, "Twice as fine", size)) scale = 2;
  if (button(look, "Four times as fine", size)) scale = 4;
  ImGui::PopFont();
  ImGui::End();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool elsewhere = ImGui::IsMouseClicked(0) && !area.has(mouse) && !tools.has(mouse);
  if (scale > 0 || elsewhere) state.is_menu_open = false;
  return scale;
}

ViewChoice draw_views(Look& look, const Rect& area, const Session& session, bool is_signal_open) {
  begin_plate(look, "views", area, kPlateOpacity, {0, 0});
  std::vector<scene::ViewName> views;
  for (const scene::ViewName view : scene::kViewNames)
    if (scene::has_view(session.scenario, view)) views.push_back(view);
  const auto rows = static_cast<float>((views.size() + 1) / 2 + 1);
  const float pad = look.px(8), gap = look.px(4);  // seven rows of them are still 24 high
  const float width = (area.width() - 2 * pad - gap) / 2;
  const float height = (area.height() - 2 * pad - (rows - 1) * gap) / rows;
  const auto go_to = [&](int column, float row) {
    ImGui::SetCursorScreenPos({area.low.x + pad + static_cast<float>(column) * (width + gap),
                               area.low.y + pad + row * (height + gap)});
  };
  ViewChoice choice;
  ImGui::PushFont(look.fonts.small);
  int place = 0;
  for (const scene::ViewName view : views) {
    go_to(place % 2, static_cast<float>(place / 2));
    if (button(look, std::string(plain_name(view)).c_str(), {width, height}, view == session.view.focus))
      choice.view = view;
    ++place;
  }
  go_to(0, rows - 1);
  if (button(look, "Reset", {width, height})) choice.reset = true;
  tip(look, "Back to the start of this view (R)");
  go_to(1, rows - 1);
  if (button(look, "Signal", {width, height}, is_signal_open)) choice.signal = true;
  tip(look, "A signal along one axon (A)");
  ImGui::PopFont();
  ImGui::End();
  return choice;
}

std::array<std::string, 2> caption_lines(const Session& session) {
  char day[32];
  std::snprintf(day, sizeof day, "day %.0f", std::floor(session.transport.day + 1e-9));
  const std::string lens(story::lens_name(session.scenario.lens));
  const bool is_right = session.scenario.patient.side == params::Side::right;
  const std::string side = is_right ? "right knee" : "left knee";
  return {std::string(kWarning),
          session.scenario.title + " · " + side + " · " + lens + " · " + day + " · Mend"};
}

Rect draw_caption(ImDrawList& list, const Look& look, const std::array<std::string, 2>& lines, ImVec2 size,
                  float height) {
  ImFont* font = height > look.fonts.small->FontSize ? look.fonts.title : look.fonts.small;
  const auto width_at = [&](float letters) {
    float widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text_size(font, line).x);
    return widest * letters / font->FontSize;
  };
  const float room = size.x - 3 * height;
  const float letters = std::max(1.0f, std::min(height, height * room / width_at(height)));
  const float pad = letters / 2;
  const ImVec2 low{letters, size.y - 3 * letters - 2 * pad};
  const Rect plate{low, {low.x + width_at(letters) + 2 * pad, size.y - letters}};
  list.AddRectFilled(plate.low, plate.high, packed(look.tokens.panel, 0.8f), pad);
  float y = low.y + pad;
  for (const std::string& line : lines) {
    const ImVec4& colour = &line == lines.data() ? look.tokens.caution : look.tokens.text;
    list.AddText(font, letters, {low.x + pad, y}, packed(colour), line.c_str());
    y += letters;
  }
  return plate;
}

void draw_bare_warning(Look& look, ImVec2 low) {
  const ImVec2 words = text_size(look.fonts.small, kWarning);
  const float pad = look.px(10);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled(low, {low.x + words.x + 2 * pad, low.y + words.y + pad},
                     packed(look.tokens.panel, 0.85f), look.px(8));
  text_at(list, look.fonts.small, {low.x + pad, low.y + pad / 2}, look.tokens.caution, kWarning);
}

}  // namespace mend::ui

#include "ui/interface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/axon_view.h"
#include "ui/compare_page.h"
#include "ui/evidence_panel.h"
#include "ui/fonts.h"
#include "ui/labels.h"
#include "ui/layout.h"
#include "ui/lens_switch.h"
#include "ui/logo.h"
#include "ui/overlays.h"
#include "ui/panel.h"
#include "ui/part_card.h"
#include "ui/picture_page.h"
#include "ui/surround.h"
#include "ui/theme.h"
#include "ui/transport.h"

namespace mend::ui {
namespace {

constexpr std::array<std::string_view, 3> kLevels = {"Few", "More", "All"};
constexpr std::array<std::string_view, 3> kPages = {"Scenario", "Compare", "Picture"};
constexpr int kScenarioPage = 0, kComparePage = 1;

/// Room for names: under the words for the sides, above caption and scale, a letter from the edges.
Rect within_bearings(const Rect& free, float letters) {
  return {{free.low.x + letters, free.low.y + 2.6f * letters},
          {free.high.x - letters, free.high.y - 5 * letters}};
}

/// On a saved picture, whose legend stands above the caption.
Rect within_captions(const Rect& free, float letters) {
  Rect room = within_bearings(free, letters);
  room.high.y -= 2 * letters;
  return room;
}

/// The live fibres, and what they were last told of.
struct SignalState {
  timeline::LiveNerve nerve;
  std::shared_ptr<const timeline::Timeline> run;
  double day = -1;
};

}  // namespace

struct Interface::Parts {
  Look look;
  FontFiles files;
  Layout layout;
  ToolState tools;
  PanelState panel;
  EvidenceState evidence;
  SignalState signal;
  ChartKeeper keeper;
  Logo logo;
  int page = kScenarioPage;  // of the drawer
  bool is_frame_list_open = false, shows_frame_list = false;
  bool is_hidden = false;
  bool is_evidence_open = false;
  bool has_problems = false, wants_dismissal = false;
  Rect problems;
  std::string notice;
  double notice_since = 0;
  Rect part_card;  // where it stood in the last frame; empty without one

  [[nodiscard]] bool wants_drawer(ImVec2 size) const {
    return tools.is_drawer_open.value_or(has_room_for_drawer(size, look.scale));
  }
  [[nodiscard]] const Chart& chart(const Session& session, const Readout& readout);
  void draw_drawer(Session& session, const Readout& readout);
  void draw_page(Session& session, const Readout& readout, float width);
  void draw_extra(const Session& session, const Readout& readout, float width);
  void draw_signal(const Session& session, const std::shared_ptr<const timeline::Timeline>& run, float width);
  void draw_drawer_head(float width);
  void draw_plates(Session& session, const Readout& readout, Requests& requests);
  void draw_messages(ImVec2 size, const Readout& readout, Requests& requests);
};

const Chart& Interface::Parts::chart(const Session& session, const Readout& readout) {
  Sources sources = readout.sources;
  if (!compared_arm(session)) sources.other = nullptr;
  const Topic topic = topic_of(session.scenario, compared_arm(session).value_or(params::Arm::as_given),
                               session.reading.topic);
  return keeper.chart(session.scenario, topic, sources, look.tokens);
}

void Interface::Parts::draw_page(Session& session, const Readout& readout, float width) {
  if (page == kScenarioPage) {
    const params::Scenario& opened = readout.opened ? *readout.opened : params::standard_scenario();
    draw_parameters(look, panel, session.scenario, opened, width);
    text(look.fonts.small, look.tokens.muted, "Settings shown");
    if (const auto chosen = segmented(look, "level", kLevels, static_cast<int>(panel.audience), width))
      panel.audience = static_cast<params::Audience>(*chosen);
    ImGui::Dummy({0, look.px(8)});
  } else if (page == kComparePage) {
    draw_compare_page(look, session, chart(session, readout), readout.is_gathering, readout.people, width);
  } else {
    draw_picture_page(look, session.view, readout.joint_spaces, width);
    if (readout.frame) shows_frame_list = draw_frame_list(look, *readout.frame, is_frame_list_open, width);
  }
}

void Interface::Parts::draw_extra(const Session& session, const Readout& readout, float width) {
  if (tools.extra == Extra::evidence && readout.library)
    draw_evidence(
        look, evidence, *readout.library,
        {session.scenario.name, session.scenario.lens, panel.audience, story::cell_use(session.scenario)},
        width);
  if (tools.extra == Extra::signal && readout.sources.run && readout.sources.run->ready_until() >= 0)
    draw_signal(session, readout.sources.run, width);
}

void Interface::Parts::draw_signal(const Session& session,
                                   const std::shared_ptr<const timeline::Timeline>& run, float width) {
  // Fibres are recorded anew once a day of the run, not once a frame.
  const double day = std::floor(session.transport.day);
  if (signal.run != run || signal.day != day) {
    signal.run = run;
    signal.day = day;
    signal.nerve.show(session.scenario, run->at(day).nerve);
  }
  const bool is_still = session.view.reduced_motion;
  draw_axon_view(look, signal.nerve, session.scenario, is_still ? 0 : impulse_time(ImGui::GetTime()), width);
  if (!is_still) look.is_moving = true;
}

/// The pages to choose from, or the name of what stands instead of them.
void Interface::Parts::draw_drawer_head(float width) {
  if (tools.extra == Extra::none) {
    if (const auto chosen = segmented(look, "page", kPages, page, width)) page = *chosen;
    return;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = look.px(40);
  text_at(*ImGui::GetWindowDrawList(), look.fonts.title,
          {at.x, at.y + (side - look.fonts.title->FontSize) / 2}, look.tokens.text,
          tools.extra == Extra::evidence ? "What is known" : "Nerve signal");
  ImGui::SetCursorScreenPos({at.x + width - side, at.y});
  if (icon_button(look, "close", Icon::close, "Close (Esc)", side)) tools.close_extra();
}

void Interface::Parts::draw_drawer(Session& session, const Readout& readout) {
  begin_plate(look, "drawer", layout.drawer, kPlateOpacity, {0, 0});
  const float pad = look.px(20), width = layout.drawer.width() - 2 * pad - look.px(10);
  const ImVec2 start{layout.drawer.low.x + pad, layout.drawer.low.y + look.px(16)};
  ImGui::SetCursorScreenPos(start);
  draw_drawer_head(width);
  const float top = start.y + look.px(52);
  ImGui::SetCursorScreenPos({layout.drawer.low.x, top});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, look.px(4)));
  // Each page keeps the place it was scrolled to.
  constexpr std::array<const char*, 5> kNames = {"scenario", "compare", "picture", "evidence", "signal"};
  const bool has_extra = tools.extra != Extra::none;
  const auto shown = static_cast<std::size_t>(has_extra ? 2 + static_cast<int>(tools.extra) : page);
  ImGui::BeginChild(kNames[shown],
                    {layout.drawer.width() - look.px(4), layout.drawer.high.y - top - look.px(12)}, false,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  if (has_extra)
    draw_extra(session, readout, width);
  else
    draw_page(session, readout, width);
  fade_scrolled(look);
  ImGui::EndChild();
  ImGui::End();
}

void Interface::Parts::draw_plates(Session& session, const Readout& readout, Requests& requests) {
  if (layout.has_top) {
    const bool has_legend = layout.has_legend && readout.shown != Shown{};
    draw_title(look, layout.title, session, has_legend ? 0 : readout.cells_per_record);
    draw_tools(look, layout.tools, layout.has_drawer, tools, session.view.profile);
    layout.lens = draw_lens_switch(look, layout.lens, session.scenario,
                                   readout.library ? &readout.library->claims : nullptr, is_evidence_open);
    requests.snapshot_scale = draw_snapshot_menu(look, layout.tools, tools);
  }
  if (layout.has_views) {
    const bool has_signal = layout.has_drawer && tools.extra == Extra::signal;
    const ViewChoice choice = draw_views(look, layout.views, session, has_signal);
    if (choice.signal) tools.toggle(Extra::signal, layout.has_drawer);
    requests.fly_to = choice.view;
    requests.reset_view = choice.reset;
  }
  if (layout.has_legend) draw_legend(look, layout.legend, readout.shown, readout.cells_per_record);
  ImDrawList& behind = *ImGui::GetBackgroundDrawList();
  const float letters = look.fonts.small->FontSize;
  draw_logo(behind, logo, layout.free, letters);
  const bool has_names = wants_names(session.view);
  const Rect free = has_names ? below_logo(logo, layout.free, letters) : layout.free;
  if (has_names)
    draw_labels(behind, look, named(readout.label_points, session.view), within_bearings(free, letters),
                session.view.names == scene::Names::latin, letters);
  part_card = {};
  if (session.view.selected && !draw_part_card(look, layout.free, *session.view.selected, part_card))
    session.view.selected.reset();
  if (layout.has_top && layout.has_bottom)
    draw_bearings(behind, look, free, session,
                  mm_per_pixel(session.view.orbit, ImGui::GetIO().DisplaySize.y) / layout.share, letters);
  if (layout.has_drawer) draw_drawer(session, readout);
  if (layout.has_bottom) {
    const double ready = readout.sources.run ? std::max(0.0, readout.sources.run->ready_until()) : 0;
    draw_bottom(look, layout.bottom, layout.has_chart ? &chart(session, readout) : nullptr, ready, session);
  }
}

void Interface::Parts::draw_messages(ImVec2 size, const Readout& readout, Requests& requests) {
  const ImVec2 top{layout.centre.x, layout.has_top ? layout.lens.high.y + look.px(12) : look.px(12)};
  const float width = std::min(look.px(560), size.x - look.px(24));
  has_problems = !readout.problems.empty();
  const float left =
      std::clamp(top.x, width / 2 + look.px(12), std::max(width / 2, size.x - width / 2 - look.px(12)));
  requests.dismiss_problems =
      draw_problems(look, {left, top.y}, width, readout.problems, problems) || wants_dismissal;
  wants_dismissal = false;
  if (readout.notice != notice) {
    notice = readout.notice;
    notice_since = ImGui::GetTime();
  }
  draw_notice(look,
              {layout.centre.x, layout.has_bottom ? layout.bottom.low.y - look.px(12) : size.y - look.px(12)},
              notice, ImGui::GetTime() - notice_since);
  if (readout.build_progress < 1) draw_rebuilding(look, {layout.centre.x, top.y}, readout.build_progress);
}

Interface::Interface() : parts_(std::make_unique<Parts>()) {}
Interface::~Interface() = default;

Result<std::unique_ptr<Interface>> Interface::create(float scale) {
  auto files = find_fonts(font_families());
  if (!files.is_ok()) return files.problems();
  auto fonts = load_fonts(files.value(), scale);
  if (!fonts.is_ok()) return fonts.problems();
  std::unique_ptr<Interface> result(new Interface);
  result->parts_->files = files.value();
  result->parts_->look.fonts = fonts.value();
  result->parts_->look.scale = scale;
  return result;
}

void Interface::set_logo(ImTextureID texture, glm::vec2 pixels) {
  parts_->logo = {texture, {pixels.x, pixels.y}};
}

void Interface::rescale(float scale) {
  auto fonts = load_fonts(parts_->files, scale);
  if (!fonts.is_ok()) fail("the fonts of the interface could be read before, but not at another scale");
  parts_->look.fonts = fonts.value();
  parts_->look.scale = scale;
}

Requests Interface::draw(Session& session, const Readout& readout) {
  Parts& parts = *parts_;
  Look& look = parts.look;
  look.tokens = tokens(session.view.profile);
  look.is_moving = parts.shows_frame_list = false;
  apply_style(look);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  parts.layout = lay_out(size, look.scale, parts.wants_drawer(size) && !parts.is_hidden);
  Requests requests;
  if (!readout.has_picture) {
    draw_splash(look, size, readout.build_progress);
    draw_bare_warning(look, {look.px(12), look.px(12)});
  } else {
    if (parts.is_hidden)
      parts.layout.has_top = parts.layout.has_bottom = parts.layout.has_views = parts.layout.has_legend =
          false;
    parts.draw_plates(session, readout, requests);
    if (!parts.layout.has_top) draw_bare_warning(look, {look.px(12), look.px(12)});
    parts.draw_messages(size, readout, requests);
    if (parts.tools.is_help_open) parts.tools.is_help_open = draw_help(look, size, readout.keys);
  }
  requests.is_moving = look.is_moving;
  requests.times_frames = parts.shows_frame_list;
  return requests;
}

void Interface::annotate(ImDrawList& list, const Session& session, glm::vec2 size, const Shown& shown,
                         std::span<const scene::LabelPoint> points, float height) const {
  Look look = parts_->look;
  look.tokens = tokens(session.view.profile);
  const Rect picture{{0, 0}, {size.x, size.y}};
  draw_logo(list, parts_->logo, picture, height);
  if (wants_names(session.view)) {
    const Rect whole = below_logo(parts_->logo, picture, height);
    draw_labels(list, look, named(points, session.view), within_captions(whole, height),
                session.view.names == scene::Names::latin, height);
    draw_bearings(list, look, whole, session, mm_per_pixel(session.view.orbit, size.y), height);
  }
  const Rect caption = draw_caption(list, look, caption_lines(session), {size.x, size.y}, height);
  draw_legend_line(list, look, {caption.low.x, caption.low.y - height / 2}, shown, height);
}

bool Interface::covers(glm::vec2 pixel) const {
  const ImVec2 at{pixel.x, pixel.y};
  const Layout& layout = parts_->layout;
  if (parts_->tools.is_help_open || parts_->tools.is_menu_open ||
      ImGui::GetCurrentContext()->OpenPopupStack.Size > 0)
    return true;
  if (parts_->has_problems && parts_->problems.has(at)) return true;
  if (parts_->part_card.has(at)) return true;
  if (layout.has_top && (layout.title.has(at) || layout.lens.has(at) || layout.tools.has(at))) return true;
  return (layout.has_views && layout.views.has(at)) || (layout.has_legend && layout.legend.has(at)) ||
         (layout.has_drawer && layout.drawer.has(at)) || (layout.has_bottom && layout.bottom.has(at));
}

scene::Window Interface::names_room(glm::vec2 size) const {
  const Layout layout = lay_out({size.x, size.y}, parts_->look.scale, parts_->wants_drawer({size.x, size.y}));
  const float letters = parts_->look.fonts.small->FontSize;
  const Rect room =
      room_between(within_bearings(below_logo(parts_->logo, layout.free, letters), letters), letters);
  return {{room.low.x, room.low.y}, {room.high.x, room.high.y}};
}

scene::Window Interface::names_room(glm::vec2 size, float letters) const {
  const Rect free = below_logo(parts_->logo, {{0, 0}, {size.x, size.y}}, letters);
  const Rect room = room_between(within_captions(free, letters), letters);
  return {{room.low.x, room.low.y}, {room.high.x, room.high.y}};
}

FreeSpace Interface::free_space(glm::vec2 size) const {
  if (parts_->is_hidden) return {size / 2.0f, 1};
  const Layout layout = lay_out({size.x, size.y}, parts_->look.scale, parts_->wants_drawer({size.x, size.y}));
  return {{layout.centre.x, layout.centre.y}, layout.share};
}

void Interface::toggle_help() {
  parts_->tools.is_help_open = !parts_->tools.is_help_open;
}
void Interface::toggle_evidence() {
  parts_->tools.toggle(Extra::evidence, parts_->layout.has_drawer);
}
void Interface::toggle_signal() {
  parts_->tools.toggle(Extra::signal, parts_->layout.has_drawer);
}
void Interface::toggle_comparison() {
  Parts& parts = *parts_;
  const bool is_shown =
      parts.layout.has_drawer && parts.tools.extra == Extra::none && parts.page == kComparePage;
  parts.tools.extra = Extra::none;
  parts.tools.is_drawer_open = !is_shown;
  parts.page = kComparePage;
}
void Interface::toggle_hidden() {
  parts_->is_hidden = !parts_->is_hidden;
}

bool Interface::close_topmost() {
  Parts& parts = *parts_;
  if (ImGui::GetCurrentContext()->OpenPopupStack.Size > 0) {
    ImGui::ClosePopupToLevel(0, false);
    return true;
  }
  for (bool* open :
       {&parts.tools.is_menu_open, &parts.tools.is_help_open, &parts.is_evidence_open, &parts.is_hidden}) {
    if (!*open) continue;
    *open = false;
    return true;
  }
  if (parts.has_problems) return parts.wants_dismissal = true;
  if (parts.layout.has_drawer && parts.tools.extra != Extra::none) return parts.tools.close_extra(), true;
  if (parts.layout.has_drawer) return parts.tools.is_drawer_open = false, true;
  return false;
}

}  // namespace mend::ui

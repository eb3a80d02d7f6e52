#include "ui/panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "ui/relevance.h"

namespace mend::ui {
namespace {

using params::Audience;
using params::Event;
using params::Field;

class Panel : public params::Visitor {
 public:
  Panel(Look& look, PanelState& state, const params::Scenario& scenario, float width)
      : look_(look), state_(state), scenario_(scenario), width_(width) {}

  void number(const Field& field, double& value, double standard) override {
    open_event(field);
    if (!is_wanted(field)) return;
    const ImVec2 after = begin_row(field, value_text(field, value), value != standard);
    if (reset_clicked_) value = standard;
    ImGui::SetCursorScreenPos(after);
    slider(look_, "slider", value, {field.low, field.high, standard, 0}, width_);
    draw_ends(field);
    end_row(field);
  }

  void whole(const Field& field, int& value, int standard) override {
    if (!is_wanted(field)) return;
    const ImVec2 after = begin_row(field, value_text(field, value), value != standard);
    double number = reset_clicked_ ? standard : value;
    ImGui::SetCursorScreenPos(after);
    slider(look_, "slider", number, {field.low, field.high, static_cast<double>(standard), 1}, width_);
    value = static_cast<int>(std::lround(number));
    draw_ends(field);
    end_row(field);
  }

  void flag(const Field& field, bool& value, bool standard) override {
    if (!is_wanted(field)) return;
    begin_row(field, "", value != standard, look_.px(58));
    if (reset_clicked_) value = standard;
    ImGui::SetCursorScreenPos({row_.x + width_ - look_.px(46), row_.y - look_.px(2)});
    toggle(look_, "toggle", value);
    ImGui::SetCursorScreenPos({row_.x, row_.y + look_.px(28)});
    end_row(field);
  }

  void choice(const Field& field, std::span<const params::Option> options, int& value,
              int standard) override {
    if (!is_wanted(field)) return;
    ImGui::SetCursorScreenPos(begin_row(field, "", value != standard));
    if (reset_clicked_) value = standard;
    if (options.size() <= 3)
      choose_segment(options, value);
    else
      choose_from_list(options, value);
    end_row(field);
  }

  void seed(const Field& field, std::uint64_t& value, std::uint64_t standard) override {
    if (!is_wanted(field)) return;
    ImGui::SetCursorScreenPos(begin_row(field, std::to_string(value), value != standard));
    if (reset_clicked_) value = standard;
    ImGui::PushFont(look_.fonts.small);
    if (button(look_, "Draw other cells", {width_, look_.px(36)})) ++value;
    ImGui::PopFont();
    end_row(field);
  }

  bool enter(const params::Group& group) override {
    begin_group(group);
    return true;
  }
  void leave(const params::Group&) override {
    group_ = nullptr;
    is_folded_ = false;
  }

  bool list(const params::Group& group, std::vector<Event>& events, const std::vector<Event>&) override {
    events_ = &events;
    if (state_.event_to_remove && *state_.event_to_remove < events.size())
      events.erase(events.begin() + static_cast<std::ptrdiff_t>(*state_.event_to_remove));
    state_.event_to_remove.reset();
    begin_group(group);
    draw_group();
    if (is_folded_) return false;
    ImGui::PushFont(look_.fonts.small);
    if (button(look_, "Add an injection of stem cells", {width_, look_.px(36)})) events.push_back(Event{});
    ImGui::PopFont();
    ImGui::Dummy({0, look_.px(4)});
    return true;
  }

 private:
  [[nodiscard]] bool is_wanted(const Field& field) {
    const std::string where = path(field);
    if (!is_shown(field, where, state_.audience) || !counts(scenario_, where)) return false;
    draw_group();
    return !is_folded_;
  }

  void begin_group(const params::Group& group) {
    group_ = &group;
    const auto chosen = state_.is_open.find(group.key);
    is_folded_ = !(chosen != state_.is_open.end() ? chosen->second : is_open(scenario_, group.key));
  }

  /// The heading of a group stands before its first field that is shown; a click folds or unfolds it.
  void draw_group() {
    if (!group_) return;
    const params::Group& group = *group_;
    group_ = nullptr;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = look_.px(32), icon = look_.px(14);
    ImGui::PushID(group.key.data(), group.key.data() + group.key.size());
    if (ImGui::InvisibleButton("fold", {width_, height})) {
      is_folded_ = !is_folded_;
      state_.is_open.insert_or_assign(std::string(group.key), !is_folded_);
    }
    const bool is_hovered = ImGui::IsItemHovered();
    if (is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec4 quiet = is_hovered ? look_.tokens.text : look_.tokens.muted;
    draw_icon(list, is_folded_ ? Icon::folded : Icon::unfolded, {at.x + icon / 2, at.y + height / 2}, icon,
              packed(quiet));
    const float words = at.x + icon + look_.px(10);
    text_at(list, look_.fonts.strong, {words, at.y + (height - look_.fonts.strong->FontSize) / 2},
            look_.tokens.text, fitted(look_.fonts.strong, std::string(group.name), at.x + width_ - words));
    if (is_folded_)
      text_at(list, look_.fonts.small, {at.x + width_, at.y + (height - look_.fonts.small->FontSize) / 2},
              quiet, summary(scenario_, group.key), 1);
    if (is_folded_) return;
    if (state_.audience == Audience::visitor)
      ui::text(look_.fonts.small, look_.tokens.muted, group.help, width_);
    ImGui::Dummy({0, look_.px(2)});
  }

  /// The heading of one treatment stands before its first field, shown or not.
  void open_event(const Field& field) {
    event_.reset();
    const std::string where = path(field);
    constexpr std::string_view kStart = "regimen[";
    if (!where.starts_with(kStart)) return;
    event_ = static_cast<std::size_t>(std::stoul(where.substr(kStart.size())));
    if (field.key != "day") return;
    ImGui::PushID(where.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Event& event = (*events_)[*event_];
    char words[48];
    std::snprintf(words, sizeof words, "Treatment %zu · day %.0f", *event_ + 1, event.day);
    text_at(*ImGui::GetWindowDrawList(), look_.fonts.small, {at.x, at.y + look_.px(6)}, look_.tokens.accent,
            words);
    const float side = look_.px(30);
    ImGui::SetCursorScreenPos({at.x + width_ - side, at.y});
    if (icon_button(look_, "remove", Icon::trash, "Remove this treatment", side))
      state_.event_to_remove = event_;
    ImGui::PopID();
  }

  /// Name, value and reset dot; returns where the control goes.
  ImVec2 begin_row(const Field& field, const std::string& value, bool is_changed, float reserved = 0) {
    ImGui::PushID(path(field).c_str());
    row_ = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = look_.fonts.small->FontSize, dot = look_.px(18);
    const float value_right = row_.x + width_ - reserved;
    const float value_left = value_right - text_size(look_.fonts.small, value).x;
    const float dot_right = value_left - look_.px(value.empty() ? 0 : 6);
    text_at(list, look_.fonts.small, {value_right, row_.y}, look_.tokens.text, value, 1);
    ImGui::SetCursorScreenPos({dot_right - dot, row_.y + (line - dot) / 2});
    reset_clicked_ = false;
    if (is_changed) {
      reset_clicked_ = ImGui::InvisibleButton("reset", {dot, dot});
      const bool hovered = ImGui::IsItemHovered();
      if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      list.AddCircleFilled({dot_right - dot / 2, row_.y + line / 2}, look_.px(hovered ? 7 : 5),
                           packed(look_.tokens.caution));
      tip(look_, "Changed. Click to go back to how the scenario was opened.");
    }
    ImGui::SetCursorScreenPos(row_);
    const float name_width = dot_right - dot - row_.x - look_.px(8);
    const ImVec2 size = text_size(look_.fonts.small, field.name, name_width);
    ImGui::InvisibleButton("name", {std::max(1.0f, std::min(size.x, name_width)), std::max(1.0f, size.y)});
    tip(look_, about(field));
    list.AddText(look_.fonts.small, line, row_, packed(look_.tokens.text), field.name.data(),
                 field.name.data() + field.name.size(), name_width);
    return {row_.x, row_.y + std::max(size.y, line) + look_.px(2)};
  }

  void draw_ends(const Field& field) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float y = at.y - look_.px(8);
    text_at(list, look_.fonts.small, {at.x, y}, look_.tokens.muted, value_text(field, field.low));
    text_at(list, look_.fonts.small, {at.x + width_, y}, look_.tokens.muted, value_text(field, field.high),
            1);
    ImGui::SetCursorScreenPos({at.x, y + look_.fonts.small->FontSize});
    ImGui::Dummy({1, 1});
  }

  void end_row(const Field& field) const {
    if (state_.audience == Audience::visitor && !field.help.empty())
      ui::text(look_.fonts.small, look_.tokens.muted, field.help, width_);
    ImGui::Dummy({0, look_.px(6)});
    ImGui::PopID();
  }

  /// Help, the field's own term, and what stands behind the default.
  [[nodiscard]] static std::string about(const Field& field) {
    std::string words(field.help);
    if (!words.empty()) words += "\n";
    words += field.technical;
    words += "\nDefault: ";
    words += params::word(field.standing.backing);
    if (!field.standing.text.empty()) words += ". " + std::string(field.standing.text);
    return words;
  }

  void choose_segment(std::span<const params::Option> options, int& value) {
    std::array<std::string_view, 3> labels;
    for (std::size_t i = 0; i < options.size(); ++i) labels[i] = options[i].name;
    if (const auto chosen =
            segmented(look_, "choice", std::span(labels).first(options.size()), value, width_))
      value = *chosen;
    ImGui::Dummy({0, 0});
  }

  void choose_from_list(std::span<const params::Option> options, int& value) {
    ImGui::PushFont(look_.fonts.small);
    const std::string current(options[static_cast<std::size_t>(value)].name);
    if (button(look_, (current + "  …##current").c_str(), {width_, look_.px(36)}))
      ImGui::OpenPopup("options");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look_.px(8), look_.px(8)));
    if (ImGui::BeginPopup("options")) {
      for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const std::string label(options[static_cast<std::size_t>(i)].name);
        if (button(look_, label.c_str(), {width_ - look_.px(16), look_.px(36)}, i == value)) {
          value = i;
          ImGui::CloseCurrentPopup();
        }
      }
      ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
  }

  Look& look_;
  PanelState& state_;
  const params::Scenario& scenario_;
  float width_;
  const params::Group* group_ = nullptr;  // entered, its heading not yet drawn
  bool is_folded_ = false;
  std::vector<Event>* events_ = nullptr;
  std::optional<std::size_t> event_;
  ImVec2 row_{0, 0};
  bool reset_clicked_ = false;
};

}  // namespace

std::string value_text(const params::Field& field, double value) {
  char words[48];
  if (field.unit == Unit::cells && value >= 1e6) {
    std::snprintf(words, sizeof words, "%.4g million", value / 1e6);
    return words;
  }
  const std::string_view unit = symbol(field.unit);
  std::snprintf(words, sizeof words, unit.empty() ? "%.4g" : "%.4g %.*s", value,
                static_cast<int>(unit.size()), unit.data());
  return words;
}

bool is_shown(const params::Field& field, std::string_view path, params::Audience audience) {
  return field.audience <= audience && path != "lens" && path != "version";
}

void draw_parameters(Look& look, PanelState& state, params::Scenario& scenario,
                     const params::Scenario& opened, float width) {
  Panel panel(look, state, scenario, width);
  params::describe(params::Walk<params::Scenario>(scenario, opened, panel));
}

}  // namespace mend::ui

#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace mend::ui {
namespace {

constexpr float kEaseSeconds = 0.15f;
constexpr float kTipDelay = 0.4f;

/// Four ever larger faint rectangles read as one soft shadow.
void draw_shadow(const Look& look, const Rect& rect, float rounding) {
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  for (int ring = 4; ring >= 1; --ring) {
    const float grow = look.px(2.0f * static_cast<float>(ring));
    list.AddRectFilled({rect.low.x - grow, rect.low.y - grow + look.px(2)},
                       {rect.high.x + grow, rect.high.y + grow + look.px(2)},
                       packed({0, 0, 0, look.tokens.shadow}), rounding + grow);
  }
}

struct Pressed {
  bool clicked = false, hovered = false, held = false;
  Rect rect;
};

/// An invisible button at the cursor, with the hand that says it can be clicked.
Pressed press_area(const char* id, ImVec2 size) {
  Pressed result;
  result.rect.low = ImGui::GetCursorScreenPos();
  result.rect.high = {result.rect.low.x + size.x, result.rect.low.y + size.y};
  result.clicked = ImGui::InvisibleButton(id, size);
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return result;
}

ImVec4 face_colour(const Look& look, float hover, bool held, bool selected) {
  const Tokens& t = look.tokens;
  if (selected) return mixed(t.accent, t.text, 0.15f * hover);
  const ImVec4 face = mixed(t.raised, t.line, 0.7f * hover);
  return held ? mixed(face, t.accent, 0.25f) : face;
}

}  // namespace

void begin_plate(const Look& look, const char* name, const Rect& rect, float opacity, ImVec2 padding,
                 bool scrolls) {
  const float rounding = look.px(14);
  draw_shadow(look, rect, rounding);
  ImGui::SetNextWindowPos(rect.low);
  ImGui::SetNextWindowSize({std::max(rect.width(), 1.0f), std::max(rect.height(), 1.0f)});
  ImGui::SetNextWindowBgAlpha(opacity);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(padding.x), look.px(padding.y)));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                           ImGuiWindowFlags_NoNav;
  if (scrolls)
    flags &= ~ImGuiWindowFlags_NoScrollbar;
  else
    flags |= ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleVar();
}

float eased(Look& look, ImGuiID id, bool is_on) {
  const float target = is_on ? 1.0f : 0.0f;
  float& share = *ImGui::GetStateStorage()->GetFloatRef(id, target);
  const float step = ImGui::GetIO().DeltaTime / kEaseSeconds;
  share = share < target ? std::min(target, share + step) : std::max(target, share - step);
  if (share != target) look.is_moving = true;
  return share * share * (3 - 2 * share);
}

bool button(Look& look, const char* label, ImVec2 size, bool is_selected) {
  const Pressed press = press_area(label, size);
  const float hover = eased(look, ImGui::GetItemID(), press.hovered);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.rect.low, press.rect.high,
                     packed(face_colour(look, hover, press.held, is_selected)), look.px(8));
  const char* shown_end = ImGui::FindRenderedTextEnd(label);
  ImFont* font = ImGui::GetFont();
  text_at(list, font, {press.rect.centre().x, press.rect.centre().y - font->FontSize / 2},
          is_selected ? look.tokens.on_accent : look.tokens.text, std::string_view(label, shown_end), 0.5f);
  return press.clicked;
}

bool icon_button(Look& look, const char* id, Icon icon, const char* tip_words, float side, bool is_selected) {
  const Pressed press = press_area(id, {side, side});
  const float hover = eased(look, ImGui::GetItemID(), press.hovered);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.rect.low, press.rect.high,
                     packed(face_colour(look, hover, press.held, is_selected)), look.px(8));
  draw_icon(list, icon, press.rect.centre(), std::round(side * 0.45f),
            packed(is_selected ? look.tokens.on_accent : look.tokens.text));
  tip(look, tip_words);
  return press.clicked;
}

std::optional<int> segmented(Look& look, const char* id, std::span<const std::string_view> labels,
                             int current, float width) {
  ImGui::PushID(id);
  const float height = look.px(40), inset = look.px(3);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(origin, {origin.x + width, origin.y + height}, packed(look.tokens.raised), look.px(10));
  const float each = width / static_cast<float>(labels.size());
  // The selected segment's plate slides to its place.
  float& place = *ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("place"), static_cast<float>(current));
  const float step = ImGui::GetIO().DeltaTime / kEaseSeconds;
  place += std::clamp(static_cast<float>(current) - place, -step, step);
  if (place != static_cast<float>(current)) look.is_moving = true;
  list.AddRectFilled({origin.x + place * each + inset, origin.y + inset},
                     {origin.x + (place + 1) * each - inset, origin.y + height - inset},
                     packed(look.tokens.accent), look.px(8));
  std::optional<int> chosen;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    ImGui::SetCursorScreenPos({origin.x + static_cast<float>(i) * each, origin.y});
    ImGui::PushID(i);
    const Pressed press = press_area("segment", {each, height});
    ImGui::PopID();
    if (press.clicked && i != current) chosen = i;
    const ImVec4 colour = i == current    ? look.tokens.on_accent
                          : press.hovered ? look.tokens.text
                                          : look.tokens.muted;
    text_at(list, look.fonts.strong,
            {press.rect.centre().x, press.rect.centre().y - look.fonts.strong->FontSize / 2}, colour,
            labels[static_cast<std::size_t>(i)], 0.5f);
  }
  ImGui::PopID();
  return chosen;
}

bool toggle(Look& look, const char* id, bool& value) {
  const float height = look.px(26), width = look.px(46);
  const Pressed press = press_area(id, {width, height});
  if (press.clicked) value = !value;
  const float share = eased(look, ImGui::GetItemID(), value);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.rect.low, press.rect.high,
                     packed(mixed(look.tokens.line, look.tokens.accent, share)), height / 2);
  const float knob = height / 2 - look.px(3);
  list.AddCircleFilled({press.rect.low.x + height / 2 + share * (width - height), press.rect.centre().y},
                       knob, packed(mixed(look.tokens.text, look.tokens.on_accent, share)));
  return press.clicked;
}

bool switch_row(Look& look, std::string_view label, bool& value, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  text_at(*ImGui::GetWindowDrawList(), look.fonts.small, {at.x, at.y + look.px(3)}, look.tokens.text, label);
  ImGui::SetCursorScreenPos({at.x + width - look.px(46), at.y});
  ImGui::PushID(label.data(), label.data() + label.size());
  const bool flipped = toggle(look, "toggle", value);
  ImGui::PopID();
  ImGui::SetCursorScreenPos({at.x, at.y + look.px(34)});
  return flipped;
}

double nice_step(double span, double count) {
  if (!(span > 0)) return 1;
  const double raw = span / count;
  const double ten = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (raw <= factor * ten * 1.0001) return factor * ten;
  return 10 * ten;
}

bool slider(Look& look, const char* id, double& value, const SliderRange& range, float width) {
  const float height = look.px(28), knob = look.px(10);
  const Pressed press = press_area(id, {width, height});
  const float left = press.rect.low.x + knob, right = press.rect.high.x - knob;
  const double span = range.high - range.low;
  const auto place = [&](double v) {
    const double share = span > 0 ? std::clamp((v - range.low) / span, 0.0, 1.0) : 0;
    return left + static_cast<float>(share) * (right - left);
  };
  bool changed = false;
  if (press.held && span > 0 && right > left) {
    const double share = std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0f, 1.0f);
    const double step = range.step > 0 ? range.step : nice_step(span, 200);
    const double wanted =
        std::clamp(range.low + std::round(share * span / step) * step, range.low, range.high);
    changed = wanted != value;
    value = wanted;
  }
  const float hover = eased(look, ImGui::GetItemID(), press.hovered || press.held);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = press.rect.centre().y, half = look.px(2), now = place(value),
              tick = std::round(place(range.standard));
  list.AddRectFilled({press.rect.low.x, y - half}, {press.rect.high.x, y + half}, packed(look.tokens.line),
                     half);
  list.AddRectFilled({tick - look.px(1), y - look.px(8)}, {tick + look.px(1), y + look.px(8)},
                     packed(look.tokens.muted), look.px(1));
  list.AddRectFilled({press.rect.low.x, y - half}, {now, y + half}, packed(look.tokens.accent), half);
  list.AddCircleFilled({now, y}, knob + look.px(6) * hover, packed(look.tokens.accent, 0.22f * hover));
  list.AddCircleFilled({now, y}, knob, packed(look.tokens.accent));
  list.AddCircleFilled({now, y}, knob - look.px(4), packed(look.tokens.panel));
  return changed;
}

ImVec2 chip_size(const Look& look, std::string_view words) {
  return {text_size(look.fonts.small, words).x + look.px(24), look.px(28)};
}

void chip(const Look& look, std::string_view words, const ImVec4& colour) {
  const ImVec2 size = chip_size(look, words);
  const ImVec2 low = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, {low.x + size.x, low.y + size.y}, packed(colour, 0.16f), size.y / 2);
  list.AddRect(low, {low.x + size.x, low.y + size.y}, packed(colour, 0.7f), size.y / 2, 0, look.px(1));
  text_at(list, look.fonts.small, {low.x + size.x / 2, low.y + (size.y - look.fonts.small->FontSize) / 2},
          look.tokens.text, words, 0.5f);
  ImGui::Dummy(size);
}

void text(ImFont* font, const ImVec4& colour, std::string_view words, float width) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  if (width > 0) ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  ImGui::TextUnformatted(words.data(), words.data() + words.size());
  if (width > 0) ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

ImVec2 text_size(ImFont* font, std::string_view words, float width) {
  return font->CalcTextSizeA(font->FontSize, 1e9f, width, words.data(), words.data() + words.size());
}

void text_at(ImDrawList& list, ImFont* font, ImVec2 place, const ImVec4& colour, std::string_view words,
             float align) {
  if (align > 0) place.x -= text_size(font, words).x * align;
  list.AddText(font, font->FontSize, {std::round(place.x), std::round(place.y)}, packed(colour), words.data(),
               words.data() + words.size());
}

std::string grouped(double number) {
  std::string digits = std::to_string(static_cast<long long>(std::llround(number)));
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
    digits.insert(static_cast<std::size_t>(place), 1, ',');
  return digits;
}

std::string fitted(ImFont* font, std::string words, float width) {
  if (text_size(font, words).x <= width) return words;
  while (!words.empty() && text_size(font, words + "…").x > width) {
    words.pop_back();
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0) == 0x80) words.pop_back();
  }
  return words + "…";
}

void tip(Look& look, std::string_view words) {
  if (words.empty() || !ImGui::IsItemHovered()) return;
  if (GImGui->HoveredIdTimer < kTipDelay) {
    look.is_moving = true;
    return;
  }
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(12), look.px(8)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(8));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, mixed(look.tokens.panel, look.tokens.raised, 0.8f));
  ImGui::BeginTooltip();
  const float widest = look.px(320);
  text(look.fonts.small, look.tokens.text, words, std::min(widest, text_size(look.fonts.small, words).x + 2));
  ImGui::EndTooltip();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

void fade_scrolled(const Look& look) {
  const ImVec2 low = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const float depth = look.px(36), right = low.x + size.x - ImGui::GetStyle().ScrollbarSize;
  const ImU32 solid = packed(look.tokens.panel), clear = packed(look.tokens.panel, 0);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::GetScrollY() < ImGui::GetScrollMaxY())
    list.AddRectFilledMultiColor({low.x, low.y + size.y - depth}, {right, low.y + size.y}, clear, clear,
                                 solid, solid);
  if (ImGui::GetScrollY() > 0)
    list.AddRectFilledMultiColor(low, {right, low.y + depth / 2}, solid, solid, clear, clear);
}

}  // namespace mend::ui

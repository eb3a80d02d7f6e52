#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace mend::ui {
namespace {

ImVec4 rgb(unsigned hex) {
  return {static_cast<float>((hex >> 16) & 255u) / 255.0f, static_cast<float>((hex >> 8) & 255u) / 255.0f,
          static_cast<float>(hex & 255u) / 255.0f, 1.0f};
}

const Tokens kDark = {.background = rgb(0x0F1418),
                      .panel = rgb(0x171E25),
                      .raised = rgb(0x232D37),
                      .line = rgb(0x3A4753),
                      .text = rgb(0xEAF0F5),
                      .muted = rgb(0xA9B6C2),
                      .accent = rgb(0x56B4E9),
                      .on_accent = rgb(0x0F1418),
                      .caution = rgb(0xE69F00),
                      .shadow = 0.045f};
const Tokens kLight = {.background = rgb(0xF4F4F1),
                       .panel = rgb(0xFFFFFF),
                       .raised = rgb(0xE9EDF0),
                       .line = rgb(0xC3CCD4),
                       .text = rgb(0x18222B),
                       .muted = rgb(0x4F5D69),
                       .accent = rgb(0x0072B2),
                       .on_accent = rgb(0xFFFFFF),
                       .caution = rgb(0x8A5A00),
                       .shadow = 0.018f};
// A projector lifts black and bleaches colours in a bright room: white ground, full strokes, deeper accents.
const Tokens kProjector = {.background = rgb(0xFFFFFF),
                           .panel = rgb(0xFFFFFF),
                           .raised = rgb(0xE1E7EC),
                           .line = rgb(0x7C8894),
                           .text = rgb(0x000000),
                           .muted = rgb(0x33404B),
                           .accent = rgb(0x005A8F),
                           .on_accent = rgb(0xFFFFFF),
                           .caution = rgb(0x7A4300),
                           .shadow = 0.03f};
const Tokens kHighContrast = {.background = rgb(0x000000),
                              .panel = rgb(0x000000),
                              .raised = rgb(0x26292C),
                              .line = rgb(0xFFFFFF),
                              .text = rgb(0xFAFAFA),
                              .muted = rgb(0xE6E6E6),
                              .accent = rgb(0xFFD60A),
                              .on_accent = rgb(0x000000),
                              .caution = rgb(0xFFB000),
                              .shadow = 0};

float luminance(const ImVec4& colour) {
  const auto linear = [](float c) {
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
  };
  return 0.2126f * linear(colour.x) + 0.7152f * linear(colour.y) + 0.0722f * linear(colour.z);
}

}  // namespace

const Tokens& tokens(scene::Profile profile) {
  switch (profile) {
    case scene::Profile::dark:
      return kDark;
    case scene::Profile::light:
      return kLight;
    case scene::Profile::projector:
      return kProjector;
    case scene::Profile::high_contrast:
      return kHighContrast;
  }
  return kDark;
}

float contrast(const ImVec4& a, const ImVec4& b) {
  const float one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05f) / (std::min(one, other) + 0.05f);
}

float Look::px(float units) const {
  return std::round(units * scale);
}

ImU32 packed(const ImVec4& colour, float opacity) {
  return ImGui::ColorConvertFloat4ToU32({colour.x, colour.y, colour.z, colour.w * opacity});
}

ImVec4 mixed(const ImVec4& a, const ImVec4& b, float share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share,
          a.w + (b.w - a.w) * share};
}

void apply_style(const Look& look) {
  ImGuiStyle style;
  style.WindowPadding = {20, 20};
  style.FramePadding = {14, 10};
  style.ItemSpacing = {8, 8};
  style.ItemInnerSpacing = {8, 8};
  style.WindowRounding = 14;
  style.PopupRounding = 12;
  style.FrameRounding = 8;
  style.GrabMinSize = 28;
  style.ScrollbarSize = 14;
  style.ScrollbarRounding = 7;
  style.WindowBorderSize = style.PopupBorderSize = style.FrameBorderSize = 0;
  style.AntiAliasedLinesUseTex = true;
  style.ScaleAllSizes(look.scale);
  const Tokens& t = look.tokens;
  // Every colour starts as one of ours, so that ImGui's own blue can never show.
  std::fill(std::begin(style.Colors), std::end(style.Colors), t.raised);
  const ImVec4 none{0, 0, 0, 0};
  style.Colors[ImGuiCol_Text] = t.text;
  style.Colors[ImGuiCol_TextDisabled] = t.muted;
  style.Colors[ImGuiCol_TextSelectedBg] = mixed(t.panel, t.accent, 0.4f);
  style.Colors[ImGuiCol_WindowBg] = t.panel;
  style.Colors[ImGuiCol_PopupBg] = t.panel;
  style.Colors[ImGuiCol_ChildBg] = style.Colors[ImGuiCol_Border] = style.Colors[ImGuiCol_BorderShadow] = none;
  style.Colors[ImGuiCol_ScrollbarBg] = none;
  style.Colors[ImGuiCol_ScrollbarGrab] = t.line;
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = style.Colors[ImGuiCol_ScrollbarGrabActive] = t.muted;
  style.Colors[ImGuiCol_FrameBg] = t.raised;
  style.Colors[ImGuiCol_FrameBgHovered] = style.Colors[ImGuiCol_FrameBgActive] =
      mixed(t.raised, t.line, 0.6f);
  style.Colors[ImGuiCol_CheckMark] = style.Colors[ImGuiCol_SliderGrab] =
      style.Colors[ImGuiCol_SliderGrabActive] = t.accent;
  style.Colors[ImGuiCol_NavHighlight] = t.accent;
  style.Colors[ImGuiCol_Separator] = t.line;
  style.Colors[ImGuiCol_ModalWindowDimBg] = {t.background.x, t.background.y, t.background.z, 0.85f};
  ImGui::GetStyle() = style;
}

}  // namespace mend::ui

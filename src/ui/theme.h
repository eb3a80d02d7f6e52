// Colours, sizes and type of the interface: tokens that every widget reads, so that nothing is coloured by
// hand.
#pragma once
#include <imgui.h>

#include "scene/view.h"
#include "ui/fonts.h"

namespace mend::ui {

struct Tokens {
  ImVec4 background, panel, raised, line, text, muted, accent, on_accent, caution;
  float shadow = 0;  // opacity of one ring of the soft edge under plates
};
[[nodiscard]] const Tokens& tokens(scene::Profile profile);

/// WCAG 2 contrast ratio of two opaque colours, 1-21.
[[nodiscard]] float contrast(const ImVec4& a, const ImVec4& b);

/// What every widget is handed.
struct Look {
  Tokens tokens;
  Fonts fonts;
  float scale = 1;
  bool is_moving = false;  // set by widgets that are not at rest yet: another frame is wanted

  /// Units of the 8-px grid to whole pixels of this screen.
  [[nodiscard]] float px(float units) const;
};

/// Style of the current ImGui context for this scale and these colours, from scratch.
void apply_style(const Look& look);

[[nodiscard]] ImU32 packed(const ImVec4& colour, float opacity = 1);
[[nodiscard]] ImVec4 mixed(const ImVec4& a, const ImVec4& b, float share);

}  // namespace mend::ui

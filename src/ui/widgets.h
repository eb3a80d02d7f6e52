// The controls every part of the interface is made of, drawn with ImDrawList in the colours of the theme. All
// are placed at the current ImGui cursor and advance it.
#pragma once
#include <imgui.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/icons.h"
#include "ui/theme.h"

namespace mend::ui {

struct Rect {
  ImVec2 low{0, 0}, high{0, 0};

  [[nodiscard]] float width() const { return high.x - low.x; }
  [[nodiscard]] float height() const { return high.y - low.y; }
  [[nodiscard]] ImVec2 centre() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
  [[nodiscard]] bool has(ImVec2 point) const {
    return point.x >= low.x && point.x < high.x && point.y >= low.y && point.y < high.y;
  }
};

/// What shines through a plate must not be mistaken for what stands on it.
inline constexpr float kPlateOpacity = 0.96f;

/// A fixed plate over the picture, with a soft shadow; end with ImGui::End().
void begin_plate(const Look& look, const char* name, const Rect& rect, float opacity = kPlateOpacity,
                 ImVec2 padding = {20, 20}, bool scrolls = false);

/// 0 to 1 in about 150 ms after `is_on` turns true; remembered per id.
[[nodiscard]] float eased(Look& look, ImGuiID id, bool is_on);

bool button(Look& look, const char* label, ImVec2 size, bool is_selected = false);
bool icon_button(Look& look, const char* id, Icon icon, const char* tip, float side,
                 bool is_selected = false);

/// Returns the index clicked, if it is not the current one.
[[nodiscard]] std::optional<int> segmented(Look& look, const char* id,
                                           std::span<const std::string_view> labels, int current,
                                           float width);

/// True when it was flipped.
bool toggle(Look& look, const char* id, bool& value);

/// A label and, at the right end of `width`, the toggle. True when it was flipped.
bool switch_row(Look& look, std::string_view label, bool& value, float width);

struct SliderRange {
  double low = 0, high = 1;
  double standard = 0;  // a tick on the track
  double step = 0;      // values are rounded to it; 0 = about 200 steps, rounded to 1, 2 or 5
};
/// True when the value changed.
bool slider(Look& look, const char* id, double& value, const SliderRange& range, float width);

/// A round step of about `count` to the range: 1, 2 or 5 times a power of ten.
[[nodiscard]] double nice_step(double span, double count);

/// A rounded label, as wide as its words.
void chip(const Look& look, std::string_view words, const ImVec4& colour);
[[nodiscard]] ImVec2 chip_size(const Look& look, std::string_view words);

/// Text in a face and colour; `width` > 0 wraps.
void text(ImFont* font, const ImVec4& colour, std::string_view words, float width = 0);
[[nodiscard]] ImVec2 text_size(ImFont* font, std::string_view words, float width = 0);
/// Text at a place of the screen, outside the layout. Align 0 = starts there, 0.5 = centred, 1 = ends there.
void text_at(ImDrawList& list, ImFont* font, ImVec2 place, const ImVec4& colour, std::string_view words,
             float align = 0);

/// "12,500".
[[nodiscard]] std::string grouped(double number);

/// The words, cut with an ellipsis where they would not fit.
[[nodiscard]] std::string fitted(ImFont* font, std::string words, float width);

/// A tip for the item before, after the pointer rests on it.
void tip(Look& look, std::string_view words);

/// What scrolls on under an edge of the current child fades out there instead of looking cut.
void fade_scrolled(const Look& look);

}  // namespace mend::ui

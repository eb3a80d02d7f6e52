// What stands round the picture: title with the standing warning, the tools, and the eight views.
#pragma once
#include <array>
#include <optional>
#include <string>

#include "ui/interface.h"
#include "ui/widgets.h"

namespace mend::ui {

inline constexpr std::string_view kWarning = "Illustration, not a prediction";

/// "1 dot = 12,500 cells"; empty without cells.
[[nodiscard]] std::string dot_text(double cells_per_record);
/// Plain words for a view: "Front", "Outer side" ...
[[nodiscard]] std::string_view plain_name(scene::ViewName view);

/// `cells_per_record` 0: not told here.
void draw_title(Look& look, const Rect& area, const Session& session, double cells_per_record);

/// The narrowest width at which the words take no more lines than at `width`, so that none is left alone.
[[nodiscard]] float balanced(ImFont* font, std::string_view words, float width);

/// What may stand in the drawer instead of the settings.
enum class Extra { none, evidence, signal };

struct ToolState {
  std::optional<bool> is_drawer_open;  // as the person chose; else as there is room
  bool is_menu_open = false;
  bool is_help_open = false;
  Extra extra = Extra::none;
  bool was_drawer_closed = false;  // before the extra was opened

  /// Opens it, or closes it where it is open; the drawer is then as it was before.
  void toggle(Extra wanted, bool has_drawer);
  void close_extra();
};
/// `has_drawer`: whether the drawer is on screen now.
void draw_tools(Look& look, const Rect& area, bool has_drawer, ToolState& state, scene::Profile& profile);
/// Sizes of the picture to save, under the tools.
[[nodiscard]] int draw_snapshot_menu(Look& look, const Rect& tools, ToolState& state);

/// The view asked for, or `reset`, or the signal along one axon.
struct ViewChoice {
  std::optional<scene::ViewName> view;
  bool reset = false;
  bool signal = false;
};
[[nodiscard]] ViewChoice draw_views(Look& look, const Rect& area, const Session& session,
                                    bool is_signal_open);

/// The warning alone, where there is no title; `low` is its upper left corner.
void draw_bare_warning(Look& look, ImVec2 low);

/// What a saved picture says of itself: the warning, and scenario, lens and day.
[[nodiscard]] std::array<std::string, 2> caption_lines(const Session& session);
/// In the lower left corner of a picture of `size`, letters `height` pixels high or as high as fit; returns
/// its plate.
Rect draw_caption(ImDrawList& list, const Look& look, const std::array<std::string, 2>& lines, ImVec2 size,
                  float height);

}  // namespace mend::ui

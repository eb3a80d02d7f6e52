// What stands round the picture: title with the standing warning, the tools, and the eight views.
#pragma once
#include <optional>
#include <string>

#include "ui/interface.h"
#include "ui/widgets.h"

namespace mend::ui {

inline constexpr std::string_view kWarning = "Illustration, not a prediction";

/// "1 dot = 12,500 cells"; empty without cells.
[[nodiscard]] std::string dot_text(double cells_per_record);
/// "12,500".
[[nodiscard]] std::string grouped(double number);
/// Plain words for a view: "Front", "Outer side" ...
[[nodiscard]] std::string_view plain_name(scene::ViewName view);

void draw_title(Look& look, const Rect& area, const Session& session, double cells_per_record);

struct ToolState {
  std::optional<bool> is_drawer_open;  // as the person chose; else as there is room
  bool is_menu_open = false;
  bool is_help_open = false;
};
/// `has_drawer`: whether the drawer is on screen now.
void draw_tools(Look& look, const Rect& area, bool has_drawer, ToolState& state, scene::Profile& profile);
/// Sizes of the picture to save, under the tools.
[[nodiscard]] int draw_snapshot_menu(Look& look, const Rect& tools, ToolState& state);

/// The view asked for, or `reset`.
struct ViewChoice {
  std::optional<scene::ViewName> view;
  bool reset = false;
};
[[nodiscard]] ViewChoice draw_views(Look& look, const Rect& area, scene::ViewName current);

/// The warning alone, when everything else is hidden.
void draw_bare_warning(Look& look, ImVec2 size);

}  // namespace mend::ui

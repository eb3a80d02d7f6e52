// What comes over everything else: messages, notices, the help, and the splash while the anatomy is built.
#pragma once
#include <string>
#include <vector>

#include "ui/interface.h"
#include "ui/widgets.h"

namespace mend::ui {

/// Problems with their place, until dismissed: true when they were. `place` holds the plate afterwards.
[[nodiscard]] bool draw_problems(Look& look, ImVec2 centre_top, float width,
                                 const std::vector<Problem>& problems, Rect& place);

/// A notice above the bottom bar, fading with `age` in seconds.
void draw_notice(Look& look, ImVec2 centre_bottom, const std::string& words, double age);
inline constexpr double kNoticeSeconds = 5;

/// Keys and mouse, over a scrim; false when it was closed.
[[nodiscard]] bool draw_help(Look& look, ImVec2 size, std::span<const KeyLine> keys);

/// The name of the program and how far the first build is.
void draw_splash(Look& look, ImVec2 size, double progress);
/// A small bar while the anatomy is built again.
void draw_rebuilding(Look& look, ImVec2 centre_top, double progress);

}  // namespace mend::ui

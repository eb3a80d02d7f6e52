// The logo of a house that shows Mend, in the upper right corner of what the plates leave free.
#pragma once
#include <imgui.h>

#include "ui/widgets.h"

namespace mend::ui {

struct Logo {
  ImTextureID texture = nullptr;  // none, no logo
  ImVec2 pixels{0, 0};            // its own size
};

/// Four lines of letters high, or lower where it would be wider than a fifth of `free`; never larger than it
/// is.
[[nodiscard]] Rect logo_place(const Logo& logo, const Rect& free, float letters);
/// What is left of `free` below the logo, for names and words that stand along the edges.
[[nodiscard]] Rect below_logo(const Logo& logo, const Rect& free, float letters);

void draw_logo(ImDrawList& list, const Logo& logo, const Rect& free, float letters);

}  // namespace mend::ui

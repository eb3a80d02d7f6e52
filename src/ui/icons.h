// Pictograms drawn as strokes and shapes: crisp at every scale, coloured by a token, and no icon font to
// install.
#pragma once
#include <imgui.h>

namespace mend::ui {

enum class Icon {
  play,
  pause,
  step_back,
  step_forward,
  minus,
  plus,
  home,
  camera,
  help,
  moon,
  sun,
  sliders,
  close,
  undo,
  info,
  warning,
  check,
  trash,
  page,
  folded,
  unfolded,
};

/// Within a square of side `size` around `centre`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace mend::ui

// Where the plates of the interface are, from nothing but the size of the window.
#pragma once
#include "ui/widgets.h"

namespace mend::ui {

struct Layout {
  Rect title;   // what is shown, and that it is an illustration
  Rect lens;    // Mechanism or Trials, and how certain
  Rect tools;   // picture, light, help, settings
  Rect views;   // the eight views
  Rect legend;  // colours of the cells, under the views
  Rect drawer;  // parameters
  Rect bottom;  // chart and transport
  bool has_views = false, has_drawer = false, has_chart = false, has_bottom = false, has_top = false;
  bool has_legend = false;
  Rect free;            // what no plate covers, right of the views
  ImVec2 centre{0, 0};  // of what is left free for the picture
  float share = 1;      // how much smaller than in an empty window the subject is best drawn
};

/// Whether the drawer may stand open without being asked for.
[[nodiscard]] bool has_room_for_drawer(ImVec2 size, float scale);

/// `size` in pixels, `scale` of the interface. Plates that would not fit are left out, the least needed
/// first.
[[nodiscard]] Layout lay_out(ImVec2 size, float scale, bool is_drawer_open);

}  // namespace mend::ui

// What a frame costs, pass by pass: for whoever wonders why a picture is slow.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scene/view.h"
#include "ui/widgets.h"

namespace mend::ui {

/// What is known of the last picture drawn.
struct FrameReport {
  struct Pass {
    std::string_view name;
    double milliseconds = 0;
  };
  std::vector<Pass> passes;                      // in their order
  bool on_card = false;                          // timed by the graphics card; else each pass was waited for
  std::string_view look;                         // that it was drawn in
  scene::Quality quality = scene::Quality::low;  // that the governor granted
  float share = 1;                               // of the window's pixels a side, likewise
  int draw_calls = 0;
  std::int64_t triangles = 0, instances = 0, bytes_uploaded = 0;
};

/// "Quality medium, 84 % of the pixels a side, look full".
[[nodiscard]] std::string granted_text(const FrameReport& report);
/// "41 draws, 612,300 triangles, 4,000 instances, 98 kB sent".
[[nodiscard]] std::string cost_text(const FrameReport& report);

/// The switch that opens it, and the rows, `width` wide, at the cursor. Whether the rows are there.
bool draw_frame_list(Look& look, const FrameReport& report, bool& is_open, float width);

}  // namespace mend::ui

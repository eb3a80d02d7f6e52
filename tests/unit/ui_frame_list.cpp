// The words of the list of what a frame costs.
#include <doctest/doctest.h>

#include "ui/frame_list.h"

using mend::ui::FrameReport;

TEST_CASE("what a frame costs is told in round words") {
  FrameReport report{.passes = {},
                     .on_card = true,
                     .look = "full",
                     .quality = mend::scene::Quality::medium,
                     .share = 0.84f,
                     .draw_calls = 41,
                     .triangles = 612300,
                     .instances = 4000,
                     .bytes_uploaded = 98400};
  CHECK(granted_text(report) == "Quality medium, 84 % of the pixels a side, look full");
  CHECK(cost_text(report) == "41 draws, 612,300 triangles, 4,000 instances, 98 kB sent");
  report.share = 1;
  CHECK(granted_text(report) == "Quality medium, look full");
}

// The list of what a frame costs, opened by hand.
#include "desktop.h"

using namespace mend;
using namespace mend::test;

TEST_CASE("what a frame costs is listed at the end of the Picture page, when asked for") {
  if (!has_desktop()) return;
  Desktop desktop("healthy-knee");
  const ui::Rect drawer = ui::lay_out({kWidth, kHeight}, 1, true).drawer;
  desktop.key("space");
  desktop.key("b");  // the drawer
  pause_for(0.5);
  desktop.click({drawer.high.x - 84, drawer.low.y + 36});
  pause_for(0.5);
  const std::string over = Desktop::place(drawer.centre());
  desktop.hands("mousemove " + over + " click --repeat 60 --delay 20 5");
  const auto closed = desktop.look_at_rest();
  desktop.click({drawer.high.x - 54, drawer.high.y - 37});
  desktop.hands("mousemove " + over + " click --repeat 60 --delay 20 5");
  const auto open = desktop.look_at_rest();
  // Eight rows and two sentences of letters, where there was little.
  CHECK(changed(closed, open, drawer) > 4000);
  CHECK(desktop.program().is_running());
}

// Keeps the pace of a moving picture: when drawings take too long it grants fewer pixels, then a lower
// quality; when there is room again it gives them back, slowly. Never touches the session: what was asked for
// returns as soon as the picture stands still.
#pragma once
#include <cstddef>

#include "scene/view.h"

namespace mend::app {

class Governor {
 public:
  struct Grant {
    float share = 1;  // of the window's pixels a side
    scene::Quality quality = scene::Quality::low;
    bool operator==(const Grant&) const = default;
  };

  /// How a moving picture of this quality may be drawn now.
  [[nodiscard]] Grant grant(scene::Quality asked) const;
  /// The drawing so granted took this long.
  void took(double seconds, scene::Quality asked);

  /// Seconds a drawing may take: of 60 frames a second, or of 30 at low, what compose and interface leave.
  [[nodiscard]] static double budget(scene::Quality asked);

 private:
  std::size_t step_ = 0;      // down the ladder of grants
  int slow_ = 0, quick_ = 0;  // drawings in a row
  int patience_ = 0;  // quick drawings more before the next step up, grown when a step up was too much
  int since_up_ = 0;  // drawings since the last step up
};

}  // namespace mend::app

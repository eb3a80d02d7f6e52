#include "ui/logo.h"

#include <algorithm>

namespace mend::ui {

Rect logo_place(const Logo& logo, const Rect& free, float letters) {
  if (logo.texture == nullptr || free.width() <= 0) return {};
  const float share = std::min({4 * letters / logo.pixels.y, 0.2f * free.width() / logo.pixels.x, 1.0f});
  const ImVec2 corner{free.high.x - 0.8f * letters, free.low.y + 0.8f * letters};
  return {{corner.x - share * logo.pixels.x, corner.y}, {corner.x, corner.y + share * logo.pixels.y}};
}

Rect below_logo(const Logo& logo, const Rect& free, float letters) {
  if (logo.texture == nullptr) return free;
  return {{free.low.x, std::min(logo_place(logo, free, letters).high.y, free.high.y)}, free.high};
}

void draw_logo(ImDrawList& list, const Logo& logo, const Rect& free, float letters) {
  if (logo.texture == nullptr) return;
  const Rect place = logo_place(logo, free, letters);
  list.AddImage(logo.texture, place.low, place.high);
}

}  // namespace mend::ui

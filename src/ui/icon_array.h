// Counts and differences as pictures: 100 dots for 100 people, a bar for points on the pain scale. What is
// counted is told by filled against hollow, never by colour alone.
#pragma once
#include <string>

#include "story/evidence.h"
#include "ui/widgets.h"

namespace mend::ui {

/// At the cursor, at most `width` wide: one square of dots, or two beside each other where two are compared,
/// with the count in words under each.
void draw_people(Look& look, const story::People& people, float width);

/// At the cursor: a bar on the whole scale, so that a small difference looks small.
void draw_points(Look& look, const story::Points& points, float width);

/// "7 fewer to 15 more of 100 people: this could be chance."; empty without a range.
[[nodiscard]] std::string range_words(const story::People& people);

}  // namespace mend::ui

// What opens the knee in the picture: as on a radiograph, cut by planes, or with a ball taken out of it.
#pragma once
#include <string>

#include "scene/film.h"
#include "scene/view.h"
#include "ui/widgets.h"

namespace mend::ui {

/// "Joint space: inner 4.6 mm, outer 5.5 mm".
[[nodiscard]] std::string joint_space_text(const scene::JointSpaces& spaces);

void draw_film_controls(Look& look, scene::View& view, const scene::JointSpaces& spaces, float width);
void draw_cut_controls(Look& look, scene::Cutaway& cutaway, float width);

}  // namespace mend::ui

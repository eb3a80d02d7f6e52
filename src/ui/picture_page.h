// The page of the drawer that says how the picture is drawn: layers, film and cuts, names, ground, quality.
#pragma once
#include "scene/film.h"
#include "scene/view.h"
#include "ui/widgets.h"

namespace mend::ui {

/// `width` wide, at the cursor.
void draw_picture_page(Look& look, scene::View& view, const scene::JointSpaces& spaces, float width);

}  // namespace mend::ui

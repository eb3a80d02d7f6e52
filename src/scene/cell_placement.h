// Where each injected cell is on a day: out of the needle, through the fluid, onto a wall, and gone.
#pragma once
#include <vector>

#include "scene/compose.h"

namespace mend::scene {

/// Drawn radius of a cell in mm, from how much of the knee the frame shows: 1.1 mm when it shows the whole
/// knee (225 mm of height at the target), and smaller in close-ups by the power 0.55, so that cells grow on
/// screen more slowly than the tissue round them. A real cell is 0.01 mm: the screen says that cells are
/// drawn larger and fewer.
[[nodiscard]] float cell_radius(const Orbit& orbit);

/// Adds the injected cells that are drawn on this day.
void add_injected_cells(const Stage& stage, const View& view, double day, std::vector<CellInstance>& cells);

}  // namespace mend::scene

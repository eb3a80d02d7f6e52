// A frame as it is shown: as a film, or with what the view lifts off gone.
#include <algorithm>

#include "scene/compose.h"
#include "scene/fields.h"
#include "scene/film.h"
#include "scene/focal_plane.h"
#include "scene/uncut.h"

namespace mend::scene {

Scene compose(const Stage& stage, const sim::State& state, const View& view) {
  if (view.radiograph) return film_of(stage, state, view);
  Scene scene = uncut(stage, state, view);
  scene.focus = focal_plane(view);
  if (view.layers[static_cast<std::size_t>(Layer::fields)]) add_fields(stage, state, view, scene.fields);
  if (view.cutaway.is_empty()) return scene;
  constexpr float kOpened = 0.75f;  // light falls in where the knee is cut (share assumed)
  scene.cuts = cuts_facing(view.cutaway, scene.camera.eye);
  scene.peel = view.cutaway.peel;
  for (Surface& surface : scene.surfaces) surface.opened = std::max(surface.opened, kOpened);
  std::erase_if(scene.cells,
                [&](const CellInstance& cell) { return is_lifted(scene.cuts, scene.peel, cell.position); });
  return scene;
}

}  // namespace mend::scene

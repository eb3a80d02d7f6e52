// A frame as it is shown: as a film, or with what the view lifts off gone.
#include <algorithm>
#include <cmath>
#include <optional>

#include "scene/compose.h"
#include "scene/fields.h"
#include "scene/film.h"
#include "scene/focal_plane.h"
#include "scene/reflection.h"
#include "scene/uncut.h"

namespace mend::scene {
namespace {

using anatomy::PartId;

/// Where a plateau is looked at from above, what goes up from it to the thigh is cut a little over the
/// menisci, and over the bone's own spines.
std::optional<CutPlane> over_plateau(const anatomy::Knee& knee, const View& view) {
  constexpr float kOver = 2.5f, kOverSpines = 0.3f;  // mm (assumed)
  if (view.focus != ViewName::plateau) return std::nullopt;
  const glm::vec3 up_the_shin = shin_axes(knee).up;
  float highest = -1e9f;
  for (const anatomy::Part& part : knee.parts) {
    const bool is_meniscus = part.id == PartId::meniscus_medial || part.id == PartId::meniscus_lateral;
    if (!is_meniscus && part.id != PartId::tibia) continue;
    for (const anatomy::Vertex& v : part.mesh.vertices)
      highest = std::max(highest, glm::dot(v.position, up_the_shin) + (is_meniscus ? kOver : kOverSpines));
  }
  return CutPlane{up_the_shin, highest};
}

}  // namespace

Scene compose(const Stage& stage, const sim::State& state, const View& view) {
  if (view.radiograph) return film_of(stage, state, view);
  Scene scene = uncut(stage, state, view);
  scene.focus = focal_plane(view);
  if (view.layers[static_cast<std::size_t>(Layer::fields)]) add_fields(stage, state, view, scene.fields);
  if (view.cutaway.is_empty()) {
    if (const auto cut = over_plateau(*stage.knee, view)) scene.cuts.push_back(*cut);
    return scene;
  }
  constexpr float kOpened = 0.75f;  // light falls in where the knee is cut (share assumed)
  scene.cuts = cuts_facing(view.cutaway, scene.camera.eye);
  scene.peel = view.cutaway.peel;
  for (Surface& surface : scene.surfaces) surface.opened = std::max(surface.opened, kOpened);
  std::erase_if(scene.cells,
                [&](const CellInstance& cell) { return is_lifted(scene.cuts, scene.peel, cell.position); });
  return scene;
}

}  // namespace mend::scene

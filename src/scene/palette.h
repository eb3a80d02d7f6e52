// The one table of tissue and cell colours: picture, legend, plots and print read it. sRGB, anatomy page section 11.
#pragma once
#include <array>
#include <glm/glm.hpp>

#include "scene/scene.h"

namespace mend::scene {

struct TissueColour {
  glm::vec3 base{0}, shade{0}, highlight{1};  // sRGB, 0-1
  float roughness = 0.5f;
};
[[nodiscard]] const TissueColour& colour(Material material);
[[nodiscard]] const TissueColour& colour(CellKind kind);
[[nodiscard]] const TissueColour& colour(FieldKind kind);
/// Colours that are not a material's own: inflamed synovium, worn cartilage, clot, granulation, axon, myelin, debris;
/// and what cells send out or live on.
enum class Accent {
  synovium_inflamed, cartilage_worn, scar, axon, myelin, debris, meniscus_red_zone, clot, granulation,
  growth_factor, oxygen, count,
};
[[nodiscard]] const TissueColour& colour(Accent accent);
[[nodiscard]] glm::vec3 background(Profile profile);
[[nodiscard]] glm::vec3 to_linear(glm::vec3 srgb);

}  // namespace mend::scene

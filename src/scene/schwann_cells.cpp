#include "scene/schwann_cells.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "scene/cell_signs.h"
#include "scene/nerve_drawing.h"

namespace mend::scene {
namespace {

float fraction(float x) {
  return x - std::floor(x);
}

/// As in shaders/curves.glsl and `wavy` of shaders/tube.glsl: where an axon runs in the bundle at s.
float wave(float turns) {
  const float x = std::fabs(fraction(turns) - 0.5f) * 4 - 1;
  return x * (1.5f - 0.5f * x * x);
}
glm::vec2 wavy(glm::vec2 offset, float spread, float s, float keyed) {
  const float together = 0.41f * s + 0.06f * wave(0.14f * s) + 0.17f * offset.x - 0.11f * offset.y;
  const glm::vec2 shared(wave(together), 0.6f * wave(together + 0.3f));
  const glm::vec2 own(wave(0.132f * s + keyed), wave(0.113f * s + 2.3f * keyed));
  return offset + spread * (0.042f * shared + 0.045f * own);
}

glm::vec3 on_axon(const NerveDrawing& nerve, glm::vec2 offset, float s) {
  const anatomy::Path& path = *nerve.path;
  const auto step = static_cast<std::size_t>(std::max(0.0, static_cast<double>(s) / path.spacing));
  const std::size_t i = std::min(step, path.points.size() - 1);
  const glm::vec2 at =
      wavy(offset, nerve.sheath_radius, s, fraction(glm::dot(offset, glm::vec2(12.9898f, 78.233f))));
  return point_at(path, static_cast<double>(s)) + at.x * path.normals[i] + at.y * path.binormals[i];
}

}  // namespace

void add_schwann_cells(const NerveDrawing& nerve, const sim::NerveState& state,
                       const params::Scenario& scenario, double seconds, std::vector<CellInstance>& cells) {
  constexpr float kWidth =
      3.9f;  // drawn radii of an axon to the radius of its cell: a sleeve over the sheath (assumed)
  constexpr float kSoft = 0.04f;  // of the density: over this a cell grows in or shrinks away
  constexpr float kOuter = 0.6f;  // share of the bundle's width: axons further in cannot be seen
  std::vector<const AxonInstance*> outer;
  for (const AxonInstance& axon : nerve.axons)
    if (glm::length(axon.offset) > kOuter * nerve.sheath_radius) outer.push_back(&axon);
  const auto density = static_cast<float>(state.schwann / scenario.nerve_model.schwann_maximum);
  const float from = nerve.lesion + nerve.gap, room = nerve.to - from;
  if (outer.empty() || room <= 0) return;
  for (int i = 1; i <= kSchwannPlaces; ++i) {
    const auto draw = [i](std::uint32_t base) {
      return static_cast<float>(low_discrepancy(static_cast<std::uint64_t>(i), base));
    };
    const float life = glm::clamp((density - draw(7)) / kSoft, 0.0f, 1.0f);
    if (life <= 0) continue;
    const AxonInstance& axon = *outer[static_cast<std::size_t>(draw(3) * static_cast<float>(outer.size()))];
    const float s = from + room * draw(2);
    CellInstance cell;
    cell.position = on_axon(nerve, axon.offset, s);
    cell.radius = kWidth * axon.radius;
    cell.kind = static_cast<float>(CellKind::schwann);
    cell.life = life;
    const double turns = 0.3 * seconds + static_cast<double>(draw(5));
    cell.phase = static_cast<float>(turns - std::floor(turns));
    const glm::vec3 along = on_axon(nerve, axon.offset, s + 0.5f) - on_axon(nerve, axon.offset, s - 0.5f);
    cell.spin = spin_along(glm::normalize(along));
    cells.push_back(cell);
  }
}

}  // namespace mend::scene

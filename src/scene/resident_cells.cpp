#include "scene/resident_cells.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/random.h"

namespace mend::scene {
namespace {

constexpr float kSoft = 0.04f;  // of the full density: over this a cell grows in or shrinks away

/// Life of the cell at a place with this threshold, 0 = none.
float shown(float density, float threshold) {
  return glm::clamp((density - threshold) / kSoft, 0.0f, 1.0f);
}

/// Density over the depth, share 0 = at the bone.
float at_depth(std::span<const double> column, float share) {
  const float at = glm::clamp(share * static_cast<float>(column.size()) - 0.5f, 0.0f,
                              static_cast<float>(column.size() - 1));
  const auto i = static_cast<std::size_t>(at);
  const std::size_t next = std::min(i + 1, column.size() - 1);
  return glm::mix(static_cast<float>(column[i]), static_cast<float>(column[next]),
                  at - static_cast<float>(i));
}

constexpr float kMacrophageSize = 1.15f;  // of a stem cell's radius (assumed)
constexpr float kSunk = 0.2f;             // of its own radius, into the lining that it lies in (assumed)

float phase_of(double seconds, float offset) {
  const double turns = 0.3 * seconds + offset;
  return static_cast<float>(turns - std::floor(turns));
}

}  // namespace

void add_repair_cells(const Crater& crater, const Relief* relief, const sim::DefectState& defect,
                      float radius, double seconds, std::vector<CellInstance>& cells, float drawn,
                      const sim::PatchView& patch) {
  if (crater.is_empty()) return;
  for (int i = 1; i <= kRepairPlaces; ++i) {
    const auto draw = [i](std::uint32_t base) {
      return static_cast<float>(low_discrepancy(static_cast<std::uint64_t>(i), base));
    };
    const float kept = shown(drawn * (1 + kSoft), draw(13));
    if (kept <= 0) continue;
    const float depth = draw(5), threshold = draw(7);
    const float from_middle = 0.95f * std::sqrt(draw(2)), angle = 6.2831853f * draw(3);
    const glm::vec2 uv = from_middle * glm::vec2(std::cos(angle), std::sin(angle));
    const auto density = [&](sim::PatchField field, std::span<const double> column) {
      const float at =
          patch.is_empty() ? at_depth(column, depth) : static_cast<float>(patch.at(field, uv.x, uv.y, depth));
      return at / static_cast<float>(kFullDensity);
    };
    const float stem = density(sim::PatchField::stem, defect.stem);
    const float chondrocyte = density(sim::PatchField::chondrocyte, defect.chondrocyte);
    // Stem cells take places from one end of the thresholds, chondrocytes from the other: no place shows two.
    const float stem_life = shown(stem, threshold), chondrocyte_life = shown(chondrocyte, 1 - threshold);
    if (stem_life <= 0 && chondrocyte_life <= 0) continue;
    const anatomy::LesionColumn column = crater.at(uv);
    const glm::vec3 top = glm::mix(column.floor, column.surface, relief ? relief->share(uv) : 0.0f);
    const glm::vec3 outward = glm::normalize(column.surface - column.floor);
    CellInstance cell;
    cell.radius = radius * (0.75f + 0.2f * draw(11));
    cell.position = top + outward * cell.radius * (0.4f - 0.5f * (1 - depth));
    cell.kind = static_cast<float>(stem_life >= chondrocyte_life ? CellKind::stem : CellKind::chondrocyte);
    cell.life = glm::max(stem_life, chondrocyte_life) * kept;
    cell.phase = phase_of(seconds, draw(11));
    cell.spin = draw(13);
    cells.push_back(cell);
  }
}

void add_macrophages(const anatomy::Knee& knee, double synovitis, double resolving, float radius,
                     double seconds, std::vector<CellInstance>& cells) {
  constexpr double kResolvingWeight =
      0.5;  // resolving macrophages are fewer than those that inflame (assumed)
  std::vector<const anatomy::WallPoint*> synovium;
  for (const anatomy::WallPoint& wall : knee.walls) {
    if (wall.part == anatomy::PartId::capsule) synovium.push_back(&wall);
  }
  if (synovium.empty()) return;
  const auto from_lesion = [&](const anatomy::WallPoint* wall) {
    return glm::distance(wall->position, knee.lesion.centre);
  };
  const double calm =
      (1 - std::clamp(synovitis, 0.0, 1.0)) * (1 - kResolvingWeight * std::clamp(resolving, 0.0, 1.0));
  for (int i = 1; i <= kMacrophagePlaces; ++i) {
    const auto draw = [i](std::uint32_t base) {
      return low_discrepancy(static_cast<std::uint64_t>(i), base);
    };
    const float life = shown(static_cast<float>(1 - calm), static_cast<float>(draw(3)));
    if (life <= 0) continue;
    const auto place = [&](std::uint32_t base) {
      return synovium[static_cast<std::size_t>(draw(base) * static_cast<double>(synovium.size()))];
    };
    const anatomy::WallPoint* wall = place(2);
    // Round a lesion they gather: the nearest of three places, so half of them on a fifth of the lining
    // (assumed).
    if (knee.shape.lesion_diameter > 0) {
      for (const std::uint32_t base : {11u, 13u}) {
        if (from_lesion(place(base)) < from_lesion(wall)) wall = place(base);
      }
    }
    CellInstance cell;
    cell.radius = kMacrophageSize * radius;
    cell.position = wall->position - kSunk * cell.radius * wall->normal;
    cell.kind = static_cast<float>(CellKind::macrophage);
    cell.life = life;
    cell.phase = phase_of(seconds, static_cast<float>(draw(5)));
    cell.spin = static_cast<float>(draw(7));
    cells.push_back(cell);
  }
}

}  // namespace mend::scene

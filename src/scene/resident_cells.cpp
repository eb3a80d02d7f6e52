#include "scene/resident_cells.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/random.h"
#include "scene/cell_signs.h"
#include "sim/defect_kinetics.h"

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

/// What a repair cell is doing at a moment of the clock. A division takes about an hour; it is drawn as if it
/// took this long (assumed), or hardly one would be seen.
constexpr double kDivision = 0.3;  // days
constexpr double kCycle = 120;     // seconds of the clock between two divisions of one cell

/// `rate`: divisions a day.
float dividing(CellKind kind, double rate, double seconds, float keyed) {
  const double share = kDivision * rate, turn = seconds / kCycle + static_cast<double>(keyed);
  const double at = turn - std::floor(turn);
  return at < share ? with_sign(kind, CellSign::divides, static_cast<float>(at / share))
                    : static_cast<float>(kind);
}

/// Divisions a day of a cell with `room` (0-1) about it in a matrix m.
double division_rate(CellKind kind, const params::DefectModel& model, double m, double room) {
  const double surface = m > 0 ? sim::helped_by_matrix(m, model.proliferation_matrix) : 0;
  const double rate = kind == CellKind::stem
                          ? model.stem_division_base + model.stem_division * surface
                          : model.chondrocyte_division_base + model.chondrocyte_division * surface;
  return rate * std::clamp(room, 0.0, 1.0);
}

/// The walls of the lining.
std::vector<const anatomy::WallPoint*> lining_of(const anatomy::Knee& knee) {
  std::vector<const anatomy::WallPoint*> synovium;
  for (const anatomy::WallPoint& wall : knee.walls) {
    if (wall.part == anatomy::PartId::capsule) synovium.push_back(&wall);
  }
  return synovium;
}

float phase_of(double seconds, float offset) {
  const double turns = 0.3 * seconds + offset;
  return static_cast<float>(turns - std::floor(turns));
}

}  // namespace

void add_repair_cells(const Crater& crater, const Relief* relief, const sim::DefectState& defect,
                      float radius, double seconds, std::vector<CellInstance>& cells, float drawn,
                      const sim::PatchView& patch, const params::DefectModel& model) {
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
    const CellKind kind = stem_life >= chondrocyte_life ? CellKind::stem : CellKind::chondrocyte;
    const double room = 1 - kFullDensity * static_cast<double>(stem + chondrocyte);
    const auto matrix = static_cast<double>(at_depth(defect.matrix, depth));
    cell.kind = dividing(kind, division_rate(kind, model, matrix, room), seconds, draw(17));
    cell.life = glm::max(stem_life, chondrocyte_life) * kept;
    cell.phase = phase_of(seconds, draw(11));
    cell.spin = spin_on(outward, draw(13));
    cells.push_back(cell);
  }
}

void add_macrophages(const anatomy::Knee& knee, double synovitis, double resolving, float radius,
                     double seconds, std::vector<CellInstance>& cells) {
  constexpr double kResolvingWeight =
      0.5;  // resolving macrophages are fewer than those that inflame (assumed)
  // A healthy lining's own lie flat in it; drawn as the round ones are, one here and there would read as a
  // flaw.
  constexpr double kAtRest =
      0.06;  // of those of full inflammation: just above the model's healthy knee (assumed)
  const std::vector<const anatomy::WallPoint*> synovium = lining_of(knee);
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
    const float life = shown(static_cast<float>(1 - calm - kAtRest), static_cast<float>(draw(3)));
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

void add_lymphocytes(const anatomy::Knee& knee, double synovitis, float radius, double seconds,
                     std::vector<CellInstance>& cells) {
  constexpr float kSize = 0.62f;   // of a stem cell's drawn radius: 7 um beside 11 um and more (assumed)
  constexpr int kCluster = 5;      // they gather in aggregates of the lining (so many each: assumed)
  constexpr float kApart = 1.25f;  // radii between two of a cluster
  const std::vector<const anatomy::WallPoint*> synovium = lining_of(knee);
  if (synovium.empty()) return;
  for (int i = 0; i < kLymphocytePlaces; ++i) {
    const auto draw = [](int of, std::uint32_t base) {
      return low_discrepancy(static_cast<std::uint64_t>(of + 301), base);
    };
    const float life = shown(static_cast<float>(synovitis), static_cast<float>(draw(i, 3)));
    if (life <= 0) continue;
    const double share = draw(i / kCluster, 2);
    const anatomy::WallPoint& wall =
        *synovium[static_cast<std::size_t>(share * static_cast<double>(synovium.size()))];
    const glm::vec3 beside = axis_of(spin_on(wall.normal, static_cast<float>(draw(i, 5))));
    CellInstance cell;
    cell.radius = kSize * radius;
    const float off = kApart * cell.radius * static_cast<float>(i % kCluster);
    cell.position = wall.position + off * beside + kSunk * cell.radius * wall.normal;
    cell.kind = static_cast<float>(CellKind::lymphocyte);
    cell.life = life;
    cell.phase = phase_of(seconds, static_cast<float>(draw(i, 7)));
    cell.spin = static_cast<float>(draw(i, 11));
    cells.push_back(cell);
  }
}

void add_lining_cells(const anatomy::Knee& knee, const params::Scenario& scenario,
                      const sim::JointState& joint, float radius, double seconds,
                      std::vector<CellInstance>& cells) {
  add_macrophages(knee, joint.synovitis, joint.memory, radius, seconds, cells);
  if (scenario.joint.autoimmune_drive > 0) add_lymphocytes(knee, joint.synovitis, radius, seconds, cells);
}

}  // namespace mend::scene

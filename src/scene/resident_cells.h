// Cells the models know as densities: fixed places, each with a threshold; a place shows a cell where the
// density of the day exceeds it. Counts follow the field, and nothing jumps.
#pragma once
#include <cstdint>
#include <vector>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/repair_tissue.h"
#include "scene/scene.h"
#include "sim/state.h"

namespace mend::scene {

/// Places in the crater, and the density (in units of C*) at which every one of them shows a cell.
inline constexpr int kRepairPlaces = 700;
inline constexpr double kFullDensity = 0.35;

/// Stem cells and chondrocytes of the repair tissue, drawn near its surface (or the floor without a relief),
/// where they can be seen. Densities are those of the patch at the place if there is one, else of the column.
/// `drawn`, 0-1: the share of the places that are drawn; from afar all would be a mat. Some divide, at the model's rates.
void add_repair_cells(const Crater& crater, const Relief* relief, const sim::DefectState& defect,
                      float radius, double seconds, std::vector<CellInstance>& cells, float drawn = 1,
                      const sim::PatchView& patch = {}, const params::DefectModel& model = {});

inline constexpr int kMacrophagePlaces = 48;

/// Macrophages of the lining: more with synovitis p, and with the resolving ones R (0-1 each).
void add_macrophages(const anatomy::Knee& knee, double synovitis, double resolving, float radius,
                     double seconds, std::vector<CellInstance>& cells);

inline constexpr int kLymphocytePlaces = 60;

/// Lymphocytes that gather in the lining of a rheumatoid joint, the more the more inflamed it is.
void add_lymphocytes(const anatomy::Knee& knee, double synovitis, float radius, double seconds,
                     std::vector<CellInstance>& cells);

/// All cells of the lining.
void add_lining_cells(const anatomy::Knee& knee, const params::Scenario& scenario, const sim::JointState& joint,
                      float radius, double seconds, std::vector<CellInstance>& cells);

}  // namespace mend::scene

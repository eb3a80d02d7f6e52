// What a stem cell becomes, and how fast, by what it finds round it.
#pragma once
#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

/// What a cell finds round it. Relative ones are of their highest in the models.
struct Cues {
  double tgf_b = 0;             // ng/ml
  double strain = 0;            // %
  double bmp = 0;               // ng/ml
  double late_macrophages = 0;  // M2/f
  double growth_factor = 0;     // GGF, relative
  double inflammation = 0;      // TNF and IL-1, relative
  double fibrosis = 0;          // TGF-b that scars, relative
  double stiffness = 1;         // kPa
};

/// Share of cells a day that turn to this fate.
[[nodiscard]] double hazard(const params::CellModel& model, Fate fate, const Cues& cues);

/// What an injected cell finds in the hole of the cartilage, at synovitis p.
[[nodiscard]] Cues joint_cues(const params::CellModel& model, double synovitis);

/// What it finds in a nerve, at growth factor N (in units of KN) and with this share of debris.
[[nodiscard]] Cues nerve_cues(const params::CellModel& model, double growth_factor, double debris);

}  // namespace mend::sim

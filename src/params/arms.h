// The arms of a comparison: the same person, injured alike and treated otherwise.
#pragma once
#include <string_view>

#include "params/scenario.h"

namespace mend::params {

enum class Arm {
  as_given,       // the scenario itself
  untreated,      // no treatment and no medicine
  sham,           // salt water for cells, on the same days and at the same sites; all else the same
  medicine_only,  // no cells; the medicine, or opioids by the rule where there is none
  cells_only,     // the treatment without medicine
  combined,       // the treatment, and medicine as in medicine_only
};

/// The scenario of one arm. Cells are cells, implants and chondrocytes.
[[nodiscard]] Scenario arm_of(const Scenario& scenario, Arm arm);

/// "as-given", "untreated", "sham", "medicine-only", "cells-only", "combined".
[[nodiscard]] std::string_view word(Arm arm);

}  // namespace mend::params

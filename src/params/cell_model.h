// Constants of the cells themselves: lineage, donor, dose; told about in describe_cells.cpp.
#pragma once

namespace mend::params {

/// Constants of stem cells wherever they are given.
struct CellModel {
  double half_dose = 1e7;          // ED50 of u(D), cells
  double inhibiting_dose = 1.5e8;  // Di of u(D), cells
};

}  // namespace mend::params

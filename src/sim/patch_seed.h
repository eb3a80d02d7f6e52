// How a batch of cells lies over the floor of the lesion.
#pragma once
#include <cstdint>
#include <vector>

#include "params/cartilage_model.h"
#include "sim/defect.h"
#include "sim/patch_frame.h"

namespace mend::sim {

/// Density over each column, of its mean.
///   even    1: a carrier holds the cells
///   patchy  e^(u w), w a smooth random field of spread 1 that changes over settling_patch mm
///   holes   clot_share + sum over the awl holes of e^(-(distance/awl_radius)^2 / 2), holes awl_spacing mm
///   apart
[[nodiscard]] std::vector<float> seed_pattern(const params::DefectModel& model, const PatchGrid& grid,
                                              Settling settling, std::uint64_t seed);

}  // namespace mend::sim

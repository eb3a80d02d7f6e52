// Volumes of solid noise for the materials: computed once, the same on every machine, repeating without a
// seam.
#pragma once
#include <cstdint>
#include <vector>

namespace mend::render {

inline constexpr int kNoiseSize = 64;  // texels a side

/// RGBA8: the gradient of a smooth noise of 8 features a side (128 = level), and its value.
[[nodiscard]] std::vector<std::uint8_t> grain_noise();
/// RGBA8: distance to the nearest of 12 x 12 x 12 scattered points, to the border between two, which point,
/// and threads that wind like vessels.
[[nodiscard]] std::vector<std::uint8_t> cellular_noise();

}  // namespace mend::render

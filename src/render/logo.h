// A museum's or clinic's own picture, read from a file that somebody else made: checked before it is decoded.
#pragma once
#include <string>

#include "base/result.h"
#include "render/image.h"

namespace mend::render {

inline constexpr int kLeastLogo = 16, kMostLogo = 2048;  // pixels a side
inline constexpr int kMostLogoBytes = 8 << 20;           // of the file

/// A PNG or JPEG file; what is not one, or is too small or too large, is refused with what was allowed.
[[nodiscard]] Result<Image> read_logo(const std::string& path);

/// Half as wide and high: each pixel the mean of four, by their alphas.
[[nodiscard]] Image halved(const Image& image);

}  // namespace mend::render

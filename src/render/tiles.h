// Large pictures are drawn in tiles that overlap, so that memory and the driver's limits do not bound them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "render/frame.h"
#include "render/image.h"

namespace mend::render {

/// What of a picture is drawn at once, and which part of it is kept: the overlap lets filters see across the
/// seam.
struct TileCut {
  Tile drawn, kept;  // in pixels of the picture, from its lower left corner
};

/// Pixels that the filters of a picture so high reach: edge smoothing 5, and blur a share of the height (focus.glsl).
[[nodiscard]] int overlap_of(int height);

/// Covers width x height; every `drawn` has the same size, at most `side` pixels a side.
[[nodiscard]] std::vector<TileCut> cut_into_tiles(int width, int height, int side, int overlap = 16);

/// Copies what is kept of a drawn tile (bottom row first, RGBA) into the picture.
void paste(Image& picture, const TileCut& cut, std::span<const std::uint8_t> drawn);

/// Colours that were multiplied by their alpha, as PNG files want them.
void divide_by_alpha(Image& picture);

}  // namespace mend::render

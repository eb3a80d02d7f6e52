#include "render/tiles.h"

#include <algorithm>

namespace mend::render {
namespace {

/// One direction of a cut.
struct Span {
  int start, from, to;
};

std::vector<Span> spans(int length, int side, int overlap) {
  if (length <= side) return {{0, 0, length}};
  const int count = (length - overlap + side - overlap - 1) / (side - overlap);
  std::vector<Span> cut;
  for (int i = 0; i < count; ++i) {
    // At even pixels, so that half as many of them fall alike in every tile.
    const int even = static_cast<int>(std::int64_t{length - side} * i / (count - 1)) & ~1;
    const int start = i == count - 1 ? length - side : even;
    const int from = cut.empty() ? 0 : (start + cut.back().start + side) / 2;
    if (!cut.empty()) cut.back().to = from;
    cut.push_back({start, from, length});
  }
  return cut;
}

}  // namespace

int overlap_of(int height) {
  constexpr double kMostBlur = 0.009;
  return 16 + static_cast<int>(kMostBlur * height);
}

std::vector<TileCut> cut_into_tiles(int width, int height, int side, int overlap) {
  std::vector<TileCut> tiles;
  for (const Span& y : spans(height, side, overlap))
    for (const Span& x : spans(width, side, overlap))
      tiles.push_back({{x.start, y.start, std::min(width, side), std::min(height, side)},
                       {x.from, y.from, x.to - x.from, y.to - y.from}});
  return tiles;
}

void paste(Image& picture, const TileCut& cut, std::span<const std::uint8_t> drawn) {
  for (int row = 0; row < cut.kept.height; ++row) {
    const int y = cut.kept.y + row;
    const auto from = (std::int64_t{y - cut.drawn.y} * cut.drawn.width + cut.kept.x - cut.drawn.x) * 4;
    const auto to = (std::int64_t{picture.height - 1 - y} * picture.width + cut.kept.x) * 4;
    std::copy_n(drawn.begin() + from, cut.kept.width * 4, picture.pixels.begin() + to);
  }
}

void divide_by_alpha(Image& picture) {
  for (std::size_t i = 0; i < picture.pixels.size(); i += 4) {
    const int alpha = picture.pixels[i + 3];
    if (alpha == 0) continue;
    for (std::size_t c = i; c < i + 3; ++c)
      picture.pixels[c] =
          static_cast<std::uint8_t>(std::min(255, (picture.pixels[c] * 255 + alpha / 2) / alpha));
  }
}

}  // namespace mend::render

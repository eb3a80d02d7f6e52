#include "render/tiles.h"

#include <algorithm>

namespace mend::render {
namespace {

constexpr int kOverlap = 16;  // pixels: the widest filter of a picture, edge smoothing, reaches 5

/// One direction of a cut.
struct Span {
  int start, from, to;
};

std::vector<Span> spans(int length, int side) {
  if (length <= side) return {{0, 0, length}};
  const int count = (length - kOverlap + side - kOverlap - 1) / (side - kOverlap);
  std::vector<Span> cut;
  for (int i = 0; i < count; ++i) {
    const int start = static_cast<int>(std::int64_t{length - side} * i / (count - 1));
    const int from = cut.empty() ? 0 : (start + cut.back().start + side) / 2;
    if (!cut.empty()) cut.back().to = from;
    cut.push_back({start, from, length});
  }
  return cut;
}

}  // namespace

std::vector<TileCut> cut_into_tiles(int width, int height, int side) {
  std::vector<TileCut> tiles;
  for (const Span& y : spans(height, side))
    for (const Span& x : spans(width, side))
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

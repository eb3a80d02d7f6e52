// Pictures in memory, and their PNG files.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace mend::render {

/// 8-bit RGBA, top row first.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> pixels;  // width * height * 4
};

/// Writes a PNG through a temporary file, so that a reader never sees half of one.
[[nodiscard]] Result<std::string> write_png(const Image& image, const std::string& path);
[[nodiscard]] Result<Image> read_png(const std::string& path);

/// How far two pictures of one size are apart: largest and mean channel difference, 0-255.
struct Difference {
  int largest = 0;
  double mean = 0;
};
[[nodiscard]] Difference compare(const Image& a, const Image& b);

}  // namespace mend::render

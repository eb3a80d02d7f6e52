#include "render/logo.h"

#include <stb/stb_image.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

namespace mend::render {
namespace {

std::string allowed() {
  return "a logo is a PNG or JPEG file of " + std::to_string(kLeastLogo) + " to " +
         std::to_string(kMostLogo) + " pixels a side and at most " + std::to_string(kMostLogoBytes >> 20) +
         " MB";
}

Problem refused(const std::string& path, const std::string& why) {
  return {path, 0, 0, why + "; " + allowed() + "."};
}

}  // namespace

Result<Image> read_logo(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return refused(path, "there is no such file");
  const auto bytes = std::filesystem::file_size(path, error);
  if (error) return refused(path, "this file cannot be read");
  if (bytes > kMostLogoBytes) return refused(path, "this file has " + std::to_string(bytes >> 20) + " MB");
  Image image;
  int channels = 0;
  // What the file says of itself comes first: a small file can unpack to gigabytes.
  if (stbi_info(path.c_str(), &image.width, &image.height, &channels) == 0)
    return refused(path, "this is not a picture that can be read");
  const int least = std::min(image.width, image.height), most = std::max(image.width, image.height);
  if (least < kLeastLogo || most > kMostLogo)
    return refused(path, "this picture has " + std::to_string(image.width) + " x " +
                             std::to_string(image.height) + " pixels");
  const std::unique_ptr<stbi_uc, decltype(&std::free)> pixels(
      stbi_load(path.c_str(), &image.width, &image.height, &channels, 4), &std::free);
  if (!pixels) return refused(path, "this picture is broken");
  const auto count = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  image.pixels.assign(pixels.get(), pixels.get() + count);
  return image;
}

Image halved(const Image& image) {
  Image half{std::max(1, image.width / 2), std::max(1, image.height / 2), {}};
  for (int y = 0; y < half.height; ++y) {
    for (int x = 0; x < half.width; ++x) {
      std::array<int, 3> sum{};
      int alpha = 0;
      for (int i = 0; i < 4; ++i) {
        const int from_x = std::min(2 * x + i % 2, image.width - 1),
                  from_y = std::min(2 * y + i / 2, image.height - 1);
        const std::size_t at = 4 * (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(image.width) +
                                    static_cast<std::size_t>(from_x));
        alpha += image.pixels[at + 3];
        for (std::size_t c = 0; c < 3; ++c) sum[c] += image.pixels[at + c] * image.pixels[at + 3];
      }
      for (const int c : sum) half.pixels.push_back(static_cast<std::uint8_t>(c / std::max(alpha, 1)));
      half.pixels.push_back(static_cast<std::uint8_t>(alpha / 4));
    }
  }
  return half;
}

}  // namespace mend::render

#include "render/image.h"

#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

namespace {

/// For stb: a fifth of the time of its own compressor, and smaller files. Null if there is no memory.
unsigned char* deflated(const unsigned char* bytes, int count, int* out_count) {
  uLongf size = compressBound(static_cast<uLong>(count));
  auto* out = static_cast<unsigned char*>(std::malloc(size));
  if (out != nullptr && compress2(out, &size, bytes, static_cast<uLong>(count), Z_BEST_SPEED) == Z_OK) {
    *out_count = static_cast<int>(size);
    return out;
  }
  std::free(out);
  return nullptr;
}

}  // namespace

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBIW_ZLIB_COMPRESS(bytes, count, out_count, level) deflated(bytes, count, out_count)
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

namespace mend::render {

Result<std::string> write_png(const Image& image, const std::string& path) {
  namespace fs = std::filesystem;
  if (image.width <= 0 || image.height <= 0) return Problem{path, 0, 0, "There is no picture to write."};
  std::error_code error;
  if (const fs::path folder = fs::path(path).parent_path(); !folder.empty())
    fs::create_directories(folder, error);
  // Beside the file it becomes, so that the last step is one rename.
  const std::string partial = path + ".part";
  stbi_write_force_png_filter = 1;  // differences to the left: trying every filter takes longer and saves nothing
  const bool written = stbi_write_png(partial.c_str(), image.width, image.height, 4, image.pixels.data(),
                                      image.width * 4) != 0;
  if (written) fs::rename(partial, path, error);
  if (!written || error) {
    std::error_code ignored;
    fs::remove(partial, ignored);
    return Problem{path, 0, 0, "The picture cannot be written here; choose a folder that you may write to."};
  }
  return path;
}

Result<Image> read_png(const std::string& path) {
  Image image;
  int channels = 0;
  const std::unique_ptr<stbi_uc, decltype(&std::free)> pixels(
      stbi_load(path.c_str(), &image.width, &image.height, &channels, 4), &std::free);
  if (!pixels) return Problem{path, 0, 0, "This is not a PNG picture that can be read."};
  const std::size_t count =
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  image.pixels.assign(pixels.get(), pixels.get() + count);
  return image;
}

Difference compare(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.pixels.empty()) return {255, 255};
  Difference difference;
  double sum = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    const int apart = std::abs(int{a.pixels[i]} - int{b.pixels[i]});
    difference.largest = std::max(difference.largest, apart);
    sum += apart;
  }
  difference.mean = sum / static_cast<double>(a.pixels.size());
  return difference;
}

}  // namespace mend::render

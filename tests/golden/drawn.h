// Golden pictures: the shipped program draws them on Mesa llvmpipe, each is compared with the one kept in pictures/, and
// each set states one fact that must be seen in it. To renew: run, look, then run with MEND_RENEW_GOLDEN=1.
#pragma once
#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <vector>

#include "app/headless.h"
#include "process.h"
#include "render/image.h"

namespace mend::golden {

namespace fs = std::filesystem;
using mend::render::Image;
using mend::test::Folder;

// The same Mesa gives the same bits; another build of LLVM may round an edge sample differently.
inline constexpr int kLargestDifference = 48;
inline constexpr double kMeanDifference = 0.35;

inline const std::string kPictures = MEND_SOURCE_DIR "/tests/golden/pictures/";

inline bool is_llvmpipe() {
  const auto headless = mend::app::Headless::create();
  return headless.is_ok() && headless.value()->context().renderer.starts_with("llvmpipe");
}

struct Colour {
  int red = 0, green = 0, blue = 0;
};

/// The part of a picture between these shares of its width and height.
struct Region {
  double left = 0, top = 0, right = 1, bottom = 1;
};

inline void each_pixel(const Image& image, const Region& region, const std::function<void(Colour)>& body) {
  for (int y = static_cast<int>(region.top * image.height); y < static_cast<int>(region.bottom * image.height); ++y)
    for (int x = static_cast<int>(region.left * image.width); x < static_cast<int>(region.right * image.width); ++x) {
      const auto* pixel = &image.pixels[(static_cast<std::size_t>(y) * image.width + x) * 4];
      body({pixel[0], pixel[1], pixel[2]});
    }
}

/// Share of the pixels for which `holds` is true.
inline double share(const Image& image, const std::function<bool(Colour)>& holds, const Region& region = {}) {
  double count = 0, all = 0;
  each_pixel(image, region, [&](Colour colour) {
    ++all;
    if (holds(colour)) ++count;
  });
  return count / all;
}

inline bool is_stem_blue(Colour c) { return c.blue > 120 && c.blue > c.red + 60 && c.blue > c.green + 15; }
inline bool is_black(Colour c) { return c.red + c.green + c.blue < 12; }

/// How far the mean colours of a region lie apart in two pictures, 0-255.
inline double apart(const Image& a, const Image& b, const Region& region) {
  double sums[2][3] = {}, count = 0;
  each_pixel(a, region, [&](Colour c) { sums[0][0] += c.red, sums[0][1] += c.green, sums[0][2] += c.blue, ++count; });
  each_pixel(b, region, [&](Colour c) { sums[1][0] += c.red, sums[1][1] += c.green, sums[1][2] += c.blue; });
  double most = 0;
  for (int i = 0; i < 3; ++i) most = std::max(most, std::abs(sums[0][i] - sums[1][i]) / count);
  return most;
}

/// Draws a set of pictures with one call of the program and compares each with its golden one.
class Drawn {
 public:
  Drawn(const std::string& set, const std::string& arguments, const std::string& size = "320x200") {
    const auto outcome =
        mend::test::run_mend("render " + arguments + " --size " + size + " --out " + folder_.path().string());
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      if (entry.path().filename() != "contact-sheet.png") compare(set, entry.path());
  }

  /// Draws a single picture and compares it with set/name.png.
  static Image one(const std::string& set, const std::string& name, const std::string& arguments, const std::string& size = "320x200") {
    const Folder folder;
    const std::string file = folder.file(name + ".png");
    const auto outcome = mend::test::run_mend("render " + arguments + " --size " + size + " --out " + file);
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    compare(set, file);
    return std::move(mend::render::read_png(file)).value();
  }

  [[nodiscard]] Image picture(const std::string& name) const {
    auto image = mend::render::read_png(folder_.file(name));
    REQUIRE_MESSAGE(image.is_ok(), name);
    return std::move(image).value();
  }

 private:
  static void compare(const std::string& set, const fs::path& drawn) {
    const fs::path golden = fs::path(kPictures) / set / drawn.filename();
    if (std::getenv("MEND_RENEW_GOLDEN") != nullptr) {
      fs::create_directories(golden.parent_path());
      fs::copy_file(drawn, golden, fs::copy_options::overwrite_existing);
    }
    const auto ours = mend::render::read_png(drawn), kept = mend::render::read_png(golden);
    REQUIRE_MESSAGE(kept.is_ok(), "no golden picture " << golden.string());
    const auto difference = mend::render::compare(ours.value(), kept.value());
    CHECK_MESSAGE(difference.largest <= kLargestDifference, golden.string() << " differs by " << difference.largest);
    CHECK_MESSAGE(difference.mean <= kMeanDifference, golden.string() << " differs by " << difference.mean << " in the mean");
  }

  Folder folder_;
};

/// Elsewhere than on llvmpipe the bits follow the graphics card; in CI that must not go unseen.
inline bool can_compare() {
  if (is_llvmpipe()) return true;
  REQUIRE_MESSAGE(std::getenv("CI") == nullptr, "golden pictures need Mesa llvmpipe");
  MESSAGE("skipped: golden pictures need Mesa llvmpipe");
  return false;
}

}  // namespace mend::golden

#include "render/image.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace mend;
namespace fs = std::filesystem;

namespace {

render::Image checked() {
  render::Image image{4, 3, {}};
  for (int i = 0; i < 4 * 3 * 4; ++i) image.pixels.push_back(static_cast<std::uint8_t>(i * 5 + 3));
  return image;
}

}  // namespace

TEST_CASE("a picture read back from its PNG is the picture that was written") {
  const fs::path folder = fs::temp_directory_path() / "mend-image-test";
  fs::remove_all(folder);
  const std::string path = (folder / "new" / "a.png").string();
  REQUIRE(render::write_png(checked(), path).is_ok());
  const auto back = render::read_png(path);
  REQUIRE(back.is_ok());
  CHECK(back.value().pixels == checked().pixels);
  // Nothing but the finished file is left.
  int files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder / "new")) ++files;
  CHECK(files == 1);
  fs::remove_all(folder);
}

TEST_CASE("a picture that cannot be written or read is a problem that names the file") {
  const auto written = render::write_png(checked(), "/proc/nowhere/a.png");
  REQUIRE_FALSE(written.is_ok());
  CHECK(written.problems().front().file == "/proc/nowhere/a.png");
  CHECK_FALSE(render::write_png({}, "empty.png").is_ok());
  const fs::path text = fs::temp_directory_path() / "mend-not-a-picture.png";
  std::ofstream(text) << "this is text";
  CHECK_FALSE(render::read_png(text.string()).is_ok());
  CHECK_FALSE(render::read_png("/nowhere.png").is_ok());
  fs::remove(text);
}

TEST_CASE("the difference of two pictures is its largest and mean step") {
  const render::Image a = checked();
  render::Image b = a;
  b.pixels[7] = static_cast<std::uint8_t>(b.pixels[7] + 24);
  CHECK(render::compare(a, a).largest == 0);
  CHECK(render::compare(a, b).largest == 24);
  CHECK(render::compare(a, b).mean == doctest::Approx(0.5));
  CHECK(render::compare(a, render::Image{2, 3, {}}).largest == 255);
}

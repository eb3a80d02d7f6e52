// A logo is somebody else's file: what is not one is refused by name, with what is allowed.
#include "render/logo.h"

#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

using namespace mend;
namespace fs = std::filesystem;

namespace {

std::string in_folder(const std::string& name) {
  const fs::path folder = fs::temp_directory_path() / "mend-logo-test";
  fs::create_directories(folder);
  return (folder / name).string();
}

std::string drawn(const std::string& name, int width, int height) {
  render::Image image{width, height,
                      std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4), 200)};
  return render::write_png(image, in_folder(name)).value();
}

void check_refused(const std::string& path, const std::string& word) {
  const auto read = render::read_logo(path);
  REQUIRE_FALSE(read.is_ok());
  const Problem& problem = read.problems().front();
  CAPTURE(problem.message);
  CHECK(problem.file == path);
  CHECK(problem.message.find(word) != std::string::npos);
  CHECK(problem.message.find("PNG or JPEG") != std::string::npos);
}

}  // namespace

TEST_CASE("a logo is read whole") {
  const auto logo = render::read_logo(drawn("good.png", 120, 40));
  REQUIRE(logo.is_ok());
  CHECK(logo.value().width == 120);
  CHECK(logo.value().height == 40);
  CHECK(logo.value().pixels.size() == 120 * 40 * 4);
}

TEST_CASE("a logo is halved by the mean of what shows") {
  render::Image image{2, 2, {200, 0, 0, 255, 0, 0, 200, 255, 9, 9, 9, 0, 9, 9, 9, 0}};
  const render::Image half = render::halved(image);
  CHECK(half.width == 1);
  CHECK(half.pixels == std::vector<std::uint8_t>{100, 0, 100, 127});
}

TEST_CASE("what is no logo is refused by name, with what is allowed") {
  check_refused(in_folder("nowhere.png"), "no such file");
  check_refused(in_folder(""), "no such file");
  check_refused(drawn("small.png", 15, 60), "15 x 60");
  check_refused(drawn("wide.png", 2049, 20), "2049 x 20");
  std::ofstream(in_folder("words.png")) << "not a picture";
  check_refused(in_folder("words.png"), "not a picture");
  {
    std::ofstream large(in_folder("large.png"), std::ios::binary);
    large.seekp(render::kMostLogoBytes + 1);
    large.put(0);
  }
  check_refused(in_folder("large.png"), "8 MB");
}

TEST_CASE("a small file that claims a huge picture is refused before it is unpacked, and a cut one too") {
  const std::string good = drawn("whole.png", 64, 64);
  std::ifstream file(good, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::string huge = bytes;
  const unsigned char side[4] = {0, 0, 0x27, 0x10};
  std::memcpy(huge.data() + 16, side, 4);  // the width in a PNG's first chunk
  std::memcpy(huge.data() + 20, side, 4);
  std::ofstream(in_folder("huge.png"), std::ios::binary) << huge;
  check_refused(in_folder("huge.png"), "10000 x 10000");
  std::ofstream(in_folder("cut.png"), std::ios::binary) << bytes.substr(0, 60);
  check_refused(in_folder("cut.png"), "broken");
}

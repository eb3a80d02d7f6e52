// mend anatomy: one mesh a part, in the frame that other tools measure.
#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>

#include "process.h"

using mend::test::Folder;
using mend::test::run_mend;
using mend::test::text_of;

namespace {

struct Extent {
  double low = 1e9, high = -1e9;
  int vertices = 0, faces = 0;
};

/// Of the X coordinates of an OBJ file.
Extent across(const std::string& path) {
  std::istringstream lines(text_of(path));
  Extent extent;
  std::string kind;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    double x = 0;
    words >> kind >> x;
    if (kind == "f") ++extent.faces;
    if (kind != "v") continue;
    ++extent.vertices;
    extent.low = std::min(extent.low, x);
    extent.high = std::max(extent.high, x);
  }
  return extent;
}

}  // namespace

TEST_CASE("anatomy writes a mesh a part, lateral along X, mirrored for a left knee") {
  const Folder folder;
  REQUIRE(run_mend("anatomy --out " + folder.file("right")).code == 0);
  REQUIRE(run_mend("anatomy --side left --flexion 30 --out " + folder.file("left")).code == 0);
  const Extent femur = across(folder.file("right/femur.obj"));
  CHECK(femur.vertices > 5000);
  CHECK(femur.faces > 10000);
  CHECK(femur.high - femur.low > 72);
  CHECK(femur.high - femur.low < 96);
  const Extent right = across(folder.file("right/fibula.obj")), left = across(folder.file("left/fibula.obj"));
  CHECK(right.low > 20);
  CHECK(left.high < -10);
  CHECK(std::filesystem::exists(folder.file("right/ligament_acl.obj")));
}

TEST_CASE("anatomy refuses a side or an angle that no knee has, and a folder that cannot be") {
  const Folder folder;
  const auto side = run_mend("anatomy --side lefft --out " + folder.file("x"));
  CHECK(side.code == 2);
  CHECK(side.err.find("left") != std::string::npos);
  CHECK(run_mend("anatomy --flexion 130 --out " + folder.file("x")).code == 2);
  CHECK(run_mend("anatomy --out /proc/no/such").code == 2);
}

TEST_CASE("The knee, measured, is what the program prints today") {
  const auto outcome = run_mend("anatomy --measure");
  CHECK(outcome.code == 0);
  const std::string text = text_of(MEND_SOURCE_DIR "/docs/anatomy.md");
  CHECK_MESSAGE(outcome.out == text, "renew it: mend anatomy --measure > docs/anatomy.md");
  CHECK(outcome.out.find("| **outside** |") == std::string::npos);
  CHECK(run_mend("anatomy").code == 2);
}

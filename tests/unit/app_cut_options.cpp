// What --cut and --peel are read as, and refused for.
#include <doctest/doctest.h>

#include "app/cut_options.h"

using namespace mend;
using app::parse_cutaway;

TEST_CASE("planes of the body, a slanted plane and a ball are read") {
  const auto read = parse_cutaway({"sagittal:-20", "axial:4.5", "1,1,0:10"}, "-20,30,0,25");
  REQUIRE(read.is_ok());
  const scene::Cutaway& cutaway = read.value();
  CHECK(cutaway.planes[0] == scene::CutPlane{{1, 0, 0}, -20});
  CHECK(cutaway.planes[1] == scene::CutPlane{{0, 0, 1}, 4.5f});
  CHECK(cutaway.planes[2].normal.x == doctest::Approx(0.7071).epsilon(0.001));
  CHECK(cutaway.is_cut == std::array{true, true, true});
  CHECK(cutaway.peel == scene::Peel{{-20, 30, 0}, 25});
  CHECK(parse_cutaway({}, "").value().is_empty());
}

TEST_CASE("what is not a plane or a ball is refused by name") {
  for (const char* cut :
       {"sagital:0", "sagittal", "sagittal:", "axial:1e9", "axial:nan", "0,0,0:1", "1,2:3", ":4", ""}) {
    const auto read = parse_cutaway({cut}, "");
    REQUIRE_MESSAGE(!read.is_ok(), cut);
    CHECK(read.problems().front().message.starts_with("--cut"));
  }
  CHECK_FALSE(parse_cutaway({"axial:0", "axial:1", "axial:2", "axial:3"}, "").is_ok());
  for (const char* peel : {"1,2,3", "1,2,3,0", "1,2,3,-4", "1,2,3,4,5", "x"})
    CHECK_FALSE(parse_cutaway({}, peel).is_ok());
}

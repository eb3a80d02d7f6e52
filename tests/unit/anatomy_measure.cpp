// The knee's measures against what is published, section by section: every value is read off the finished
// meshes.
#include "anatomy/measure.h"

#include <doctest/doctest.h>

using namespace mend::anatomy;

namespace {

void check_section(int section, std::size_t least) {
  Specimen knee(0);
  const std::vector<Measure> measures = measure_section(knee, section);
  CHECK(measures.size() >= least);
  for (const Measure& m : measures) {
    CAPTURE(m.name);
    CAPTURE(m.band.text);
    CHECK(m.value >= m.band.low);
    CHECK(m.value <= m.band.high);
    CHECK(m.band.low < m.band.high + 1e-9);
    CHECK(m.source != "");
  }
}

}  // namespace

TEST_CASE("measured: the femur lies inside its published bands") {
  check_section(1, 25);
}
TEST_CASE("measured: tibia and fibula lie inside their published bands") {
  check_section(2, 18);
}
TEST_CASE("measured: the patella lies inside its published bands") {
  check_section(3, 12);
}
TEST_CASE("measured: cartilage is as thick and as wide as published") {
  check_section(4, 30);
}
TEST_CASE("measured: the menisci lie inside their published bands") {
  check_section(5, 25);
}
TEST_CASE("measured: ligaments and tendons lie inside their published bands") {
  check_section(6, 30);
}
TEST_CASE("measured: capsule and fat pad lie inside their published bands") {
  check_section(7, 8);
}
TEST_CASE("measured: tibia and patella move as published from 0 to 120 degrees") {
  check_section(8, 30);
}
TEST_CASE("measured: nerves and vessels lie inside their published bands") {
  check_section(9, 15);
}

TEST_CASE("bands: two deviations of a mean, a range, and what is assumed") {
  CHECK(about(10, 2).low == 6);
  CHECK(about(10, 2).high == 14);
  CHECK(between(3, 5).high == 5);
  CHECK(roughly(9, 1).low == 8);
  CHECK(means(10, 20).high == doctest::Approx(22));
  const Measure outside{1, "x", "mm", 15, about(10, 2), "none"};
  CHECK_FALSE(outside.is_inside());
}

#include "base/lanes.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace mend;

TEST_CASE("e^x of four lanes is that of the library within 2e-7") {
  for (double x = -86; x < 86; x += 0.0137) {
    const Lanes lanes = exp_of(Lanes(x));
    const double exact = std::exp(static_cast<double>(static_cast<float>(x)));
    REQUIRE(std::fabs(static_cast<double>(lanes[0]) - exact) <= 2e-7 * exact);
    REQUIRE(lanes[3] == lanes[0]);
  }
  CHECK(exp_of(Lanes(0))[0] == 1);
  CHECK(std::isfinite(exp_of(Lanes(1e6))[0]));
  CHECK(exp_of(Lanes(-1e6))[0] < 1e-37f);
}

TEST_CASE("each lane is rounded, made positive and read from its word on its own") {
  const Lanes mixed(-2.6f, -0.4f, 1.2f, 1e5f + 0.75f);
  const float whole[] = {-3, 0, 1, 100001};
  const Lanes words(Words{0, 1, 255, 0x7fffff80});
  for (std::size_t lane = 0; lane < Lanes::kCount; ++lane) {
    CAPTURE(lane);
    CHECK(nearest(mixed)[lane] == whole[lane]);
    CHECK(abs_of(mixed)[lane] == std::fabs(mixed[lane]));
  }
  CHECK(words[1] == 1);
  CHECK(words[2] == 255);
  CHECK(words[3] == 2147483520.0f);
}

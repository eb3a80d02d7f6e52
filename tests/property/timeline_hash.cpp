#include <doctest/doctest.h>

#include "params/random_scenario.h"
#include "timeline/timeline.h"

using namespace mend;

TEST_CASE("200 random scenarios: one, two and eight threads give the same bits") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    const std::string one = timeline::run(scenario, {}, 120, 1)->hash();
    REQUIRE(timeline::run(scenario, {}, 120, 2)->hash() == one);
    REQUIRE(timeline::run(scenario, {}, 120, 8)->hash() == one);
  }
}

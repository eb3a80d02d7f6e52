#include <doctest/doctest.h>

#include "params/random_scenario.h"
#include "timeline/timeline.h"

using namespace mend;

TEST_CASE("200 random scenarios: one, two and eight threads give the same bits") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const params::Scenario scenario = params::random_scenario(seed);
    // The lesion in space for one in ten, over its depth for the others: that is quicker.
    const sim::Settings settings{.fidelity = seed % 10 == 0 ? sim::Fidelity::patch : sim::Fidelity::column};
    const std::string one = timeline::run(scenario, {}, 120, 1, settings)->hash();
    REQUIRE(timeline::run(scenario, {}, 120, 2, settings)->hash() == one);
    REQUIRE(timeline::run(scenario, {}, 120, 8, settings)->hash() == one);
  }
}

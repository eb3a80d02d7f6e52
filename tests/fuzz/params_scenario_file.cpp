#include <doctest/doctest.h>

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "mutate.h"
#include "params/identity.h"
#include "params/random_scenario.h"
#include "params/scenario_file.h"

using namespace mend;
using namespace mend::params;

namespace {

/// A value that reads back, or problems with a place that is in the text.
void check_outcome(const std::string& text, const Result<Scenario>& result) {
  CAPTURE(text);
  if (result.is_ok()) {
    const auto again = parse_scenario(write_scenario(result.value()), "again");
    REQUIRE(again.is_ok());
    CHECK(hash(again.value()) == hash(result.value()));
    return;
  }
  REQUIRE_FALSE(result.problems().empty());
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  for (const Problem& problem : result.problems()) {
    CHECK(problem.line >= 1);
    CHECK(problem.line <= lines);
    CHECK(problem.column >= 1);
    CHECK_FALSE(problem.message.empty());
    CHECK(character_count(problem.message).has_value());
  }
}

}  // namespace

TEST_CASE("damaged scenario files give a scenario or problems with a place, never a crash") {
  std::size_t read = 0, refused = 0;
  for (const char* name : {"cartilage-injury", "nerve-cut", "pain-and-medicine", "healthy-knee"}) {
    const auto text = json::read_text(std::string(MEND_SOURCE_DIR "/assets/scenarios/") + name + ".json");
    REQUIRE(text.is_ok());
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      const std::string damaged = fuzz::mutated(text.value(), seed);
      const auto result = parse_scenario(damaged, "fuzz.json");
      check_outcome(damaged, result);
      ++(result.is_ok() ? read : refused);
    }
  }
  // Both happen, so both are tested.
  CHECK(read > 50);
  CHECK(refused > 4000);
}

TEST_CASE("damaged complete scenarios give a scenario or problems with a place") {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const std::string damaged = fuzz::mutated(write_scenario(random_scenario(seed)), seed);
    check_outcome(damaged, parse_scenario(damaged, "fuzz.json"));
  }
}

TEST_CASE("damaged settings give a scenario or a problem") {
  const Scenario scenario = random_scenario(3);
  const std::string settings[] = {"lesion.diameter=12 mm", "regimen[0].dose=1e7", "lens=trials",   "seed=7",
                                  "joint.exercise=true",   "title=A knee",        "nerve.axons=61"};
  for (const std::string& setting : settings) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      const std::string damaged = fuzz::mutated(setting, seed);
      CAPTURE(damaged);
      const auto result = with_setting(scenario, damaged);
      if (result.is_ok())
        CHECK(parse_scenario(write_scenario(result.value()), "again").is_ok());
      else
        CHECK_FALSE(result.problems().empty());
    }
  }
}

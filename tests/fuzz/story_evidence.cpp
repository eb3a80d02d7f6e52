#include <doctest/doctest.h>

#include "base/json.h"
#include "mutate.h"
#include "story/evidence.h"

using namespace mend;

TEST_CASE("damaged evidence gives claims or problems with a place, never a crash") {
  const auto text = json::read_text(MEND_SOURCE_DIR "/assets/evidence.json");
  REQUIRE(text.is_ok());
  std::size_t read = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const std::string damaged = fuzz::mutated(text.value(), seed);
    const auto result = story::parse_evidence(damaged, "fuzz.json");
    CAPTURE(damaged);
    if (result.is_ok()) {
      ++read;
      for (const story::Claim& claim : result.value()) {
        CHECK_FALSE(claim.source.empty());
        CHECK_FALSE(claim.date.empty());
      }
      continue;
    }
    ++refused;
    REQUIRE_FALSE(result.problems().empty());
    CHECK(result.problems().front().line >= 1);
    CHECK(result.problems().front().column >= 1);
  }
  CHECK(read > 50);
  CHECK(refused > 2000);
}

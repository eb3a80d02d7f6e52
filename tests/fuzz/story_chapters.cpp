#include <doctest/doctest.h>

#include "base/json.h"
#include "mutate.h"
#include "story/library.h"

using namespace mend;

namespace {

const std::string kAssets = MEND_SOURCE_DIR "/assets/";

/// Reads a shipped file damaged in many ways: what is read names nothing that is not there, what is not has a
/// place.
template <typename Parse, typename Check>
void fuzz_file(const std::string& name, const Parse& parse, const Check& check) {
  const auto text = json::read_text(kAssets + name);
  REQUIRE(text.is_ok());
  std::size_t read = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    const std::string damaged = fuzz::mutated(text.value(), seed);
    CAPTURE(seed);
    const auto result = parse(damaged);
    if (result.is_ok()) {
      ++read;
      for (const auto& one : result.value()) check(one);
      continue;
    }
    ++refused;
    REQUIRE_FALSE(result.problems().empty());
    CHECK(result.problems().front().line >= 1);
    CHECK(result.problems().front().column >= 1);
    CHECK_FALSE(result.problems().front().message.empty());
  }
  CHECK(read > 30);
  CHECK(refused > 1000);
}

story::Known shipped_names() {
  auto claims = story::read_evidence(kAssets + "evidence.json");
  REQUIRE(claims.is_ok());
  return {std::move(claims).value(), story::scenario_names(kAssets + "scenarios")};
}

}  // namespace

TEST_CASE("damaged chapters name only claims that exist, or are refused at a place") {
  const story::Known known = shipped_names();
  fuzz_file(
      "chapters.json",
      [&](const std::string& text) { return story::parse_chapters(text, "fuzz.json", known); },
      [&](const story::Chapter& chapter) {
        REQUIRE_FALSE(chapter.claims.empty());
        for (const std::string& id : chapter.claims) CHECK(story::find(known.claims, id) != nullptr);
      });
}

TEST_CASE("damaged options name only claims that exist, or are refused at a place") {
  const story::Known known = shipped_names();
  fuzz_file(
      "options.json", [&](const std::string& text) { return story::parse_options(text, "fuzz.json", known); },
      [&](const story::OptionCard& card) {
        CHECK(story::find(known.claims, card.benefit) != nullptr);
        CHECK(story::find(known.claims, card.harm) != nullptr);
        const story::Balance told = story::balance(card, known.claims);
        CHECK((told.harm_people == nullptr || told.benefit_people != nullptr));
      });
}

#include "story/evidence.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "params/describe.h"
#include "story/lens.h"

using namespace mend;
using namespace mend::story;

namespace {

std::vector<Claim> shipped() {
  const auto result = read_evidence(MEND_SOURCE_DIR "/assets/evidence.json");
  if (!result.is_ok()) FAIL(result.problems().front().text());
  return result.value();
}

const std::string kGood =
    R"({"id": "a", "sentence": "One two.", "verdict": "limited", "certainty": "low", "source": "Who", "date": "2025-04",
 "last_checked": "2026-11-23", "standing": "checked"})";

std::string file_of(const std::string& claims) {
  return "{\"version\": 1, \"claims\": [" + claims + "]}";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

/// The only problem of a file with this claim.
void check_says(const std::string& claims, std::string_view part) {
  const auto result = parse_evidence(file_of(claims), "e.json");
  CAPTURE(claims);
  REQUIRE_FALSE(result.is_ok());
  REQUIRE(result.problems().size() == 1);
  const Problem& problem = result.problems().front();
  CAPTURE(problem.text());
  CHECK(problem.file == "e.json");
  CHECK(problem.line >= 1);
  CHECK(problem.column >= 1);
  CHECK(problem.message.find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("the shipped evidence holds every claim that is shown") {
  const auto claims = shipped();
  for (const char* id : {"msc-mechanism", "cartilage-regrowth", "pain-relief", "contextual-share",
                         "cells-leave", "nerve-regrowth", "nerve-cells"}) {
    CAPTURE(id);
    CHECK(find(claims, id) != nullptr);
  }
  CHECK(find(claims, "no-such-claim") == nullptr);
}

TEST_CASE("each lens has a name, a meaning and a claim with a certainty") {
  const auto claims = shipped();
  for (const params::Lens lens : {params::Lens::mechanism, params::Lens::trials}) {
    const LensCard& card = lens_card(lens);
    const Claim* claim = find(claims, card.claim);
    REQUIRE(claim != nullptr);
    CHECK(claim->standing == Standing::checked);
    CHECK_FALSE(word(claim->certainty).empty());
    CHECK(words(card.meaning).size() <= 12);
  }
  CHECK(lens_card(params::Lens::mechanism).claim != lens_card(params::Lens::trials).claim);
  CHECK(find(claims, lens_card(params::Lens::mechanism).claim)->certainty == Certainty::very_low);
}

TEST_CASE("every parameter that stands on evidence names a claim") {
  struct Claims : params::Visitor {
    std::vector<std::string> ids;
    void number(const params::Field& field, double&, double) override { look(field); }
    void flag(const params::Field& field, bool&, bool) override { look(field); }
    void choice(const params::Field& field, std::span<const params::Option>, int&, int) override {
      look(field);
    }
    void look(const params::Field& field) {
      if (field.standing.backing == params::Backing::evidence) ids.emplace_back(field.standing.text);
    }
  } used;
  params::Scenario scenario;
  scenario.regimen.resize(1);
  params::describe(scenario, used);
  CHECK_FALSE(used.ids.empty());
  const auto claims = shipped();
  for (const std::string& id : used.ids) {
    CAPTURE(id);
    CHECK(find(claims, id) != nullptr);
  }
}

TEST_CASE("an unverified claim shows no number") {
  std::size_t unverified = 0;
  for (const Claim& claim : shipped()) {
    if (claim.standing == Standing::checked) {
      CHECK(shown_numbers(claim) == claim.numbers);
      continue;
    }
    ++unverified;
    CHECK_FALSE(claim.numbers.empty());
    CHECK(shown_numbers(claim).empty());
  }
  CHECK(unverified >= 1);
}

TEST_CASE("a claim without what it needs is refused at its place") {
  REQUIRE(parse_evidence(file_of(kGood), "e.json").is_ok());
  check_says(replaced(kGood, "\"source\": \"Who\", ", ""), "\"source\" is missing");
  check_says(replaced(kGood, "\"Who\"", "\" \""), "\"source\" is empty");
  check_says(replaced(kGood, "\"date\": \"2025-04\",", ""), "\"date\" is missing");
  check_says(replaced(kGood, "2025-04", "April 2025"), "YYYY-MM");
  check_says(replaced(kGood, "2025-04", "2025-13"), "YYYY-MM");
  check_says(replaced(kGood, "2026-11-23", "2026-11"), "YYYY-MM-DD");
  check_says(replaced(kGood, "\"low\"", "\"lov\""), "did you mean \"low\"?");
  check_says(replaced(kGood, "\"limited\"", "\"proven\""), "very limited");
  check_says(replaced(kGood, "\"standing\"", "\"numbrs\": \"1\", \"standing\""), "did you mean \"numbers\"?");
  check_says(replaced(kGood, "\"Who\"", "3"), "must be a text");
  check_says(kGood + "," + kGood, "there twice");
  check_says("3", "a claim must be a group");
  std::string long_sentence;
  for (int i = 0; i < 26; ++i) long_sentence += "word ";
  check_says(replaced(kGood, "One two.", long_sentence), "26 words");
  check_says(replaced(replaced(kGood, "checked\"}", "unverified\"}"), "One two.", "1 in 2."), "no number");
}

TEST_CASE("a file that is no evidence is refused") {
  CHECK_FALSE(parse_evidence("[]", "e").is_ok());
  CHECK_FALSE(parse_evidence("{\"version\": 2, \"claims\": []}", "e").is_ok());
  CHECK_FALSE(parse_evidence("{\"version\": 1}", "e").is_ok());
  CHECK_FALSE(read_evidence(MEND_SOURCE_DIR "/assets").is_ok());
}

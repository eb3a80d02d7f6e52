#include "story/evidence.h"

#include "base/text.h"
#include "params/describe.h"
#include "story/lens.h"
#include "story_fixture.h"

using namespace mend;
using namespace mend::story;
using namespace mend::story::test;

namespace {

const std::string kGood =
    R"({"id": "a", "title": "It helps", "sentence": "One two.", "verdict": "limited", "certainty": "low", "source": "Who", "date": "2025-04",
 "last_checked": "2026-11-23", "standing": "checked"})";

std::string file_of(const std::string& claims) {
  return "{\"version\": 1, \"claims\": [" + claims + "]}";
}

void check_says(const std::string& claims, std::string_view part) {
  CAPTURE(claims);
  check_only_problem(parse_evidence(file_of(claims), "file.json"), part);
}

/// The good claim with these numbers, and with this beside them.
std::string with_numbers(const std::string& numbers, const std::string& more) {
  return replaced(kGood, "\"source\"", "\"numbers\": \"" + numbers + "\", " + more + ", \"source\"");
}

}  // namespace

TEST_CASE("the shipped evidence holds every claim that is shown") {
  const auto claims = shipped().claims;
  for (const char* id : {"msc-mechanism", "cartilage-regrowth", "pain-relief", "contextual-share",
                         "cells-leave", "nerve-regrowth", "nerve-cells"}) {
    CAPTURE(id);
    CHECK(find(claims, id) != nullptr);
  }
  CHECK(find(claims, "no-such-claim") == nullptr);
}

TEST_CASE("each lens has a meaning and a claim with a certainty, whatever its cells are given for") {
  const auto claims = shipped().claims;
  for (std::size_t i = 0; i < kCellUses; ++i) {
    const auto use = static_cast<CellUse>(i);
    for (const params::Lens lens : {params::Lens::mechanism, params::Lens::trials}) {
      const LensCard& card = lens_card(lens, use);
      const Claim* claim = find(claims, card.claim);
      REQUIRE(claim != nullptr);
      CHECK(claim->standing == Standing::checked);
      CHECK_FALSE(word(claim->certainty).empty());
      CHECK(words(card.meaning).size() <= 15);
    }
    CHECK(find(claims, lens_card(params::Lens::mechanism, use).claim)->certainty == Certainty::very_low);
  }
}

TEST_CASE("the lens speaks of what the cells are given for") {
  params::Scenario scenario;
  CHECK(cell_use(scenario) == CellUse::none);
  scenario.regimen = {{.day = 0, .kind = params::EventKind::steroid}};
  CHECK(cell_use(scenario) == CellUse::none);
  scenario.regimen.push_back({.day = 3, .kind = params::EventKind::cells, .site = params::Site::ligament});
  CHECK(cell_use(scenario) == CellUse::ligament);
  scenario.regimen.push_back({.day = 3, .kind = params::EventKind::cells, .site = params::Site::nerve});
  CHECK(cell_use(scenario) == CellUse::nerve);
  scenario.regimen.push_back({.day = 9, .kind = params::EventKind::cells});
  CHECK(cell_use(scenario) == CellUse::joint);
  scenario.joint.autoimmune_drive = 1;
  CHECK(cell_use(scenario) == CellUse::rheumatoid);
  scenario.regimen.push_back({.day = 9, .kind = params::EventKind::chondrocytes});
  CHECK(cell_use(scenario) == CellUse::implant);
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
  const auto claims = shipped().claims;
  for (const std::string& id : used.ids) {
    CAPTURE(id);
    CHECK(find(claims, id) != nullptr);
  }
}

TEST_CASE("an unverified claim shows no number") {
  std::size_t unverified = 0;
  for (const Claim& claim : shipped().claims) {
    if (claim.standing == Standing::checked) {
      CHECK(shown_numbers(claim) == claim.numbers);
      continue;
    }
    ++unverified;
    CHECK(shown_numbers(claim).empty());
    CHECK(shown_people(claim) == nullptr);
    CHECK(shown_points(claim) == nullptr);
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
  check_says(replaced(kGood, "It helps", "It helps 3"), "3 is not among the \"numbers\"");
  check_says(replaced(kGood, "One two.", "One 2."), "2 is not among the \"numbers\"");
  check_says(replaced(kGood, "One two.", "Comprehensive investigations."), "at most 7 is allowed");
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

TEST_CASE("people and points are read as they were written") {
  const auto claims = parse_evidence(
      file_of(with_numbers("24.5 % and 8 %, 14 to 35, 1.2 points (0.4-2)",
                           R"("people": {"what": "gain", "with": 25, "without": 8, "range": [14, 35]},
 "points": {"better": 1.2, "range": [0.4, 2]})")),
      "file.json");
  if (!claims.is_ok()) FAIL(claims.problems().front().text());
  const Claim& claim = claims.value().front();
  REQUIRE(shown_people(claim) != nullptr);
  CHECK(claim.people->what == "gain");
  CHECK(claim.people->with == 25);
  CHECK(claim.people->without == 8);
  REQUIRE(claim.people->range);
  CHECK(claim.people->range->low == 14);
  CHECK(claim.people->range->high == 35);
  REQUIRE(shown_points(claim) != nullptr);
  CHECK(claim.points->better == 1.2);
  CHECK(claim.points->range->high == 2);
}

TEST_CASE("a count that was not published, or cannot be, is refused") {
  const auto people = [](const std::string& members) {
    return with_numbers("24.5 %, 36 %, 300", "\"people\": {\"what\": \"gain\", " + members + "}");
  };
  REQUIRE(parse_evidence(file_of(people("\"with\": 25")), "file.json").is_ok());
  check_says(people("\"with\": 26"), "26 is not among the \"numbers\"");
  check_says(people("\"with\": 24.5"), "whole people");
  check_says(people("\"with\": 25, \"without\": 7"), "7 is not among");
  check_says(people("\"with\": 25, \"range\": [30, 36]"), "with 25 in it");
  check_says(people("\"with\": 25, \"range\": [25]"), "[low, high]");
  check_says(people("\"with\": 25, \"range\": [20, 36]"), "20 is not among");
  check_says(people("\"with\": 25, \"wihtout\": 1"), "did you mean \"without\"?");
  check_says(with_numbers("300", "\"people\": {\"what\": \"gain\", \"with\": 300}"), "from 0 to 100");
  check_says(with_numbers("1.2", "\"points\": {\"better\": 1.3}"), "1.3 is not among");
  check_says(with_numbers("1.2", "\"points\": 1.2"), "must be a group");
}

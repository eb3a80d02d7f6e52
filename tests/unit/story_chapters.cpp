#include "story/chapters.h"

#include <algorithm>

#include "base/text.h"
#include "story_fixture.h"

using namespace mend;
using namespace mend::story;
using namespace mend::story::test;

namespace {

const std::string kGood =
    R"({"id": "a", "title": "The idea", "caption": "It may help.", "scenario": "healthy-knee", "also": ["nerve-crush"],
 "lens": "trials", "claims": ["pain-relief", "late-harm"]})";

std::string file_of(const std::string& chapters) {
  return "{\"version\": 1, \"chapters\": [" + chapters + "]}";
}

void check_says(const std::string& chapters, std::string_view part) {
  CAPTURE(chapters);
  check_only_problem(parse_chapters(file_of(chapters), "file.json", small_world()), part);
}

}  // namespace

TEST_CASE("a chapter is read as it was written") {
  const auto chapters = parse_chapters(file_of(kGood), "file.json", small_world());
  REQUIRE(chapters.is_ok());
  REQUIRE(chapters.value().size() == 1);
  const Chapter& chapter = chapters.value().front();
  CHECK(chapter.id == "a");
  CHECK(chapter.title == "The idea");
  CHECK(chapter.caption == "It may help.");
  CHECK(chapter.scenario == "healthy-knee");
  CHECK(chapter.also == std::vector<std::string>{"nerve-crush"});
  CHECK(chapter.lens == params::Lens::trials);
  CHECK(chapter.claims == std::vector<std::string>{"pain-relief", "late-harm"});
}

TEST_CASE("a chapter that shows what does not exist is refused with the nearest name") {
  check_says(replaced(kGood, "pain-relief", "pain-releif"), "did you mean \"pain-relief\"?");
  check_says(replaced(kGood, "late-harm", "zzz"), "there is no claim \"zzz\"");
  check_says(replaced(kGood, "healthy-knee", "healthy-nee"), "did you mean \"healthy-knee\"?");
  check_says(replaced(kGood, "nerve-crush", "zzz"), "allowed is healthy-knee or nerve-crush");
  check_says(replaced(kGood, "\"trials\"", "\"trial\""), "did you mean \"trials\"?");
}

TEST_CASE("a chapter with nothing to show, or an unverified claim for its certainty, is refused") {
  check_says(replaced(kGood, "\"pain-relief\", \"late-harm\"", ""), "must show a claim");
  check_says(replaced(kGood, "\"pain-relief\", ", ""), "\"late-harm\" is unverified");
  check_says(replaced(kGood, "\"late-harm\"", "3"), "must be a text");
}

TEST_CASE("a number in a chapter comes from its checked claims") {
  CHECK(
      parse_chapters(file_of(replaced(kGood, "It may help.", "It may help 25.")), "file.json", small_world())
          .is_ok());
  check_says(replaced(kGood, "It may help.", "It may help 48."), "48 is not a number of the checked claims");
  check_says(replaced(kGood, "The idea", "The 3 ideas"), "3 is not a number");
}

TEST_CASE("a caption is short and plain") {
  std::string words;
  for (int i = 0; i < 31; ++i) words += i % 8 == 7 ? "end. " : "one ";
  check_says(replaced(kGood, "It may help.", words), "31 words");
  check_says(replaced(kGood, "It may help.", "Comprehensive interdisciplinary investigations."),
             "at most 7 is allowed");
}

TEST_CASE("a chapter without what it needs is refused at its place") {
  check_says(replaced(kGood, "\"title\": \"The idea\", ", ""), "\"title\" is missing");
  check_says(replaced(kGood, "\"lens\"", "\"lense\": 1, \"lens\""), "did you mean \"lens\"?");
  check_says(replaced(kGood, "[\"nerve-crush\"]", "\"nerve-crush\""), "must be a list");
  check_says(kGood + "," + kGood, "there twice");
  check_says("3", "must be a group");
  CHECK_FALSE(parse_chapters("[]", "file.json", small_world()).is_ok());
  CHECK_FALSE(parse_chapters("{\"version\": 2, \"chapters\": []}", "file.json", small_world()).is_ok());
  CHECK_FALSE(read_chapters(MEND_SOURCE_DIR "/assets", small_world()).is_ok());
}

TEST_CASE("the shipped story has eight chapters, and every scenario stands in one") {
  const Library library = shipped();
  CHECK(library.chapters.size() == 8);
  for (const std::string& scenario : scenario_names(MEND_SOURCE_DIR "/assets/scenarios")) {
    CAPTURE(scenario);
    CHECK(std::any_of(library.chapters.begin(), library.chapters.end(),
                      [&](const Chapter& chapter) { return stands_beside(chapter, scenario); }));
  }
}

TEST_CASE("scenarios are named in alphabetical order, and a folder that is not there has none") {
  const auto names = scenario_names(MEND_SOURCE_DIR "/assets/scenarios");
  CHECK(names.size() >= 12);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(scenario_names(MEND_SOURCE_DIR "/assets/nothing").empty());
}

TEST_CASE("the certainty of each chapter is the one its caption was written for") {
  const Certainty kTold[] = {Certainty::high,     Certainty::high,     Certainty::low,      Certainty::low,
                             Certainty::very_low, Certainty::very_low, Certainty::very_low, Certainty::open};
  const Library library = shipped();
  REQUIRE(library.chapters.size() == std::size(kTold));
  for (std::size_t i = 0; i < std::size(kTold); ++i) {
    CAPTURE(library.chapters[i].id);
    CHECK(find(library.claims, library.chapters[i].claims.front())->certainty == kTold[i]);
  }
}

TEST_CASE("every claim is told somewhere: in a chapter, on a card or beside the lens") {
  const Library library = shipped();
  for (const Claim& claim : library.claims) {
    CAPTURE(claim.id);
    const bool in_chapter =
        std::any_of(library.chapters.begin(), library.chapters.end(), [&](const Chapter& chapter) {
          return std::find(chapter.claims.begin(), chapter.claims.end(), claim.id) != chapter.claims.end();
        });
    const bool on_card =
        std::any_of(library.options.begin(), library.options.end(), [&](const OptionCard& card) {
          return card.benefit == claim.id || card.harm == claim.id || card.instead == claim.id;
        });
    CHECK((in_chapter || on_card));
  }
}

TEST_CASE("a chapter stands beside the scenario it opens and those it names") {
  Chapter chapter;
  chapter.scenario = "healthy-knee";
  chapter.also = {"nerve-crush"};
  CHECK(stands_beside(chapter, "healthy-knee"));
  CHECK(stands_beside(chapter, "nerve-crush"));
  CHECK_FALSE(stands_beside(chapter, "nerve-cut"));
}

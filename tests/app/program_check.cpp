// mend check on the story's files: what is refused, where, and what was meant.
#include <doctest/doctest.h>

#include "process.h"

using mend::test::Folder;
using mend::test::Outcome;
using mend::test::run_mend;
using mend::test::text_of;
using mend::test::write_text;

namespace {

const std::string kAssets = MEND_SOURCE_DIR "/assets/";

bool says(const Outcome& outcome, const std::string& text) {
  return outcome.err.find(text) != std::string::npos;
}

/// The shipped file of this name with its first `what` replaced.
Outcome check_changed(const std::string& name, const std::string& what, const std::string& with) {
  const Folder folder;
  std::string text = text_of(kAssets + name);
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  write_text(folder.file(name), text.replace(at, what.size(), with));
  Outcome outcome = run_mend("check " + folder.file(name));
  CAPTURE(outcome.err);
  if (outcome.code != 0) CHECK(outcome.err.starts_with(folder.file(name) + ":"));
  return outcome;
}

}  // namespace

TEST_CASE("mend check finds the shipped story good") {
  const auto outcome = run_mend("check " + kAssets + "evidence.json " + kAssets + "chapters.json " + kAssets +
                                "options.json " + kAssets + "scenarios/*.json");
  CAPTURE(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
}

TEST_CASE("mend check refuses a claim without source or date") {
  for (const char* key : {"\"source\"", "\"date\""}) {
    const auto outcome = check_changed("evidence.json", key, "\"note\"");
    CAPTURE(key);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, std::string(key) + " is missing"));
  }
}

TEST_CASE("mend check refuses a chapter that shows a claim that does not exist, and says which was meant") {
  const auto claim =
      check_changed("chapters.json", "\"pain-relief\", \"contextual", "\"pain-releif\", \"contextual");
  CHECK(claim.code == 2);
  CHECK(says(claim, "did you mean \"pain-relief\"?"));
  const auto scenario = check_changed("chapters.json", "\"knee-osteoarthritis\"", "\"knee-osteoartritis\"");
  CHECK(scenario.code == 2);
  CHECK(says(scenario, "did you mean \"knee-osteoarthritis\"?"));
  CHECK(says(scenario, "allowed is"));
}

TEST_CASE("mend check refuses a number shown to patients that is not from the evidence") {
  const auto caption = check_changed("chapters.json", "few stay long", "97 of them stay long");
  CHECK(caption.code == 2);
  CHECK(says(caption, "97 is not a number of the checked claims"));
  const auto option = check_changed("options.json", "You wait and see", "You wait 12 weeks and see");
  CHECK(option.code == 2);
  CHECK(says(option, "12 is not a number of the checked claims"));
  const auto sentence = check_changed("evidence.json", "after one year.", "after 17 months.");
  CHECK(sentence.code == 2);
  CHECK(says(sentence, "17 is not among the \"numbers\" of this claim"));
}

TEST_CASE("mend check refuses a number in the title of a scenario that nobody has published") {
  const Folder folder;
  const std::string path = folder.file("mine.json");
  write_text(path, "{\"version\": 1, \"name\": \"mine\",\n \"title\": \"Cures 97 of 100\"}");
  const auto outcome = run_mend("check " + path);
  CHECK(outcome.code == 2);
  CHECK(says(outcome, path + ":2:"));
  CHECK(says(outcome, "97 in the title is not a number of the evidence"));
  write_text(path, "{\"version\": 1, \"name\": \"mine\", \"title\": \"Two knees\"}");
  CHECK(run_mend("check " + path).code == 0);
}

TEST_CASE("files of the story that are checked together belong together") {
  const Folder folder;
  const std::string evidence = folder.file("evidence.json"), chapters = folder.file("chapters.json");
  write_text(
      evidence,
      R"({"version": 1, "claims": [{"id": "mine", "title": "It helps", "sentence": "It helps.", "verdict": "limited",
    "certainty": "low", "source": "Who", "date": "2025", "last_checked": "2026-11-23", "standing": "checked"}]})");
  write_text(chapters, R"({"version": 1, "chapters": [{"id": "a", "title": "Mine", "caption": "It helps.",
    "scenario": "healthy-knee", "lens": "trials", "claims": ["mine"]}]})");
  CHECK(run_mend("check " + chapters + " " + evidence).code == 0);
  const auto alone = run_mend("check " + chapters);
  CHECK(alone.code == 2);
  CHECK(says(alone, "there is no claim \"mine\""));
}

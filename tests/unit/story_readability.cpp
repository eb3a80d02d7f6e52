#include "story/readability.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace mend::story;

TEST_CASE("syllables are counted as they are spoken") {
  const std::pair<const char*, std::size_t> kSpoken[] = {
      {"knee", 1},      {"nerve", 1},     {"nerves", 1},    {"healed", 1},   {"tested", 2},    {"muscle", 2},
      {"muscles", 2},   {"tissue", 2},    {"cartilage", 3}, {"medicine", 3}, {"ligament", 3},  {"trial", 2},
      {"science", 2},   {"quiet", 2},     {"patient", 2},   {"region", 2},   {"injected", 3},  {"people", 2},
      {"surgeon", 2},   {"video", 3},     {"actual", 3},    {"quality", 3},  {"diseases", 3},  {"area", 3},
      {"year", 1},      {"friend", 1},    {"whole", 1},     {"the", 1},      {"yet", 1},       {"society", 4},
      {"treatment", 2}, {"injection", 3}, {"arthritis", 3}, {"pieces", 2},   {"experience", 4}};
  for (const auto& spoken : kSpoken) {
    CAPTURE(spoken.first);
    CHECK(syllables(spoken.first) == spoken.second);
  }
}

TEST_CASE("what is no word has one syllable, and digits are spoken one by one") {
  CHECK(syllables("") == 1);
  CHECK(syllables("-") == 1);
  CHECK(syllables("25") == 2);
  CHECK(syllables("(knee),") == 1);
}

TEST_CASE("the grade is Flesch and Kincaid's") {
  CHECK(reading_grade("") == 0);
  // 6 words, 1 sentence, 6 syllables.
  CHECK(reading_grade("The cat sat on the mat.") == doctest::Approx(0.39 * 6 + 11.8 - 15.59));
  // 6 words, 2 sentences: a full stop makes it easier.
  CHECK(reading_grade("The cat sat. On the mat.") == doctest::Approx(0.39 * 3 + 11.8 - 15.59));
  CHECK(reading_grade("The cat sat! On the mat") == reading_grade("The cat sat. On the mat."));
  CHECK(reading_grade("\"The cat sat.\" On the mat.") == reading_grade("The cat sat. On the mat."));
}

TEST_CASE("hard words and long sentences are above the limit, plain ones are not") {
  CHECK(reading_grade(
            "Comprehensive heterogeneous interdisciplinary investigations demonstrate insufficiency.") > 15);
  CHECK(reading_grade("Stem cells can copy themselves and turn into other cells.") < kHardestGrade);
  std::string long_sentence = "the knee";
  for (int i = 0; i < 40; ++i) long_sentence += " and the knee";
  CHECK(reading_grade(long_sentence) > kHardestGrade);
}

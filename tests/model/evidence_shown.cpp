// science/muscle-ligament-evidence.md, check evidence.10, the parts on what people see: b, d and e.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "story/lens.h"
#include "story/library.h"
#include "story/numbers.h"
#include "story/readability.h"

using namespace mend;
using namespace mend::story;

namespace {

Library shipped() {
  auto library = read_library(MEND_SOURCE_DIR "/assets");
  if (!library.is_ok()) FAIL(library.problems().front().text());
  return std::move(library).value();
}

/// The counts with and without cells of the cards for a worn knee: as filed, and as the card rule lets them
/// be drawn.
struct CellCounts {
  std::vector<const People*> filed, drawn;
};

CellCounts arthritis_counts(const Library& library) {
  CellCounts counts;
  for (const OptionCard& card : library.options) {
    const bool is_of_knee = std::find(card.scenarios.begin(), card.scenarios.end(), "knee-osteoarthritis") !=
                            card.scenarios.end();
    if (!is_of_knee || card.id.find("cells") == std::string::npos) continue;
    if (const Claim* benefit = find(library.claims, card.benefit);
        benefit->people && benefit->people->without)
      counts.filed.push_back(&*benefit->people);
    if (const People* drawn = balance(card, library.claims).benefit_people) counts.drawn.push_back(drawn);
  }
  return counts;
}

void check_small_and_unsure(const People& people) {
  REQUIRE(people.without);
  CHECK(std::abs(people.with - *people.without) <= 4);
  REQUIRE(people.range);
  CHECK(people.range->low <= 0);
  CHECK(people.range->high >= 0);
}

}  // namespace

TEST_CASE("model.evidence.10b") {
  const Library library = shipped();
  const CellCounts counts = arthritis_counts(library);
  // The one there is must hold, drawn or not, or the rule would be tested on nothing.
  REQUIRE_FALSE(counts.filed.empty());
  for (const People* people : counts.filed) check_small_and_unsure(*people);
  for (const People* people : counts.drawn) check_small_and_unsure(*people);
  // The card rule: what is unverified is not drawn, and no harm is drawn without the benefit.
  for (const OptionCard& card : library.options) {
    CAPTURE(card.id);
    const Balance told = balance(card, library.claims);
    const bool is_checked = find(library.claims, card.benefit)->standing == Standing::checked;
    CHECK((is_checked ||
           (told.benefit_people == nullptr && told.harm_people == nullptr && told.is_being_checked)));
  }
}

TEST_CASE("model.evidence.10d") {
  const Library library = shipped();
  const auto has_source = [](const Claim& claim) { return !claim.source.empty() && !claim.date.empty(); };
  std::vector<const Claim*> claims;
  for (const Claim& claim : library.claims) {
    claims.push_back(&claim);
    CAPTURE(claim.id);
    CHECK(has_source(claim));
    CHECK(claim.last_checked.size() == 10);
    CHECK_FALSE(foreign_number(claim.title + " " + claim.sentence, std::vector<const Claim*>{&claim}));
    if (const People* people = shown_people(claim)) CHECK(has_number(claim.numbers, people->with, 0.5));
    if (const Points* points = shown_points(claim)) CHECK(has_number(claim.numbers, points->better));
  }
  // Every other text that is shown has no number of its own.
  for (const Chapter& chapter : library.chapters) {
    std::vector<const Claim*> shown;
    for (const std::string& id : chapter.claims) shown.push_back(find(library.claims, id));
    CHECK_FALSE(foreign_number(chapter.title + " " + chapter.caption, shown));
  }
  for (const OptionCard& card : library.options) {
    const std::vector<const Claim*> shown = {find(library.claims, card.benefit),
                                             find(library.claims, card.harm)};
    CHECK_FALSE(foreign_number(card.name + " " + card.what, shown));
  }
  for (const params::Lens lens : {params::Lens::mechanism, params::Lens::trials})
    for (std::size_t use = 0; use < kCellUses; ++use)
      CHECK(numbers_in(lens_card(lens, static_cast<CellUse>(use)).meaning).empty());
}

// Sentences; a heading of two or three words has no grade.
TEST_CASE("model.evidence.10e") {
  const Library library = shipped();
  const auto check_plain = [](std::string_view text) {
    CAPTURE(text);
    CHECK(reading_grade(text) <= 7);
  };
  for (const Claim& claim : library.claims) {
    check_plain(claim.sentence);
    CHECK(words(claim.sentence).size() <= 25);
    if (claim.people) check_plain(claim.people->what);
  }
  for (const Chapter& chapter : library.chapters) {
    check_plain(chapter.caption);
    CHECK(words(chapter.caption).size() <= 30);
  }
  for (const OptionCard& card : library.options) {
    check_plain(card.what);
  }
  for (const params::Lens lens : {params::Lens::mechanism, params::Lens::trials})
    for (std::size_t use = 0; use < kCellUses; ++use)
      check_plain(lens_card(lens, static_cast<CellUse>(use)).meaning);
}

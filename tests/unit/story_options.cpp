#include "story/options.h"

#include <algorithm>

#include "story_fixture.h"

using namespace mend;
using namespace mend::story;
using namespace mend::story::test;

namespace {

const std::string kGood =
    R"({"id": "a", "name": "Wait", "what": "You wait.", "scenarios": ["healthy-knee"], "benefit": "pain-relief",
 "harm": "late-harm"})";

std::string file_of(const std::string& options) {
  return "{\"version\": 1, \"options\": [" + options + "]}";
}

void check_says(const std::string& options, std::string_view part) {
  CAPTURE(options);
  check_only_problem(parse_options(file_of(options), "file.json", small_world()), part);
}

/// Claims of a card, each with a count of people.
struct Counted {
  std::vector<Claim> claims;
  OptionCard card;

  Counted(Standing benefit, Standing harm) {
    card.benefit = "benefit";
    card.harm = "harm";
    card.instead = "instead";
    claims = {claim("benefit", benefit, "52"), claim("harm", harm, "25"),
              claim("instead", Standing::checked, "1.2")};
    claims[0].people = People{"gain", 52, 48, std::nullopt};
    claims[1].people = People{"hurt", 25, std::nullopt, std::nullopt};
    claims[2].points = Points{1.2, std::nullopt};
  }
};

}  // namespace

TEST_CASE("an option is read as it was written") {
  const auto options = parse_options(file_of(kGood), "file.json", small_world());
  REQUIRE(options.is_ok());
  REQUIRE(options.value().size() == 1);
  const OptionCard& card = options.value().front();
  CHECK(card.name == "Wait");
  CHECK(card.what == "You wait.");
  CHECK(card.scenarios == std::vector<std::string>{"healthy-knee"});
  CHECK(card.benefit == "pain-relief");
  CHECK(card.harm == "late-harm");
  CHECK(card.instead.empty());
}

TEST_CASE("an option without benefit or harm, or with one that does not exist, is refused") {
  check_says(replaced(kGood, "\"benefit\": \"pain-relief\",", ""), "\"benefit\" is missing");
  check_says(replaced(kGood, ",\n \"harm\": \"late-harm\"", ""), "\"harm\" is missing");
  check_says(replaced(kGood, "late-harm", "late-harn"), "did you mean \"late-harm\"?");
  check_says(replaced(kGood, "\"harm\"", "\"instead\": \"zzz\", \"harm\""), "there is no claim \"zzz\"");
  check_says(replaced(kGood, "healthy-knee", "healthy-knees"), "did you mean \"healthy-knee\"?");
  check_says(replaced(kGood, "\"healthy-knee\"", ""), "must stand beside a scenario");
  check_says(replaced(kGood, "You wait.", "You wait 48 days."), "48 is not a number");
  check_says(replaced(kGood, "You wait.", "Physiotherapeutic rehabilitation."), "at most 7 is allowed");
  check_says(kGood + "," + kGood, "there twice");
  check_says("[]", "must be a group");
}

TEST_CASE("benefit and harm that are both checked are both counted") {
  const Counted it(Standing::checked, Standing::checked);
  const Balance told = balance(it.card, it.claims);
  CHECK_FALSE(told.is_being_checked);
  CHECK(told.benefit == &it.claims[0]);
  CHECK(told.harm == &it.claims[1]);
  REQUIRE(told.benefit_people != nullptr);
  CHECK(told.benefit_people->with == 52);
  REQUIRE(told.harm_people != nullptr);
  CHECK(told.harm_people->with == 25);
  CHECK(told.benefit_points == nullptr);
}

TEST_CASE(
    "while the benefit is unverified the harm is not counted either, and what is known instead is told") {
  const Counted it(Standing::unverified, Standing::checked);
  const Balance told = balance(it.card, it.claims);
  CHECK(told.is_being_checked);
  CHECK(told.benefit == &it.claims[2]);
  REQUIRE(told.benefit_points != nullptr);
  CHECK(told.benefit_points->better == 1.2);
  CHECK(told.benefit_people == nullptr);
  CHECK(told.harm == &it.claims[1]);
  CHECK(told.harm_people == nullptr);
}

TEST_CASE("while the harm is unverified the benefit is not counted either, and the card says so") {
  const Counted it(Standing::checked, Standing::unverified);
  const Balance told = balance(it.card, it.claims);
  CHECK(told.is_being_checked);
  CHECK(told.benefit == &it.claims[0]);
  CHECK(told.benefit_people == nullptr);
  CHECK(told.harm == nullptr);
  CHECK(told.harm_people == nullptr);
}

TEST_CASE("a harm is not counted beside a benefit that nobody has counted") {
  Counted it(Standing::checked, Standing::checked);
  it.claims[0].people.reset();
  const Balance told = balance(it.card, it.claims);
  CHECK_FALSE(told.is_being_checked);
  CHECK(told.harm_people == nullptr);
}

TEST_CASE("nothing instead of an unverified benefit: the card tells no benefit") {
  Counted it(Standing::unverified, Standing::checked);
  it.card.instead.clear();
  CHECK(balance(it.card, it.claims).benefit == nullptr);
}

TEST_CASE("wherever the shipped story offers options it offers more than one, and one without cells") {
  const Library library = shipped();
  for (const std::string& scenario : scenario_names(MEND_SOURCE_DIR "/assets/scenarios")) {
    CAPTURE(scenario);
    std::vector<const OptionCard*> cards;
    for (const OptionCard& card : library.options)
      if (std::find(card.scenarios.begin(), card.scenarios.end(), scenario) != card.scenarios.end())
        cards.push_back(&card);
    CHECK((scenario == "healthy-knee") == cards.empty());
    if (cards.empty()) continue;
    CHECK(cards.size() >= 2);
    CHECK(std::any_of(cards.begin(), cards.end(),
                      [](const OptionCard* card) { return card->id.find("cells") == std::string::npos; }));
  }
}

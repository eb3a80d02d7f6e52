#include "story/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "story/numbers.h"
#include "story/readability.h"
#include "story/reader.h"

namespace mend::story {
namespace {

constexpr std::size_t kMostWords = 25;
constexpr double kRounded = 0.5;  // people are counted whole

constexpr std::array<std::pair<std::string_view, Verdict>, 6> kVerdicts = {
    {{"strong", Verdict::strong},
     {"moderate", Verdict::moderate},
     {"limited", Verdict::limited},
     {"very limited", Verdict::very_limited},
     {"contradicted", Verdict::contradicted},
     {"unproven", Verdict::unproven}}};
constexpr std::array<std::pair<std::string_view, Certainty>, 5> kCertainties = {
    {{"high", Certainty::high},
     {"moderate", Certainty::moderate},
     {"low", Certainty::low},
     {"very low", Certainty::very_low},
     {"open", Certainty::open}}};
constexpr std::array<std::pair<std::string_view, Standing>, 2> kStandings = {
    {{"checked", Standing::checked}, {"unverified", Standing::unverified}}};

/// "2023", "2023-11" or "2023-11-05": digits and dashes in their places, a month and a day that can be.
bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  const auto within = [&](std::size_t at, std::string_view last) {
    return date.size() <= at || (date.substr(at, 2) >= "01" && date.substr(at, 2) <= last);
  };
  return within(5, "12") && within(8, "31");
}

class ClaimReader : public Reader {
 public:
  using Reader::Reader;

  void read(const json::Value& value, std::vector<Claim>& claims) {
    if (!is_group(value, "a claim must be a group {\"id\": ...}",
                  {"id", "title", "sentence", "verdict", "certainty", "numbers", "people", "points", "source",
                   "date", "last_checked", "standing"}))
      return;
    Claim claim;
    claim.id = text(value, "id");
    claim.title = text(value, "title");
    claim.sentence = text(value, "sentence");
    claim.verdict = one_of(value, "verdict", kVerdicts);
    claim.certainty = one_of(value, "certainty", kCertainties);
    claim.numbers = text_if_any(value, "numbers");
    claim.people = people(value, claim.numbers);
    claim.points = points(value, claim.numbers);
    claim.source = text(value, "source");
    claim.date = text(value, "date");
    claim.last_checked = text(value, "last_checked");
    claim.standing = one_of(value, "standing", kStandings);
    check_unique(claim.id, ids_, place(value, "id"));
    check_dates(claim, value);
    check_sentence(claim, value);
    claims.push_back(std::move(claim));
  }

 private:
  void check_dates(const Claim& claim, const json::Value& value) {
    if (!claim.date.empty() && !is_date(claim.date))
      problem(place(value, "date"),
              "the date " + quoted(claim.date) + " must be YYYY, YYYY-MM or YYYY-MM-DD");
    if (!claim.last_checked.empty() && (claim.last_checked.size() != 10 || !is_date(claim.last_checked)))
      problem(place(value, "last_checked"), "the date " + quoted(claim.last_checked) + " must be YYYY-MM-DD");
  }

  void check_sentence(const Claim& claim, const json::Value& value) {
    const json::Place at = place(value, "sentence");
    if (const std::size_t count = words(claim.sentence).size(); count > kMostWords)
      problem(at, "the sentence has " + std::to_string(count) + " words; at most " +
                      std::to_string(kMostWords) + " can be read in time");
    check_grade(claim.sentence, at);
    check_own_numbers(claim, claim.title, place(value, "title"));
    check_own_numbers(claim, claim.sentence, at);
  }

  void check_own_numbers(const Claim& claim, const std::string& text, json::Place at) {
    const auto numbers = numbers_in(text);
    // A number that nobody has checked must not reach the screen in words either.
    if (claim.standing == Standing::unverified && !numbers.empty())
      return problem(at, "an unverified claim may have no number in its words; move it to \"numbers\"");
    for (const double number : numbers) check_listed(number, 0, claim.numbers, at);
  }

  void check_listed(double number, double tolerance, const std::string& numbers, json::Place at) {
    if (!has_number(numbers, std::fabs(number), tolerance))
      problem(at, number_text(number) +
                      " is not among the \"numbers\" of this claim; show none that is not published");
  }

  std::optional<Interval> range(const json::Value& group, const std::string& numbers, double tolerance,
                                double value) {
    const json::Value* range = group.find("range");
    if (range == nullptr) return std::nullopt;
    const bool is_pair = range->kind == json::Kind::array && range->items.size() == 2 &&
                         range->items[0].kind == json::Kind::number &&
                         range->items[1].kind == json::Kind::number;
    if (!is_pair || range->items[0].number > value || range->items[1].number < value) {
      problem(range->place, "\"range\" must be [low, high] with " + number_text(value) + " in it");
      return std::nullopt;
    }
    for (const json::Value& end : range->items) check_listed(end.number, tolerance, numbers, end.place);
    return Interval{range->items[0].number, range->items[1].number};
  }

  std::optional<People> people(const json::Value& claim, const std::string& numbers) {
    const json::Value* value = claim.find("people");
    if (value == nullptr || !is_group(*value, "\"people\" must be a group {\"what\": ..., \"with\": ...}",
                                      {"what", "with", "without", "range"}))
      return std::nullopt;
    People people;
    people.what = text(*value, "what");
    check_grade(people.what, place(*value, "what"));
    people.with = count(*value, "with", numbers);
    if (value->find("without") != nullptr) people.without = count(*value, "without", numbers);
    people.range = range(*value, numbers, kRounded, people.with - people.without.value_or(0));
    return people;
  }

  int count(const json::Value& group, const std::string& key, const std::string& numbers) {
    const auto of_100 = number(group, key, 0, 100);
    if (!of_100) return 0;
    if (*of_100 != std::floor(*of_100)) problem(place(group, key), quoted(key) + " must count whole people");
    check_listed(*of_100, kRounded, numbers, place(group, key));
    return static_cast<int>(*of_100);
  }

  std::optional<Points> points(const json::Value& claim, const std::string& numbers) {
    const json::Value* value = claim.find("points");
    if (value == nullptr ||
        !is_group(*value, "\"points\" must be a group {\"better\": ...}", {"better", "range"}))
      return std::nullopt;
    const auto better = number(*value, "better", -10, 10);
    if (!better) return std::nullopt;
    check_listed(*better, 0, numbers, place(*value, "better"));
    return Points{*better, range(*value, numbers, 0, *better)};
  }

  std::vector<std::string> ids_;
};

}  // namespace

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::strong:
      return "Strong";
    case Verdict::moderate:
      return "Moderate";
    case Verdict::limited:
      return "Limited";
    case Verdict::very_limited:
      return "Very limited";
    case Verdict::contradicted:
      return "Contradicted";
    case Verdict::unproven:
      return "Unproven";
  }
  fail("a verdict without a word");
}

std::string_view word(Certainty certainty) {
  switch (certainty) {
    case Certainty::high:
      return "High";
    case Certainty::moderate:
      return "Moderate";
    case Certainty::low:
      return "Low";
    case Certainty::very_low:
      return "Very low";
    case Certainty::open:
      return "Open";
  }
  fail("a certainty without a word");
}

std::string_view shown_numbers(const Claim& claim) {
  return claim.standing == Standing::checked ? std::string_view(claim.numbers) : std::string_view();
}

const People* shown_people(const Claim& claim) {
  return claim.standing == Standing::checked && claim.people ? &*claim.people : nullptr;
}

const Points* shown_points(const Claim& claim) {
  return claim.standing == Standing::checked && claim.points ? &*claim.points : nullptr;
}

Result<std::vector<Claim>> parse_evidence(std::string_view text, const std::string& file_name) {
  const Result<json::Value> file = json::parse(text, file_name);
  if (!file.is_ok()) return file.problems();
  ClaimReader reader(file_name);
  std::vector<Claim> claims;
  if (const json::Value* list = reader.list(file.value(), "claims"))
    for (const json::Value& claim : list->items) reader.read(claim, claims);
  return reader.done(std::move(claims));
}

Result<std::vector<Claim>> read_evidence(const std::string& path) {
  const Result<std::string> text = json::read_text(path);
  if (!text.is_ok()) return text.problems();
  return parse_evidence(text.value(), path);
}

const Claim* find(const std::vector<Claim>& claims, std::string_view id) {
  for (const Claim& claim : claims)
    if (claim.id == id) return &claim;
  return nullptr;
}

}  // namespace mend::story

#include "story/evidence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace mend::story {
namespace {

constexpr std::size_t kMostWords = 25;
constexpr int kNewestVersion = 1;

const std::array<std::pair<std::string, Certainty>, 5> kCertainties = {{{"high", Certainty::high},
                                                                        {"moderate", Certainty::moderate},
                                                                        {"low", Certainty::low},
                                                                        {"very low", Certainty::very_low},
                                                                        {"open", Certainty::open}}};
const std::array<std::pair<std::string, Standing>, 2> kStandings = {
    {{"checked", Standing::checked}, {"unverified", Standing::unverified}}};
const std::vector<std::string> kVerdicts = {"strong", "moderate", "limited", "very limited", "contradicted"};

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

/// Reads one claim after the other and keeps what is wrong with them.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  Result<std::vector<Claim>> read(const json::Value& root) {
    if (root.kind != json::Kind::object) {
      problem(root.place, "the evidence must be a group {\"version\": 1, \"claims\": [...]}");
      return std::move(problems_);
    }
    check_keys(root, {"version", "claims"});
    const json::Value* version = root.find("version");
    if (version == nullptr || version->kind != json::Kind::number || version->number != kNewestVersion)
      problem(version ? version->place : root.place,
              "\"version\" must be 1; a later file needs a newer Mend");
    const json::Value* claims = root.find("claims");
    if (claims == nullptr || claims->kind != json::Kind::array) {
      problem(claims ? claims->place : root.place, "\"claims\" must be a list of claims [{...}, ...]");
      return std::move(problems_);
    }
    for (const json::Value& claim : claims->items) read_claim(claim);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(claims_);
  }

 private:
  void read_claim(const json::Value& value) {
    if (value.kind != json::Kind::object)
      return problem(value.place, "a claim must be a group {\"id\": ...}");
    check_keys(value, {"id", "sentence", "verdict", "certainty", "numbers", "source", "date", "last_checked",
                       "standing"});
    Claim claim;
    claim.id = required(value, "id");
    claim.sentence = required(value, "sentence");
    claim.verdict = word_of(value, "verdict", kVerdicts);
    claim.certainty = one_of(value, "certainty", kCertainties);
    claim.source = required(value, "source");
    claim.date = required(value, "date");
    claim.last_checked = required(value, "last_checked");
    claim.standing = one_of(value, "standing", kStandings);
    if (value.find("numbers") != nullptr) claim.numbers = text(value, "numbers");
    check(claim, value);
    claims_.push_back(std::move(claim));
  }

  void check(const Claim& claim, const json::Value& value) {
    const auto place = [&](std::string_view key) {
      const json::Value* at = value.find(key);
      return at ? at->place : value.place;
    };
    if (const std::size_t count = words(claim.sentence).size(); count > kMostWords)
      problem(place("sentence"), "the sentence has " + std::to_string(count) + " words; at most " +
                                     std::to_string(kMostWords) + " can be read in time");
    if (!claim.id.empty() && find(claims_, claim.id) != nullptr)
      problem(place("id"), "the id " + quoted(claim.id) + " is there twice; give each claim its own");
    if (!claim.date.empty() && !is_date(claim.date))
      problem(place("date"), "the date " + quoted(claim.date) + " must be YYYY, YYYY-MM or YYYY-MM-DD");
    if (!claim.last_checked.empty() && (claim.last_checked.size() != 10 || !is_date(claim.last_checked)))
      problem(place("last_checked"), "the date " + quoted(claim.last_checked) + " must be YYYY-MM-DD");
    // A number that nobody has checked must not reach the screen in words either.
    if (claim.standing == Standing::unverified &&
        claim.sentence.find_first_of("0123456789") != std::string::npos)
      problem(place("sentence"),
              "an unverified claim may have no number in its sentence; move it to \"numbers\"");
  }

  std::string text(const json::Value& claim, const std::string& key) {
    const json::Value* value = claim.find(key);
    if (value->kind == json::Kind::string) return value->text;
    problem(value->place,
            quoted(key) + " must be a text in quotes; this is " + std::string(json::word(value->kind)));
    return {};
  }

  std::string required(const json::Value& claim, const std::string& key) {
    const json::Value* value = claim.find(key);
    if (value == nullptr) {
      problem(claim.place, "this claim has no " + quoted(key) + "; every claim needs one");
      return {};
    }
    std::string given = text(claim, key);
    if (value->kind == json::Kind::string && trimmed(given).empty())
      problem(value->place, quoted(key) + " is empty; every claim needs one");
    return given;
  }

  std::string word_of(const json::Value& claim, const std::string& key,
                      const std::vector<std::string>& allowed) {
    std::string given = required(claim, key);
    if (given.empty() || std::find(allowed.begin(), allowed.end(), given) != allowed.end()) return given;
    std::string message = quoted(key) + " cannot be " + quoted(given) + "; allowed is " + join_or(allowed);
    if (const auto meant = nearest(given, allowed)) message += "; did you mean \"" + *meant + "\"?";
    problem(claim.find(key)->place, message);
    return {};
  }

  template <typename Enum, std::size_t N>
  Enum one_of(const json::Value& claim, const std::string& key,
              const std::array<std::pair<std::string, Enum>, N>& allowed) {
    std::vector<std::string> keys;
    for (const auto& [name, value] : allowed) keys.push_back(name);
    const std::string given = word_of(claim, key, keys);
    for (const auto& [name, value] : allowed)
      if (name == given) return value;
    return allowed.back().second;
  }

  void check_keys(const json::Value& object, const std::vector<std::string>& known) {
    for (const json::Member& member : object.members) {
      if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
      std::string message = "there is no " + quoted(member.key) + " here";
      if (const auto meant = nearest(member.key, known))
        message += "; did you mean \"" + *meant + "\"?";
      else
        message += "; known is " + join_or(known);
      problem(member.place, message);
    }
  }

  void problem(json::Place place, std::string message) {
    constexpr std::size_t kMostProblems = 50;
    if (problems_.size() < kMostProblems)
      problems_.push_back({file_, place.line, place.column, std::move(message)});
  }

  std::string file_;
  std::vector<Claim> claims_;
  std::vector<Problem> problems_;
};

}  // namespace

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

Result<std::vector<Claim>> parse_evidence(std::string_view text, const std::string& file_name) {
  const Result<json::Value> file = json::parse(text, file_name);
  if (!file.is_ok()) return file.problems();
  return Reader(file_name).read(file.value());
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

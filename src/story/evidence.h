// Claims about people, each with its source, date and certainty: the only place a number about patients comes
// from.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace mend::story {

/// How a claim of the story stands against what was found.
enum class Verdict { strong, moderate, limited, very_limited, contradicted, unproven };
[[nodiscard]] std::string_view word(Verdict verdict);  // "Strong" ... "Contradicted", "Unproven"

/// GRADE words, and `open` for a question no trial has settled.
enum class Certainty { high, moderate, low, very_low, open };
[[nodiscard]] std::string_view word(Certainty certainty);  // "High" ... "Very low", "Open"

enum class Standing { checked, unverified };

/// A range that is shown beside a number.
struct Interval {
  double low = 0, high = 0;
};

/// A count out of 100 people, for a picture of 100 dots; beside a count without the treatment where one was
/// compared.
struct People {
  std::string what;               // "have knee pain after the injection"
  int with = 0;                   // of 100
  std::optional<int> without;     // of 100
  std::optional<Interval> range;  // of the difference where two are compared, else of the count
};

/// A difference on the pain scale of 0 to 10, for a bar; above 0 is better.
struct Points {
  double better = 0;
  std::optional<Interval> range;
};

struct Claim {
  std::string id;        // "cartilage-regrowth"
  std::string title;     // what the story would say, in a few words: the verdict judges it
  std::string sentence;  // what was found, plain: at most 25 words, reading grade 7 at most
  Verdict verdict = Verdict::unproven;
  Certainty certainty = Certainty::open;
  std::string numbers;                       // as published; empty when none
  std::optional<People> people;              // of these numbers, rounded
  std::optional<Points> points;              // of these numbers
  std::string source;                        // who, where
  std::string date;                          // of the source, YYYY, YYYY-MM or YYYY-MM-DD
  std::string last_checked;                  // YYYY-MM-DD
  Standing standing = Standing::unverified;  // unverified claims show no number
};

/// What may stand on screen of the numbers: nothing of an unverified claim.
[[nodiscard]] std::string_view shown_numbers(const Claim& claim);
[[nodiscard]] const People* shown_people(const Claim& claim);
[[nodiscard]] const Points* shown_points(const Claim& claim);

/// Reads the file. A problem with its place is: a claim without source or date, a duplicate id, a sentence
/// over 25 words or above reading grade 7, a number in the sentence, the people or the points that is not
/// among the numbers, a number in the sentence of an unverified claim.
[[nodiscard]] Result<std::vector<Claim>> read_evidence(const std::string& path);

/// The same for a text; `file_name` is named in problems.
[[nodiscard]] Result<std::vector<Claim>> parse_evidence(std::string_view text, const std::string& file_name);

/// The claim with this id, or null.
[[nodiscard]] const Claim* find(const std::vector<Claim>& claims, std::string_view id);

}  // namespace mend::story

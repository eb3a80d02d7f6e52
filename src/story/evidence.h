// Claims about people, each with its source, date and certainty: the only place a number about patients comes
// from.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace mend::story {

/// GRADE words, and `open` for a question no trial has settled.
enum class Certainty { high, moderate, low, very_low, open };
[[nodiscard]] std::string_view word(Certainty certainty);  // "High" ... "Very low", "Open"

enum class Standing { checked, unverified };

struct Claim {
  std::string id;        // "cartilage-regrowth-injection"
  std::string sentence;  // plain, at most 25 words
  std::string verdict;   // strong / moderate / limited / very limited / contradicted
  Certainty certainty = Certainty::open;
  std::string numbers;                       // as published; empty when none
  std::string source;                        // who, where
  std::string date;                          // of the source, YYYY or YYYY-MM
  std::string last_checked;                  // YYYY-MM-DD
  Standing standing = Standing::unverified;  // unverified claims show no number
};

/// The numbers that may stand on screen: none of an unverified claim.
[[nodiscard]] std::string_view shown_numbers(const Claim& claim);

/// Reads the file; a claim without source or date, a sentence over 25 words, a duplicate id is a problem with
/// its place.
[[nodiscard]] Result<std::vector<Claim>> read_evidence(const std::string& path);

/// The same for a text; `file_name` is named in problems.
[[nodiscard]] Result<std::vector<Claim>> parse_evidence(std::string_view text, const std::string& file_name);

/// The claim with this id, or null.
[[nodiscard]] const Claim* find(const std::vector<Claim>& claims, std::string_view id);

}  // namespace mend::story

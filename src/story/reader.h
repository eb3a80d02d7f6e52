// Reads the story's files: what each member of a group must be, and every problem at its place.
#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"
#include "story/known.h"

namespace mend::story {

class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  /// The list `key` of a file {"version": 1, key: [{...}, ...]}, or null.
  [[nodiscard]] const json::Value* list(const json::Value& root, const std::string& key);
  /// Whether the value is a group with no other members than these; `what` it should be, for the message.
  [[nodiscard]] bool is_group(const json::Value& value, std::string_view what,
                              const std::vector<std::string>& keys);

  /// A text that must be there and not blank.
  [[nodiscard]] std::string text(const json::Value& group, const std::string& key);
  /// A text that may be missing.
  [[nodiscard]] std::string text_if_any(const json::Value& group, const std::string& key);
  /// A list of texts that may be missing.
  [[nodiscard]] std::vector<std::string> texts_if_any(const json::Value& group, const std::string& key);
  /// A number that must be there, within these bounds; nothing otherwise.
  [[nodiscard]] std::optional<double> number(const json::Value& group, const std::string& key, double low,
                                             double high);

  /// The claim with this id, or null and a problem.
  [[nodiscard]] const Claim* claim_named(const std::string& id, json::Place place, const Known& known);
  /// The name of a known scenario.
  [[nodiscard]] std::string scenario(const json::Value& group, const std::string& key, const Known& known);
  /// A list of them that may be missing.
  [[nodiscard]] std::vector<std::string> scenarios_if_any(const json::Value& group, const std::string& key,
                                                          const Known& known);

  /// The value of a word that must be one of these.
  template <typename Enum, std::size_t N>
  [[nodiscard]] Enum one_of(const json::Value& group, const std::string& key,
                            const std::array<std::pair<std::string_view, Enum>, N>& allowed) {
    std::vector<std::string> names;
    for (const auto& [name, value] : allowed) names.emplace_back(name);
    const std::string given = text(group, key);
    for (const auto& [name, value] : allowed)
      if (name == given) return value;
    if (!given.empty()) unknown(place(group, key), quoted(key) + " cannot be ", given, names);
    return allowed.back().second;
  }

  /// "... "given"; allowed is a, b or c; did you mean "b"?"
  void unknown(json::Place place, std::string message, const std::string& given,
               const std::vector<std::string>& allowed);
  void problem(json::Place place, std::string message);
  /// An id that is there twice is a problem.
  void check_unique(const std::string& id, std::vector<std::string>& before, json::Place place);
  /// Sentences above the grade that everyone can read are a problem. Headings have too few words for a grade.
  void check_grade(const std::string& text, json::Place place);
  /// A number in a text that is not from these claims is a problem (story/numbers.h).
  void check_numbers(const std::string& text, json::Place place, std::span<const Claim* const> claims);

  /// Of a member, or of the group where it has none.
  [[nodiscard]] static json::Place place(const json::Value& group, std::string_view key);

  /// What was read, or the problems that were met.
  template <typename T>
  [[nodiscard]] Result<T> done(T value) {
    if (!problems_.empty()) return std::move(problems_);
    return value;
  }

 private:
  void check_scenario(const std::string& name, json::Place place, const Known& known);
  [[nodiscard]] bool is_text(const json::Value& value, const std::string& key);

  std::string file_;
  std::vector<Problem> problems_;
};

}  // namespace mend::story

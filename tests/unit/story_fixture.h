// Files of the story in little, to be broken one at a time, and the shipped ones.
#pragma once
#include <doctest/doctest.h>

#include <string>

#include "story/library.h"

namespace mend::story::test {

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  CAPTURE(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

/// A file must have this one problem, at a place.
template <typename T>
void check_only_problem(const Result<T>& result, std::string_view part) {
  REQUIRE_FALSE(result.is_ok());
  REQUIRE(result.problems().size() == 1);
  const Problem& problem = result.problems().front();
  CAPTURE(problem.text());
  CHECK(problem.file == "file.json");
  CHECK(problem.line >= 1);
  CHECK(problem.column >= 1);
  CHECK(problem.message.find(part) != std::string::npos);
}

inline Claim claim(const std::string& id, Standing standing, const std::string& numbers) {
  Claim claim;
  claim.id = id;
  claim.sentence = "It may help.";
  claim.numbers = numbers;
  claim.source = "Who";
  claim.date = "2025";
  claim.standing = standing;
  return claim;
}

inline Known small_world() {
  return {{claim("pain-relief", Standing::checked, "25 of 100"),
           claim("late-harm", Standing::unverified, "48 of 100")},
          {"healthy-knee", "nerve-crush"}};
}

inline Library shipped() {
  auto library = read_library(MEND_SOURCE_DIR "/assets");
  if (!library.is_ok()) FAIL(library.problems().front().text());
  return std::move(library).value();
}

}  // namespace mend::story::test

// How hard a text is to read, as a school grade, and whether it stays within what everyone can read.
#pragma once
#include <cstddef>
#include <string_view>

namespace mend::story {

/// What is said to patients and visitors stays within this grade.
inline constexpr double kHardestGrade = 7;

/// Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59. 0 for a text without words.
[[nodiscard]] double reading_grade(std::string_view text);

/// Syllables of one English word as spoken, by rule: near enough for a grade. A digit counts as one.
[[nodiscard]] std::size_t syllables(std::string_view word);

}  // namespace mend::story

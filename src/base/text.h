// Small work on text: numbers that survive being written and read, and the name a person probably meant.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

/// The shortest decimal that reads back as the same bits: "16", "0.005", "5e7".
[[nodiscard]] std::string number_text(double number);

/// The whole text as a finite number ("16", "-1.5e3"); nothing for anything else, such as "16 mm", "inf" or
/// "".
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Insertions, deletions, replacements and swaps of neighbours that lead from a to b.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name nearest to `word`, if it is near enough to be what was meant (a third of its letters, at least
/// one).
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> names);

/// "a, b or c".
[[nodiscard]] std::string join_or(std::span<const std::string> names);

/// The text in quotes for a message: cut after 40 characters, control characters as '?'.
[[nodiscard]] std::string quoted(std::string_view text);

/// Characters (code points) of a text; nothing if it is not UTF-8.
[[nodiscard]] std::optional<std::size_t> character_count(std::string_view text);

/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The words between blanks.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);

}  // namespace mend

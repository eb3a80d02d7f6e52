// Which numbers stand in a text, and whether they come from the evidence.
//
// The rule. A text that patients and visitors read is: title and sentence of a claim; title and caption of a
// chapter; name and sentence of an option card; the title of a scenario. Every number written with digits in
// such a text must be among the numbers of a checked claim: its own for a claim, those of its claims for a
// chapter and a card, any for a scenario. Numbers in words ("two years") are no counts and stay free, and so
// are source and date.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/evidence.h"

namespace mend::story {

/// Numbers written with digits, without sign: "1,341" is 1341, "0.27", "25" of "25-36".
[[nodiscard]] std::vector<double> numbers_in(std::string_view text);

/// Whether `number` is one of those in `text`, no further off than `tolerance`.
[[nodiscard]] bool has_number(std::string_view text, double number, double tolerance = 0);

/// The first number in `text` that is among the shown numbers of none of these claims.
[[nodiscard]] std::optional<double> foreign_number(std::string_view text,
                                                   std::span<const Claim* const> claims);

}  // namespace mend::story

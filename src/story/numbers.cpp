#include "story/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace mend::story {
namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// A comma with three digits after it groups thousands; a point with a digit after it begins the decimals.
bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text[at] == '.') return is_digit(text, at + 1);
  return text[at] == ',' && is_digit(text, at + 1) && is_digit(text, at + 2) && is_digit(text, at + 3) &&
         !is_digit(text, at + 4);
}

}  // namespace

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text, at)) continue;
    std::string digits;
    bool has_point = false;
    for (; is_digit(text, at) || (!has_point && goes_on(text, at)); ++at) {
      has_point = has_point || text[at] == '.';
      if (text[at] != ',') digits += text[at];
    }
    numbers.push_back(parse_number(digits).value_or(HUGE_VAL));
  }
  return numbers;
}

bool has_number(std::string_view text, double number, double tolerance) {
  const auto all = numbers_in(text);
  return std::any_of(all.begin(), all.end(),
                     [&](double one) { return std::fabs(one - number) <= tolerance; });
}

std::optional<double> foreign_number(std::string_view text, std::span<const Claim* const> claims) {
  for (const double number : numbers_in(text)) {
    const auto has_it = [&](const Claim* claim) { return has_number(shown_numbers(*claim), number); };
    if (std::none_of(claims.begin(), claims.end(), has_it)) return number;
  }
  return std::nullopt;
}

}  // namespace mend::story

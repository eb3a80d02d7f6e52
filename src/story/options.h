// The ways a person may go, told side by side in equal detail: what each is, what it may give, what it may
// cost.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "story/known.h"

namespace mend::story {

struct OptionCard {
  std::string id, name;
  std::string what;                    // one sentence: what is done
  std::vector<std::string> scenarios;  // names of those it is an option in
  std::string benefit, harm;           // ids of claims
  std::string instead;                 // id of the claim told while the benefit is unverified; empty = none
};

[[nodiscard]] Result<std::vector<OptionCard>> read_options(const std::string& path, const Known& known);
[[nodiscard]] Result<std::vector<OptionCard>> parse_options(std::string_view text,
                                                            const std::string& file_name, const Known& known);

/// What a card may draw. Benefit and harm are told alike: people are counted once both are checked, and a
/// harm only beside a benefit that was counted.
struct Balance {
  const Claim* benefit =
      nullptr;  // told in words; null while it is being checked and nothing is told instead
  const Claim* harm = nullptr;
  const People* benefit_people = nullptr;  // null = not drawn
  const People* harm_people = nullptr;
  const Points* benefit_points = nullptr;
  bool is_being_checked = false;  // the card says so
};
[[nodiscard]] Balance balance(const OptionCard& card, const std::vector<Claim>& claims);

}  // namespace mend::story

// Which settings concern a scenario: the rest is folded away or left out, so that a visitor meets few of
// them.
#pragma once
#include <string_view>

#include "params/scenario.h"

namespace mend::ui {

/// Whether a group of fields stands open until a person folds it.
[[nodiscard]] bool is_open(const params::Scenario& scenario, std::string_view group);
/// What a folded group comes to, where one word says it: "none", "healthy"; else empty.
[[nodiscard]] std::string_view summary(const params::Scenario& scenario, std::string_view group);
/// Whether a field, by its path ("nerve.gap", "regimen[0].site"), changes anything as the others stand.
[[nodiscard]] bool counts(const params::Scenario& scenario, std::string_view path);

}  // namespace mend::ui

// The reference of every parameter, made from its description.
#pragma once
#include <string>

#include "params/scenario.h"

namespace mend::params {

/// One line a field for a terminal: key, value in this scenario, range, plain name, and what stands behind
/// the default.
[[nodiscard]] std::string parameters_text(const Scenario& scenario);

/// The page "About the numbers" (docs/numbers.md): what the numbers are worth, and a table a group.
[[nodiscard]] std::string parameters_markdown();

}  // namespace mend::params

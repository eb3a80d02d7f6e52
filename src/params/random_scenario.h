// Scenarios that nobody would think of, for tests: every field anywhere in its range.
#pragma once
#include <cstdint>

#include "params/scenario.h"

namespace mend::params {

/// Valid by the rules of scenario files, with up to five events in day order. The same seed gives the same
/// scenario.
[[nodiscard]] Scenario random_scenario(std::uint64_t seed);

}  // namespace mend::params

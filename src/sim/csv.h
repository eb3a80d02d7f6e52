// A run as a table: one row a day, units in the header.
#pragma once
#include <string>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

/// Column names, each with its unit in brackets where it has one; no end of line.
[[nodiscard]] std::string csv_header();

/// One state as a row in the same order; no end of line.
[[nodiscard]] std::string csv_row(const params::Scenario& scenario, const State& state);

}  // namespace mend::sim

// A run as a table: one row a day, units in the header.
#pragma once
#include <ostream>

#include "sim/state.h"

namespace mend::sim {

/// One line: the column names, each with its unit or range in brackets.
void write_csv_header(std::ostream& out);

/// One line with the state in the same order.
void write_csv_row(std::ostream& out, const State& state);

}  // namespace mend::sim

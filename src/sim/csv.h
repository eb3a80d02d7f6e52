// A run as a table: one row a day, units in the header.
#pragma once
#include <ostream>
#include <string_view>
#include <vector>

#include "sim/state.h"

namespace mend::sim {

struct Column {
  std::string_view name, unit;  // "pain", "0-10"
  double value = 0;
};

/// Every number of the table, in its order: the one list of what can be read of a run by name.
[[nodiscard]] std::vector<Column> columns(const State& state);

/// One line: the column names, each with its unit or range in brackets.
void write_csv_header(std::ostream& out);

/// One line with the state in the same order.
void write_csv_row(std::ostream& out, const State& state);

}  // namespace mend::sim

#include "sim/csv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <sstream>
#include <string>

using namespace mend;

TEST_CASE("the table has one value a column and the same names every day") {
  std::ostringstream header, row;
  sim::State state;
  state.day = 3;
  state.joint.synovitis = 1.7;
  state.joint.suspended = 1234567.8;
  state.pain = 4.25;
  sim::write_csv_header(header);
  sim::write_csv_row(row, state);
  const std::string names = header.str(), values = row.str();
  CHECK(std::count(names.begin(), names.end(), ',') == std::count(values.begin(), values.end(), ','));
  CHECK(names.starts_with("day (d),cells_suspended (cells),"));
  CHECK(names.ends_with(",sedation (0-1)\n"));
  CHECK(values.starts_with("3,1.23457e+06,0,0,10,"));  // synovitis is 10 p, clamped
  CHECK(values.find(",4.25,") != std::string::npos);
}

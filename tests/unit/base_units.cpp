#include "base/units.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace mend;

TEST_CASE("a unit of the same kind has a factor, one of another kind has none") {
  CHECK(factor(Unit::day, "weeks") == 7.0);
  CHECK(factor(Unit::day, "d") == 1.0);
  CHECK(factor(Unit::mm, "cm") == 10.0);
  CHECK(factor(Unit::cells, "million cells") == 1e6);
  CHECK(factor(Unit::per_day, "/week") == 1.0 / 7.0);
  CHECK_FALSE(factor(Unit::mm, "days").has_value());
  CHECK_FALSE(factor(Unit::mm, "").has_value());
  CHECK_FALSE(factor(Unit::none, "mm").has_value());
}

TEST_CASE("every unit is written with its symbol first, worth one, and no spelling twice") {
  for (int i = static_cast<int>(Unit::mm); i <= static_cast<int>(Unit::vas_mm); ++i) {
    const Unit unit = static_cast<Unit>(i);
    const auto all = spellings(unit);
    REQUIRE_FALSE(all.empty());
    CHECK(all.front() == symbol(unit));
    CHECK(factor(unit, symbol(unit)) == 1.0);
    CHECK(std::set(all.begin(), all.end()).size() == all.size());
  }
  CHECK(symbol(Unit::none).empty());
}

#include "story/numbers.h"

#include <doctest/doctest.h>

using namespace mend::story;

TEST_CASE("numbers are read as people write them") {
  CHECK(numbers_in("none at all").empty());
  CHECK(numbers_in("25-36 %") == std::vector<double>{25, 36});
  CHECK(numbers_in("1,341 people, 0.27 mm.") == std::vector<double>{1341, 0.27});
  CHECK(numbers_in("In 2023, 480 people") == std::vector<double>{2023, 480});
  CHECK(numbers_in("1,23 and 12,3456") == std::vector<double>{1, 23, 12, 3456});
  CHECK(numbers_in("-7 to +15.") == std::vector<double>{7, 15});
  CHECK(numbers_in("1.2.3") == std::vector<double>{1.2, 3});
  CHECK(numbers_in("5e7") == std::vector<double>{5, 7});
}

TEST_CASE("a number too long to be one is nobody's") {
  const std::string digits(400, '9');
  CHECK(numbers_in(digits).size() == 1);
  CHECK_FALSE(has_number(digits, 9));
}

TEST_CASE("a text has a number only when it is there, or as near as was asked for") {
  CHECK(has_number("24.5 %", 24.5));
  CHECK_FALSE(has_number("24.5 %", 25));
  CHECK(has_number("24.5 %", 25, 0.5));
  CHECK_FALSE(has_number("24.4 %", 25, 0.5));
  CHECK_FALSE(has_number("124.5 %", 24.5));
}

TEST_CASE("a number comes from the checked claims named, or is foreign") {
  Claim checked, unverified;
  checked.numbers = "480 people";
  checked.standing = Standing::checked;
  unverified.numbers = "321 people";
  const std::vector<const Claim*> both = {&checked, &unverified};
  CHECK_FALSE(foreign_number("Of 480 people", both));
  CHECK_FALSE(foreign_number("Of two people", both));
  CHECK(foreign_number("480, then 12", both) == 12);
  CHECK(foreign_number("Of 321 people", both) == 321);
  CHECK(foreign_number("Of 480 people", {}) == 480);
}

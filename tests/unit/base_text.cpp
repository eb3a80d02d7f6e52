#include "base/text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/random.h"

using namespace mend;

TEST_CASE("a written number reads back as the same bits") {
  CHECK(number_text(16) == "16");
  CHECK(number_text(0.005) == "0.005");
  CHECK(number_text(5e7) == "5e7");
  CHECK(number_text(1.5e-7) == "1.5e-7");
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const std::uint64_t bits = random_bits({1, i, 0, 0});
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) continue;
    const auto back = parse_number(number_text(number));
    REQUIRE(back.has_value());
    CHECK(std::memcmp(&*back, &number, sizeof number) == 0);
  }
}

TEST_CASE("only a whole finite number is a number") {
  for (const char* text : {"", " ", "16 mm", "1e999", "inf", "nan", "0x10", "1,5", "--1", "1 "})
    CHECK_FALSE(parse_number(text).has_value());
  CHECK(parse_number("-1.5e3") == -1500.0);
}

TEST_CASE("the nearest known name is found, and nothing for a word unlike any") {
  const std::vector<std::string> names = {"diameter", "depth", "injury"};
  CHECK(nearest("diametr", names) == "diameter");
  CHECK(nearest("daimeter", names) == "diameter");
  CHECK(nearest("Injury", names) == "injury");
  CHECK_FALSE(nearest("temperature", names).has_value());
  CHECK_FALSE(nearest(std::string(1000000, 'd'), names).has_value());
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("UTF-8 is counted in characters and refused when broken") {
  CHECK(character_count("µm") == 2u);
  CHECK(character_count("") == 0u);
  for (const char* text : {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "a\x80"})
    CHECK_FALSE(character_count(text).has_value());
}

TEST_CASE("quoted text is short and on one line") {
  CHECK(quoted("a\nb") == "\"a?b\"");
  CHECK(quoted(std::string(41, 'x')) == "\"" + std::string(40, 'x') + "...\"");
  CHECK(join_or(std::vector<std::string>{"a", "b", "c"}) == "a, b or c");
  CHECK(trimmed(" \t a b \n") == "a b");
  CHECK(words(" one  two\n").size() == 2);
}

#include "base/random.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <set>

using namespace mend;

TEST_CASE("a number depends on every part of its key and on nothing else") {
  const Key key{.seed = 1, .who = 2, .when = 3, .why = 4};
  CHECK(random_bits(key) == random_bits(key));
  std::set<std::uint64_t> seen{random_bits(key)};
  seen.insert(random_bits({.seed = 2, .who = 2, .when = 3, .why = 4}));
  seen.insert(random_bits({.seed = 1, .who = 1, .when = 3, .why = 4}));
  seen.insert(random_bits({.seed = 1, .who = 2, .when = 2, .why = 4}));
  seen.insert(random_bits({.seed = 1, .who = 2, .when = 3, .why = 3}));
  seen.insert(random_bits({.seed = 4, .who = 3, .when = 2, .why = 1}));
  CHECK(seen.size() == 6);
}

TEST_CASE("uniform numbers fill 0 to 1 evenly, whichever part of the key counts up") {
  for (int part = 0; part < 4; ++part) {
    std::array<int, 20> bins{};
    double mean = 0;
    constexpr int kDraws = 40000;
    for (std::uint64_t i = 0; i < kDraws; ++i) {
      const double u = uniform({.seed = part == 0 ? i : 5,
                                .who = part == 1 ? i : 5,
                                .when = part == 2 ? i : 5,
                                .why = part == 3 ? i : 5});
      REQUIRE(u >= 0);
      REQUIRE(u < 1);
      ++bins[static_cast<std::size_t>(u * 20)];
      mean += u / kDraws;
    }
    CHECK(std::fabs(mean - 0.5) < 0.006);
    for (const int count : bins) CHECK(std::abs(count - kDraws / 20) < 250);  // 5.7 standard deviations
  }
}

TEST_CASE("the normal quantile inverts the normal distribution function") {
  for (double u = 1e-15; u < 1; u += u < 0.01 ? u * 0.37 : 0.0037) {
    const double z = normal_quantile(u);
    CHECK(0.5 * std::erfc(-z / std::sqrt(2.0)) == doctest::Approx(u).epsilon(1e-13));
  }
  CHECK(normal_quantile(0.5) == 0);
  CHECK(normal_quantile(0.25) == -normal_quantile(0.75));
}

TEST_CASE("normal numbers have mean 0 and variance 1") {
  double sum = 0, squares = 0;
  constexpr int kDraws = 40000;
  for (std::uint64_t i = 0; i < kDraws; ++i) {
    const double z = normal({.seed = 3, .who = i, .when = 0, .why = 0});
    sum += z;
    squares += z * z;
  }
  CHECK(std::fabs(sum / kDraws) < 0.02);
  CHECK(squares / kDraws == doctest::Approx(1).epsilon(0.03));
}

TEST_CASE("a low-discrepancy sequence puts one point in each of n equal parts") {
  std::array<int, 64> bins{};
  for (std::uint64_t i = 0; i < 64; ++i) ++bins[static_cast<std::size_t>(low_discrepancy(i, 2) * 64)];
  for (const int count : bins) CHECK(count == 1);
  CHECK(low_discrepancy(1, 3) == doctest::Approx(1.0 / 3));
  CHECK(low_discrepancy(5, 3) == doctest::Approx(2.0 / 3 + 1.0 / 9));
}

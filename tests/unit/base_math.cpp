// libm is the yardstick here and only here: its own error is below 1 ulp, so 4 ulp apart is the bound of
// base/math.h.
#include "base/math.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/random.h"

using namespace mend;

namespace {

/// Representable numbers between a and b.
double ulps(double a, double b) {
  if (a == b || (std::isnan(a) && std::isnan(b))) return 0;
  if (std::signbit(a) != std::signbit(b) || !std::isfinite(a) || !std::isfinite(b)) return 1e9;
  const auto bits_a = std::bit_cast<std::int64_t>(a), bits_b = std::bit_cast<std::int64_t>(b);
  return std::fabs(static_cast<double>(bits_a - bits_b));
}

double draw(std::uint64_t i, std::uint64_t why, double low, double high) {
  return low + (high - low) * uniform({.seed = 11, .who = i, .when = 0, .why = why});
}

/// Largest distance of two functions over n points drawn from [low, high], evenly or evenly in the logarithm.
template <typename Ours, typename Theirs>
double worst(Ours ours, Theirs theirs, double low, double high, bool logarithmic = false, int n = 100000) {
  double most = 0;
  for (int i = 0; i < n; ++i) {
    const auto k = static_cast<std::uint64_t>(i);
    const double x =
        logarithmic ? std::exp2(draw(k, 1, std::log2(low), std::log2(high))) : draw(k, 1, low, high);
    most = std::max(most, ulps(ours(x), theirs(x)));
  }
  return most;
}

constexpr double kInf = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("exp is within 4 ulp of libm from the smallest to the largest result") {
  const auto theirs = [](double x) { return std::exp(x); };
  CHECK(worst(math::exp, theirs, -1, 1) <= 4);
  CHECK(worst(math::exp, theirs, -708, 709.7) <= 4);
  CHECK(worst(math::exp, theirs, -745, -708) <= 4);
  CHECK(worst(math::exp, theirs, 1e-300, 1e-3, true) <= 4);
  CHECK(math::exp(0) == 1);
  CHECK(math::exp(1e9) == kInf);
  CHECK(math::exp(kInf) == kInf);
  CHECK(math::exp(-1e9) == 0);
  CHECK(std::isnan(math::exp(std::nan(""))));
}

TEST_CASE("log is within 4 ulp of libm over all positive numbers") {
  const auto theirs = [](double x) { return std::log(x); };
  CHECK(worst(math::log, theirs, 0.5, 2) <= 4);
  CHECK(worst(math::log, theirs, 0.999999, 1.000001) <= 4);
  CHECK(worst(math::log, theirs, 1e-320, 1e308, true) <= 4);
  CHECK(math::log(1) == 0);
  CHECK(math::log(0) == -kInf);
  CHECK(std::isnan(math::log(-1)));
}

TEST_CASE("tanh is within 4 ulp of libm") {
  const auto theirs = [](double x) { return std::tanh(x); };
  CHECK(worst(math::tanh, theirs, -1, 1) <= 4);
  CHECK(worst(math::tanh, theirs, -30, 30) <= 4);
  CHECK(worst(math::tanh, theirs, 1e-300, 1, true) <= 4);
  CHECK(math::tanh(1e9) == 1);
  CHECK(math::tanh(-kInf) == -1);
}

TEST_CASE("sin and cos are within 4 ulp of libm up to a million radians") {
  const auto sine = [](double x) { return std::sin(x); };
  const auto cosine = [](double x) { return std::cos(x); };
  for (const double range : {1.0, 10.0, 1e3, 1e6}) {
    CHECK(worst(math::sin, sine, -range, range) <= 4);
    CHECK(worst(math::cos, cosine, -range, range) <= 4);
  }
  CHECK(worst(math::sin, sine, 1e-300, 1, true) <= 4);
  // Next to a multiple of pi/2 almost every digit cancels.
  double most = 0;
  for (int k = 1; k < 600000; k += 7) {
    const double x = k * (math::kPi / 2);
    most = std::max({most, ulps(math::sin(x), std::sin(x)), ulps(math::cos(x), std::cos(x))});
  }
  CHECK(most <= 4);
}

TEST_CASE("pow is within 4 ulp of libm for results from 1e-300 to 1e300") {
  double most = 0;
  for (std::uint64_t i = 0; i < 200000; ++i) {
    const double x = std::exp2(draw(i, 2, -300, 300));
    const double y = draw(i, 3, -690, 690) / std::log(x);
    most = std::max(most, ulps(math::pow(x, y), std::pow(x, y)));
    const double near_one = 1 + draw(i, 4, -0.3, 0.3);
    const double large = draw(i, 5, -690, 690) / std::log(near_one);
    most = std::max(most, ulps(math::pow(near_one, large), std::pow(near_one, large)));
  }
  CHECK(most <= 4);
  CHECK(math::pow(0, 2.5) == 0);
  CHECK(math::pow(7, 0) == 1);
  CHECK(math::pow(2, 10) == 1024);
  CHECK(math::pow(10, 400) == kInf);
  CHECK(math::pow(10, -400) == 0);
}

TEST_CASE("atan2 is within 4 ulp of libm in all four quarters") {
  double most = 0;
  for (std::uint64_t i = 0; i < 200000; ++i) {
    const double y = draw(i, 6, -1, 1) * std::exp2(draw(i, 7, -40, 40));
    const double x = draw(i, 8, -1, 1) * std::exp2(draw(i, 9, -40, 40));
    most = std::max(most, ulps(math::atan2(y, x), std::atan2(y, x)));
  }
  CHECK(most <= 4);
  for (const double y : {-1.0, -0.0, 0.0, 1.0}) {
    for (const double x : {-1.0, -0.0, 0.0, 1.0}) CHECK(math::atan2(y, x) == std::atan2(y, x));
  }
}

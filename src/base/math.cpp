// Every function: reduce the argument exactly to a small interval, sum the Taylor series there (the last term
// left out is below 2^-56 of the sum), scale back. No tables, no fused multiply-add, no libm but sqrt and
// fabs.
#include "base/math.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace mend::math {
namespace {

// Adding and taking away 1.5 * 2^52 rounds to the nearest whole number, which also stands in the low bits.
constexpr double kRound = 0x1.8p52;
constexpr std::uint64_t kMantissa = 0x000fffffffffffffull;
constexpr double kInfinity = std::bit_cast<double>(0x7ff0000000000000ull);

/// The whole number nearest to x, |x| < 2^31, as a number and as bits.
struct Rounded {
  explicit Rounded(double x) : shifted(x + kRound), number(shifted - kRound) {}
  [[nodiscard]] std::int64_t bits() const {
    return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(shifted) -
                                     std::bit_cast<std::uint64_t>(kRound));
  }
  double shifted, number;
};

/// 2^n for n in [-1022, 1023].
double power_of_two(std::int64_t n) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

// ln 2 in two parts; the first has 32 bits, so that its product with an exponent is exact.
constexpr double kLn2High = 0x1.62e42fee00000p-1, kLn2Low = 0x1.a39ef35793c76p-33;

/// 1/k! for k = 0 ... 20.
constexpr std::array<double, 21> kInverseFactorial = [] {
  std::array<double, 21> values{};
  double factorial = 1;  // exact up to 20!: it has fewer than 53 bits apart from its powers of two
  for (int k = 0; k <= 20; ++k) {
    factorial *= k > 0 ? k : 1;
    values[static_cast<std::size_t>(k)] = 1 / factorial;
  }
  return values;
}();

/// 1/(2k+1) for k = 0 ... 22.
constexpr std::array<double, 23> kInverseOdd = [] {
  std::array<double, 23> values{};
  for (std::size_t k = 0; k < values.size(); ++k) values[k] = 1 / (2 * static_cast<double>(k) + 1);
  return values;
}();

/// exp(r) - 1 for |r| <= 1 from r + r^2/2! + ... + r^Terms/Terms!.
template <std::size_t Terms>
double exp_minus_one(double r) {
  double sum = 0;
  for (std::size_t k = Terms; k >= 2; --k) sum = sum * r + kInverseFactorial[k];
  return r + r * r * sum;
}

/// A number as the sum of two: about 106 bits.
struct Pair {
  double high, low;
};

/// a + b exactly, |a| >= |b|.
Pair fast_sum(double a, double b) {
  const double s = a + b;
  return {s, b - (s - a)};
}

/// a + b exactly.
Pair exact_sum(double a, double b) {
  const double s = a + b;
  const double t = s - a;
  return {s, (a - (s - t)) + (b - t)};
}

/// a * b exactly (Dekker 1971), |a|, |b| < 2^990.
Pair exact_product(double a, double b) {
  constexpr double kSplit = 0x1p27 + 1;
  const double ca = kSplit * a, cb = kSplit * b;
  const double ah = ca - (ca - a), bh = cb - (cb - b);
  const double al = a - ah, bl = b - bh;
  const double p = a * b;
  return {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

Pair product(Pair a, Pair b) {
  const Pair p = exact_product(a.high, b.high);
  return fast_sum(p.high, p.low + (a.high * b.low + a.low * b.high));
}

/// x = (1 + f) 2^exponent with 1 + f between sqrt(1/2) and sqrt(2); x > 0 and finite.
struct Split {
  explicit Split(double x) {
    const bool tiny = x < 0x1p-1022;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(tiny ? x * 0x1p54 : x);
    const double mantissa = std::bit_cast<double>((bits & kMantissa) | 0x3ff0000000000000ull);  // in [1, 2)
    const bool large = mantissa > 0x1.6a09e667f3bcdp0;
    f = (large ? 0.5 * mantissa : mantissa) - 1;
    exponent =
        static_cast<double>(static_cast<std::int64_t>(bits >> 52) - 1023 - (tiny ? 54 : 0) + (large ? 1 : 0));
  }
  double f, exponent;
};

/// z^first/(2 first + 1) + z^(first+1)/(2 first + 3) + ... up to z^12: the tail of (atanh s)/s with z = s^2
/// <= 0.0295.
template <std::size_t First>
double atanh_tail(double z) {
  double sum = 0;
  for (std::size_t k = 12; k >= First; --k) sum = sum * z + kInverseOdd[k];
  return sum;
}

/// ln x to about 2^-65 of itself: 2 s + 2 s^3/3 as pairs, the rest as one number; s = f/(2+f).
Pair log_pair(double x) {
  const Split split(x);
  const double f = split.f;
  const Pair denominator = fast_sum(2, f);
  const double s = f / denominator.high;
  const Pair back = exact_product(s, denominator.high);
  const Pair quotient = fast_sum(s, (((f - back.high) - back.low) - s * denominator.low) / denominator.high);
  const Pair z = product(quotient, quotient);
  const Pair cube = product(product(z, quotient), {0x1.5555555555555p-1, 0x1.5555555555555p-55});
  const double rest = 2 * quotient.high * z.high * z.high * atanh_tail<2>(z.high);
  const Pair whole = exact_product(split.exponent, 0x1.62e42fefa39efp-1);
  const Pair first = exact_sum(whole.high, 2 * quotient.high);
  const Pair second = exact_sum(first.high, cube.high);
  const double low = whole.low + split.exponent * 0x1.abc9e3b39803fp-56 + first.low + second.low +
                     2 * quotient.low + cube.low + rest;
  return fast_sum(second.high, low);
}

/// x less the nearest multiple of pi/2, as a pair; the multiple's last two bits say which quarter of the
/// circle.
struct Quarter {
  explicit Quarter(double x) {
    // pi/2 in parts of 33, 33 and 53 bits: products with a multiple below 2^20 are exact.
    constexpr double kPart1 = 0x1.921fb54400000p+0, kPart2 = 0x1.0b4611a600000p-34,
                     kPart3 = 0x1.3198a2e037073p-69;
    const Rounded multiple(x * 0x1.45f306dc9c883p-1);
    const double n = multiple.number;
    const Pair a = exact_sum(x - n * kPart1, -(n * kPart2));
    const Pair b = exact_sum(a.high, -(n * kPart3));
    const Pair r = fast_sum(b.high, b.low + a.low);
    high = r.high;
    low = r.low;
    index = static_cast<unsigned>(multiple.bits() & 3);
  }
  double high, low;
  unsigned index;
};

/// sin of a pair within pi/4.
double sin_series(double r, double low) {
  const double z = r * r;
  double sum = 0;
  for (std::size_t k = 19; k >= 3; k -= 2) sum = kInverseFactorial[k] - sum * z;
  return r - (r * z * sum - low * (1 - 0.5 * z));
}

/// cos of a pair within pi/4.
double cos_series(double r, double low) {
  const double z = r * r;
  double sum = 0;
  for (std::size_t k = 18; k >= 4; k -= 2) sum = kInverseFactorial[k] - sum * z;
  const double half = 0.5 * z;
  const double w = 1 - half;
  return w + (((1 - w) - half) + (z * z * sum - r * low));
}

double of_quarter(const Quarter& q, unsigned shift) {
  const unsigned index = (q.index + shift) & 3;
  const double value = (index & 1) != 0 ? cos_series(q.high, q.low) : sin_series(q.high, q.low);
  return (index & 2) != 0 ? -value : value;
}

/// atan t for |t| <= tan(pi/8).
double atan_series(double t) {
  const double z = t * t;
  double sum = 0;
  for (std::size_t k = 22; k >= 1; --k) sum = kInverseOdd[k] - sum * z;
  return t - t * z * sum;
}

/// 2^n m without leaving the range on the way, n in [-1076, 1025].
double scaled(double m, std::int64_t n) {
  const std::int64_t half = n >> 1;
  return m * power_of_two(half) * power_of_two(n - half);
}

}  // namespace

double exp(double x) {
  const double low = x < -746 ? -746 : x;
  const double clamped = low > 710 ? 710 : low;
  const Rounded n(clamped * 0x1.71547652b82fep+0);
  const double r = (clamped - n.number * kLn2High) - n.number * kLn2Low;
  const double m = 1 + exp_minus_one<14>(r);
  return x == x ? scaled(m, n.bits()) : x;
}

double log(double x) {
  if (!(x > 0) || x == kInfinity) return x == 0 ? -kInfinity : x < 0 ? kInfinity - kInfinity : x;
  const Split split(x);
  const double f = split.f;
  const double s = f / (2 + f);
  const double z = s * s;
  // ln(1+f) = 2s + s tail, and 2s = f - s f = f - (f^2/2 - s f^2/2): only small terms are rounded.
  const double half_square = 0.5 * f * f;
  const double tail = 2 * z * atanh_tail<1>(z);
  return split.exponent * kLn2High -
         ((half_square - (s * (half_square + tail) + split.exponent * kLn2Low)) - f);
}

double tanh(double x) {
  const double a = fabs(x);
  const double clamped = a > 22 ? 22 : a;  // 1 - tanh 22 < 2^-54
  const double small = exp_minus_one<20>(clamped < 0.5 ? 2 * clamped : 1);
  const double value = a < 0.5 ? small / (small + 2) : 1 - 2 / (exp(2 * clamped) + 1);
  return x < 0 ? -value : x == 0 ? x : x == x ? value : x;
}

double pow(double x, double y) {
  if (y == 0) return 1;
  if (x == 0) return y > 0 ? 0 : kInfinity;
  const Pair logarithm = log_pair(x);
  const Pair p = exact_product(logarithm.high, y);
  const Pair exponent = fast_sum(p.high, p.low + logarithm.low * y);
  if (exponent.high > 710) return kInfinity;
  if (exponent.high < -746) return 0;
  const double value = exp(exponent.high);
  return value + value * exponent.low;
}

double sin(double x) {
  return x == 0 ? x : of_quarter(Quarter(x), 0);
}

double cos(double x) {
  return of_quarter(Quarter(x), 1);
}

double atan2(double y, double x) {
  const double ay = fabs(y), ax = fabs(x);
  const bool steep = ay > ax;
  const double larger = steep ? ay : ax;
  const double q = larger > 0 ? (steep ? ax : ay) / larger : 0;  // in [0, 1]
  const bool upper = q > 0x1.a827999fcef32p-2;                   // tan(pi/8)
  const double series = atan_series(upper ? (q - 1) / (q + 1) : q);
  double angle = upper ? 0x1.921fb54442d18p-1 + (series + 0x1.1a62633145c07p-55) : series;
  const bool left = std::signbit(x);
  if (steep) {
    angle = 0x1.921fb54442d18p+0 - ((left ? -angle : angle) - 0x1.1a62633145c07p-54);
  } else if (left) {
    angle = 0x1.921fb54442d18p+1 - (angle - 0x1.1a62633145c07p-53);
  }
  return std::signbit(y) ? -angle : angle;
}

}  // namespace mend::math

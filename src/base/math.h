// Elementary functions in plain arithmetic, so that the same input gives the same bits on every processor: glibc picks
// other code, and so other bits, on other machines. Within 4 ulp of libm (tested). sim and anatomy use only these,
// sqrt and fabs.
#pragma once
#include <cmath>

namespace mend::math {

[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double tanh(double x);
/// x > 0, or x == 0 with y > 0.
[[nodiscard]] double pow(double x, double y);
/// Radians; accurate for |x| < 1e6.
[[nodiscard]] double sin(double x);
[[nodiscard]] double cos(double x);
[[nodiscard]] double atan2(double y, double x);
using std::fabs;
using std::sqrt;

inline constexpr double kPi = 3.14159265358979323846;
[[nodiscard]] constexpr double radians(double degrees) { return degrees * (kPi / 180.0); }

}  // namespace mend::math

// Four numbers that are computed side by side. Each lane is plain single precision arithmetic in the order
// written, so the bits do not depend on how wide the processor is.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>

#include "base/math.h"

namespace mend {

/// Four numbers of 32 bits.
using Words = std::uint32_t __attribute__((vector_size(16)));

class Lanes {
 public:
  static constexpr std::size_t kCount = 4;

  Lanes() = default;
  /// The same number in every lane.
  Lanes(double x) : Lanes(static_cast<float>(x)) {}
  Lanes(float x) : v_{x, x, x, x} {}
  Lanes(int x) : Lanes(static_cast<float>(x)) {}
  Lanes(float a, float b, float c, float d) : v_{a, b, c, d} {}
  /// Each word as a number; below 2^31.
  explicit Lanes(Words words) : v_(__builtin_convertvector(std::bit_cast<Whole>(words), Vector)) {}

  [[nodiscard]] static Lanes load(const float* from) {
    Lanes lanes;
    std::memcpy(&lanes.v_, from, sizeof lanes.v_);
    return lanes;
  }
  void store(float* to) const { std::memcpy(to, &v_, sizeof v_); }
  [[nodiscard]] float operator[](std::size_t lane) const { return v_[lane]; }

  friend Lanes operator+(Lanes a, Lanes b) { return Lanes(a.v_ + b.v_); }
  friend Lanes operator-(Lanes a, Lanes b) { return Lanes(a.v_ - b.v_); }
  friend Lanes operator*(Lanes a, Lanes b) { return Lanes(a.v_ * b.v_); }
  friend Lanes operator/(Lanes a, Lanes b) { return Lanes(a.v_ / b.v_); }
  friend Lanes operator-(Lanes a) { return Lanes(-a.v_); }
  friend Lanes max(Lanes a, Lanes b) { return Lanes(a.v_ > b.v_ ? a.v_ : b.v_); }
  friend Lanes min(Lanes a, Lanes b) { return Lanes(a.v_ < b.v_ ? a.v_ : b.v_); }
  friend Lanes abs_of(Lanes x) { return max(x, -x); }
  /// To the nearest whole number; |x| < 2^22.
  friend Lanes nearest(Lanes x) { return (x + 0x1.8p23f) - 0x1.8p23f; }

  /// e^x within 2e-7 of itself; x beyond +-87 counts as +-87.
  friend Lanes exp_of(Lanes x) {
    // x = n ln 2 + r: the Taylor series of e^r, |r| < 0.35, and n into the exponent. Adding and taking away
    // 1.5 * 2^23 rounds to the nearest whole number, which also stands in the low bits.
    constexpr float kRound = 0x1.8p23f, kLn2High = 0x1.62e4p-1f, kLn2Low = 0x1.7f7d1cp-20f;
    x = max(min(x, 87.0f), -87.0f);
    const Lanes shifted = x * 0x1.715476p+0f + kRound, n = shifted - kRound;
    const Lanes r = (x - n * kLn2High) - n * kLn2Low;
    Lanes sum = 1.0f / 5040;
    for (const float coefficient : {1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1.0f, 1.0f})
      sum = sum * r + coefficient;
    const Whole power = std::bit_cast<Whole>(shifted.v_) - std::bit_cast<Whole>(Lanes(kRound).v_);
    return sum * Lanes(std::bit_cast<Vector>((power + 127) << 23));
  }

 private:
  using Vector = float __attribute__((vector_size(16)));
  using Whole = std::int32_t __attribute__((vector_size(16)));
  explicit Lanes(Vector v) : v_(v) {}

  Vector v_;
};

[[nodiscard]] inline double exp_of(double x) {
  return math::exp(x);
}

}  // namespace mend

// Eight numbers that are computed side by side, as two vectors of four: while one waits for its last result
// the other keeps the processor busy. Each lane is plain single precision arithmetic in the order written, so
// the bits do not depend on how wide the processor is.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/math.h"

namespace mend::sim {

class Lanes {
 public:
  static constexpr std::size_t kCount = 8;

  Lanes() = default;
  /// The same number in every lane.
  Lanes(double x) : Lanes(static_cast<float>(x)) {}
  Lanes(float x) : low_{x, x, x, x}, high_(low_) {}
  Lanes(int x) : Lanes(static_cast<float>(x)) {}

  [[nodiscard]] static Lanes load(const float* from) {
    Lanes lanes;
    std::memcpy(&lanes.low_, from, sizeof(Vector));
    std::memcpy(&lanes.high_, from + kCount / 2, sizeof(Vector));
    return lanes;
  }
  void store(float* to) const {
    std::memcpy(to, &low_, sizeof(Vector));
    std::memcpy(to + kCount / 2, &high_, sizeof(Vector));
  }

  friend Lanes operator+(Lanes a, Lanes b) { return {a.low_ + b.low_, a.high_ + b.high_}; }
  friend Lanes operator-(Lanes a, Lanes b) { return {a.low_ - b.low_, a.high_ - b.high_}; }
  friend Lanes operator*(Lanes a, Lanes b) { return {a.low_ * b.low_, a.high_ * b.high_}; }
  friend Lanes operator/(Lanes a, Lanes b) { return {a.low_ / b.low_, a.high_ / b.high_}; }
  friend Lanes operator-(Lanes a) { return {-a.low_, -a.high_}; }
  friend Lanes max(Lanes a, Lanes b) {
    return {a.low_ > b.low_ ? a.low_ : b.low_, a.high_ > b.high_ ? a.high_ : b.high_};
  }
  friend Lanes min(Lanes a, Lanes b) {
    return {a.low_ < b.low_ ? a.low_ : b.low_, a.high_ < b.high_ ? a.high_ : b.high_};
  }

  /// The sum of all lanes.
  friend float sum(Lanes a) {
    const Vector halves = a.low_ + a.high_;
    return (halves[0] + halves[1]) + (halves[2] + halves[3]);
  }

  /// e^x within 2e-7 of itself; x beyond +-87 counts as +-87.
  friend Lanes exp_of(Lanes x) {
    // x = n ln 2 + r: the Taylor series of e^r, |r| < 0.35, and n into the exponent. Adding and taking away
    // 1.5 * 2^23 rounds to the nearest whole number, which also stands in the low bits.
    static constexpr float kRound = 0x1.8p23f, kLn2High = 0x1.62e4p-1f, kLn2Low = 0x1.7f7d1cp-20f;
    x = max(min(x, 87.0f), -87.0f);
    const Lanes shifted = x * 0x1.715476p+0f + kRound, n = shifted - kRound;
    const Lanes r = (x - n * kLn2High) - n * kLn2Low;
    Lanes series = 1.0f / 5040;
    for (const float coefficient : {1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1.0f, 1.0f})
      series = series * r + coefficient;
    const auto power_of_two = [](Vector whole) {
      const auto bits = std::bit_cast<Whole>(whole) - std::bit_cast<std::int32_t>(kRound);
      return std::bit_cast<Vector>((bits + 127) << 23);
    };
    return series * Lanes(power_of_two(shifted.low_), power_of_two(shifted.high_));
  }

 private:
  using Vector = float __attribute__((vector_size(16)));
  using Whole = std::int32_t __attribute__((vector_size(16)));
  Lanes(Vector low, Vector high) : low_(low), high_(high) {}

  Vector low_, high_;
};

[[nodiscard]] inline double exp_of(double x) {
  return math::exp(x);
}

}  // namespace mend::sim

// Sixteen-bit numbers as keyframes hold them: 11 binary digits, 6e-8 to 65504, rounded to nearest even.
#pragma once
#include <bit>
#include <cstdint>

namespace mend::sim {

using Half = std::uint16_t;

/// For 0 <= x < 65520; what is smaller than half of the smallest number becomes 0.
[[nodiscard]] inline Half to_half(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  // Exponent moved by 112; half a last digit less one bit, plus the last digit, rounds ties to even.
  const std::uint32_t normal = (bits - (112u << 23) + 0xfffu + ((bits >> 13) & 1u)) >> 13;
  // Below 2^-14 the digits have a fixed place: adding 1/2 rounds there.
  const std::uint32_t small = std::bit_cast<std::uint32_t>(x + 0.5f) - std::bit_cast<std::uint32_t>(0.5f);
  return static_cast<Half>(bits < (113u << 23) ? small : normal);
}

[[nodiscard]] inline float from_half(Half half) {
  const std::uint32_t bits = half;
  const float normal = std::bit_cast<float>((bits << 13) + (112u << 23));
  const float small = static_cast<float>(half) * 0x1p-24f;
  return bits < (1u << 10) ? small : normal;
}

}  // namespace mend::sim

// Keyed randomness: a number is a function of (seed, who, when, why), never of the order of calls.
#pragma once
#include <cstdint>

namespace mend {

/// What a random number is for. Two different keys give independent numbers.
struct Key {
  std::uint64_t seed = 0;
  std::uint64_t who = 0;   // record, axon, person
  std::uint64_t when = 0;  // step or draw index
  std::uint64_t why = 0;   // a constant per use, so that two uses never share numbers
};

/// 64 well-mixed bits of the key.
[[nodiscard]] std::uint64_t random_bits(const Key& key);

/// Uniform in [0, 1).
[[nodiscard]] double uniform(const Key& key);

/// Standard normal by the inverse distribution function, from `uniform(key)`.
[[nodiscard]] double normal(const Key& key);

/// Standard normal quantile of u in (0, 1).
[[nodiscard]] double normal_quantile(double u);

/// Point `index` of the van der Corput sequence in `base` (2, 3, 5 ... give a Halton point): even, never clumped.
[[nodiscard]] double low_discrepancy(std::uint64_t index, std::uint32_t base);

}  // namespace mend

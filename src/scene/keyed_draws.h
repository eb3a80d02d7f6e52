// A handful of small random numbers from one key.
#pragma once
#include <cstdint>

#include "base/random.h"

namespace mend::scene {

/// Numbers in [0, 1) with 16 bits each, drawn one after another; every fourth costs a new hash.
class KeyedDraws {
 public:
  KeyedDraws(std::uint64_t seed, std::uint64_t who, std::uint64_t why) : key_{seed, who, 0, why} {}

  float next() {
    if (left_ == 0) {
      bits_ = random_bits(key_);
      ++key_.when;
      left_ = 4;
    }
    const auto draw = static_cast<float>(bits_ & 0xffffu) / 65536.0f;
    bits_ >>= 16;
    --left_;
    return draw;
  }

 private:
  Key key_;
  std::uint64_t bits_ = 0;
  int left_ = 0;
};

}  // namespace mend::scene

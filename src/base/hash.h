// A 64-bit hash of bytes and numbers, the same on every machine (FNV-1a folded through a mixer).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mend {

class Hash {
 public:
  void add(std::uint64_t bits);
  /// The number's bits; -0 counts as 0.
  void add(double number);
  void add(std::string_view text);
  void add(std::span<const double> numbers);
  [[nodiscard]] std::uint64_t value() const { return state_; }
  /// 16 hexadecimal digits.
  [[nodiscard]] std::string text() const;

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ull;
};

}  // namespace mend

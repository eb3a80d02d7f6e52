#include "base/hash.h"

#include <bit>

namespace mend {

void Hash::add(std::uint64_t bits) {
  // FNV-1a over one 64-bit word, then two xor-shift-multiply rounds so that every bit reaches every other.
  std::uint64_t h = (state_ ^ bits) * 0x100000001b3ull;
  h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93ull;
  h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93ull;
  state_ = h ^ (h >> 32);
}

void Hash::add(double number) {
  add(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
}

void Hash::add(std::string_view text) {
  add(static_cast<std::uint64_t>(text.size()));
  for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
}

void Hash::add(std::span<const double> numbers) {
  add(static_cast<std::uint64_t>(numbers.size()));
  for (const double number : numbers) add(number);
}

std::string Hash::text() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits(16, '0');
  for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = kDigits[(state_ >> (60 - 4 * i)) & 15];
  return digits;
}

}  // namespace mend

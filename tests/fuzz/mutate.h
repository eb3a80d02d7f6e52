// Damage to a text, the same for the same seed: bytes changed, dropped, doubled, moved, and pieces people get
// wrong.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/random.h"

namespace mend::fuzz {

inline std::string mutated(std::string text, std::uint64_t seed) {
  constexpr std::array<std::string_view, 16> kPieces = {"{",
                                                        "}",
                                                        "[",
                                                        "]",
                                                        "\"",
                                                        ",",
                                                        ":",
                                                        "null",
                                                        "-1",
                                                        "1e999",
                                                        "NaN",
                                                        "\"16 kg\"",
                                                        "\"version\": 2,",
                                                        "\\ud800",
                                                        "\xff\xfe",
                                                        "99999999999999999999"};
  const auto draw = [&](std::uint64_t when, std::size_t below) {
    return static_cast<std::size_t>(uniform({seed, 0, when, 0x66757a7a}) * static_cast<double>(below));
  };
  const std::size_t changes = 1 + draw(0, 4);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::uint64_t when = 10 * (i + 1);
    const std::size_t at = draw(when, text.size() + 1);
    const std::size_t length = draw(when + 1, 12);
    switch (draw(when + 2, 5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(draw(when + 3, 256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(draw(when + 3, text.size() + 1), length));
        break;
      case 3:
        text.insert(at, kPieces[draw(when + 3, kPieces.size())]);
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

}  // namespace mend::fuzz

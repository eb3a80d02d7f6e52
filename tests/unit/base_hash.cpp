#include "base/hash.h"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdlib>

using namespace mend;

namespace {

template <typename... Parts>
std::uint64_t hash_of(const Parts&... parts) {
  Hash hash;
  (hash.add(parts), ...);
  return hash.value();
}

}  // namespace

TEST_CASE("a hash is the same today and tomorrow") {
  Hash hash;
  hash.add(1.5);
  hash.add(std::string_view("knee"));
  CHECK(hash.text() == "06681c659c0a066d");
  CHECK(hash.text().size() == 16);
}

TEST_CASE("order, length and the last bit of a number change a hash, and the sign of zero does not") {
  CHECK(hash_of(1.0, 2.0) != hash_of(2.0, 1.0));
  CHECK(hash_of(1.0) != hash_of(1.0 + 0x1p-52));
  CHECK(hash_of(0.0) == hash_of(-0.0));
  CHECK(hash_of(std::string_view("ab"), std::string_view("c")) !=
        hash_of(std::string_view("a"), std::string_view("bc")));
  const std::array<double, 2> two{1, 2};
  CHECK(hash_of(std::span<const double>(two)) != hash_of(1.0, 2.0));
}

TEST_CASE("one changed bit changes about half of the hash") {
  for (int bit = 0; bit < 64; ++bit) {
    const int changed =
        std::popcount(hash_of(std::uint64_t{77}) ^ hash_of(std::uint64_t{77} ^ (std::uint64_t{1} << bit)));
    CHECK(std::abs(changed - 32) < 20);
  }
}

#include "sim/state.h"

#include <doctest/doctest.h>

#include <vector>

using namespace mend;

namespace {

/// A state whose numbers are start, start + 1, ...
sim::State numbered(double start) {
  sim::State state;
  state.nerve.axons.resize(3);
  sim::each_number(state, [&](double& number) { number = start++; });
  return state;
}

std::vector<double> numbers(const sim::State& state) {
  std::vector<double> all;
  sim::each_number(state, [&](double number) { all.push_back(number); });
  return all;
}

}  // namespace

TEST_CASE("every number of a state is seen once") {
  // sizeof counts the doubles of the plain parts, so that a new member that nobody visits fails here.
  const std::size_t plain =
      (sizeof(sim::State) - sizeof(std::vector<sim::AxonState>) - sizeof(sim::PatchView)) / sizeof(double);
  CHECK(numbers(numbered(0)).size() == plain + 3 * sizeof(sim::AxonState) / sizeof(double));
}

TEST_CASE("interpolation is exact at both ends, linear and bounded between") {
  const sim::State a = numbered(1), b = numbered(-7.3);
  CHECK(numbers(sim::interpolate(a, b, 0)) == numbers(a));
  CHECK(numbers(sim::interpolate(a, b, 1)) == numbers(b));
  CHECK(numbers(sim::interpolate(a, a, 0.3)) == numbers(a));
  const auto first = numbers(a), second = numbers(b), mixed = numbers(sim::interpolate(a, b, 0.25));
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(mixed[i] == doctest::Approx(0.75 * first[i] + 0.25 * second[i]));
    CHECK(mixed[i] <= first[i]);
    CHECK(mixed[i] >= second[i]);
  }
}

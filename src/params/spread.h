// How people differ: the stated spread of each parameter over a population, and the people drawn from it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "params/describe.h"
#include "params/scenario.h"

namespace mend::params {

enum class Shape {
  even,       // x (1 + a (2u-1)), u uniform in 0-1
  normal,     // x + a z, z standard normal
  lognormal,  // x a e^(b z): a the median, b the standard deviation of the logarithm
  two_kinds,  // x b for a share a of the people, x c for the others
};

/// The spread of one number over people. Rows with the same `draw` share one random number a person.
struct Spread {
  std::string_view path;  // of the field, as in files
  std::string_view draw;
  Shape shape;
  double a = 0, b = 0, c = 0;
  Standing standing;
};

/// Every spread that is stated, in the order of the pages.
[[nodiscard]] const std::vector<Spread>& spreads();

/// What it does, in plain words: "times 1.5 in 55 % of people, times 0.4 in the others".
[[nodiscard]] std::string in_words(const Spread& spread);

/// One of the people of a cohort: the scenario with each spread drawn, kept within the range of its field,
/// and with a seed of its own. A function of (seed, person).
[[nodiscard]] Scenario person_of(const Scenario& scenario, std::uint64_t seed, std::size_t person);

}  // namespace mend::params

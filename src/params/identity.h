// Whether two scenarios are the same, and where they differ.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "params/scenario.h"

namespace mend::params {

/// A hash of every field with its key: the same on every machine, and different for any difference.
[[nodiscard]] std::uint64_t hash(const Scenario& scenario);

/// One field that two scenarios do not share, each value as a file would have it.
struct Difference {
  std::string path;  // "lesion.diameter"; "regimen" if the lists are of different lengths
  std::string name;  // plain words
  std::string here, there;
};

/// Every difference, in the order of the fields. Events are compared one by one if there are as many in both.
[[nodiscard]] std::vector<Difference> differences(const Scenario& here, const Scenario& there);

}  // namespace mend::params

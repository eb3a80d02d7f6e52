// Many virtual people through one scenario: what differs between them, as bands over time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "params/scenario.h"
#include "sim/simulate.h"

namespace mend::timeline {

/// Of the people, on one day: 10, 50 and 90 %.
struct Quantiles {
  double low = 0, median = 0, high = 0;
};

/// People whose own courses are kept.
inline constexpr std::size_t kGhosts = 20;

struct Cohort {
  std::vector<std::string_view> columns;                // those of sim::columns but the day
  std::vector<double> days;                             // each whole day, and the last
  std::vector<std::vector<Quantiles>> bands;            // [column][day]
  std::vector<std::vector<std::vector<float>>> ghosts;  // [person][column][day] of the first kGhosts people

  /// The band of a column by its name; nothing if there is none of this name.
  [[nodiscard]] const std::vector<Quantiles>* band(std::string_view column) const;
};

/// Runs people 0 to people-1 of params::person_of on the lesion's column. The same scenario, geometry, people
/// and seed: the same bits, for any number of threads (0 = one a core). `go_on` is asked often, from several
/// threads at once; when it returns false the runs stop and there is no cohort.
[[nodiscard]] std::optional<Cohort> run_cohort(const params::Scenario& scenario,
                                               const sim::Geometry& geometry, int people, std::uint64_t seed,
                                               int threads, const std::function<bool()>& go_on = {});

}  // namespace mend::timeline

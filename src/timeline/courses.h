// Columns of the table of a run, by name: what curves are drawn from.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace mend::timeline {

/// One column over the keyframes of a run, in its own unit.
struct Course {
  std::string_view name, unit;
  std::vector<double> days, values;
};

/// The columns asked for (names of sim/csv.h; an unknown one is a broken invariant), of what is ready now. On
/// the day of an event there are two values: just before and just after it.
[[nodiscard]] std::vector<Course> courses(const Timeline& timeline, std::span<const std::string_view> names);

/// Straight between the values around that day, the first or last beyond them; the course must not be empty.
[[nodiscard]] double value_at(const Course& course, double day);

}  // namespace mend::timeline

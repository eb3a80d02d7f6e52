#include "timeline/courses.h"

#include <algorithm>
#include <string>

#include "base/result.h"
#include "sim/csv.h"

namespace mend::timeline {

std::vector<Course> courses(const Timeline& timeline, std::span<const std::string_view> names) {
  const std::vector<sim::Column> table = sim::columns({});
  std::vector<std::size_t> places;
  std::vector<Course> result;
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(table, name, &sim::Column::name);
    if (found == table.end()) fail("the table has no column " + std::string(name));
    places.push_back(static_cast<std::size_t>(found - table.begin()));
    result.push_back({found->name, found->unit, {}, {}});
  }
  for (const auto& keyframe : timeline.keyframes()) {
    const std::vector<sim::Column> row = sim::columns(*keyframe);
    for (std::size_t i = 0; i < places.size(); ++i) {
      result[i].days.push_back(keyframe->day);
      result[i].values.push_back(row[places[i]].value);
    }
  }
  return result;
}

double value_at(const Course& course, double day) {
  const auto later = std::ranges::upper_bound(course.days, day);
  if (later == course.days.begin()) return course.values.front();
  const auto after = static_cast<std::size_t>(later - course.days.begin());
  if (later == course.days.end()) return course.values.back();
  const double share = (day - course.days[after - 1]) / (course.days[after] - course.days[after - 1]);
  return course.values[after - 1] + share * (course.values[after] - course.values[after - 1]);
}

}  // namespace mend::timeline

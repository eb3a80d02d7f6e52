#include "timeline/cohort.h"

#include <algorithm>
#include <atomic>

#include "base/parallel.h"
#include "base/result.h"
#include "params/spread.h"
#include "sim/csv.h"
#include "timeline/timeline.h"

namespace mend::timeline {
namespace {

/// What one person goes through: [column][day].
using Values = std::vector<std::vector<float>>;

std::vector<double> whole_days(double last_day) {
  std::vector<double> days;
  for (double day = 0; day < last_day; day += 1) days.push_back(day);
  days.push_back(last_day);
  return days;
}

/// Nothing when `go_on` stopped it.
std::optional<Values> values_of(const params::Scenario& person, const sim::Geometry& geometry,
                                const std::vector<double>& days, const std::function<bool()>& go_on) {
  Timeline timeline;
  bool stopped = false;
  const auto keep = [&](const sim::State& state) {
    timeline.append(state);
    stopped = go_on && !go_on();
    return !stopped;
  };
  sim::simulate(person, geometry, days.back(), 1, keep, {.fidelity = sim::Fidelity::column});
  if (stopped) return std::nullopt;
  Values values;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::vector<sim::Column> columns = sim::columns(timeline.at(days[i]));
    values.resize(columns.size() - 1, std::vector<float>(days.size()));
    for (std::size_t c = 1; c < columns.size(); ++c) values[c - 1][i] = static_cast<float>(columns[c].value);
  }
  return values;
}

/// Between the two people around it, of people in rising order.
double quantile(const std::vector<float>& rising, double share) {
  const double at = share * static_cast<double>(rising.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const double low = rising[below], high = rising[std::min(below + 1, rising.size() - 1)];
  return low + (at - static_cast<double>(below)) * (high - low);
}

std::vector<Quantiles> band_of(const std::vector<Values>& people, std::size_t column, std::size_t days) {
  std::vector<Quantiles> band(days);
  std::vector<float> values(people.size());
  for (std::size_t day = 0; day < days; ++day) {
    for (std::size_t person = 0; person < people.size(); ++person)
      values[person] = people[person][column][day];
    std::sort(values.begin(), values.end());
    band[day] = {quantile(values, 0.1), quantile(values, 0.5), quantile(values, 0.9)};
  }
  return band;
}

}  // namespace

const std::vector<Quantiles>* Cohort::band(std::string_view column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? nullptr : &bands[static_cast<std::size_t>(found - columns.begin())];
}

std::optional<Cohort> run_cohort(const params::Scenario& scenario, const sim::Geometry& geometry, int people,
                                 std::uint64_t seed, int threads, const std::function<bool()>& go_on) {
  if (people < 1) fail("A cohort needs people.");
  Cohort cohort;
  cohort.days = whole_days(scenario.horizon);
  std::vector<Values> all(static_cast<std::size_t>(people));
  std::atomic<bool> stopped = false;
  parallel_for(all.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t person = begin; person < end && !stopped; ++person) {
      auto one = values_of(params::person_of(scenario, seed, person), geometry, cohort.days, go_on);
      if (one)
        all[person] = *std::move(one);
      else
        stopped = true;
    }
  });
  if (stopped) return std::nullopt;

  for (const sim::Column& column : sim::columns({})) cohort.columns.push_back(column.name);
  cohort.columns.erase(cohort.columns.begin());
  cohort.bands.resize(cohort.columns.size());
  parallel_for(cohort.bands.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t column = begin; column < end; ++column)
      cohort.bands[column] = band_of(all, column, cohort.days.size());
  });
  all.resize(std::min(all.size(), kGhosts));
  cohort.ghosts = std::move(all);
  return cohort;
}

}  // namespace mend::timeline

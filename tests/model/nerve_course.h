// The course of one fascicle, for the checks of the nerve. Lens Trials, age 20 (age factor 1).
#pragma once
#include <algorithm>
#include <limits>
#include <vector>

#include "sim/nerve.h"

namespace mend::nerve_course {

constexpr double kNever = std::numeric_limits<double>::infinity();

inline params::Scenario injured(params::NerveInjuryKind injury, params::NerveRepair repair, double distance) {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.patient.age = 20;
  scenario.nerve = {.injury = injury, .target_distance = distance, .axons = 101, .repair = repair};
  return scenario;
}

inline params::Scenario sutured(double distance) {
  return injured(params::NerveInjuryKind::cut, params::NerveRepair::suture, distance);
}

inline params::Event cells_in_nerve(double day, double dose) {
  return {.day = day, .kind = params::EventKind::cells, .dose = dose, .site = params::Site::nerve};
}

/// The fascicle on each step up to a day, its regimen given on the days.
template <typename See>
void walk(const params::Scenario& scenario, double last_day, See&& see, double dt = 0.25) {
  sim::Fascicle fascicle(scenario);
  double day = 0;
  for (int step = 1; day < last_day; ++step) {
    for (const params::Event& event : scenario.regimen) {
      if (event.day >= day && event.day < day + dt) fascicle.treat(event);
    }
    fascicle.step(dt);
    day = dt * step;
    see(day, fascicle);
  }
}

inline sim::NerveState state_on(const params::Scenario& scenario, double last_day) {
  sim::NerveState state;
  walk(scenario, last_day, [&](double day, const sim::Fascicle& fascicle) {
    if (day >= last_day) state = fascicle.state();
  });
  return state;
}

/// The day each axon reached its end organ, in rising order; kNever for those that do not.
inline std::vector<double> arrivals(const params::Scenario& scenario, double last_day, double dt = 0.25) {
  std::vector<double> days(static_cast<std::size_t>(scenario.nerve.axons), kNever);
  const auto see = [&](double day, const sim::Fascicle& fascicle) {
    const sim::NerveState state = fascicle.state();
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (days[i] == kNever && state.axons[i].tip >= scenario.nerve.target_distance) days[i] = day;
    }
  };
  walk(scenario, last_day, see, dt);
  std::sort(days.begin(), days.end());
  return days;
}

/// The day by which this share of all axons has arrived.
inline double day_of(const std::vector<double>& arrivals, double share) {
  return arrivals[static_cast<std::size_t>(share * static_cast<double>(arrivals.size()))];
}

}  // namespace mend::nerve_course

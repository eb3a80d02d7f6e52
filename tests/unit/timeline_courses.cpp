#include "timeline/courses.h"

#include <doctest/doctest.h>

#include "timeline/dose_curve.h"

using namespace mend;

namespace {

sim::State on(double day, double pain) {
  sim::State state;
  state.day = day;
  state.pain = pain;
  state.medicine.opioid_dose = 10 * pain;
  return state;
}

}  // namespace

TEST_CASE("a course is a column of the table over the keyframes, in the order asked for") {
  timeline::Timeline timeline;
  timeline.append(on(0, 4));
  timeline.append(on(10, 6));
  const std::string_view names[] = {"opioid_mme_per_day", "pain"};
  const auto courses = timeline::courses(timeline, names);
  REQUIRE(courses.size() == 2);
  CHECK(courses[0].name == "opioid_mme_per_day");
  CHECK(courses[0].unit == "MME/d");
  CHECK(courses[0].values == std::vector<double>{40, 60});
  CHECK(courses[1].days == std::vector<double>{0, 10});
  CHECK(courses[1].values == std::vector<double>{4, 6});
}

TEST_CASE("a course is read between its days and clamped to its ends, and leaps on the day of an event") {
  const timeline::Course course{"pain", "0-10", {0, 10, 10, 20}, {4, 6, 2, 3}};
  CHECK(timeline::value_at(course, -1) == 4);
  CHECK(timeline::value_at(course, 5) == doctest::Approx(5));
  CHECK(timeline::value_at(course, 9.999) == doctest::Approx(6).epsilon(0.001));
  CHECK(timeline::value_at(course, 10) == 2);
  CHECK(timeline::value_at(course, 15) == doctest::Approx(2.5));
  CHECK(timeline::value_at(course, 99) == 3);
}

TEST_CASE(
    "the dose chart falls again and reaches down to nothing under Trials, and only rises under Mechanism") {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  const auto trials = timeline::dose_curve(scenario);
  CHECK(trials.label.find("no clear dose effect") != std::string_view::npos);
  double best = 0;
  for (const auto& point : trials.points) {
    CHECK(point.low == 0);
    best = std::max(best, point.effect);
  }
  CHECK(best > trials.points.back().effect + 0.1);
  scenario.lens = params::Lens::mechanism;
  const auto mechanism = timeline::dose_curve(scenario);
  CHECK(mechanism.label.find("laboratory idea") != std::string_view::npos);
  for (std::size_t i = 1; i < mechanism.points.size(); ++i)
    CHECK(mechanism.points[i].effect > mechanism.points[i - 1].effect);
}

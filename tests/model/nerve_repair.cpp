// Acceptance checks 6 and 8 of the nerve, and what surgery does beyond them.
#include <doctest/doctest.h>

#include <cmath>
#include "base/random.h"
#include "base/units.h"

#include "model/nerve_course.h"
#include "sim/nerve_outcome.h"

using namespace mend;
using namespace mend::nerve_course;
using params::NerveInjuryKind;
using params::NerveRepair;

namespace {

/// Mean chance of a good result over a cohort of repairs: delay exponential with mean 6 months, at most 24;
/// graft 2-16 cm.
template <typename Include>
double good_share(Include&& include) {
  double good = 0;
  int people = 0;
  for (std::uint64_t who = 0; who < 20000; ++who) {
    const double u = uniform({.seed = 1, .who = who, .when = 0, .why = 1});
    const double months = -6 * std::log(1 - u * (1 - std::exp(-24.0 / 6)));
    const double length = 20 + 140 * uniform({.seed = 1, .who = who, .when = 0, .why = 2});
    if (!include(months, length)) continue;
    good += sim::good_result_chance({}, months * kMonth, length);
    ++people;
  }
  return good / people;
}

double crossed_share(const params::Scenario& scenario) {
  const sim::NerveState state = state_on(scenario, 730);
  const auto crossed = std::count_if(state.axons.begin(), state.axons.end(), [&](const sim::AxonState& axon) {
    return axon.tip > scenario.nerve.gap;
  });
  return static_cast<double>(crossed) / static_cast<double>(state.axons.size());
}

params::Scenario bridged(NerveRepair repair, double gap) {
  params::Scenario scenario = injured(NerveInjuryKind::cut, repair, 150);
  scenario.nerve.gap = gap;
  return scenario;
}

}  // namespace

TEST_CASE("model.nerve.06") {
  for (const double distance : {150.0, 200.0}) {
    CAPTURE(distance);
    double first = kNever, slowest = 1;
    std::vector<double> velocities;  // on the day the first potential returns, 10 months later, in month 40
    const auto see = [&](double day, const sim::Fascicle& fascicle) {
      const sim::NerveState state = fascicle.state();
      if (first == kNever && state.reconnected + state.misdirected >= 0.05) first = day;
      if (day < first) return;
      REQUIRE(state.velocity_fraction <= 0.9);
      REQUIRE(state.amplitude_fraction < state.velocity_fraction);  // recovers slower
      slowest = std::min(slowest, state.velocity_fraction);
      const double due[] = {first, first + 10 * kMonth, 40 * kMonth};
      if (velocities.size() < 3 && day >= due[velocities.size()])
        velocities.push_back(state.velocity_fraction);
    };
    walk(sutured(distance), 40 * kMonth + 1, see);
    REQUIRE(velocities.size() == 3);
    MESSAGE(distance, " mm: first potential on day ", first, ", velocity ", velocities[0], " ", velocities[1],
            " ", velocities[2]);
    CHECK(first >= 75);
    CHECK(first <= 140);
    CHECK(velocities[0] >= 0.10);
    CHECK(velocities[0] <= 0.25);
    CHECK(velocities[1] >= 0.40);
    CHECK(velocities[1] <= 0.60);
    CHECK(velocities[2] >= 0.65);
    CHECK(velocities[2] <= 0.75);
  }
}

TEST_CASE("model.nerve.08") {
  const double early = good_share([](double months, double) { return months <= 6; });
  const double late = good_share([](double months, double) { return months > 12; });
  const double short_graft = good_share([](double, double length) { return length < 60; });
  const double long_graft = good_share([](double, double length) { return length > 120; });
  MESSAGE("good: ", early, " ", late, " ", short_graft, " ", long_graft);
  CHECK(early >= 0.38);
  CHECK(early <= 0.50);
  CHECK(late >= 0.06);
  CHECK(late <= 0.18);
  CHECK(short_graft >= 0.55);
  CHECK(short_graft <= 0.72);
  CHECK(long_graft >= 0.05);
  CHECK(long_graft <= 0.17);
  for (const double gap : {30.5, 40.0, 80.0}) CHECK(crossed_share(bridged(NerveRepair::conduit, gap)) < 0.05);
  CHECK(crossed_share(bridged(NerveRepair::conduit, 20)) > 0.3);
}

TEST_CASE("the first twentieth and the median of a suture arrive as the page says") {
  const auto near = arrivals(sutured(150), 400), far = arrivals(sutured(200), 400);
  MESSAGE("5 %: ", day_of(near, 0.05), " ", day_of(far, 0.05), ", median: ", day_of(near, 0.5), " ",
          day_of(far, 0.5));
  CHECK(day_of(near, 0.05) == doctest::Approx(100).epsilon(0.08));
  CHECK(day_of(far, 0.05) == doctest::Approx(131).epsilon(0.08));
}

TEST_CASE("each grade ends worse than the one before: own tubes, torn tubes, scar") {
  const auto after = [](NerveInjuryKind injury, NerveRepair repair = NerveRepair::none) {
    return state_on(injured(injury, repair, 100), 400);
  };
  const sim::NerveState crush = after(NerveInjuryKind::crush);
  const sim::NerveState torn = after(NerveInjuryKind::endoneurial);
  const sim::NerveState scar = after(NerveInjuryKind::perineurial);
  const sim::NerveState cut = after(NerveInjuryKind::cut);
  const sim::NerveState sewn = after(NerveInjuryKind::cut, NerveRepair::suture);
  CHECK(crush.reconnected == doctest::Approx(1));
  CHECK(torn.reconnected + torn.misdirected == doctest::Approx(1));
  CHECK(torn.misdirected == doctest::Approx(0.5 * 0.42).epsilon(0.5));
  CHECK(sewn.reconnected > 0.45);
  CHECK(sewn.reconnected < 0.8);
  CHECK(sewn.misdirected > 0.1);
  for (const sim::NerveState& state : {scar, cut}) {
    CHECK(state.reconnected == 0);
    CHECK(state.misdirected == 0);
    CHECK(state.amplitude_fraction == 0);
    for (const sim::AxonState& axon : state.axons) CHECK(axon.neuroma == 1);
  }
}

TEST_CASE("a suture that waits a year lets fewer axons arrive by the second") {
  params::Scenario late = sutured(200);
  late.nerve.repair_day = 400;
  const auto soon = arrivals(sutured(200), 400), then = arrivals(late, 800);
  MESSAGE("median after ", day_of(soon, 0.5), " and ", day_of(then, 0.5) - 400, " days");
  CHECK(day_of(then, 0.05) > 400);
  CHECK(day_of(then, 0.5) - 400 > 1.1 * day_of(soon, 0.5));
}

TEST_CASE("a graft is two joins with tubes between: faster than an empty tube, fewer than a suture") {
  const double gap = 25;
  const auto graft = arrivals(bridged(NerveRepair::graft, gap), 800);
  const auto tube = arrivals(bridged(NerveRepair::conduit, gap), 800);
  MESSAGE("first twentieth: graft ", day_of(graft, 0.05), ", tube ", day_of(tube, 0.05));
  CHECK(day_of(graft, 0.05) < day_of(tube, 0.05) - 30);
  CHECK(crossed_share(bridged(NerveRepair::graft, 100)) > 0.05);
  CHECK(crossed_share(bridged(NerveRepair::graft, 100)) < crossed_share(bridged(NerveRepair::graft, 20)));
  CHECK(crossed_share(bridged(NerveRepair::graft, 20)) < crossed_share(sutured(150)));
}

TEST_CASE("halving the time step moves no arrival by 1 %") {
  for (const params::Scenario& scenario : {sutured(150), bridged(NerveRepair::conduit, 10)}) {
    const auto coarse = arrivals(scenario, 500, 0.25), fine = arrivals(scenario, 500, 0.125);
    for (const double share : {0.05, 0.3, 0.5})
      CHECK(day_of(coarse, share) == doctest::Approx(day_of(fine, share)).epsilon(0.01));
  }
}

// Acceptance check 12 of the nerve: what injected cells do and do not.
#include <doctest/doctest.h>

#include <cmath>

#include "model/nerve_course.h"
#include "timeline/timeline.h"

using namespace mend;
using namespace mend::nerve_course;
using params::NerveInjuryKind;
using params::NerveRepair;

namespace {

/// Cells into the nerve at surgery and every month after it, the slider of the lens at its end.
params::Scenario with_cells(params::Scenario scenario, double factor = 1.25) {
  scenario.trials.nerve_growth_factor = factor;
  for (const double day : {0.0, 30.0, 60.0, 90.0}) scenario.regimen.push_back(cells_in_nerve(day, 1.5e8));
  return scenario;
}

params::Scenario tube(double gap, params::Lens lens) {
  params::Scenario scenario = injured(NerveInjuryKind::cut, NerveRepair::conduit, 150);
  scenario.nerve.gap = gap;
  scenario.lens = lens;
  return scenario;
}

bool any_crosses(const params::Scenario& scenario) {
  const sim::NerveState state = state_on(scenario, 730);
  return std::any_of(state.axons.begin(), state.axons.end(),
                     [&](const sim::AxonState& axon) { return axon.tip > scenario.nerve.gap; });
}

double most_sensitised(const params::Scenario& scenario) {
  double most = 0;
  const auto run = timeline::run(scenario, {}, 60, 1);
  for (double day = 0; day <= 60; day += 5) most = std::max(most, run->at(day).sensitisation_peripheral);
  return most;
}

}  // namespace

TEST_CASE("model.nerve.12") {
  const auto without = arrivals(sutured(150), 400), with = arrivals(with_cells(sutured(150)), 400);
  for (const double share : {0.05, 0.5}) {
    const double sooner = 1 - day_of(with, share) / day_of(without, share);
    MESSAGE("sooner by ", 100 * sooner, " %");
    CHECK(sooner > 0);
    CHECK(sooner <= 0.25);
  }
  for (const double gap : {30.5, 40.0}) CHECK_FALSE(any_crosses(with_cells(tube(gap, params::Lens::trials))));
  params::Scenario joined = sutured(150);
  joined.nerve.gap = 0;  // N at the lesion is half that of a full band
  params::Scenario nourished = joined;
  nourished.nerve_model.factor_secretion *= 10;
  MESSAGE("Sp ", most_sensitised(joined), " and ", most_sensitised(nourished));
  CHECK(most_sensitised(nourished) > most_sensitised(joined) + 0.1);
}

TEST_CASE("cells under Trials leave speed across a gap and the choice of tubes alone") {
  const auto without = state_on(sutured(150), 300), with = state_on(with_cells(sutured(150)), 300);
  CHECK(with.misdirected == without.misdirected);
  CHECK(with.reconnected == without.reconnected);
  CHECK(any_crosses(tube(20, params::Lens::trials)));
}

TEST_CASE("the regenerative idea: cells guide axons into their tubes and across longer gaps") {
  CHECK_FALSE(any_crosses(tube(40, params::Lens::mechanism)));
  CHECK(any_crosses(with_cells(tube(40, params::Lens::mechanism))));
  CHECK_FALSE(any_crosses(with_cells(tube(55, params::Lens::mechanism))));
  params::Scenario idea = sutured(150);
  idea.lens = params::Lens::mechanism;
  const auto without = state_on(idea, 400), with = state_on(with_cells(idea), 400);
  MESSAGE("reconnected ", without.reconnected, " and ", with.reconnected);
  CHECK(with.reconnected > without.reconnected);
  CHECK(with.misdirected < without.misdirected);
}

TEST_CASE("injected cells are lost as the page says and never raise the growth factor above its ceiling") {
  params::Scenario scenario = sutured(150);
  scenario.regimen = {cells_in_nerve(0, 1e8)};
  double highest = 0;
  walk(scenario, 60, [&](double day, const sim::Fascicle& fascicle) {
    const double expected = 1e8 * (0.95 * std::exp2(-day / 3) + 0.05 * std::exp2(-day / 60));
    REQUIRE(fascicle.state().cells == doctest::Approx(expected));
    highest = std::max(highest, fascicle.growth_factor());
  });
  CHECK(highest > 1.5);
  CHECK(highest <= 2);
}

TEST_CASE("salt water, and cells given elsewhere, do nothing to a nerve") {
  params::Scenario scenario = sutured(150);
  scenario.regimen = {{.day = 0, .kind = params::EventKind::saline, .site = params::Site::nerve},
                      {.day = 0, .kind = params::EventKind::cells, .dose = 1e8}};
  const sim::NerveState plain = state_on(sutured(150), 100), given = state_on(scenario, 100);
  CHECK(given.axons == plain.axons);
  CHECK(given.cells == 0);
}

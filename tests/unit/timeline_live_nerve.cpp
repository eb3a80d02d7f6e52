#include "timeline/live_nerve.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/nerve.h"

using namespace mend;

namespace {

double peak(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

}  // namespace

TEST_CASE("a healthy nerve's compound potential peaks at one, and so does the nerve shown") {
  timeline::LiveNerve live;
  live.show({}, {});
  CHECK(live.fibres().size() == timeline::LiveNerve::kFibres);
  CHECK(peak(live.healthy_compound()) == doctest::Approx(1));
  CHECK(live.compound() == live.healthy_compound());
}

TEST_CASE("what is shown depends on the day alone, not on the days shown before") {
  params::Scenario scenario;
  scenario.nerve.injury = params::NerveInjuryKind::neurapraxia;
  sim::Fascicle fascicle(scenario);
  const sim::NerveState injured = fascicle.state();
  for (int i = 0; i < 4 * 60; ++i) fascicle.step(0.25);
  const sim::NerveState healed = fascicle.state();
  timeline::LiveNerve wandering, direct;
  wandering.show(scenario, injured);
  CHECK(peak(wandering.compound()) < 0.05);
  for (const auto& fibre : wandering.fibres()) CHECK(fibre.recording.is_blocked);
  wandering.show(scenario, healed);
  direct.show(scenario, healed);
  CHECK(peak(direct.compound()) > 0.5);
  CHECK(wandering.compound() == direct.compound());
  for (std::size_t i = 0; i < direct.fibres().size(); ++i) {
    CHECK(wandering.fibres()[i].recording.potentials == direct.fibres()[i].recording.potentials);
    CHECK_FALSE(direct.fibres()[i].recording.is_blocked);
  }
  wandering.show({}, {});
  CHECK(peak(wandering.compound()) == doctest::Approx(1));
}

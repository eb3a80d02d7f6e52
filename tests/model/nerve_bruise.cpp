// Acceptance check 7 of the nerve: a bruise that leaves every axon whole.
#include <doctest/doctest.h>

#include "model/nerve_course.h"
#include "sim/conduction.h"

using namespace mend;
using namespace mend::nerve_course;
using params::NerveInjuryKind;
using params::NerveRepair;

namespace {

/// The first day on which half of the axons conduct, and on which the nerve conducts at half its velocity.
struct Recovery {
  double half_conduct = kNever, half_velocity = kNever;
};

Recovery recovery(const params::Scenario& scenario) {
  Recovery recovery;
  walk(scenario, 800, [&](double day, const sim::Fascicle& fascicle) {
    if (recovery.half_conduct == kNever && fascicle.connected_share() >= 0.5) recovery.half_conduct = day;
    if (recovery.half_velocity == kNever && fascicle.state().velocity_fraction >= 0.5)
      recovery.half_velocity = day;
  });
  return recovery;
}

}  // namespace

TEST_CASE("model.nerve.07") {
  const params::Scenario bruised = injured(NerveInjuryKind::neurapraxia, NerveRepair::none, 100);
  CHECK(sim::Fascicle(bruised).state().amplitude_fraction == 0);
  CHECK(sim::Fascicle(bruised).connected_share() == 0);
  walk(bruised, 84, [&](double, const sim::Fascicle& fascicle) {
    for (const sim::AxonState& axon : fascicle.state().axons) {
      REQUIRE(axon.distal_integrity == 1);
      REQUIRE(axon.debris == 0);
      REQUIRE(axon.neuroma == 0);
    }
    REQUIRE(fascicle.ectopic_share() == 0);
  });
  const sim::NerveState healed = state_on(bruised, 84);
  MESSAGE("at 12 weeks: velocity ", healed.velocity_fraction, ", amplitude ", healed.amplitude_fraction);
  for (const sim::AxonState& axon : healed.axons) CHECK(axon.velocity_fraction > 0);
  CHECK(healed.velocity_fraction > 0.95);
  CHECK(healed.amplitude_fraction > 0.95);
  const Recovery bruise = recovery(bruised), suture = recovery(sutured(100));
  MESSAGE("half of the axons: day ", bruise.half_conduct, " and ", suture.half_conduct,
          "; half the velocity: ", bruise.half_velocity, " and ", suture.half_velocity);
  CHECK(suture.half_conduct >= 3 * bruise.half_conduct);
  CHECK(suture.half_velocity >= 3 * bruise.half_velocity);
}

TEST_CASE("a bruise blocks while its sheath is too thin, then delays") {
  const sim::NerveConduction conduction({}, 100);
  CHECK(conduction.bruised(0.025).velocity == 0);
  // 35 us an internode at a tenth of the lamellae, over a healthy latency of about 1.8 ms.
  const double usual = 100 / sim::conduction_velocity(6.9, 0.69, 1.15);
  const double tenth = conduction.bruised(0.1).velocity;
  CHECK(usual / tenth - usual == doctest::Approx(0.035 * 3 / 1.15));
  CHECK(conduction.bruised(0.3).velocity > tenth);
}

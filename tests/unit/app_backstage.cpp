// What is made away from the frame loop: the knee on screen stays until one that shows more is ready.
#include "app/backstage.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace mend;
using namespace mend::app;

namespace {

/// Until nothing is on its way.
void settle(Backstage& backstage) {
  using namespace std::chrono_literals;
  for (int i = 0; i < 6000 && (backstage.is_busy() || i == 0); ++i) {
    (void)backstage.update(0, 0);
    std::this_thread::sleep_for(10ms);
  }
}

}  // namespace

TEST_CASE("flesh is made when it is first to be seen, and from then on") {
  using anatomy::Extent, anatomy::PartId;
  Backstage backstage([] {});
  params::Scenario scenario;
  scenario.horizon = 1;
  backstage.request(scenario, Extent::joint);
  settle(backstage);
  REQUIRE(backstage.knee());
  CHECK(backstage.knee()->find(PartId::skin) == nullptr);

  backstage.request(scenario, Extent::whole);
  REQUIRE(backstage.knee());  // still there
  settle(backstage);
  CHECK(backstage.knee()->find(PartId::skin) != nullptr);

  backstage.request(scenario, Extent::joint);
  CHECK(!backstage.is_busy());
  scenario.build.flexion += 5;
  backstage.request(scenario, Extent::joint);
  settle(backstage);
  CHECK(backstage.knee()->find(PartId::skin) != nullptr);
  CHECK(backstage.knee()->shape.flexion == scenario.build.flexion);
}

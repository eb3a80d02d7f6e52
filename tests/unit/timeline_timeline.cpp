#include "timeline/timeline.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <thread>

using namespace mend;

namespace {

params::Scenario busy() {
  params::Scenario scenario;
  scenario.lesion.diameter = 16;
  scenario.nerve = {.injury = params::NerveInjuryKind::crush, .target_distance = 400, .axons = 150};
  scenario.regimen = {{0, params::EventKind::cells, 5e7}};
  scenario.horizon = 5 * 365;
  return scenario;
}

sim::State on(double day, double pain) {
  sim::State state;
  state.day = day;
  state.pain = pain;
  return state;
}

void wait_for(const timeline::Timeline& timeline, double day) {
  while (timeline.ready_until() < day) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("a day is read between its keyframes and clamped to what is ready") {
  timeline::Timeline timeline;
  CHECK(timeline.ready_until() < 0);
  timeline.append(on(0, 4));
  CHECK(timeline.at(9).pain == 4);
  timeline.append(on(2, 6));
  CHECK(timeline.at(-1).pain == 4);
  CHECK(timeline.at(1).pain == 5);
  CHECK(timeline.at(1).day == 1);
  CHECK(timeline.at(3).pain == 6);
  CHECK(timeline.ready_until() == 2);
}

TEST_CASE("of two keyframes of one day the later one is read on that day, the earlier just before") {
  timeline::Timeline timeline;
  for (const auto& state : {on(0, 1), on(2, 1), on(2, 8), on(4, 8)}) timeline.append(state);
  CHECK(timeline.at(2).pain == 8);
  CHECK(timeline.at(1.999).pain == 1);
  CHECK(timeline.at(2.001).pain == doctest::Approx(8));
}

TEST_CASE("the hash tells two runs apart by a single bit and holds for the same run") {
  timeline::Timeline a, b, c;
  a.append(on(0, 1));
  b.append(on(0, 1));
  c.append(on(0, std::nextafter(1.0, 2.0)));
  CHECK(a.hash() == b.hash());
  CHECK(a.hash() != c.hash());
  CHECK(a.hash().size() == 16);
}

TEST_CASE("a whole run is complete and reaches its last day") {
  params::Scenario scenario = busy();
  const auto run = timeline::run(scenario, {}, 100, 1);
  CHECK(run->is_complete());
  CHECK(run->ready_until() == 100);
  CHECK(run->hash() == timeline::run(scenario, {}, 100, 3)->hash());
}

TEST_CASE("a new run has its first keyframe long before the one it takes the place of would have ended") {
  timeline::Runner runner;
  auto old = runner.start(busy(), {});
  wait_for(*old, 30);
  for (int edit = 0; edit < 20; ++edit) {
    params::Scenario scenario = busy();
    scenario.seed = static_cast<std::uint64_t>(edit);
    const auto fresh = runner.start(scenario, {});
    while (fresh->ready_until() < 0) std::this_thread::yield();
    CHECK_FALSE(old->is_complete());
    CHECK(old->ready_until() < busy().horizon);
    wait_for(*fresh, 3);
    old = fresh;
  }
}

TEST_CASE("a cancelled run's timeline stays readable, unfinished and unchanged") {
  timeline::Runner runner;
  const auto first = runner.start(busy(), {});
  wait_for(*first, 20);
  const auto second = runner.start(busy(), {});
  wait_for(*second, 20);
  runner.cancel();
  for (const auto& timeline : {first, second}) {
    const double until = timeline->ready_until();
    CHECK(until >= 20);
    CHECK(until < 5 * 365);
    CHECK_FALSE(timeline->is_complete());
    CHECK(timeline->at(10).day == 10);
    CHECK(timeline->at(10).pain > 0);
    CHECK(timeline->ready_until() == until);
  }
}

TEST_CASE("a runner left alone finishes, with the same bits as a run in the foreground") {
  params::Scenario scenario = busy();
  scenario.horizon = 120;
  std::shared_ptr<const timeline::Timeline> kept;
  {
    timeline::Runner runner;
    kept = runner.start(scenario, {});
    while (!kept->is_complete()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  CHECK(kept->hash() == timeline::run(scenario, {}, scenario.horizon, 1)->hash());
  timeline::Runner never_used;
}

TEST_CASE("a run up to a day says of the days before it what the whole run says, and stops soon after") {
  params::Scenario scenario = busy();
  scenario.horizon = 120;
  const auto whole = timeline::run(scenario, {}, scenario.horizon, 0);
  for (const double last : {0.0, 2.5, 20.0, 120.0}) {
    const auto part = timeline::run_up_to(last, scenario, {}, 0);
    CHECK(part->ready_until() <= last + 7);
    for (const double day : {0.0, 0.4 * last, last}) {
      const sim::State one = part->at(day), other = whole->at(day);
      std::vector<double> a, b;
      sim::each_number(one, [&](double number) { a.push_back(number); });
      sim::each_number(other, [&](double number) { b.push_back(number); });
      CHECK(a == b);
      REQUIRE(one.patch.is_empty() == other.patch.is_empty());
      if (one.patch.is_empty()) continue;
      CHECK(one.patch.share == other.patch.share);
      CHECK(one.patch.before->fields == other.patch.before->fields);
      REQUIRE((one.patch.after != nullptr) == (other.patch.after != nullptr));
      if (one.patch.after) CHECK(one.patch.after->fields == other.patch.after->fields);
    }
  }
}

#include "timeline/cohort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

#include "base/hash.h"
#include "params/spread.h"
#include "sim/csv.h"
#include "timeline/timeline.h"

using namespace mend;

namespace {

params::Scenario worn_knee() {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.joint.kl_grade = 3;
  scenario.lesion.diameter = 16;
  scenario.regimen = {{0, params::EventKind::cells, 5e7}, {40.5, params::EventKind::microfracture}};
  scenario.horizon = 120.5;
  return scenario;
}

std::string hash_of(const timeline::Cohort& cohort) {
  Hash hash;
  for (const auto& band : cohort.bands)
    for (const timeline::Quantiles& each : band)
      for (const double number : {each.low, each.median, each.high}) hash.add(number);
  for (const auto& person : cohort.ghosts)
    for (const auto& course : person)
      for (const float number : course) hash.add(static_cast<double>(number));
  return hash.text();
}

timeline::Cohort run(int people, std::uint64_t seed = 1, int threads = 1) {
  return timeline::run_cohort(worn_knee(), {}, people, seed, threads).value();
}

}  // namespace

TEST_CASE("a cohort is the same bits for 1, 2 and 8 threads, and other people with another seed") {
  const std::string one = hash_of(run(23, 1, 1));
  CHECK(hash_of(run(23, 1, 2)) == one);
  CHECK(hash_of(run(23, 1, 8)) == one);
  CHECK(hash_of(run(23, 2, 2)) != one);
}

TEST_CASE("a cohort has every column but the day, each whole day and the last, and twenty ghosts") {
  const timeline::Cohort cohort = run(23);
  const auto columns = sim::columns({});
  REQUIRE(cohort.columns.size() == columns.size() - 1);
  CHECK(cohort.columns.front() == columns[1].name);
  REQUIRE(cohort.days.size() == 122);
  CHECK(cohort.days[120] == 120);
  CHECK(cohort.days[121] == 120.5);
  CHECK(cohort.bands.size() == cohort.columns.size());
  CHECK(cohort.ghosts.size() == 20);
  CHECK(run(3).ghosts.size() == 3);
  CHECK(cohort.band("pain") ==
        &cohort.bands[static_cast<std::size_t>(
            std::find(cohort.columns.begin(), cohort.columns.end(), "pain") - cohort.columns.begin())]);
  CHECK(cohort.band("happiness") == nullptr);
}

TEST_CASE("bands are in order, and open where people differ") {
  const timeline::Cohort cohort = run(40);
  for (const auto& band : cohort.bands) {
    for (const timeline::Quantiles& each : band) {
      REQUIRE(each.low <= each.median);
      REQUIRE(each.median <= each.high);
    }
  }
  const auto& pain = *cohort.band("pain");
  CHECK(pain[90].high - pain[90].low > 1);
  const auto& cells = *cohort.band("cells_suspended");
  CHECK(cells[1].low == cells[1].high);  // no spread is stated
}

TEST_CASE("a ghost is the course of its person") {
  const timeline::Cohort cohort = run(5, 9);
  const auto timeline =
      timeline::run(params::person_of(worn_knee(), 9, 4), {}, 120.5, 1, {.fidelity = sim::Fidelity::column});
  for (const std::size_t day : {0u, 41u, 121u}) {
    const auto columns = sim::columns(timeline->at(cohort.days[day]));
    for (std::size_t c = 0; c < cohort.columns.size(); ++c)
      CHECK(cohort.ghosts[4][c][day] == static_cast<float>(columns[c + 1].value));
  }
}

TEST_CASE("with one person all three curves are hers, with five the median is the third of five") {
  const timeline::Cohort alone = run(1), five = run(5);
  const std::size_t pain = static_cast<std::size_t>(alone.band("pain") - alone.bands.data());
  CHECK(alone.bands[pain][50].low == alone.bands[pain][50].high);
  std::vector<float> values;
  for (const auto& person : five.ghosts) values.push_back(person[pain][50]);
  std::sort(values.begin(), values.end());
  CHECK(five.bands[pain][50].median == values[2]);
  CHECK(five.bands[pain][50].low == doctest::Approx(0.6 * values[0] + 0.4 * values[1]));
  CHECK(five.bands[pain][50].high == doctest::Approx(0.4 * values[3] + 0.6 * values[4]));
}

TEST_CASE("a cohort stops when it is told to, and soon") {
  std::atomic<int> asked = 0;
  const auto stop = [&] { return ++asked < 5; };
  CHECK(!timeline::run_cohort(worn_knee(), {}, 1000, 1, 2, stop).has_value());
  CHECK(asked < 20);
  CHECK(timeline::run_cohort(worn_knee(), {}, 2, 1, 2, [] { return true; }).has_value());
}

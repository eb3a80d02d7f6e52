#include "sim/cells.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/joint.h"
#include "sim/simulate.h"

using namespace mend;
using params::EventKind;
using sim::CellPhase;

namespace {

params::Scenario injected(std::vector<params::Event> regimen, params::Lens lens = params::Lens::mechanism) {
  params::Scenario scenario;
  scenario.lens = lens;
  scenario.lesion.diameter = 16;
  scenario.regimen = std::move(regimen);
  return scenario;
}

struct Counts {
  double suspended = 0, attached = 0, engrafted = 0;
};

Counts count(const std::vector<sim::CellRecord>& records, double day) {
  Counts counts;
  for (const sim::CellRecord& record : records) {
    const CellPhase phase = sim::phase(record, day);
    counts.suspended += phase == CellPhase::suspended;
    counts.attached += phase == CellPhase::attached;
    counts.engrafted += phase == CellPhase::engrafted;
  }
  return counts;
}

/// Weighted counts within max(1 record, 5 %) of the model's.
void check_counts(const params::Scenario& scenario, std::size_t records) {
  CAPTURE(records);
  const auto drawn = sim::draw_records(scenario, records);
  REQUIRE(drawn.size() == records);
  const double weight = sim::cells_per_record(scenario, records);
  sim::simulate(scenario, {}, 120, 1, [&](const sim::State& state) {
    const auto close = [&](double counted, double model) {
      CAPTURE(state.day);
      CAPTURE(counted);
      CAPTURE(model / weight);
      CHECK(std::fabs(counted * weight - model) <= std::max(weight, 0.05 * model));
    };
    const Counts counts = count(drawn, state.day);
    close(counts.suspended, state.joint.suspended);
    close(counts.attached, state.joint.attached);
    close(counts.engrafted, state.joint.engrafted);
    return true;
  });
}

}  // namespace

TEST_CASE("weighted counts of records follow the model within one record or 5 %, at every keyframe") {
  for (const std::size_t records : {200u, 500u, 3000u, 20000u}) {
    check_counts(injected({{0, EventKind::cells, 5e7}}), records);
    check_counts(injected({{0, EventKind::cells, 1e8}}, params::Lens::trials), records);
  }
}

TEST_CASE("between keyframes the records follow the equations too, hour by hour") {
  params::Scenario scenario = injected({{0, EventKind::cells, 5e7}});
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    scenario.seed = seed;
    for (const std::size_t records : {200u, 2000u}) {
      const auto drawn = sim::draw_records(scenario, records);
      for (double day = 0; day < 30; day += 1.0 / 24) {
        sim::InjectedCells cells{.suspended = static_cast<double>(records)};
        cells.advance(scenario.joint_model, 0.05, day);
        const Counts counts = count(drawn, day);
        REQUIRE(std::fabs(counts.suspended - cells.suspended) <= std::max(1.0, 0.05 * cells.suspended));
        REQUIRE(std::fabs(counts.attached - cells.attached) <= std::max(1.0, 0.05 * cells.attached));
      }
    }
  }
}

TEST_CASE("several injections share the records by dose, and nobody is counted before the needle") {
  const auto scenario =
      injected({{30, EventKind::cells, 2.5e7}, {3, EventKind::saline}, {0, EventKind::cells, 7.5e7}});
  const auto drawn = sim::draw_records(scenario, 1000);
  REQUIRE(drawn.size() == 1000);
  CHECK(std::count_if(drawn.begin(), drawn.end(), [](const auto& record) { return record.event == 0; }) ==
        250);
  CHECK(sim::cells_per_record(scenario, 1000) == doctest::Approx(1e5));
  std::set<std::uint32_t> ids;
  for (const sim::CellRecord& record : drawn) {
    ids.insert(record.id);
    CHECK(record.injected == scenario.regimen[record.event].day);
    CHECK(record.settles >= record.injected);
    CHECK(record.dies >= record.settles);
    CHECK(sim::phase(record, record.injected - 0.01) == CellPhase::not_yet);
  }
  CHECK(ids.size() == 1000);
}

TEST_CASE("without a lesion none engrafts, and without cells there are no records") {
  params::Scenario scenario = injected({{0, EventKind::cells, 5e7}});
  scenario.lesion.diameter = 0;
  for (const sim::CellRecord& record : sim::draw_records(scenario, 500)) {
    CHECK(record.fate != sim::CellFate::engrafts);
  }
  CHECK(sim::draw_records(injected({{0, EventKind::saline}}), 500).empty());
  CHECK(sim::cells_per_record(injected({}), 500) == 0);
}

TEST_CASE("an attached cell's life is not told by when it settled") {
  const auto drawn = sim::draw_records(injected({{0, EventKind::cells, 5e7}}), 4000);
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const sim::CellRecord& record : drawn) {
    if (record.fate != sim::CellFate::attaches_then_dies) continue;
    const double a = record.settles, b = record.dies - record.settles;
    n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
  }
  const double correlation = (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
  CHECK(std::fabs(correlation) < 0.1);
  CHECK(y / n == doctest::Approx(1 / 0.12).epsilon(0.05));
}

TEST_CASE("a dot stands for as many cells in every tissue, and cells outside the joint alone make 600 dots") {
  const auto given = [](double joint, double ligament) {
    params::Scenario scenario;
    scenario.regimen = {{.day = 0, .kind = EventKind::cells, .dose = joint},
                        {.day = 1, .kind = EventKind::cells, .dose = ligament, .site = params::Site::ligament}};
    return scenario;
  };
  CHECK(sim::cells_per_record(given(0, 6e6), 4000) == doctest::Approx(1e4));
  CHECK(sim::draw_records(given(0, 6e6), 4000).empty());
  // Few beside the joint's change nothing; many make every dot stand for more.
  CHECK(sim::cells_per_record(given(4e7, 6e5), 4000) == doctest::Approx(1e4));
  CHECK(sim::draw_records(given(4e7, 6e5), 4000).size() == 4000);
  CHECK(sim::cells_per_record(given(4e7, 1.2e7), 4000) == doctest::Approx(2e4));
  CHECK(sim::draw_records(given(4e7, 1.2e7), 4000).size() == 2000);
}

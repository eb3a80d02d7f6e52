// Regimens in the joint beside the rows and couplings that the page of the model gives [R]: not numbered
// there, but what a change of the code must not move.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "model/cartilage_course.h"
#include "sim/joint.h"

using namespace mend;
using namespace mend::test;
using params::EventKind;

namespace {

constexpr std::array kMonths = {0.0, 1.0, 3.0, 6.0, 12.0, 24.0};

params::Scenario every_cell_counted(double dose) {
  params::Scenario scenario = knee({injected(dose)});
  scenario.trials.counted_dose_limit = 1.5e8;
  return scenario;
}

/// The pain at 0, 1, 3, 6, 12 and 24 months is that of the page, to half a millimetre.
void check_pain(const params::Scenario& scenario, const std::array<double, 6>& expected) {
  const Course course(scenario);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    CAPTURE(kMonths[i]);
    CHECK(std::fabs(course.vas(kMonths[i]) - expected[i]) < 0.5);
  }
}

}  // namespace

TEST_CASE("the pain of every arm is the reference core's") {
  check_pain(knee(), {63.5, 63.3, 63.3, 63.3, 63.3, 63.3});
  check_pain(knee({kSaline}), {63.5, 50.6, 49.5, 50.9, 53.1, 56.5});
  check_pain(every_cell_counted(1e7), {63.5, 49.4, 47.4, 48.9, 51.8, 55.8});
  check_pain(every_cell_counted(2.5e7), {63.5, 48.0, 45.0, 46.8, 50.4, 55.2});
  check_pain(every_cell_counted(5e7), {63.5, 46.6, 42.5, 44.7, 48.9, 54.6});
  check_pain(every_cell_counted(1e8), {63.5, 45.1, 40.1, 42.7, 47.5, 54.0});
  check_pain(every_cell_counted(1.5e8), {63.5, 44.4, 38.9, 41.7, 46.8, 53.6});
  check_pain(knee({kSteroid}), {63.5, 40.7, 44.1, 50.2, 53.1, 56.5});
}

TEST_CASE("eight steroid injections in two years cost five points of cartilage") {
  std::vector<params::Event> regimen;
  for (int i = 0; i < 8; ++i) regimen.push_back({.day = 91.3 * i, .kind = EventKind::steroid});
  const Course treated(knee(regimen)), untreated(knee());
  const double cost = untreated.thickness(24) - treated.thickness(24);
  MESSAGE("points of thickness ", cost);
  CHECK(cost == doctest::Approx(4.9).epsilon(0.1));
}

TEST_CASE("rheumatoid arthritis: pain and wear by the autoimmune drive") {
  const std::array<double, 3> drives = {0.5, 1.0, 1.5}, pain = {72, 75, 77}, loss = {7, 9, 11};
  for (std::size_t i = 0; i < drives.size(); ++i) {
    params::Scenario scenario = knee();
    scenario.joint.autoimmune_drive = drives[i];
    const Course course(scenario);
    MESSAGE("VAS ", course.vas(0), ", loss in a year ", 100 - course.thickness(12));
    CHECK(std::fabs(course.vas(0) - pain[i]) < 1);
    CHECK(std::fabs(100 - course.thickness(12) - loss[i]) < 1);
  }
}

TEST_CASE("cells in a rheumatoid joint: nothing but context under Trials, transient under Mechanism") {
  const auto rheumatoid = [](const params::Event& event, params::Lens lens) {
    params::Scenario scenario = knee({event});
    scenario.joint.autoimmune_drive = 1;
    scenario.lens = lens;
    return Course(scenario);
  };
  const Course saline = rheumatoid(kSaline, params::Lens::trials);
  const Course trials = rheumatoid(injected(5e7), params::Lens::trials);
  const Course mechanism = rheumatoid(injected(5e7), params::Lens::mechanism);
  for (const double months : kMonths) {
    CHECK(trials.vas(months) == doctest::Approx(saline.vas(months)));
    MESSAGE(months, " ", mechanism.vas(months) - saline.vas(months), " ",
            mechanism.at(months).joint.synovitis, " ", saline.at(months).joint.synovitis);
  }
  CHECK(saline.vas(1) - mechanism.vas(1) > 1);
  CHECK(std::fabs(saline.vas(24) - mechanism.vas(24)) < 1);
}

TEST_CASE("one injury flips a joint that can tip, and no other") {
  const auto after = [](bool can_tip, bool injured) {
    params::Scenario scenario = knee();
    scenario.joint.kl_grade = 0;
    scenario.joint.can_tip = can_tip;
    scenario.joint.recent_injury = injured;
    return Course(scenario).at(24).joint.synovitis;
  };
  CHECK(after(true, false) == doctest::Approx(0.13).epsilon(0.05));
  CHECK(after(true, true) == doctest::Approx(0.96).epsilon(0.05));
  CHECK(after(false, true) == doctest::Approx(0.05).epsilon(0.05));
}

TEST_CASE("halving the time step moves pain, wear and pannus by less than 1 %") {
  params::Scenario scenario = knee({injected(5e7), {.day = 100, .kind = EventKind::steroid}});
  scenario.joint.recent_injury = true;
  scenario.joint.autoimmune_drive = 0.5;
  scenario.mechanism.rheumatoid_response = scenario.trials.rheumatoid_response = 1;
  const auto states = [&](double step) {
    std::vector<sim::JointState> all;
    const auto keep = [&](const sim::State& state) {
      all.push_back(state.joint);
      return true;
    };
    sim::simulate(scenario, kDeep, scenario.horizon, 1, keep, {.step = step});
    return all;
  };
  const auto usual = states(sim::kStep), fine = states(sim::kStep / 2);
  REQUIRE(usual.size() == fine.size());
  for (std::size_t i = 0; i < usual.size(); ++i) {
    CHECK(usual[i].pain_mm == doctest::Approx(fine[i].pain_mm).epsilon(0.01));
    CHECK(usual[i].synovitis == doctest::Approx(fine[i].synovitis).epsilon(0.01));
    CHECK(1 - usual[i].thickness[0] == doctest::Approx(1 - fine[i].thickness[0]).epsilon(0.01));
    CHECK(usual[i].pannus == doctest::Approx(fine[i].pannus).epsilon(0.01));
  }
}

TEST_CASE("load wears, weight adds load, exercise calms") {
  params::Scenario idle = knee(), heavy = knee(), active = knee();
  idle.joint.load = 0;
  heavy.patient.body_mass_index = 35;
  active.joint.exercise = true;
  CHECK(sim::native_wear(idle) == doctest::Approx(0.5 * sim::native_wear(knee())));
  CHECK(sim::native_wear(heavy) == doctest::Approx(1.15 * sim::native_wear(knee())));
  CHECK(sim::inflammation_drive(active) == doctest::Approx(0.9 * 0.35));
  CHECK(Course(active).vas(12) < Course(knee()).vas(12) - 1);
  CHECK(Course(idle).thickness(12) > Course(knee()).thickness(12) + 1);
}

TEST_CASE("after several injections the largest context counts, and doses add up in the joint") {
  const params::Event later{.day = 183, .kind = EventKind::saline};
  const Course once(knee({later})), twice(knee({kSaline, later}));
  // By then the later one is by far the fresher: two are not more than one.
  for (double months = 9; months <= 24; months += 1)
    CHECK(twice.vas(months) == doctest::Approx(once.vas(months)).epsilon(0.002));
  const Course one(knee({injected(5e7)})), two(knee({injected(5e7), injected(5e7, 183)}));
  MESSAGE("VAS at 12 months ", one.vas(12), " and ", two.vas(12));
  CHECK(two.at(12).joint.memory > one.at(12).joint.memory + 0.05);
  CHECK(two.vas(12) < one.vas(12) - 2);
}

TEST_CASE("microfracture is no injection: it brings no context") {
  const Course course(knee({{.day = 0, .kind = EventKind::microfracture}}));
  CHECK(std::fabs(course.vas_change(3)) < 1);
}

TEST_CASE("salt water and cells given elsewhere leave the joint alone") {
  const Course untreated(knee());
  for (const params::Site site : {params::Site::nerve, params::Site::muscle, params::Site::ligament}) {
    const Course course(knee({{.day = 0, .kind = EventKind::cells, .dose = 1e8, .site = site},
                              {.day = 30, .kind = EventKind::saline, .site = site}}));
    CHECK(course.on(1).joint.suspended == 0);
    CHECK(course.vas(6) == untreated.vas(6));
  }
  CHECK(!sim::is_for_joint({.kind = EventKind::cells, .site = params::Site::nerve}));
  CHECK(sim::is_for_joint({.kind = EventKind::steroid, .site = params::Site::nerve}));
}

TEST_CASE("the pannus advances in bursts at the speed it is given") {
  params::Scenario scenario = knee();
  scenario.joint.autoimmune_drive = 1;
  scenario.horizon = 5 * kYear;
  const Course course(scenario);
  const auto front = [&](double day) { return course.on(day).joint.pannus; };
  const double yearly = (front(5 * kYear) - front(0)) / 5;
  MESSAGE("mm a year ", yearly);
  CHECK(yearly >= 0.2);
  CHECK(yearly <= 1);  // 1 mm/yr at full inflammation
  double still = 0;
  for (double day = 0; day < 5 * kYear; day += 7) still += front(day + 7) == front(day);
  MESSAGE("share of weeks without advance ", still / 261);  // bursts of 10 d in 60 d
  CHECK(still / 261 > 0.5);
  CHECK(still / 261 < 0.83);
  CHECK(course.on(1000).joint.bone_erosion == doctest::Approx(0.1 * front(1000)));

  scenario.joint_model.pannus_speed = 4;
  scenario.joint_model.pannus_reach = 20;
  scenario.joint.autoimmune_drive = 2.5;
  const Course fast(scenario);
  MESSAGE("fastest, mm a year ", (fast.on(2 * kYear).joint.pannus - 1) / 2);
  CHECK((fast.on(2 * kYear).joint.pannus - 1) / 2 <= 4.05);
  CHECK((fast.on(2 * kYear).joint.pannus - 1) / 2 >= 3.2);
  CHECK(fast.on(5 * kYear).joint.pannus <= 20);
  CHECK(Course(knee()).on(700).joint.pannus == 0);
}

TEST_CASE("a pannus is a function of the seed, and calmed lining advances less") {
  const auto front = [](std::uint64_t seed, std::vector<params::Event> regimen, double day) {
    params::Scenario scenario = knee(std::move(regimen));
    scenario.joint.autoimmune_drive = 1;
    scenario.seed = seed;
    return Course(scenario).on(day).joint.pannus;
  };
  CHECK(front(1, {}, 100) == front(1, {}, 100));
  int different = 0;
  for (std::uint64_t seed = 2; seed < 12; ++seed) different += front(seed, {}, 100) != front(1, {}, 100);
  CHECK(different >= 5);
  const std::vector<params::Event> steroids = {kSteroid, {.day = 60, .kind = EventKind::steroid}};
  CHECK(front(1, steroids, 120) < front(1, {}, 120) - 0.02);
}

// Acceptance checks of the joint against trials.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "model/cartilage_course.h"
#include "params/scenario_file.h"
#include "sim/cells.h"
#include "sim/joint.h"

using namespace mend;
using namespace mend::test;

TEST_CASE("model.cartilage.05") {
  params::Scenario with_cells = knee({injected(1e8)});
  with_cells.lesion.diameter = 16;
  params::Scenario untreated = with_cells;
  untreated.regimen.clear();
  const Course treated(with_cells), control(untreated);
  const double gain = treated.at(12).defect.fill - treated.at(0).defect.fill;
  const double preserved = treated.thickness(12) - control.thickness(12);
  MESSAGE("fill gain ", gain, ", thickness preserved ", preserved);
  CHECK(gain <= 0.05);
  CHECK(preserved >= 0.5);
  CHECK(preserved <= 2.5);
}

TEST_CASE("model.cartilage.06") {
  const Course untreated(knee());
  params::Scenario rheumatoid = knee();
  rheumatoid.joint.autoimmune_drive = 1;
  const Course other(rheumatoid);
  const double year = untreated.thickness(12) - 100, two = untreated.thickness(24) - 100;
  MESSAGE("loss ", year, " ", two, ", rheumatoid ", other.thickness(12) - 100);
  CHECK(year <= -3);
  CHECK(year >= -5);
  CHECK(two <= -5.5);
  CHECK(two >= -9);
  CHECK((other.thickness(12) - 100) / year >= 2);
  CHECK((other.thickness(12) - 100) / year <= 3);
}

TEST_CASE("model.cartilage.07") {
  const Course saline(knee({kSaline}));
  MESSAGE("saline ", saline.vas(0), " ", saline.vas_change(3), " ", saline.vas_change(12));
  CHECK(saline.vas_change(3) <= -8);
  CHECK(saline.vas_change(3) >= -18);
  CHECK(saline.vas_change(12) <= -7);
  CHECK(saline.vas_change(12) >= -16);
  params::Scenario plain = knee({kSaline});
  plain.joint.contextual_effect = false;
  const Course no_context(plain);
  for (const double months : {1.0, 3.0, 6.0, 12.0, 24.0}) CHECK(std::fabs(no_context.vas_change(months)) < 1);
  params::Scenario healthy = knee();
  healthy.joint.kl_grade = 0;
  MESSAGE("healthy knee ", Course(healthy).vas(0));
  CHECK(Course(healthy).vas(0) <= 6);
}

TEST_CASE("model.cartilage.08") {
  const Course saline(knee({kSaline}));
  const auto check = [&](const params::Scenario& scenario) {
    const Course cells(scenario);
    const auto effect = [&](double months) { return cells.vas(months) - saline.vas(months); };
    const double share = saline.vas_change(6) / cells.vas_change(6);
    MESSAGE("effect at 3, 6, 12 months ", effect(3), " ", effect(6), " ", effect(12), ", contextual share ",
            share);
    CHECK(effect(6) <= -4);
    CHECK(effect(6) >= -11.6);
    CHECK(effect(12) >= -17);
    CHECK(effect(12) <= 2.4);
    for (double months = 0; months <= 24; months += 0.5) CHECK(std::fabs(effect(months)) <= 15);
    CHECK(share >= 0.5);
    CHECK(share <= 0.75);
  };
  check(knee({injected(5e7)}));
  params::Scenario mechanism = knee({injected(1e8)});
  mechanism.lens = params::Lens::mechanism;
  check(mechanism);
  const Course half(knee({injected(5e7)})), whole(knee({injected(1e8)}));
  for (double months = 0; months <= 24; months += 0.5)
    CHECK(std::fabs(half.vas(months) - whole.vas(months)) <= 0.1);
}

TEST_CASE("model.cartilage.09") {
  const params::Scenario scenario = knee({injected(5e7)});
  const Course cells(scenario), saline(knee({kSaline})), steroid(knee({kSteroid}));
  const auto retained = [&](double day) {
    const sim::JointState joint = cells.at(day / kMonth).joint;
    return 100 * (joint.suspended + joint.attached) / 5e7;
  };
  MESSAGE("retained % ", retained(1), " ", retained(7), " ", retained(28), " ", retained(60));
  CHECK(retained(1) >= 30);
  CHECK(retained(1) <= 80);
  CHECK(retained(7) >= 5);
  CHECK(retained(7) <= 40);
  CHECK(retained(28) >= 0.5);
  CHECK(retained(28) <= 10);
  CHECK(retained(60) < 0.5);

  constexpr std::size_t kCount = 2000;
  const auto records = sim::draw_records(scenario, kCount);
  for (const double day : {0.0, 1.0, 2.0, 7.0, 14.0, 28.0, 60.0}) {
    double there = 0;
    for (const sim::CellRecord& record : records) {
      const sim::CellPhase phase = sim::phase(record, day);
      there += phase == sim::CellPhase::suspended || phase == sim::CellPhase::attached;
    }
    const double expected = retained(day) / 100 * kCount;
    CHECK(std::fabs(there - expected) <= std::max(1.0, 0.05 * expected));
  }

  MESSAGE("steroid against cells at 1 month ", steroid.vas(1) - cells.vas(1), ", against saline at 6 ",
          steroid.vas(6) - saline.vas(6));
  CHECK(cells.vas(1) - steroid.vas(1) >= 2);
  CHECK(cells.vas(1) - steroid.vas(1) <= 8);
  CHECK(std::fabs(steroid.vas(6) - saline.vas(6)) <= 2);
}

TEST_CASE("model.cartilage.10b") {
  CHECK(sim::steady_synovitis(knee()).size() == 1);
  params::Scenario tipping = knee();
  tipping.joint.can_tip = true;  // gain 1.85, p0 = 0.10
  const std::vector<double> steady = sim::steady_synovitis(tipping);
  REQUIRE(steady.size() == 3);
  MESSAGE("steady p ", steady[0], " ", steady[1], " ", steady[2]);
  CHECK(steady[0] == doctest::Approx(0.13).epsilon(0.05));
  CHECK(steady[1] == doctest::Approx(0.71).epsilon(0.05));
  CHECK(steady[2] == doctest::Approx(0.96).epsilon(0.05));
}

TEST_CASE("model.cartilage.10g") {
  params::Scenario scenario = knee({injected(5e7)});
  scenario.lesion.diameter = 16;
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  const std::string hash = timeline::run(scenario, kDeep, 365, 1)->hash();
  CHECK(timeline::run(scenario, kDeep, 365, 1)->hash() == hash);
  scenario.seed = 2;
  CHECK(timeline::run(scenario, kDeep, 365, 1)->hash() != hash);
}

TEST_CASE("the joint at rest and after an injury is where the page of the model says") {
  const std::vector<double> expected = {5, 19, 60, 63.5, 65};
  const std::vector<double> synovitis = {0.05, 0.15, 0.71, 0.87, 0.99};
  for (int grade = 0; grade <= 4; ++grade) {
    params::Scenario scenario = knee();
    scenario.joint.kl_grade = grade;
    const Course course(scenario);
    CHECK(std::fabs(course.vas(0) - expected[static_cast<std::size_t>(grade)]) < 0.6);
    CHECK(std::fabs(course.at(0).joint.synovitis - synovitis[static_cast<std::size_t>(grade)]) < 0.011);
  }
  params::Scenario lesion = knee();
  lesion.joint.kl_grade = 0;
  lesion.lesion.diameter = 16;
  CHECK(std::fabs(Course(lesion).vas(0) - 33) < 0.6);
  params::Scenario injured = knee();
  injured.joint.kl_grade = 0;
  injured.joint.recent_injury = true;
  const Course course(injured);
  CHECK(std::fabs(course.at(14 / kMonth).joint.synovitis - 0.71) < 0.02);
  CHECK(std::fabs(course.at(56 / kMonth).joint.synovitis - 0.19) < 0.02);
}

TEST_CASE("the shipped cartilage injury fills under Mechanism and does not under Trials") {
  const auto read = params::read_scenario(MEND_SOURCE_DIR "/assets/scenarios/cartilage-injury.json");
  REQUIRE(read.is_ok());
  params::Scenario scenario = read.value();
  CHECK(scenario.lesion.diameter == 16);
  REQUIRE(scenario.regimen.size() == 1);
  CHECK(scenario.regimen[0].dose == 5e7);
  const auto check = [&](double depth, sim::Fidelity fidelity) {
    const auto fills = [&](params::Lens lens) {
      scenario.lens = lens;
      const auto course =
          timeline::run(scenario, {.lesion_depth = depth}, scenario.horizon, 1, {.fidelity = fidelity});
      return std::array{course->at(12 * kMonth).defect.fill, course->at(24 * kMonth).defect.fill};
    };
    const auto mechanism = fills(params::Lens::mechanism), trials = fills(params::Lens::trials);
    MESSAGE("fill at 12 and 24 months ", mechanism[0], " ", mechanism[1], ", Trials ", trials[1]);
    CHECK(mechanism[0] >= 0.45);
    CHECK(mechanism[1] >= 0.85);
    CHECK(trials[0] <= 0.02);
    CHECK(trials[1] <= 0.02);
  };
  for (const double depth : {1.9, 2.0, 2.1}) check(depth, sim::Fidelity::column);
  check(2.0, sim::Fidelity::patch);
}

TEST_CASE("a plain injection into a worn knee fills a 16 mm lesion as the page says of each lens") {
  params::Scenario scenario = knee({injected(5e7)});
  scenario.lesion.diameter = 16;
  const auto check = [&](params::Lens lens, double year, double two) {
    scenario.lens = lens;
    const auto course = timeline::run(scenario, {.lesion_depth = 2.0}, scenario.horizon, 1,
                                      {.fidelity = sim::Fidelity::column});
    MESSAGE("fill ", course->at(12 * kMonth).defect.fill, " ", course->at(24 * kMonth).defect.fill);
    CHECK(std::fabs(course->at(12 * kMonth).defect.fill - year) <= 0.02);
    CHECK(std::fabs(course->at(24 * kMonth).defect.fill - two) <= 0.02);
  };
  check(params::Lens::mechanism, 0.60, 0.93);
  check(params::Lens::trials, 0.01, 0.01);
}

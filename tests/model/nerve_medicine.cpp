// Acceptance checks of medicine, at causes of pain of 6.0 where none are said.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "params/arms.h"
#include "sim/medicine.h"
#include "sim/pain.h"
#include "timeline/timeline.h"

using namespace mend;

namespace {

constexpr double kCause = 6;

/// The rating of each day from day 0 (its mean) while opioids are taken until a day.
std::vector<double> ratings(double mme, int days, double until = 1e9, double step = sim::kStep) {
  params::Scenario scenario;
  scenario.medicine.opioid = params::OpioidPlan::fixed;
  scenario.medicine.opioid_dose = mme;
  scenario.medicine.until_day = until;
  sim::PainInput input{.joint_pain_mm = 10 * kCause};
  sim::Pain pain(scenario, input);
  sim::Medicine medicine(scenario);
  std::vector<double> means;
  const int steps = static_cast<int>(1 / step);
  for (int day = 0; day < days; ++day) {
    double sum = 0;
    for (int i = 0; i < steps; ++i) {
      medicine.step(step, pain.rating());
      input.medicine = medicine.effects();
      pain.step(step, input);
      sum += pain.rating();
    }
    means.push_back(sum / steps);
  }
  return means;
}

}  // namespace

TEST_CASE("model.nerve.10") {
  const std::vector<double> usual = ratings(60, 91), doubled = ratings(120, 91);
  MESSAGE("60 MME/d: days 1, 2, 90: ", usual[0], " ", usual[1], " ", usual[90], "; 120: ", doubled[90]);
  CHECK(usual[90] - kCause >= -1.1);
  CHECK(usual[90] - kCause <= -0.5);
  for (const double acute : {usual[0], usual[1]}) {
    CHECK(acute - kCause >= -2.2);
    CHECK(acute - kCause <= -1.2);
  }
  CHECK(usual[90] - doubled[90] < 0.4);

  const std::vector<double> stopped = ratings(60, 136, 90);
  double overshoot = 0;
  for (const double rating : stopped) overshoot = std::max(overshoot, rating - kCause);
  MESSAGE("stopped on day 90: overshoot ", overshoot, ", 45 d later ", stopped[135] - kCause);
  CHECK(overshoot >= 0.1);
  CHECK(overshoot <= 0.5);
  CHECK(std::fabs(stopped[135] - kCause) < 0.05);

  params::Scenario scenario;
  scenario.medicine_model.dosing_interval = 4;
  scenario.medicine.opioid = params::OpioidPlan::fixed;
  scenario.medicine.opioid_dose = 6 * 10 * scenario.medicine_model.mme_per_mg;
  sim::Medicine medicine(scenario);
  for (int i = 0; i < 30; ++i) medicine.step(1, 0);
  MESSAGE("10 mg every 4 h: ", medicine.state().effect_site, " ng/ml");
  CHECK(medicine.state().effect_site >= 30);
  CHECK(medicine.state().effect_site <= 50);
}

TEST_CASE("opioids give the course that their constants were set to") {
  struct Course {
    double mme, second, ninetieth, stopped;
  };
  for (const Course& course : {Course{30, 4.9, 5.3, 6.1}, {60, 4.3, 5.2, 6.2}, {120, 3.8, 5.0, 6.3}}) {
    CAPTURE(course.mme);
    const std::vector<double> days = ratings(course.mme, 121, 90);
    CHECK(std::fabs(days[1] - course.second) < 0.06);
    CHECK(std::fabs(days[89] - course.ninetieth) < 0.06);
    CHECK(std::fabs(days[92] - course.stopped) < 0.06);
    CHECK(std::fabs(days[120] - kCause) < 0.06);
  }
}

TEST_CASE("halving the time step moves no rating under opioids by 1 %") {
  const std::vector<double> usual = ratings(60, 130, 90), fine = ratings(60, 130, 90, sim::kStep / 2);
  for (std::size_t day = 1; day < usual.size(); ++day)
    CHECK(std::fabs(usual[day] - fine[day]) < 0.01 * fine[day]);
}

TEST_CASE("by one rule the dose falls where cells ease the joint, and holds where nothing does") {
  params::Scenario scenario;
  scenario.joint.kl_grade = 3;
  scenario.regimen = {{.day = 30, .kind = params::EventKind::cells}};
  const auto at_a_year = [&](params::Arm arm) {
    return timeline::run(params::arm_of(scenario, arm), {}, 365, 1)->at(365);
  };
  const sim::State medicine = at_a_year(params::Arm::medicine_only), both = at_a_year(params::Arm::combined);
  const sim::State cells = at_a_year(params::Arm::cells_only), sham = at_a_year(params::Arm::sham);
  MESSAGE("MME/d and pain: medicine ", medicine.medicine.opioid_dose, " ", medicine.pain, ", both ",
          both.medicine.opioid_dose, " ", both.pain, ", cells ", cells.pain, ", sham ", sham.pain);
  CHECK(medicine.medicine.opioid_dose == scenario.medicine.opioid_dose);
  CHECK(both.medicine.opioid_dose < 0.7 * medicine.medicine.opioid_dose);
  CHECK(both.pain < medicine.pain);
  CHECK(cells.medicine.opioid_dose == 0);
  CHECK(cells.pain < sham.pain);
}

TEST_CASE("60 MME a day give a worn knee the same relief in a whole run") {
  params::Scenario scenario;
  scenario.joint.kl_grade = 3;
  const auto without = timeline::run(scenario, {}, 90, 1);
  scenario.medicine.opioid = params::OpioidPlan::fixed;
  const auto with = timeline::run(scenario, {}, 90, 1);
  CHECK(with->at(0).pain == without->at(0).pain);
  CHECK(with->at(90).pain - without->at(90).pain ==
        doctest::Approx(-0.84 * without->at(90).pain / kCause).epsilon(0.05));
}

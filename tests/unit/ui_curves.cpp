// What the curves show: topics, columns, scales, and the words of a comparison.
#include "ui/curves.h"

#include <doctest/doctest.h>

#include "ui/chart.h"
#include "ui/compare_page.h"

using namespace mend;
using namespace mend::ui;

namespace {

std::shared_ptr<const timeline::Timeline> run_of(double pain_at_first, double pain_at_last) {
  auto run = std::make_shared<timeline::Timeline>();
  for (const double day : {0.0, 730.5}) {
    sim::State state;
    state.day = day;
    state.pain = day == 0 ? pain_at_first : pain_at_last;
    state.medicine.opioid_dose = 42;
    state.defect.fill = 0.5;
    run->append(state);
  }
  run->mark_complete();
  return run;
}

params::Scenario with_hole() {
  params::Scenario scenario;
  scenario.lesion.diameter = 16;
  scenario.regimen = {{.day = 0, .kind = params::EventKind::cells, .dose = 5e7}};
  return scenario;
}

const Tokens& dark() {
  return tokens(scene::Profile::dark);
}

}  // namespace

TEST_CASE("a scenario offers the topics that concern it, and a healthy knee still offers its joint") {
  params::Scenario scenario;
  CHECK(topics(scenario) == std::vector{Topic::joint});
  scenario.muscle.injury = params::MuscleInjury::grade2;
  CHECK(topics(scenario) == std::vector{Topic::muscle});
  scenario.regimen = {
      {.day = 2, .kind = params::EventKind::cells, .dose = 1e7, .site = params::Site::muscle}};
  CHECK(topics(scenario) == std::vector{Topic::muscle, Topic::cells});
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  scenario.ligament.injury = params::LigamentInjury::mcl;
  scenario.joint.kl_grade = 2;
  scenario.medicine.opioid = params::OpioidPlan::rule;
  CHECK(topics(scenario).size() == kTopics);
}

TEST_CASE("an arm with medicine brings the medicine's topic, and a topic that is gone gives way") {
  params::Scenario scenario = with_hole();
  CHECK(topic_of(scenario, params::Arm::as_given, Topic::medicine) == Topic::joint);
  CHECK(topic_of(scenario, params::Arm::combined, Topic::medicine) == Topic::medicine);
  params::Scenario torn;
  torn.joint.recent_injury = true;
  torn.ligament.injury = params::LigamentInjury::acl;
  CHECK(topic_of(torn, params::Arm::as_given, std::nullopt) == Topic::ligament);
  scenario.medicine.opioid = params::OpioidPlan::rule;
  CHECK(topic_of(scenario, params::Arm::as_given, std::nullopt) == Topic::medicine);
}

TEST_CASE("every topic has at most four curves, names its axes, and every column it asks for exists") {
  params::Scenario scenario = with_hole();
  scenario.nerve.injury = params::NerveInjuryKind::cut;
  for (const auto site : {params::Site::nerve, params::Site::muscle, params::Site::ligament})
    scenario.regimen.push_back({.day = 1, .kind = params::EventKind::cells, .dose = 1e6, .site = site});
  const Sources sources{.run = run_of(3, 4), .other = nullptr, .cohort = nullptr};
  for (std::size_t i = 0; i < kTopics; ++i) {
    const auto topic = static_cast<Topic>(i);
    const Chart chart = chart_of(scenario, topic, sources, dark());
    CAPTURE(name(topic));
    REQUIRE_FALSE(chart.curves.empty());
    CHECK(chart.curves.size() <= 4);
    CHECK_FALSE(chart.left_title.empty());
    CHECK_FALSE(model(topic, scenario).empty());
    for (const Curve& curve : chart.curves) {
      CHECK(curve.scale.top > 0);
    }
  }
}

TEST_CASE("every curve can be read on its panel, as drawn before and after the day shown") {
  params::Scenario scenario = with_hole();
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  const Sources sources{.run = run_of(3, 4), .other = nullptr, .cohort = nullptr};
  for (const auto profile : scene::kProfiles)
    for (std::size_t i = 0; i < kTopics; ++i) {
      const Tokens& t = tokens(profile);
      for (const Curve& curve : chart_of(scenario, static_cast<Topic>(i), sources, t).curves) {
        CAPTURE(curve.name);
        CHECK(contrast(curve.colour, t.panel) >= 4.5f);
        CHECK(contrast(mixed(t.panel, curve.colour, kComing), t.panel) >= 3);
      }
    }
}

TEST_CASE("the joint is told as the hole that fills, inflammation and pain") {
  const Sources sources{.run = run_of(3, 6), .other = nullptr, .cohort = nullptr};
  const Chart chart = chart_of(with_hole(), Topic::joint, sources, dark());
  REQUIRE(chart.curves.size() == 3);
  CHECK(chart.curves[0].axis == Axis::right);
  CHECK(printed(chart.curves[0].scale, chart.curves[0].course.values[0]) == "50 %");
  CHECK(chart.curves[1].axis == Axis::left);
  CHECK(printed(chart.curves[2].scale, chart.curves[2].course.values[1]) == "6.0");
}

TEST_CASE("a scale without a top of its own ends at a round number above every run") {
  const Sources sources{.run = run_of(3, 4), .other = nullptr, .cohort = nullptr};
  const Chart chart = chart_of(with_hole(), Topic::medicine, sources, dark());
  CHECK(chart.curves[0].name == "Opioid dose");
  CHECK(chart.curves[0].scale.top == 50);
  CHECK(printed(chart.curves[0].scale, 42) == "42 MME/day");
}

TEST_CASE("a comparison prints both arms and the difference of what it prints") {
  const params::Scenario scenario = with_hole();
  const Sources sources{.run = run_of(3.14, 3.14), .other = run_of(3.36, 3.36), .cohort = nullptr};
  const Chart chart = chart_of(scenario, Topic::joint, sources, dark());
  const Curve* pain = main_curve(chart);
  REQUIRE(pain != nullptr);
  CHECK(compare(*pain, scenario, params::Arm::sham).sentence ==
        "Pain at 12 months: 3.1 with cells, 3.4 with sham: 0.3 apart");
  const Chart alone = chart_of(scenario, Topic::joint, {sources.run, nullptr, nullptr}, dark());
  CHECK(compare(*main_curve(alone), scenario, params::Arm::sham).sentence.empty());
}

TEST_CASE(
    "cells stand beside a dummy injection unless the person chose otherwise, and an arm that is the scenario "
    "itself is "
    "nothing to compare with") {
  Session session;
  session.scenario = with_hole();
  CHECK(compared_arm(session) == params::Arm::sham);
  session.reading.arm = params::Arm::as_given;
  CHECK_FALSE(compared_arm(session));
  session.reading.arm = params::Arm::untreated;
  CHECK(compared_arm(session) == params::Arm::untreated);
  session.scenario.regimen.clear();
  CHECK_FALSE(compared_arm(session));
  session.reading.arm.reset();
  CHECK_FALSE(compared_arm(session));
}

TEST_CASE("a chart is kept until something it is made of changes") {
  const Sources sources{.run = run_of(3, 4), .other = nullptr, .cohort = nullptr};
  ChartKeeper keeper;
  const double* first = keeper.chart(with_hole(), Topic::joint, sources, dark()).curves[0].course.days.data();
  CHECK(keeper.chart(with_hole(), Topic::joint, sources, dark()).curves[0].course.days.data() == first);
  CHECK(keeper.chart(with_hole(), Topic::medicine, sources, dark()).topic == Topic::medicine);
  const Sources newer{.run = run_of(5, 6), .other = nullptr, .cohort = nullptr};
  CHECK(main_curve(keeper.chart(with_hole(), Topic::medicine, newer, dark()))->course.values.front() == 5);
}

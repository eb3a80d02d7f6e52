// Which settings a person meets.
#include "ui/relevance.h"

#include <doctest/doctest.h>

using namespace mend;
using namespace mend::ui;

TEST_CASE("groups that do not concern a scenario are folded, and say so") {
  params::Scenario scenario;
  scenario.muscle.injury = params::MuscleInjury::grade1;
  CHECK(is_open(scenario, "muscle"));
  for (const char* group : {"joint", "lesion", "nerve", "ligament", "medicine"}) {
    CAPTURE(group);
    CHECK_FALSE(is_open(scenario, group));
    CHECK_FALSE(summary(scenario, group).empty());
  }
  CHECK(summary(scenario, "muscle").empty());
  CHECK(is_open(scenario, "regimen"));
  for (const char* constants : {"trials", "joint_model", "medicine_model"})
    CHECK_FALSE(is_open(scenario, constants));
}

TEST_CASE("what can change nothing is not shown") {
  params::Scenario scenario;
  CHECK(counts(scenario, "nerve.injury"));
  CHECK_FALSE(counts(scenario, "nerve.target_distance"));
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  CHECK(counts(scenario, "nerve.target_distance"));
  CHECK_FALSE(counts(scenario, "nerve.repair"));
  CHECK_FALSE(counts(scenario, "nerve.gap"));
  scenario.nerve.injury = params::NerveInjuryKind::cut;
  CHECK(counts(scenario, "nerve.repair"));
  CHECK(counts(scenario, "nerve.gap"));
  CHECK_FALSE(counts(scenario, "nerve.repair_day"));
  scenario.nerve.repair = params::NerveRepair::graft;
  CHECK(counts(scenario, "nerve.repair_day"));

  CHECK_FALSE(counts(scenario, "medicine.opioid_dose"));
  scenario.medicine.opioid = params::OpioidPlan::fixed;
  CHECK(counts(scenario, "medicine.opioid_dose"));
  CHECK_FALSE(counts(scenario, "medicine.target_pain"));
  CHECK(counts(scenario, "medicine.until_day"));
  CHECK_FALSE(counts(scenario, "ligament.load"));
  CHECK(counts(scenario, "joint_model.attach_rate"));
}

TEST_CASE("a treatment shows site, source and dose only where they count") {
  params::Scenario scenario;
  scenario.regimen = {{.day = 0, .kind = params::EventKind::cells},
                      {.day = 1, .kind = params::EventKind::saline},
                      {.day = 2, .kind = params::EventKind::steroid},
                      {.day = 3, .kind = params::EventKind::implant}};
  for (const char* key : {"day", "kind", "dose", "site", "source", "own_cells"})
    CHECK(counts(scenario, std::string("regimen[0].") + key));
  CHECK(counts(scenario, "regimen[1].site"));
  CHECK_FALSE(counts(scenario, "regimen[1].dose"));
  for (const char* key : {"dose", "site", "source", "own_cells"})
    CHECK_FALSE(counts(scenario, std::string("regimen[2].") + key));
  CHECK(counts(scenario, "regimen[3].dose"));
  CHECK(counts(scenario, "regimen[3].source"));
  CHECK_FALSE(counts(scenario, "regimen[3].site"));
  CHECK_FALSE(counts(scenario, "regimen[9].dose"));
}

#include "params/arms.h"

#include <doctest/doctest.h>

#include <set>

#include "params/identity.h"

using namespace mend::params;

namespace {

Scenario treated() {
  Scenario scenario;
  scenario.regimen = {{.day = 3, .kind = EventKind::cells, .site = Site::muscle},
                      {.day = 5, .kind = EventKind::steroid},
                      {.day = 7, .kind = EventKind::chondrocytes, .dose = 1e6, .site = Site::nerve}};
  scenario.medicine.nsaid = Nsaid::oral;
  scenario.medicine.from_day = 2;
  return scenario;
}

}  // namespace

TEST_CASE("an arm as given is the scenario, and an untreated one has neither treatment nor medicine") {
  const Scenario scenario = treated();
  CHECK(hash(arm_of(scenario, Arm::as_given)) == hash(scenario));
  Scenario bare = scenario;
  bare.regimen.clear();
  bare.medicine = {};
  CHECK(hash(arm_of(scenario, Arm::untreated)) == hash(bare));
}

TEST_CASE("a sham gives salt water where and when cells were given, and leaves the rest") {
  const Scenario sham = arm_of(treated(), Arm::sham);
  REQUIRE(sham.regimen.size() == 3);
  CHECK(sham.regimen[0].kind == EventKind::saline);
  CHECK(sham.regimen[0].day == 3);
  CHECK(sham.regimen[0].site == Site::muscle);
  CHECK(sham.regimen[1].kind == EventKind::steroid);
  CHECK(sham.regimen[2].kind == EventKind::saline);
  CHECK(sham.regimen[2].site == Site::joint);
  CHECK(sham.medicine.nsaid == Nsaid::oral);
}

TEST_CASE("cells and medicine alone and together") {
  const Scenario scenario = treated();
  const Scenario medicine = arm_of(scenario, Arm::medicine_only);
  REQUIRE(medicine.regimen.size() == 1);
  CHECK(medicine.regimen[0].kind == EventKind::steroid);
  CHECK(medicine.medicine.nsaid == Nsaid::oral);
  CHECK(medicine.medicine.opioid == OpioidPlan::none);
  const Scenario cells = arm_of(scenario, Arm::cells_only);
  CHECK(cells.regimen.size() == 3);
  CHECK(cells.medicine.nsaid == Nsaid::none);
  CHECK(hash(arm_of(scenario, Arm::combined)) == hash(scenario));
}

TEST_CASE("where no medicine is given, the arms with medicine take opioids by the rule") {
  Scenario scenario = treated();
  scenario.medicine.nsaid = Nsaid::none;
  scenario.medicine.opioid_dose = 90;
  for (const Arm arm : {Arm::medicine_only, Arm::combined}) {
    const Scenario result = arm_of(scenario, arm);
    CHECK(result.medicine.opioid == OpioidPlan::rule);
    CHECK(result.medicine.opioid_dose == 90);
  }
}

TEST_CASE("each arm has a word of its own") {
  std::set<std::string_view> words;
  for (const Arm arm :
       {Arm::as_given, Arm::untreated, Arm::sham, Arm::medicine_only, Arm::cells_only, Arm::combined}) {
    words.insert(word(arm));
  }
  CHECK(words.size() == 6);
  CHECK_FALSE(words.contains(""));
}

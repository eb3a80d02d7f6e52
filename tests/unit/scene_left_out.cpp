#include "scene/left_out.h"

#include <doctest/doctest.h>

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;

namespace {

View looking(ViewName name) {
  View view;
  view.focus = name;
  return view;
}

}  // namespace

TEST_CASE(
    "the view from below shows the joint surface of the thigh bone alone, freed of what pressed on it") {
  const params::Scenario scenario;
  const View below = looking(ViewName::axial), front = looking(ViewName::anterior);
  for (const PartId id : {PartId::tibia, PartId::meniscus_medial, PartId::mcl, PartId::tibial_nerve, PartId::capsule}) {
    CHECK(is_left_out(id, scenario, below));
    CHECK_FALSE(is_left_out(id, scenario, front));
  }
  for (const PartId id : {PartId::femur, PartId::femoral_cartilage, PartId::patella})
    CHECK_FALSE(is_left_out(id, scenario, below));
  CHECK(opened_by(below, scenario) > 0.5f);
  CHECK(opened_by(front, scenario) == 0);
}

TEST_CASE("only a torn cruciate ligament is looked at from the notch") {
  params::Scenario scenario;
  const View close = looking(ViewName::ligament);
  CHECK_FALSE(looks_into_notch(scenario, close));
  scenario.ligament.injury = params::LigamentInjury::mcl;
  CHECK_FALSE(looks_into_notch(scenario, close));
  scenario.ligament.injury = params::LigamentInjury::acl;
  CHECK(looks_into_notch(scenario, close));
  CHECK(is_left_out(PartId::patella, scenario, close));
  CHECK_FALSE(is_left_out(PartId::acl, scenario, close));
}

TEST_CASE(
    "a joint worn with age is seen from the front with its joint line bare, a healthy or rheumatoid one "
    "whole") {
  params::Scenario scenario;
  const View front = looking(ViewName::anterior), side = looking(ViewName::lateral);
  CHECK_FALSE(is_left_out(PartId::capsule, scenario, front));
  scenario.joint.kl_grade = 2;
  for (const PartId id : {PartId::capsule, PartId::hoffa_fat_pad, PartId::mcl}) {
    CHECK(is_left_out(id, scenario, front));
    CHECK_FALSE(is_left_out(id, scenario, side));
  }
  for (const PartId id : {PartId::femur, PartId::tibia, PartId::patella, PartId::meniscus_medial})
    CHECK_FALSE(is_left_out(id, scenario, front));
  scenario.joint.autoimmune_drive = 1;
  CHECK_FALSE(is_left_out(PartId::capsule, scenario, front));
}

TEST_CASE(
    "a lesion on a plateau is seen from above without the shade of the thigh bone, one on a condyle with "
    "it") {
  params::Scenario scenario;
  const View close = looking(ViewName::defect);
  scenario.lesion.site = params::LesionSite::medial_femur;
  CHECK(opened_by(close, scenario) == 0);
  scenario.lesion.site = params::LesionSite::medial_tibia;
  CHECK(opened_by(close, scenario) > 0.5f);
}

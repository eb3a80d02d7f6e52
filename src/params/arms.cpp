#include "params/arms.h"

#include <vector>

namespace mend::params {
namespace {

bool gives_cells(const Event& event) {
  return event.kind == EventKind::cells || event.kind == EventKind::implant ||
         event.kind == EventKind::chondrocytes;
}

bool takes_medicine(const Medicine& medicine) {
  return medicine.opioid != OpioidPlan::none || medicine.nsaid != Nsaid::none ||
         medicine.neuropathic != NeuropathicDrug::none;
}

void replace_cells_by_saline(std::vector<Event>& regimen) {
  for (Event& event : regimen) {
    if (!gives_cells(event)) continue;
    if (event.kind != EventKind::cells) event.site = Site::joint;  // where implants are, whatever they say
    event.kind = EventKind::saline;
  }
}

}  // namespace

Scenario arm_of(const Scenario& scenario, Arm arm) {
  using enum Arm;
  Scenario result = scenario;
  if (arm == untreated) result.regimen.clear();
  if (arm == sham) replace_cells_by_saline(result.regimen);
  if (arm == medicine_only) std::erase_if(result.regimen, gives_cells);
  if (arm == untreated || arm == cells_only) result.medicine = {};
  if ((arm == medicine_only || arm == combined) && !takes_medicine(result.medicine))
    result.medicine.opioid = OpioidPlan::rule;
  return result;
}

std::string_view word(Arm arm) {
  switch (arm) {
    case Arm::as_given:
      return "as-given";
    case Arm::untreated:
      return "untreated";
    case Arm::sham:
      return "sham";
    case Arm::medicine_only:
      return "medicine-only";
    case Arm::cells_only:
      return "cells-only";
    case Arm::combined:
      return "combined";
  }
  return {};
}

}  // namespace mend::params

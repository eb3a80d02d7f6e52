// Donor and source (muscle-ligament-evidence.md sections 3 and 7.1). Age in years, n doublings.
//   N_max(age) = max(15, 41 - 0.333 (age - 24))                        the Hayflick limit
//   L = L0 - d n, arrest at 5.5 kb                                     telomeres
//   potency = min(1, N_max(age)/N_max(30)) of own cells, 1 of others   factor on P
//   stem cells harvested = harvest * share(age) * yield of the source
//   share(age) = share at birth (share at 80/share at birth)^(age/80)
//   doublings in culture = log2(dose/stem cells harvested); left = N_max(age) - those
#include "sim/donor.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {

double doubling_limit(const params::CellModel& model, double age) {
  return std::max(model.doublings_floor,
                  model.doublings - model.doublings_loss * (age - model.doublings_age));
}

double donor_age(const params::CellModel& model, const params::Event& event, double patient_age) {
  if (event.own_cells) return patient_age;
  return event.source == params::CellSource::cord ? model.cord_donor_age : model.donor_age;
}

double culture_doublings(const params::CellModel& model, const params::Event& event, double patient_age) {
  const double age = donor_age(model, event, patient_age);
  const double share =
      model.stem_share_newborn * math::pow(model.stem_share_80 / model.stem_share_newborn, age / 80);
  const double yield = event.source == params::CellSource::fat    ? model.fat_yield
                       : event.source == params::CellSource::cord ? model.cord_yield
                                                                  : 1;
  const double start = model.harvest * share * yield;
  return event.dose > start ? math::log(event.dose / start) / math::log(2) : 0;
}

double doublings_left(const params::CellModel& model, const params::Event& event, double patient_age) {
  const double limit = doubling_limit(model, donor_age(model, event, patient_age));
  return std::max(0.0, limit - culture_doublings(model, event, patient_age));
}

double telomere_length(const params::CellModel& model, double doublings) {
  return std::max(model.telomere_arrest, model.telomere_start - model.telomere_loss * doublings);
}

double potency(const params::CellModel& model, const params::Event& event, double patient_age) {
  if (!event.own_cells) return 1;
  return std::min(1.0, doubling_limit(model, patient_age) / doubling_limit(model, model.potency_age));
}

}  // namespace mend::sim

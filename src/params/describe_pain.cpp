// The constants of pain and of medicine, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

void describe(const Walk<PainModel>& pain) {
  pain.number(&PainModel::follow_time, {"follow_time", "How fast the rating follows", "1 / k0", day, 0.05, 3,
                                        researcher, "Time for the rating to follow a change of its causes.",
                                        recalled("form after Clifton 2017; the pace is ours")});
}

void describe(const Walk<MedicineModel>& medicine) {
  medicine.number(&MedicineModel::oral_share,
                  {"oral_share", "Share that reaches the blood", "F, oxycodone by mouth", none, 0.1, 1,
                   researcher, "", published("0.87: Leow 1992")});
  medicine.number(&MedicineModel::clearance, {"clearance", "Clearance", "CL, L/h", none, 5, 150, researcher,
                                              "In litres an hour.", published("48.6: Leow 1992")});
  medicine.number(&MedicineModel::volume, {"volume", "Volume of distribution", "V, L", none, 50, 600,
                                           researcher, "In litres.", published("212: Leow 1992")});
  medicine.number(&MedicineModel::absorption, {"absorption", "Absorption from the gut", "ka, /h", none, 0.2,
                                               5, researcher, "A share an hour.", assumed()});
  medicine.number(&MedicineModel::effect_half_life,
                  {"effect_half_life", "From blood to brain", "ln 2 / ke0, h", none, 0.05, 6, researcher,
                   "Half-life in hours.", recalled("oxycodone, about 0.3 h")});
  medicine.number(&MedicineModel::tolerance_half_life,
                  {"tolerance_half_life", "Pace of tolerance", "ln 2 / ktol, h", none, 10, 500, researcher,
                   "Half-life in hours.",
                   assumed("26 h in rats (Ekblom 1993), stretched by body mass to the power 1/4.")});
  medicine.number(&MedicineModel::largest_effect,
                  {"largest_effect", "Most an opioid can take away", "Emax", none, 0.1, 0.95, researcher,
                   "Share of pain.", assumed("Calibrated to Busse 2018.")});
  medicine.number(&MedicineModel::half_effect,
                  {"half_effect", "Concentration of half the effect", "EC50, ng/ml", none, 5, 200, researcher,
                   "In ng/ml at the effect site.", assumed("Calibrated to Busse 2018.")});
  medicine.number(&MedicineModel::tolerance_scale,
                  {"tolerance_scale", "Strength of tolerance", "T that doubles EC50, ng/ml", none, 2, 200,
                   researcher, "Less is more tolerance.", assumed("Calibrated to Busse 2018.")});
}

}  // namespace mend::params

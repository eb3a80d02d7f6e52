// The constants of medicine, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Medicines = Walk<MedicineModel>;

constexpr Standing kCalibrated = assumed(
    "Calibrated to 0.69 cm less pain than placebo over months (Busse 2018); not a published human fit.");
constexpr Standing kNeeded = assumed("From numbers needed to treat: Finnerup 2015.");

void describe_kinetics(const Medicines& medicine) {
  medicine.number(&MedicineModel::oral_share,
                  {"oral_share", "Share that reaches the blood", "F, oxycodone by mouth", none, 0.1, 1,
                   researcher, "", published("0.87: Leow 1992; less than 0.5 in surgical patients")});
  medicine.number(&MedicineModel::clearance,
                  {"clearance", "Clearance", "CL, L/h", none, 5, 300, researcher,
                   "In litres an hour. People differ: coefficient of variation 50 %.",
                   published("48.6, standard deviation 26.5: Leow 1992; 25.5 after surgery")});
  medicine.number(&MedicineModel::volume,
                  {"volume", "Volume of distribution", "V, L", none, 50, 600, researcher, "In litres.",
                   published("212, standard deviation 187: Leow 1992")});
  medicine.number(&MedicineModel::absorption, {"absorption", "Absorption from the gut", "ka, /h", none, 0.2,
                                               5, researcher, "A share an hour.", assumed()});
  medicine.number(&MedicineModel::effect_half_life,
                  {"effect_half_life", "From blood to brain", "ln 2 / ke0, h", none, 0.05, 6, researcher,
                   "Half-life in hours.", recalled("oxycodone, about 0.3 h, with little certainty")});
  medicine.number(
      &MedicineModel::tolerance_half_life,
      {"tolerance_half_life", "Pace of tolerance", "ln 2 / ktol, h", none, 10, 500, researcher,
       "Half-life in hours.", assumed("26 h in rats (Ekblom 1993), times 4.1: body mass to the power 1/4.")});
  medicine.number(&MedicineModel::dosing_interval,
                  {"dosing_interval", "Time between tablets", "dosing interval, h", none, 2, 24, researcher,
                   "In hours.", assumed("As quick-release oxycodone is given.")});
  medicine.number(&MedicineModel::mme_per_mg,
                  {"mme_per_mg", "Strength beside morphine", "MME per mg of oxycodone", none, 0.5, 5,
                   researcher, "Morphine milligram equivalents of one milligram.", recalled("1.5: CDC")});
}

void describe_effects(const Medicines& medicine) {
  medicine.number(&MedicineModel::largest_effect,
                  {"largest_effect", "Most an opioid can take away", "Emax", none, 0.1, 0.95, researcher,
                   "Share of pain.", kCalibrated});
  medicine.number(&MedicineModel::half_effect,
                  {"half_effect", "Concentration of half the effect", "EC50, ng/ml", none, 5, 200, researcher,
                   "In ng/ml at the effect site.", kCalibrated});
  medicine.number(&MedicineModel::tolerance_scale,
                  {"tolerance_scale", "Strength of tolerance", "T that doubles EC50, ng/ml", none, 2, 200,
                   researcher, "Less is more tolerance.", kCalibrated});
  medicine.number(&MedicineModel::rebound_most,
                  {"rebound_most", "Pain added by long use", "largest rebound, points of 10", none, 0, 3,
                   researcher, "Opioids make pain worse in the end; it shows when they are stopped.",
                   assumed("Rebound after stopping in rats: Ekblom 1993.")});
  medicine.number(&MedicineModel::rebound_half,
                  {"rebound_half", "Tolerance for half of it", "T of half the rebound, ng/ml", none, 5, 300,
                   researcher, "", kCalibrated});
  medicine.number(
      &MedicineModel::withdrawal_half,
      {"withdrawal_half", "Tolerance beyond the dose, for half", "T - Ce of half the index, ng/ml", none, 5,
       300, researcher, "The body misses what it has adapted to.", assumed()});
  medicine.number(
      &MedicineModel::constipation_half,
      {"constipation_half", "Concentration for half the constipation", "EC50 of the index, ng/ml", none, 5,
       300, researcher, "No tolerance to it.", assumed("Common; only the order of the three is meant.")});
  medicine.number(
      &MedicineModel::nausea_half,
      {"nausea_half", "Concentration for half the nausea", "EC50 of the index, ng/ml", none, 5, 300,
       researcher, "Tolerance as for pain.", assumed("Common; only the order of the three is meant.")});
  medicine.number(
      &MedicineModel::sedation_half,
      {"sedation_half", "Concentration for half the sedation", "EC50 of the index, ng/ml", none, 5, 300,
       researcher, "Tolerance as for pain.", assumed("Common; only the order of the three is meant.")});
}

void describe_other_drugs(const Medicines& medicine) {
  medicine.number(
      &MedicineModel::nsaid_oral,
      {"nsaid_oral", "Anti-inflammatory tablets", "E of an oral NSAID", none, 0, 0.9, researcher,
       "Share of the joint's pain taken away.", published("12-15 mm of 60, 0.20-0.22: da Costa 2021")});
  medicine.number(&MedicineModel::nsaid_topical,
                  {"nsaid_topical", "Anti-inflammatory gel", "E of a topical NSAID", none, 0, 0.9, researcher,
                   "Share of the joint's pain taken away.", assumed("Less than tablets: da Costa 2021.")});
  medicine.number(&MedicineModel::nsaid_time,
                  {"nsaid_time", "Anti-inflammatories work within", "time constant", day, 0.1, 30, researcher,
                   "No tolerance; wears off as fast.", assumed()});
  medicine.number(&MedicineModel::tricyclic, {"tricyclic", "Tricyclic", "E", none, 0, 0.9, researcher,
                                              "Share of the nerve's pain taken away.", kNeeded});
  medicine.number(&MedicineModel::snri, {"snri", "SNRI", "E", none, 0, 0.9, researcher,
                                         "Share of the nerve's pain taken away.", kNeeded});
  medicine.number(&MedicineModel::gabapentinoid,
                  {"gabapentinoid", "Gabapentinoid", "E", none, 0, 0.9, researcher,
                   "Share of the nerve's pain taken away.", kNeeded});
  medicine.number(&MedicineModel::neuropathic_time,
                  {"neuropathic_time", "Medicines for nerve pain work within", "time constant", day, 0.5, 60,
                   researcher, "Wears off as fast.", assumed()});
  medicine.number(
      &MedicineModel::effect_factor,
      {"effect_factor", "How well medicine works in a person", "factor on every E", none, 0, 3, researcher,
       "", assumed("Virtual people: 1.5 in 55 %, 0.4 in 45 %, each times a lognormal factor (40 %).")});
  medicine.number(&MedicineModel::effect_limit,
                  {"effect_limit", "Most any medicine can take away", "largest E", none, 0.5, 0.99,
                   researcher, "Of a person in whom medicine works very well.", assumed()});
}

void describe_rule(const Medicines& medicine) {
  medicine.number(&MedicineModel::review_interval,
                  {"review_interval", "Time between reviews of the dose", "review interval", day, 1, 180,
                   researcher, "", recalled("a month: CDC advice on tapering after long use")});
  medicine.number(&MedicineModel::rule_step,
                  {"rule_step", "Step of the dose", "share of the first dose", none, 0, 1, researcher,
                   "The dose falls by this where pain stayed at or below its target since the last review; "
                   "it never rises.",
                   recalled("10 % a month: CDC advice on tapering after long use")});
}

}  // namespace

void describe(const Walk<MedicineModel>& medicine) {
  describe_kinetics(medicine);
  describe_effects(medicine);
  describe_other_drugs(medicine);
  describe_rule(medicine);
}

}  // namespace mend::params

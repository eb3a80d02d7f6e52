// The constants of muscle repair, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Muscles = Walk<MuscleModel>;

constexpr Standing kTuned =
    assumed("Tuned to time courses in mice after a toxin (Al-Ghazawi 2025, Haase 2024), read in their code.");
constexpr Standing kGrade = assumed("No measured shares by grade were found.");

void describe_grades(const Muscles& muscle) {
  muscle.number(&MuscleModel::injured_grade1, {"injured_grade1", "Injured at grade I", "f of grade I", none,
                                               0.02, 0.3, researcher, "Share of the muscle.", kGrade});
  muscle.number(&MuscleModel::injured_grade2, {"injured_grade2", "Injured at grade II", "f of grade II", none,
                                               0.1, 0.7, researcher, "Share of the muscle.", kGrade});
  muscle.number(&MuscleModel::injured_grade3, {"injured_grade3", "Injured at grade III", "f of grade III",
                                               none, 0.4, 1, researcher, "Share of the muscle.", kGrade});
  muscle.number(&MuscleModel::injured_toxin,
                {"injured_toxin", "Injured by the toxin", "f of the toxin", none, 0.2, 1, researcher,
                 "Share of the muscle.", published("67 % of the cross-section: Haase 2024, its code")});
  const std::string_view scar = "Where the sleeves of the fibres are torn, a scar stays for good.";
  muscle.number(&MuscleModel::unscaffolded_grade1, {"unscaffolded_grade1", "Without scaffold at grade I",
                                                    "g of grade I", none, 0, 0.5, researcher, scar, kGrade});
  muscle.number(&MuscleModel::unscaffolded_grade2, {"unscaffolded_grade2", "Without scaffold at grade II",
                                                    "g of grade II", none, 0, 0.5, researcher, scar, kGrade});
  muscle.number(&MuscleModel::unscaffolded_grade3, {"unscaffolded_grade3", "Without scaffold at grade III",
                                                    "g of grade III", none, 0, 1, researcher, scar, kGrade});
  muscle.number(&MuscleModel::unscaffolded_toxin,
                {"unscaffolded_toxin", "Without scaffold after the toxin", "g of the toxin", none, 0, 0.5,
                 researcher, scar, assumed("A toxin spares the sleeves.")});
}

void describe_inflammation(const Muscles& muscle) {
  muscle.number(&MuscleModel::damage_time,
                {"damage_time", "How long damage calls", "time constant of G", day, 0.3, 4, researcher,
                 "The signal that brings the first white cells.", kTuned});
  muscle.number(&MuscleModel::neutrophil_rate, {"neutrophil_rate", "Arrival of neutrophils", "N' per G",
                                                per_day, 0.5, 6, researcher, "", kTuned});
  muscle.number(&MuscleModel::neutrophil_time,
                {"neutrophil_time", "Life of a neutrophil", "loss time of N", day, 0.3, 3, researcher, "",
                 assumed("Near the 12.5 h of Haase 2024.")});
  muscle.number(&MuscleModel::monocyte_by_neutrophils,
                {"monocyte_by_neutrophils", "Monocytes called by neutrophils", "Mo' per N", per_day, 0, 3,
                 researcher, "", kTuned});
  muscle.number(&MuscleModel::monocyte_by_debris, {"monocyte_by_debris", "Monocytes called by debris",
                                                   "Mo' per D", per_day, 0, 3, researcher, "", kTuned});
  muscle.number(&MuscleModel::monocyte_time,
                {"monocyte_time", "From monocyte to macrophage", "time from Mo to M1", day, 0.3, 4,
                 researcher, "", assumed("The 24 h of Haase 2024.")});
  muscle.number(&MuscleModel::m1_time, {"m1_time", "Loss of early macrophages", "loss time of M1", day, 1, 20,
                                        researcher, "Those that clear.", kTuned});
  muscle.number(&MuscleModel::m2_time,
                {"m2_time", "Loss of late macrophages", "loss time of M2", day, 1, 15, researcher,
                 "Those that build.", assumed("The half-life of 58 h of Haase 2024.")});
  muscle.number(&MuscleModel::switch_rate,
                {"switch_rate", "From clearing to building", "fastest w", per_day, 0.2, 4, researcher,
                 "Two kinds of macrophages are a simplification.", kTuned});
  muscle.number(&MuscleModel::switch_debris,
                {"switch_debris", "Debris that holds macrophages back", "x that halves w", none, 0.02, 0.6,
                 researcher, "Macrophages turn as debris goes.", kTuned});
  muscle.number(&MuscleModel::switch_by_cells,
                {"switch_by_cells", "Macrophages turned by cells", "gain of w per e", none, 0, 1, researcher,
                 "Only as far as the lens lets cells act.", hypothetical("Scale of animal studies.")});
  muscle.number(&MuscleModel::clearing_neutrophils,
                {"clearing_neutrophils", "Clearing by neutrophils", "loss of D per n", per_day, 0, 1,
                 researcher, "", kTuned});
  muscle.number(&MuscleModel::clearing_m1, {"clearing_m1", "Clearing by macrophages", "loss of D per m1",
                                            per_day, 0.1, 1.5, researcher, "", kTuned});
  muscle.number(&MuscleModel::clearing_base, {"clearing_base", "Clearing by itself", "loss of D", per_day, 0,
                                              0.4, researcher, "", kTuned});
}

void describe_satellites(const Muscles& muscle) {
  muscle.number(&MuscleModel::activation_rate, {"activation_rate", "Waking of muscle stem cells",
                                                "fastest act", per_day, 0.5, 5, researcher, "", kTuned});
  muscle.number(&MuscleModel::activation_debris, {"activation_debris", "Debris that wakes them",
                                                  "x of half act", none, 0.05, 0.8, researcher, "", kTuned});
  muscle.number(&MuscleModel::division_rate, {"division_rate", "Division of muscle stem cells", "fastest pro",
                                              per_day, 0.2, 3, researcher, "", kTuned});
  muscle.number(&MuscleModel::division_m1, {"division_m1", "Early macrophages that help division",
                                            "m1 of half pro", none, 0.05, 2, researcher, "", kTuned});
  muscle.number(&MuscleModel::division_by_cells,
                {"division_by_cells", "Division helped by cells", "gain of pro per e", none, 0, 1, researcher,
                 "Only as far as the lens lets cells act.", hypothetical("Scale of animal studies.")});
  muscle.number(&MuscleModel::division_crowding,
                {"division_crowding", "Most muscle stem cells awake", "A at most, times q0", none, 1, 10,
                 researcher, "", kTuned});
  muscle.number(&MuscleModel::fusion_rate, {"fusion_rate", "Muscle stem cells that build", "fastest dif",
                                            per_day, 0.1, 2, researcher, "", kTuned});
  muscle.number(&MuscleModel::m2_half,
                {"m2_half", "Late macrophages that help building", "m2 of half dif and ret", none, 0.05, 2,
                 researcher, "They also send stem cells back to rest.",
                 assumed("The return to rest was needed in Al-Ghazawi 2025.")});
  muscle.number(&MuscleModel::fusion_base, {"fusion_base", "Building without need", "share of dif", none, 0,
                                            1, researcher, "Where no fibre is missing.", kTuned});
  muscle.number(&MuscleModel::fusion_need, {"fusion_need", "How much need counts", "gain of dif per need",
                                            none, 0.5, 10, researcher, "", kTuned});
  muscle.number(&MuscleModel::rest_rate, {"rest_rate", "Muscle stem cells going back to rest", "fastest ret",
                                          per_day, 0.1, 2, researcher, "", kTuned});
  muscle.number(&MuscleModel::rest_base, {"rest_base", "Going to rest without macrophages", "share of ret",
                                          none, 0, 1, researcher, "", kTuned});
  muscle.number(&MuscleModel::pool_renewal, {"pool_renewal", "Refilling of the pool", "Q' per missing Q",
                                             per_day, 0, 0.2, researcher, "", kTuned});
  muscle.number(&MuscleModel::activated_loss, {"activated_loss", "Loss of muscle stem cells awake",
                                               "loss of A", per_day, 0, 0.3, researcher, "", kTuned});
  muscle.number(&MuscleModel::age_from, {"age_from", "Age from which healing slows", "alpha falls from", year,
                                         18, 60, researcher, "", assumed()});
  muscle.number(&MuscleModel::age_loss,
                {"age_loss", "Slower with each year", "loss of alpha a year", none, 0, 0.02, researcher,
                 "Muscle stem cells of older people divide less.", assumed()});
  muscle.number(&MuscleModel::age_floor,
                {"age_floor", "Slowest in old age", "least alpha", none, 0.2, 1, researcher, "", assumed()});
}

void describe_fibres(const Muscles& muscle) {
  muscle.number(&MuscleModel::myocyte_rate, {"myocyte_rate", "Myocytes joining into fibres", "loss of C",
                                             per_day, 0.3, 4, researcher, "", kTuned});
  muscle.number(&MuscleModel::fibre_yield, {"fibre_yield", "Fibre from each myocyte", "R' per fused C", none,
                                            0.2, 2, researcher, "Where there is room and scaffold.", kTuned});
  muscle.number(&MuscleModel::maturation_time, {"maturation_time", "Maturing of new fibre",
                                                "time from R to RM", day, 2, 30, researcher, "", kTuned});
  muscle.number(&MuscleModel::progenitor_rate,
                {"progenitor_rate", "Growth of scar-forming cells", "B' per n + m1", per_day, 0.05, 0.6,
                 researcher, "Fibro-adipogenic progenitors.", kTuned});
  muscle.number(&MuscleModel::progenitor_maximum,
                {"progenitor_maximum", "Most scar-forming cells", "B at most, times normal", none, 1.5, 10,
                 researcher, "", kTuned});
  muscle.number(&MuscleModel::progenitor_time,
                {"progenitor_time", "Loss of scar-forming cells", "loss time of B", day, 1, 20, researcher,
                 "They die when macrophages turn.", recalled("Joe 2010, Lemos 2015; the pace is ours")});
  muscle.number(&MuscleModel::collagen_rate,
                {"collagen_rate", "Excess collagen laid down", "Cx' per B above normal", per_day, 0, 0.6,
                 researcher, "", kTuned});
  muscle.number(&MuscleModel::collagen_by_cells,
                {"collagen_by_cells", "Less collagen with cells", "loss of Cx' per e", none, 0, 1, researcher,
                 "Only as far as the lens lets cells act.", hypothetical("Scale of animal studies.")});
  muscle.number(&MuscleModel::collagen_loss, {"collagen_loss", "Excess collagen taken away", "loss of Cx",
                                              per_day, 0.01, 0.3, researcher, "", kTuned});
}

}  // namespace

void describe(const Walk<MuscleModel>& muscle) {
  muscle.number(&MuscleModel::human_time,
                {"human_time", "How much slower people heal than mice", "s_h", none, 1, 2.5, lecturer,
                 "The clock of the model is that of mice; this stretches it.",
                 assumed("No time course of satellite cells in people is known.")});
  muscle.number(&MuscleModel::satellite_pool,
                {"satellite_pool", "Muscle stem cells at rest", "q0, of the normal pool", none, 0.01, 1.5,
                 lecturer, "Without them muscle does not regrow.",
                 published("Regeneration is blocked without them: Development 138:3639")});
  muscle.number(&MuscleModel::monocyte_inflow,
                {"monocyte_inflow", "Arrival of monocytes", "factor on monocyte inflow", none, 0, 2,
                 researcher, "Without them debris stays and muscle regrows less.", assumed()});
  describe_grades(muscle);
  describe_inflammation(muscle);
  describe_satellites(muscle);
  describe_fibres(muscle);
}

}  // namespace mend::params

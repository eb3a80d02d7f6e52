// The constants of the cells themselves, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Cells = Walk<CellModel>;

void describe_dose(const Cells& cell) {
  cell.number(&CellModel::half_dose, {"half_dose", "Dose of half the effect", "ED50 of u(D)", cells, 1e6, 1e8,
                                      researcher, "In muscle and ligament.", assumed()});
  cell.number(&CellModel::inhibiting_dose,
              {"inhibiting_dose", "Dose that is too much", "Di of u(D)", cells, 2e7, 1e9, researcher,
               "Above it more cells do less.", assumed("Trials show no gain with dose.")});
}

void describe_stay(const Cells& cell) {
  const Standing stay = assumed("Most cells are lost early (Baldari 2017); some stay for weeks (Li 2016).");
  const std::string_view where = "In muscle and ligament.";
  cell.number(&CellModel::viability, {"viability", "Cells alive when injected", "viability", none, 0.6, 0.95,
                                      lecturer, where, assumed()});
  cell.number(&CellModel::slow_share, {"slow_share", "Cells that stay for weeks", "share of Vs", none, 0, 0.5,
                                       researcher, where, stay});
  cell.number(&CellModel::lasting_share, {"lasting_share", "Cells that stay for months", "share of Ve", none,
                                          0, 0.05, researcher, where, stay});
  cell.number(&CellModel::fast_half_life, {"fast_half_life", "How long most cells stay", "half-life of Vf",
                                           day, 0.2, 5, researcher, where, stay});
  cell.number(&CellModel::slow_half_life, {"slow_half_life", "How long some cells stay", "half-life of Vs",
                                           day, 5, 30, researcher, where, stay});
  cell.number(&CellModel::lasting_half_life, {"lasting_half_life", "How long a few cells stay",
                                              "half-life of Ve", day, 30, 700, researcher, where, stay});
  cell.number(&CellModel::signal_rise, {"signal_rise", "Rise of the cells' signal", "tau_P", day, 0.5, 15,
                                        researcher, where, assumed()});
  cell.number(&CellModel::signal_fade, {"signal_fade", "Fading of the cells' signal", "time constant of P",
                                        day, 3, 60, researcher, "Once the cells are gone.", assumed()});
  cell.number(&CellModel::signal_threshold,
              {"signal_threshold", "Cells that keep the signal up", "V of the injected number", none, 0.001,
               0.2, researcher, where, assumed()});
  const Standing source = assumed("No source of cells is proven better than another.");
  cell.number(&CellModel::signal_marrow, {"signal_marrow", "Signal of marrow cells", "g_src of marrow", none,
                                          0.5, 1, researcher, where, source});
  cell.number(&CellModel::signal_fat,
              {"signal_fat", "Signal of fat cells", "g_src of fat", none, 0.5, 1, researcher, where, source});
  cell.number(&CellModel::signal_cord, {"signal_cord", "Signal of cord cells", "g_src of cord", none, 0.5, 1,
                                        researcher, where, source});
}

void describe_donor(const Cells& cell) {
  const Standing limit = recalled("41 +- 10 doublings young, 24 +- 11 old: Stenderup 2003");
  cell.number(&CellModel::doublings, {"doublings", "How often young cells can divide", "N_max when young",
                                      none, 20, 60, lecturer, "Then they stop for good.", limit});
  cell.number(&CellModel::doublings_age, {"doublings_age", "Age of those young donors", "age of N_max", year,
                                          18, 30, researcher, "", limit});
  cell.number(&CellModel::doublings_loss, {"doublings_loss", "Divisions lost with each year",
                                           "loss of N_max a year", none, 0, 0.6, researcher, "", limit});
  cell.number(&CellModel::doublings_floor, {"doublings_floor", "Fewest divisions in old age", "least N_max",
                                            none, 5, 20, researcher, "", assumed()});
  cell.number(&CellModel::potency_age,
              {"potency_age", "Age at which own cells are full", "age of potency 1", year, 18, 50, researcher,
               "Own cells of older people signal less, as they divide less.", assumed()});
  const Standing donor = assumed("Donors are chosen young.");
  cell.number(&CellModel::donor_age, {"donor_age", "Age of other donors", "donor age, marrow and fat", year,
                                      18, 60, researcher, "Where the cells are not one's own.", donor});
  cell.number(&CellModel::cord_donor_age,
              {"cord_donor_age", "Age of cord cells", "donor age, cord", year, 0, 1, researcher, "", donor});
  const Standing telomere = recalled("L0 10-11 kb, 50-100 bases a doubling, arrest at 5-6 kb: Baxter 2004");
  cell.number(&CellModel::telomere_start, {"telomere_start", "Chromosome ends at first", "L0, kb", none, 8,
                                           14, researcher, "In thousands of bases.", telomere});
  cell.number(&CellModel::telomere_arrest, {"telomere_arrest", "Chromosome ends that stop division",
                                            "arrest, kb", none, 4, 7, researcher, "", telomere});
  cell.number(&CellModel::telomere_loss, {"telomere_loss", "Ends lost with each division", "d, kb a doubling",
                                          none, 0.03, 0.15, researcher, "", telomere});
  const Standing share = recalled("one in 1e4 at birth, one in 2e6 at 80 years: Caplan 2007");
  cell.number(&CellModel::harvest, {"harvest", "Cells taken from the donor", "nucleated cells for culture",
                                    cells, 1e7, 1e10, researcher, "Most are other cells.", assumed()});
  cell.number(&CellModel::stem_share_newborn,
              {"stem_share_newborn", "Stem cells among them at birth", "CFU-F per cell, newborn", none, 1e-5,
               1e-3, researcher, "In marrow.", share});
  cell.number(&CellModel::stem_share_80,
              {"stem_share_80", "Stem cells among them at 80", "CFU-F per cell, 80 years", none, 1e-7, 1e-5,
               researcher, "In marrow; a series of 100 people found less decline.", share});
  cell.number(&CellModel::fat_yield,
              {"fat_yield", "More stem cells in fat", "yield of fat, of marrow", none, 100, 1000, lecturer,
               "For the same amount of tissue.", recalled("100 to 1000 times: Zuk 2002")});
  cell.number(&CellModel::cord_yield, {"cord_yield", "Stem cells in cord", "yield of cord, of marrow", none,
                                       0.1, 1000, researcher, "", assumed()});
}

void describe_renewal(const Cells& cell) {
  const Standing form = assumed("Form after Lander 2009; the numbers are ours.");
  cell.number(&CellModel::division_rate,
              {"division_rate", "How often stem cells divide", "v", per_day, 0.1, 2, researcher, "", form});
  cell.number(&CellModel::renewal_maximum,
              {"renewal_maximum", "Daughters that stay stem cells", "pm", none, 0.55, 0.95, researcher,
               "At most: above half, the pool grows.", form});
  cell.number(&CellModel::progeny_loss,
              {"progeny_loss", "Loss of mature cells", "d", per_day, 0.05, 1, researcher, "", form});
  cell.number(&CellModel::feedback_gain,
              {"feedback_gain", "How mature cells hold back renewal", "g", none, 0.1, 2, researcher,
               "Feedback sets how many mature cells there are.", form});
  cell.number(&CellModel::feedback_steepness, {"feedback_steepness", "How sharply they do",
                                               "n of the feedback", none, 0.5, 4, researcher, "", form});
  cell.number(&CellModel::niche_start, {"niche_start", "Stem cells in the niche at first", "S(0)", none,
                                        0.001, 2, researcher, "The end does not depend on it.", form});
  cell.number(&CellModel::clone_symmetry,
              {"clone_symmetry", "Divisions into two of a kind", "r", none, 0.05, 0.5, researcher,
               "Chance of two stem cells, and of none.", assumed()});
}

constexpr Standing kFate = assumed("Cues after laboratory studies; all rates are ours.");

void describe_solid_fates(const Cells& cell) {
  const Standing stiffness = recalled("8-17 kPa muscle, 25-40 kPa bone, below 1 nerve: Engler 2006");
  cell.number(&CellModel::cartilage_rate, {"cartilage_rate", "Fastest change to cartilage cells",
                                           "kmax chondro", per_day, 0, 0.5, researcher, "", kFate});
  cell.number(&CellModel::cartilage_tgf,
              {"cartilage_tgf", "Growth factor for cartilage", "TGF-b of half kmax, ng/ml", none, 0.3, 30,
               researcher, "", assumed("10 ng/ml is the usual dose in culture: Kim 2012.")});
  cell.number(&CellModel::cartilage_inflammation,
              {"cartilage_inflammation", "Inflammation that stops it", "Ki of TNF and IL-1, chondro", none,
               0.05, 5, researcher, "Of the highest in the model.", kFate});
  cell.number(&CellModel::cartilage_stiffness, {"cartilage_stiffness", "Stiffness for cartilage",
                                                "E of chondro, kPa", none, 1, 100, researcher, "", kFate});
  cell.number(&CellModel::ligament_rate, {"ligament_rate", "Fastest change to ligament cells", "kmax teno",
                                          per_day, 0, 0.5, researcher, "", kFate});
  cell.number(&CellModel::ligament_strain, {"ligament_strain", "Stretch for ligament",
                                            "strain of half kmax, %", none, 0.5, 15, researcher, "", kFate});
  cell.number(&CellModel::ligament_inflammation,
              {"ligament_inflammation", "Inflammation that stops it", "Ki of TNF, teno", none, 0.05, 5,
               researcher, "Of the highest in the model.", kFate});
  cell.number(&CellModel::ligament_stiffness, {"ligament_stiffness", "Stiffness for ligament",
                                               "E of teno, kPa", none, 1, 100, researcher, "", kFate});
  cell.number(&CellModel::bone_rate, {"bone_rate", "Fastest change to bone cells", "kmax osteo", per_day, 0,
                                      0.5, researcher, "", kFate});
  cell.number(&CellModel::bone_bmp, {"bone_bmp", "Growth factor for bone", "BMP of half kmax, ng/ml", none, 5,
                                     500, researcher, "", kFate});
  cell.number(&CellModel::bone_stiffness, {"bone_stiffness", "Stiffness for bone", "E of osteo, kPa", none, 1,
                                           100, researcher, "", stiffness});
}

void describe_soft_fates(const Cells& cell) {
  const Standing stiffness = recalled("8-17 kPa muscle, 25-40 kPa bone, below 1 nerve: Engler 2006");
  cell.number(&CellModel::muscle_rate, {"muscle_rate", "Fastest change to muscle cells", "kmax myo", per_day,
                                        0, 2, researcher, "Of muscle's own stem cells.", kFate});
  cell.number(&CellModel::muscle_m2, {"muscle_m2", "Late macrophages for muscle", "m2 of half kmax", none,
                                      0.05, 2, researcher, "", kFate});
  cell.number(&CellModel::muscle_fibrosis,
              {"muscle_fibrosis", "Scarring that stops it", "Ki of TGF-b, myo", none, 0.1, 10, researcher,
               "Of the highest in the model.", kFate});
  cell.number(&CellModel::muscle_stiffness, {"muscle_stiffness", "Stiffness for muscle", "E of myo, kPa",
                                             none, 1, 100, researcher, "", stiffness});
  cell.number(&CellModel::schwann_rate,
              {"schwann_rate", "Fastest change to Schwann-like cells", "kmax Schwann-like", per_day, 0, 0.5,
               researcher, "Their lasting identity is unsure.", kFate});
  cell.number(&CellModel::schwann_factor,
              {"schwann_factor", "Growth factor for Schwann-like", "GGF of half kmax, relative", none, 0.05,
               5, researcher, "", kFate});
  cell.number(&CellModel::schwann_inflammation,
              {"schwann_inflammation", "Inflammation that stops it", "Ki of TNF, Schwann-like", none, 0.05, 5,
               researcher, "Of the highest in the model.", kFate});
  cell.number(&CellModel::schwann_stiffness,
              {"schwann_stiffness", "Stiffness for Schwann-like", "E of Schwann-like, kPa", none, 0.1, 10,
               researcher, "", stiffness});
  cell.number(&CellModel::cue_steepness, {"cue_steepness", "How sharply a cue acts", "n of the fates", none,
                                          0.5, 4, researcher, "Of all fates but muscle.", kFate});
  cell.number(&CellModel::muscle_cue_steepness, {"muscle_cue_steepness", "How sharply it acts in muscle",
                                                 "n of myo", none, 0.5, 4, researcher, "", kFate});
  cell.number(&CellModel::stiffness_width, {"stiffness_width", "How much stiffness matters", "s of ln E",
                                            none, 0.2, 2, researcher, "Less is pickier.", kFate});
  cell.number(&CellModel::muscle_fusion,
              {"muscle_fusion", "Injected cells that join muscle", "of injected cells, relative to myo", none,
               0, 1, researcher, "Joining fibres is rare.", assumed("Rare; the number is ours.")});
  cell.number(&CellModel::joint_tgf, {"joint_tgf", "Growth factor in the joint", "TGF-b, ng/ml", none, 0, 30,
                                      researcher, "In the hole of the cartilage.", assumed()});
  cell.number(&CellModel::full_load_strain,
              {"full_load_strain", "Stretch under normal load", "strain at load 1, %", none, 0, 15,
               researcher, "Of a ligament whose ends are bridged.", assumed()});
}

}  // namespace

void describe(const Walk<CellModel>& cell) {
  describe_dose(cell);
  describe_stay(cell);
  describe_donor(cell);
  describe_renewal(cell);
  describe_solid_fates(cell);
  describe_soft_fates(cell);
}

}  // namespace mend::params

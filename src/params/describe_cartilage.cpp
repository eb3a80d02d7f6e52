// The constants of the cartilage defect, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Defects = Walk<DefectModel>;

void describe_crowd(const Defects& defect) {
  const Standing motility =
      assumed("From the speed of cells in gels, recalled: 10-12 um/h with turns each hour.");
  defect.number(&DefectModel::crowding,
                {"crowding", "Room for cells", "C*", cells_per_mm3, 2e4, 1e6, researcher,
                 "Repair tissue holds no more cells than this.", assumed()});
  defect.number(&DefectModel::stem_mobility,
                {"stem_mobility", "Wandering of stem cells in matrix", "D_S0", mm2_per_day, 1e-4, 1e-2,
                 researcher, "Fastest at some matrix, slow in none or much.", motility});
  defect.number(&DefectModel::stem_mobility_base,
                {"stem_mobility_base", "Wandering of stem cells without matrix", "D_S00", mm2_per_day, 1e-5,
                 1e-3, researcher, "", motility});
  defect.number(&DefectModel::chondrocyte_mobility,
                {"chondrocyte_mobility", "Wandering of cartilage cells in matrix", "D_C0", mm2_per_day, 5e-5,
                 5e-3, researcher, "Half that of stem cells.", assumed()});
  defect.number(&DefectModel::chondrocyte_mobility_base,
                {"chondrocyte_mobility_base", "Wandering of cartilage cells without matrix", "D_C00",
                 mm2_per_day, 5e-6, 5e-4, researcher, "", assumed()});
  defect.number(&DefectModel::matrix_mobility,
                {"matrix_mobility", "Spreading of matrix", "D_m", mm2_per_day, 0, 1e-4, researcher,
                 "Small; keeps the numbers smooth.", assumed()});
  defect.number(&DefectModel::migration_matrix, {"migration_matrix", "Matrix for fastest wandering", "m1",
                                                 none, 0.05, 0.6, researcher, "", assumed()});
  defect.number(&DefectModel::proliferation_matrix, {"proliferation_matrix", "Matrix for fastest division",
                                                     "m2", none, 0.05, 0.6, researcher, "", assumed()});
}

void describe_fates(const Defects& defect) {
  const Standing doubling = assumed("Doubling in 7-17 days; in dishes cells double in 1-2.5 days.");
  const Standing threshold = recalled("Lutianov 2011: stem cells change only where they are crowded");
  defect.number(&DefectModel::stem_division, {"stem_division", "Division of stem cells in matrix", "p10",
                                              per_day, 0, 0.2, researcher, "", doubling});
  defect.number(&DefectModel::stem_division_base, {"stem_division_base", "Division of stem cells", "p100",
                                                   per_day, 0, 0.15, researcher, "", doubling});
  defect.number(&DefectModel::chondrocyte_division,
                {"chondrocyte_division", "Division of cartilage cells in matrix", "p40", per_day, 0, 0.1,
                 researcher, "", assumed("Doubling in 15-46 days.")});
  defect.number(&DefectModel::chondrocyte_division_base,
                {"chondrocyte_division_base", "Division of cartilage cells", "p400", per_day, 0, 0.05,
                 researcher, "", assumed("Doubling in 15-46 days.")});
  defect.number(&DefectModel::differentiation,
                {"differentiation", "Stem cells becoming cartilage cells", "p2", per_day, 0.01, 0.2,
                 researcher, "Takes about three weeks in the dish.",
                 published("three weeks, relatively inefficient: PubMed 37923731")});
  defect.number(&DefectModel::threshold_maximum,
                {"threshold_maximum", "Crowd needed without matrix", "S0max", none, 0.1, 0.8, researcher,
                 "Stem cells change only where this many are together.", threshold});
  defect.number(&DefectModel::threshold_minimum, {"threshold_minimum", "Crowd needed in matrix", "S0min",
                                                  none, 0.005, 0.08, researcher, "", threshold});
  defect.number(&DefectModel::threshold_matrix, {"threshold_matrix", "Matrix that eases the change", "m_t",
                                                 none, 0.02, 0.5, researcher, "", assumed()});
  defect.number(&DefectModel::hypoxic_death, {"hypoxic_death", "Death without oxygen", "p3, p5", per_day, 0,
                                              0.3, researcher, "", recalled("Lutianov 2011")});
  defect.number(&DefectModel::oxygen_half,
                {"oxygen_half", "Oxygen for half the pace", "n0", none, 0.02, 0.5, researcher,
                 "As a share of the oxygen in the joint fluid.", published("Zhou, Cui and Urban 2004")});
  defect.number(&DefectModel::oxygen_switch, {"oxygen_switch", "Oxygen needed to live", "n1", none, 0.02, 0.2,
                                              researcher, "", published("Zhou, Cui and Urban 2004")});
  defect.number(&DefectModel::oxygen_diffusion,
                {"oxygen_diffusion", "Spreading of oxygen", "D_n", mm2_per_day, 50, 500, researcher, "",
                 recalled("2e-9 m2/s, textbook value")});
  defect.number(&DefectModel::oxygen_uptake,
                {"oxygen_uptake", "Oxygen used by cells", "q at C*", per_day, 20, 500, researcher, "",
                 published("Zhou 2004, Heywood: 3-10 fmol a cell and hour")});
}

void describe_matrix(const Defects& defect) {
  const Standing retention = assumed("Between the retention of cells in gels and of cells in fluid.");
  defect.number(&DefectModel::synthesis,
                {"synthesis", "Making of matrix", "k8", per_day, 0.005, 0.06, researcher,
                 "By a full crowd of cartilage cells.",
                 assumed("Set to repair in about 18 months, as Lutianov 2011 found.")});
  defect.number(&DefectModel::synthesis_inhibition,
                {"synthesis_inhibition", "Inflammation that halves it", "p_IC", none, 0.5, 10, researcher,
                 "Inflammation slows the making of matrix before it digests any.", assumed()});
  defect.number(&DefectModel::implant_loss, {"implant_loss", "Cells lost from a gel", "lambda of an implant",
                                             per_day, 0, 0.1, researcher, "", retention});
  defect.number(&DefectModel::microfracture_loss,
                {"microfracture_loss", "Cells lost from a clot", "lambda after microfracture", per_day, 0,
                 0.1, researcher, "", retention});
  defect.number(&DefectModel::microfracture_seed,
                {"microfracture_seed", "Marrow cells after microfracture", "S on the floor", none, 0, 0.3,
                 researcher, "As a share of the crowd.", assumed()});
  defect.number(
      &DefectModel::implant_seed,
      {"implant_seed", "Cells of an implant", "S or C of 1e6 cells/cm2", none, 0.05, 0.9, researcher,
       "As a share of the crowd, on the floor.", assumed("Follows from C* and the depth of the layer.")});
  defect.number(&DefectModel::seed_depth, {"seed_depth", "Depth of the first cells", "seed depth", mm, 0.1,
                                           0.5, researcher, "", assumed()});
  defect.number(&DefectModel::seed_width, {"seed_width", "Edge of the first cells", "seed width", mm, 0.02,
                                           0.2, researcher, "", assumed()});
  defect.number(&DefectModel::initial_matrix,
                {"initial_matrix", "Matrix at the start", "m(0)", none, 0, 0.1, researcher, "", assumed()});
}

void describe_switches(const Defects& defect) {
  defect.number(&DefectModel::switch_width,
                {"switch_width", "Sharpness of a threshold", "width of H and T", none, 0.001, 0.1, researcher,
                 "Living and changing cells come in over this much.", recalled("Lutianov 2011")});
  defect.number(&DefectModel::held_by_matrix,
                {"held_by_matrix", "Matrix that holds cells", "m that leaves 1/e of lambda", none, 0.02, 0.5,
                 researcher, "", assumed()});
  defect.number(&DefectModel::chondrocyte_loss,
                {"chondrocyte_loss", "Cartilage cells lost", "share of lambda", none, 0, 1, researcher,
                 "They sit in their own matrix, and leave less than stem cells do.", assumed()});
  defect.number(
      &DefectModel::room_taken_by_matrix,
      {"room_taken_by_matrix", "Room taken by matrix", "1 - K at m = 1", none, 0.5, 0.99, researcher,
       "What is left is the crowd of healthy cartilage.", published("9,626 cells/mm3: Hunziker 2002")});
  defect.number(&DefectModel::young_matrix_wear,
                {"young_matrix_wear", "Wear of young matrix", "factor in k_deg [1 + 6 (1-m)]", none, 0, 20,
                 researcher, "Thin new tissue wears faster than cartilage.", assumed()});
}

void describe_sources(const Defects& defect) {
  const Standing hyaline = assumed("Published only as hyaline-like or fibrous.");
  defect.number(&DefectModel::hyaline_chondrocytes,
                {"hyaline_chondrocytes", "True cartilage from cartilage cells", "hy after ACI", none, 0, 1,
                 researcher, "Share of the new collagen that is of the smooth kind.", hyaline});
  defect.number(&DefectModel::hyaline_stem, {"hyaline_stem", "True cartilage from stem cells", "hy of MSC",
                                             none, 0, 1, researcher, "", hyaline});
  defect.number(&DefectModel::hyaline_microfracture,
                {"hyaline_microfracture", "True cartilage after microfracture", "hy of a marrow clot", none,
                 0, 1, researcher, "", hyaline});
  defect.number(&DefectModel::hyaline_inhibition,
                {"hyaline_inhibition", "Inflammation that halves it", "p that halves hy", none, 0.5, 10,
                 researcher, "In an inflamed joint more of the new tissue is scar.", assumed()});
  defect.number(
      &DefectModel::division_fat,
      {"division_fat", "Division of cells from fat", "factor on p10, p100", none, 0.5, 3, researcher,
       "Beside cells from marrow.", assumed("In dishes 45 h against 61 h: BioMed Res Int 2013 901821.")});
  defect.number(
      &DefectModel::division_cord,
      {"division_cord", "Division of cells from cord", "factor on p10, p100", none, 0.5, 3, researcher,
       "Beside cells from marrow.", assumed("In dishes 24 h against 61 h: BioMed Res Int 2013 901821.")});
  defect.number(&DefectModel::microfracture_response,
                {"microfracture_response", "How well microfracture takes", "factor on k8 after microfracture",
                 none, 0.01, 1, lecturer, "People differ much in this; a cohort draws it for each.",
                 assumed("Set to good, moderate and poor fill in 54, 29 and 17 %: Mithoefer 2005.")});
}

void describe_age(const Defects& defect) {
  const Standing age = assumed("Old cells make less matrix; the curve is ours.");
  defect.number(&DefectModel::young_age, {"young_age", "Full making of matrix until", "age of k8 x 1", year,
                                          18, 45, researcher, "", age});
  defect.number(&DefectModel::middle_age,
                {"middle_age", "Middle age", "age of the middle factor", year, 45, 60, researcher, "", age});
  defect.number(&DefectModel::old_age, {"old_age", "Old age", "age of the last factor", year, 60, 90,
                                        researcher, "The factor falls no further.", age});
  defect.number(&DefectModel::synthesis_middle_age, {"synthesis_middle_age", "Making of matrix in middle age",
                                                     "factor on k8", none, 0.3, 1, researcher, "", age});
  defect.number(&DefectModel::synthesis_old_age, {"synthesis_old_age", "Making of matrix in old age",
                                                  "factor on k8", none, 0.1, 1, researcher, "", age});
}

void describe_growth_factors(const Defects& defect) {
  const Standing form = assumed("Form after Campbell 2019; off by default.");
  defect.flag(&DefectModel::growth_factors,
              {"growth_factors", "Growth factors between the cells", "Campbell-type terms", none, 0, 0,
               researcher, "Stem and cartilage cells help each other in the first year.", form});
  defect.number(&DefectModel::signal_half, {"signal_half", "Cells for half the signal",
                                            "half point of g and b", none, 0.01, 0.5, researcher, "", form});
  defect.number(&DefectModel::signal_area, {"signal_area", "Reach of the signal, squared", "L2 of g and b",
                                            mm2, 0.01, 2, researcher, "", form});
  defect.number(&DefectModel::signal_crowding,
                {"signal_crowding", "Change without a crowd", "share of b in T", none, 0, 1, researcher,
                 "Cartilage cells' signal changes stem cells that are not crowded.", form});
}

void describe_space(const Defects& defect) {
  const Standing awl = recalled("Holes 3-4 mm apart: Steadman 2001");
  defect.number(&DefectModel::gag_share,
                {"gag_share", "Glycosaminoglycan in new matrix", "GAG share of new m", none, 0.05, 0.5,
                 researcher, "The rest is collagen; this is what holds the water.", assumed()});
  defect.number(&DefectModel::gag_wear,
                {"gag_wear", "Loss of glycosaminoglycan", "rate of its loss, of collagen's", none, 1, 20,
                 researcher, "It goes first when tissue wears.", assumed()});
  defect.number(&DefectModel::cytokine_reach,
                {"cytokine_reach", "Reach of inflammation into the tissue", "decay length of the cytokine",
                 mm, 0.1, 5, researcher, "Shown only.", assumed()});
  defect.number(&DefectModel::settling_patch,
                {"settling_patch", "Size of patches of injected cells", "half wave of the settled density",
                 mm, 1, 10, researcher, "Cells that settle out of the fluid do not lie evenly.", assumed()});
  defect.number(&DefectModel::settling_unevenness,
                {"settling_unevenness", "Unevenness of injected cells", "spread of ln density", none, 0, 1,
                 researcher, "0 lays them evenly, as a carrier does.", assumed()});
  defect.number(&DefectModel::awl_spacing,
                {"awl_spacing", "Distance between awl holes", "spacing of microfracture", mm, 2, 8,
                 researcher, "Marrow cells come up through holes in the bone.", awl});
  defect.number(&DefectModel::awl_radius,
                {"awl_radius", "Reach of an awl hole", "spread of the density round a hole", mm, 0.3, 3,
                 researcher, "How wide the cells of one hole spread in the clot.", assumed()});
  defect.number(&DefectModel::clot_share,
                {"clot_share", "Marrow cells between the holes", "density far from a hole", none, 0, 5,
                 researcher, "Of the density above a hole; the clot carries them there.", assumed()});
}

}  // namespace

void describe(const Walk<DefectModel>& defect) {
  describe_crowd(defect);
  describe_fates(defect);
  describe_matrix(defect);
  describe_switches(defect);
  describe_sources(defect);
  describe_age(defect);
  describe_growth_factors(defect);
  describe_space(defect);
}

}  // namespace mend::params

// The constants of the joint equations and of the cartilage defect, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Joints = Walk<JointModel>;
using Defects = Walk<DefectModel>;

constexpr Standing kRetention =
    assumed("Set to the retention of injected cells in animals (Satue 2019, Li 2016).");
constexpr Standing kTuned = assumed("Tuned to the controlled trials of plain injections.");
constexpr Standing kDrive = assumed("Gives the pain and the wear of each grade.");

void describe_cells(const Joints& joint) {
  joint.number(&JointModel::attach_rate,
               {"attach_rate", "Floating cells that settle", "attachment rate", per_day, 0.1, 2, researcher,
                "From the fluid to the lining of the joint.", kRetention});
  joint.number(&JointModel::clear_rate,
               {"clear_rate", "Floating cells that are washed out", "clearance rate", per_day, 0.1, 2,
                researcher, "Out of the fluid for good.", kRetention});
  joint.number(&JointModel::death_rate,
               {"death_rate", "Settled cells that die", "death rate", per_day, 0.02, 0.5, researcher,
                "Most settled cells are gone within weeks.", kRetention});
  joint.number(&JointModel::half_effect_cells,
               {"half_effect_cells", "Cells for half the effect", "Nh", cells, 1e6, 5e7, researcher,
                "Signalling cells that bring half of the largest signal.", kTuned});
  joint.number(&JointModel::lesion_cell_weight,
               {"lesion_cell_weight", "Weight of cells in the hole", "weight in Neff", none, 0, 1, researcher,
                "How much a cell in the lesion signals, beside one on the lining.", assumed()});
  joint.number(&JointModel::licensing_maximum,
               {"licensing_maximum", "Strongest cell signal", "licensing maximum", none, 0.5, 2, researcher,
                "Cells signal more in an inflamed joint, up to this.", kTuned});
  joint.number(&JointModel::licensing_half,
               {"licensing_half", "Inflammation that wakes the cells", "licensing half point", none, 0.05, 1,
                researcher, "Inflammation at which cells give half of that signal.", kTuned});
}

void describe_inflammation(const Joints& joint) {
  joint.number(&JointModel::inflammation_time,
               {"inflammation_time", "Pace of inflammation", "time constant of p", day, 5, 40, researcher,
                "How fast the joint warms up or calms down.", assumed()});
  joint.number(&JointModel::resolution_time,
               {"resolution_time", "Pace of the calming signals", "time constant of a", day, 2, 15,
                researcher, "How fast anti-inflammatory signals rise and fall.", assumed()});
  joint.number(&JointModel::drive_kl0, {"drive_kl0", "Drive of a healthy knee", "p0 at grade 0", none, 0.02,
                                        0.5, researcher, "What keeps inflammation going.", kDrive});
  joint.number(&JointModel::drive_kl1, {"drive_kl1", "Drive at grade 1", "p0 at grade 1", none, 0.02, 0.5,
                                        researcher, "What keeps inflammation going.", kDrive});
  joint.number(&JointModel::drive_kl2, {"drive_kl2", "Drive at grade 2", "p0 at grade 2", none, 0.02, 0.5,
                                        researcher, "What keeps inflammation going.", kDrive});
  joint.number(&JointModel::drive_kl3, {"drive_kl3", "Drive at grade 3", "p0 at grade 3", none, 0.02, 0.5,
                                        researcher, "What keeps inflammation going.", kDrive});
  joint.number(&JointModel::drive_kl4, {"drive_kl4", "Drive at grade 4", "p0 at grade 4", none, 0.02, 0.5,
                                        researcher, "What keeps inflammation going.", kDrive});
  joint.number(&JointModel::gain, {"gain", "How inflammation feeds itself", "gain", none, 1, 2, researcher,
                                   "At 1.85 one injury can leave a joint inflamed for good.",
                                   assumed("Form after Baker 2013 and 2017.")});
  joint.number(
      &JointModel::resolution_from_inflammation,
      {"resolution_from_inflammation", "Calming from inflammation", "share of p in a", none, 0, 1, researcher,
       "Inflammation calls up its own brake.", assumed("Form after Baker 2013 and 2017.")});
  joint.number(&JointModel::resolution_from_cells,
               {"resolution_from_cells", "Calming from cells", "share of M in a", none, 0, 1.5, researcher,
                "What the cells' signals add to the brake.", kTuned});
  joint.number(&JointModel::resolution_from_memory,
               {"resolution_from_memory", "Calming from macrophages", "share of R in a", none, 0, 1.5,
                researcher, "What resolving macrophages add to the brake.", kTuned});
  joint.number(&JointModel::memory_rate,
               {"memory_rate", "Macrophages won over", "rate of R", per_day, 0.01, 0.2, researcher,
                "How fast cells turn macrophages to the resolving kind.", kTuned});
  joint.number(&JointModel::memory_lifetime,
               {"memory_lifetime", "How long the effect lasts", "lifetime of R", day, 100, 1000, lecturer,
                "The one number that makes relief outlive the cells.",
                assumed("Fitted to relief that lasts 6-12 months; nobody has measured it.")});
  joint.number(&JointModel::steroid_peak,
               {"steroid_peak", "Strength of a steroid injection", "s after an injection", none, 0, 1,
                researcher, "Share of the drive of inflammation that it blocks.",
                assumed("Set to the Cochrane review of 2015 at 1-6 weeks.")});
  joint.number(
      &JointModel::steroid_lifetime,
      {"steroid_lifetime", "How long a steroid works", "lifetime of s", day, 5, 60, researcher,
       "Its effect falls to a third in this time.", assumed("Set to an effect that is gone by 4-6 months.")});
}

void describe_wear_and_pain(const Joints& joint) {
  joint.number(&JointModel::cartilage_loss, {"cartilage_loss", "Wear of cartilage", "k_deg", per_year, 0,
                                             0.12, lecturer, "Thickness lost in a year at full inflammation.",
                                             published("3.7 % a year: Raynauld 2006, Wluka 2006")});
  joint.number(&JointModel::steroid_cartilage_loss,
               {"steroid_cartilage_loss", "Wear from steroids", "loss with s", per_day, 0, 0.003, researcher,
                "Many steroid injections thin the cartilage.", recalled("McAlindon 2017")});
  joint.number(&JointModel::exercise_factor,
               {"exercise_factor", "Effect of exercise", "factor on p0", none, 0.5, 1, researcher,
                "An exercise programme multiplies the drive by this.", assumed()});
  joint.number(&JointModel::pain_maximum,
               {"pain_maximum", "Most pain from inflammation", "share of p in VAS", vas_mm, 20, 80,
                researcher, "On the 100 mm scale.", assumed("Set to the pain at the start of trials.")});
  joint.number(&JointModel::pain_half,
               {"pain_half", "Inflammation for half that pain", "half point of p in VAS", none, 0.1, 2,
                researcher, "", assumed("Set to the pain at the start of trials.")});
  joint.number(&JointModel::pain_deficit,
               {"pain_deficit", "Pain from lost cartilage", "share of the deficit in VAS", vas_mm, 0, 40,
                researcher, "For an empty hole, or a knee of grade 2 and above.", assumed()});
  joint.number(&JointModel::pain_time, {"pain_time", "Pace of pain", "time constant of VAS", day, 1, 40,
                                        researcher, "How fast pain follows its causes.", assumed()});
  joint.number(&JointModel::context_size,
               {"context_size", "Relief from any injection", "ctx_mm", vas_mm, 0, 30, lecturer,
                "Salt water brings this too.", published("12.1 mm (3.3-20.9) at 3 months: Saltzman 2017")});
  joint.number(&JointModel::context_rise, {"context_rise", "How fast that relief comes", "rise time", day, 1,
                                           30, researcher, "", assumed()});
  joint.number(&JointModel::context_lifetime,
               {"context_lifetime", "How long that relief lasts", "lifetime", day, 100, 2000, researcher, "",
                assumed("Set to the placebo arms at 12 months.")});
}

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
  defect.flag(&DefectModel::growth_factors,
              {"growth_factors", "Growth factors between the cells", "Campbell-type terms", none, 0, 0,
               researcher, "Stem and cartilage cells help each other in the first year.",
               assumed("Form after Campbell 2019; off by default.")});
}

}  // namespace

void describe(const Walk<JointModel>& joint) {
  describe_cells(joint);
  describe_inflammation(joint);
  describe_wear_and_pain(joint);
}

void describe(const Walk<DefectModel>& defect) {
  describe_crowd(defect);
  describe_fates(defect);
  describe_matrix(defect);
}

}  // namespace mend::params

// The constants of the joint equations, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Joints = Walk<JointModel>;

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
  joint.number(&JointModel::unloaded_wear,
               {"unloaded_wear", "Wear without load", "share of k_deg at L = 0", none, 0, 1, researcher,
                "Wear grows in a line from here to 1 at normal load.", assumed()});
  joint.number(&JointModel::load_per_bmi,
               {"load_per_bmi", "Load of body weight", "L for each kg/m2 above that", none, 0, 0.2,
                researcher, "", assumed()});
  joint.number(&JointModel::load_bmi, {"load_bmi", "Body weight from which load grows",
                                       "BMI of a normal load", kg_per_m2, 18, 35, researcher, "", assumed()});
  joint.number(&JointModel::loss_elsewhere,
               {"loss_elsewhere", "Loss in the other parts of the knee", "share of the medial loss", none, 0,
                1, researcher, "The inner side is worn most.", assumed()});
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

void describe_grades(const Joints& joint) {
  const Standing space = assumed("Medial joint space of each grade, after Ratzlaff 2018.");
  joint.number(&JointModel::joint_space_kl0, {"joint_space_kl0", "Joint space of a healthy knee",
                                              "JSW at grade 0", mm, 3, 8, researcher, "", space});
  joint.number(&JointModel::joint_space_kl1, {"joint_space_kl1", "Joint space at grade 1", "JSW at grade 1",
                                              mm, 0, 8, researcher, "", space});
  joint.number(&JointModel::joint_space_kl2, {"joint_space_kl2", "Joint space at grade 2", "JSW at grade 2",
                                              mm, 0, 8, researcher, "", space});
  joint.number(&JointModel::joint_space_kl3, {"joint_space_kl3", "Joint space at grade 3", "JSW at grade 3",
                                              mm, 0, 8, researcher, "", space});
  joint.number(&JointModel::joint_space_kl4, {"joint_space_kl4", "Joint space at grade 4", "JSW at grade 4",
                                              mm, 0, 8, researcher, "", space});
  joint.number(&JointModel::deficit_kl1, {"deficit_kl1", "Lost cartilage felt at grade 1",
                                          "deficit at grade 1", none, 0, 1, researcher, "", assumed()});
  joint.number(&JointModel::deficit_worn,
               {"deficit_worn", "Lost cartilage felt at grades 2 to 4", "deficit at grades 2 to 4", none, 0,
                1, researcher, "", assumed()});
  joint.number(&JointModel::injury_level, {"injury_level", "Inflammation of an injured joint",
                                           "p(0) after an injury", none, 0, 3, researcher, "", assumed()});
  const Standing tipping = assumed("A bistable choice of constants; form after Baker 2017.");
  joint.number(&JointModel::tipping_drive,
               {"tipping_drive", "Drive of a joint that can tip", "p0 of the bistable joint", none, 0.05, 0.5,
                researcher, "It rests calm, until an injury.", tipping});
  joint.number(&JointModel::tipping_gain,
               {"tipping_gain", "How its inflammation feeds itself", "gain of the bistable joint", none, 1, 2,
                researcher, "Enough to stay inflamed once inflamed.", tipping});
}

void describe_pannus(const Joints& joint) {
  joint.number(
      &JointModel::pannus_speed,
      {"pannus_speed", "Speed of the eroding edge", "mean speed of the pannus front", mm_per_year, 0.2, 4,
       lecturer, "In rheumatoid arthritis lining grows over the cartilage. At full inflammation.",
       assumed("At most 3.7 mm/yr by the cells of Macfarlane 2022: 2 sqrt(D r).")});
  joint.number(&JointModel::pannus_start, {"pannus_start", "Edge on day 0", "front on day 0", mm, 0, 5,
                                           researcher, "From the margin of the cartilage.", assumed()});
  joint.number(&JointModel::pannus_reach, {"pannus_reach", "Furthest edge", "largest front", mm, 5, 20,
                                           researcher, "About half the width of a condyle.", assumed()});
  const Standing bursts = assumed("Erosive only in short bursts (J Pathol), of unmeasured length.");
  joint.number(&JointModel::pannus_burst_interval,
               {"pannus_burst_interval", "Time from burst to burst", "one burst in each", day, 20, 365,
                researcher, "The edge rests between bursts.", bursts});
  joint.number(&JointModel::pannus_burst_length,
               {"pannus_burst_length", "Length of a burst", "days of advance in each", day, 1, 20, researcher,
                "", bursts});
  joint.number(
      &JointModel::bone_erosion_share,
      {"bone_erosion_share", "Erosion of bone", "share of the front's advance", none, 0, 1, researcher,
       "Bone resists more than cartilage.", published("a tenth of the rate in cartilage: Macfarlane 2022")});
}

}  // namespace

void describe(const Walk<JointModel>& joint) {
  describe_cells(joint);
  describe_inflammation(joint);
  describe_wear_and_pain(joint);
  describe_grades(joint);
  describe_pannus(joint);
}

}  // namespace mend::params

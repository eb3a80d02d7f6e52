// The constants of nerve injury, repair, regrowth and conduction, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Nerves = Walk<NerveModel>;

constexpr Standing kGeometry =
    assumed("With it, the velocity follows Buchthal and Kuehl 1979 month by month.");

void describe_breakdown(const Nerves& nerve) {
  const Standing breakdown =
      assumed("From baboon (Gilliatt and Hjorth 1972) and people (Chaudhry and Cornblath 1992, recalled).");
  nerve.number(&NerveModel::breakdown_earliest,
               {"breakdown_earliest", "First cut axons fall silent", "t_W, earliest", day, 2, 9, researcher,
                "The cut-off part conducts until it breaks down.", breakdown});
  nerve.number(&NerveModel::breakdown_spread,
               {"breakdown_spread", "Until the last falls silent", "t_W, spread", day, 0.5, 9, researcher,
                "Days from the first to the last axon.", breakdown});
  nerve.number(&NerveModel::debris_clearance,
               {"debris_clearance", "Clearing of debris", "kW", per_day, 0.02, 0.5, researcher,
                "By macrophages.", assumed("Clearance in weeks 1-4.")});
  nerve.number(&NerveModel::macrophage_arrival,
               {"macrophage_arrival", "Arrival of macrophages", "rise time of Mph", day, 1, 15, researcher,
                "", published("from about day 3: J Neuroinflammation 2011 8:110")});
}

void describe_setting_out(const Nerves& nerve) {
  const Standing crush = recalled("rat, 1-2 days after a crush: Gutmann 1942, Forman and Berenberg 1978");
  const Standing sewn = recalled("axons cross a suture over weeks: Brushart 2002, Al-Majed 2000, rat");
  nerve.number(&NerveModel::lag_earliest, {"lag_earliest", "First axons set out", "t_lag, earliest", day, 0,
                                           2.5, researcher, "After a crush.", crush});
  nerve.number(&NerveModel::lag_latest, {"lag_latest", "Last axons set out", "t_lag, latest", day, 2.5, 30,
                                         researcher, "After a crush.", crush});
  nerve.number(&NerveModel::sewn_lag, {"sewn_lag", "Half of the axons set out", "t_lag, median, sewn", day, 5,
                                       60, researcher, "After a suture, a graft or a tube.", sewn});
  nerve.number(&NerveModel::sewn_lag_spread, {"sewn_lag_spread", "How staggered they set out",
                                              "t_lag, log-sd, sewn", none, 0, 1, researcher, "", sewn});
  nerve.number(&NerveModel::sewn_lag_earliest,
               {"sewn_lag_earliest", "First axons set out over a suture", "t_lag, earliest, sewn", day, 1, 20,
                researcher, "", assumed()});
  nerve.number(&NerveModel::sewn_lag_latest,
               {"sewn_lag_latest", "Last axons set out over a suture", "t_lag, latest, sewn", day, 20, 120,
                researcher, "All have crossed 25 mm after 8-10 weeks.", sewn});
}

void describe_growth(const Nerves& nerve) {
  nerve.number(&NerveModel::speed, {"speed", "How fast axons grow", "v0 after a crush", mm_per_day, 0.5, 5,
                                    lecturer, "Before age and surroundings slow it.",
                                    recalled("rat, crush 3-4.4 mm/day: Gutmann 1942; textbook 1-3 mm/day")});
  nerve.number(
      &NerveModel::torn_speed,
      {"torn_speed", "How fast axons grow where tubes were torn", "v0, grades III-V", mm_per_day, 0.5, 5,
       lecturer, "Torn or sewn.",
       published("1.5-2.0 mm/day after median suture at the wrist: Buchthal and Kuehl 1979; grade III "
                 "set to the same")});
  const Standing age = assumed("Axons of older people grow more slowly.");
  nerve.number(&NerveModel::full_speed_age, {"full_speed_age", "Full speed up to this age", "age of factor 1",
                                             year, 10, 40, researcher, "", age});
  nerve.number(&NerveModel::age_slowing, {"age_slowing", "Slower with age", "loss of speed a year from 20",
                                          per_year, 0, 0.02, researcher, "", age});
  nerve.number(&NerveModel::age_slowest,
               {"age_slowest", "Slowest with age", "least age factor", none, 0.3, 1, researcher, "", age});
  const Standing pace = assumed("Axons of one nerve arrive over weeks.");
  nerve.number(&NerveModel::pace_spread,
               {"pace_spread", "How axons differ in speed", "f, sd", none, 0, 0.4, researcher, "", pace});
  nerve.number(&NerveModel::pace_slowest,
               {"pace_slowest", "Slowest axon", "f, least", none, 0.4, 1, researcher, "", pace});
  nerve.number(&NerveModel::pace_fastest,
               {"pace_fastest", "Fastest axon", "f, most", none, 1, 1.6, researcher, "", pace});
  const Standing biphasic = published(
      "growth against NGF rises, then falls: PLoS Comput Biol 2018 006218; "
      "the numbers are ours");
  nerve.number(&NerveModel::unfed_growth, {"unfed_growth", "Growth without growth factor", "h(0)", none, 0.2,
                                           1, researcher, "Of full speed.", biphasic});
  nerve.number(&NerveModel::fed_growth, {"fed_growth", "Growth that growth factor adds", "h, gain", none, 0,
                                         0.8, researcher, "Half of it at N = 1.", biphasic});
  nerve.number(&NerveModel::excess_factor, {"excess_factor", "Too much growth factor", "N at which h halves",
                                            none, 2, 50, researcher, "Much of it holds axons up.", biphasic});
  nerve.number(&NerveModel::excess_growth, {"excess_growth", "Growth with far too much", "h, least factor",
                                            none, 0.1, 1, researcher, "", biphasic});
}

void describe_surroundings(const Nerves& nerve) {
  nerve.number(&NerveModel::schwann_division, {"schwann_division", "Division of Schwann cells", "rS", per_day,
                                               0.1, 1.5, researcher, "", assumed()});
  nerve.number(&NerveModel::schwann_maximum, {"schwann_maximum", "Most Schwann cells", "S1", none, 1.5, 8,
                                              researcher, "Times the number in a healthy nerve.", assumed()});
  nerve.number(&NerveModel::schwann_half_life,
               {"schwann_half_life", "Schwann cells without axons", "ln 2 / kS", day, 60, 700, researcher,
                "Half are lost in this time if no axon comes.",
                assumed("Tubes without axons support less over months.")});
  nerve.number(&NerveModel::factor_diffusion,
               {"factor_diffusion", "Spreading of growth factor", "DN", mm2_per_day, 1, 20, researcher, "",
                recalled("7.8e-7 cm2/s for NGF")});
  nerve.number(&NerveModel::factor_decay,
               {"factor_decay", "Loss of growth factor", "kN", per_day, 1, 20, researcher, "",
                assumed("Guidance then reaches about 1 mm: Goodhill 1998.")});
  nerve.number(&NerveModel::factor_secretion, {"factor_secretion", "Growth factor from Schwann cells", "sS",
                                               per_day, 0, 5, researcher, "", assumed()});
}

void describe_crossing(const Nerves& nerve) {
  const Standing reach = assumed(
      "Fitted to 1577 peroneal repairs: 64 % good with grafts below 6 cm, 11 % with the longest "
      "(George 2014).");
  nerve.number(&NerveModel::gap_speed,
               {"gap_speed", "How fast axons cross a gap", "ds/dt in a gap", mm_per_day, 0.05, 2, researcher,
                "Where there are no tubes.", published("10 um/h in a construct: Laranjeira 2022")});
  nerve.number(&NerveModel::gap_bias, {"gap_bias", "Steering across a gap", "bias", none, 0, 2, researcher,
                                       "Up the gradient of ln N, in rad mm/d.", assumed()});
  nerve.number(&NerveModel::gap_noise, {"gap_noise", "Straying in a gap", "sigma", none, 0, 1, researcher,
                                        "In rad a square root of a day.", assumed()});
  nerve.number(&NerveModel::gap_reach,
               {"gap_reach", "Gap that a third crosses", "p_cross = e^(-gap/reach)", mm, 20, 200, researcher,
                "1/e of the axons cross a gap of this length.", reach});
  nerve.number(&NerveModel::conduit_limit,
               {"conduit_limit", "Longest gap in an empty tube", "conduit limit", mm, 10, 60, lecturer,
                "Nothing crosses more without tubes.", recalled("about 3 cm in people, 10-15 mm in rats")});
  nerve.number(&NerveModel::coaptation,
               {"coaptation", "Join at each end of a graft", "coaptation", mm, 0.2, 5, researcher,
                "Crossed as a gap.", assumed("The gap of a suture.")});
  nerve.number(&NerveModel::torn_own_tube,
               {"torn_own_tube", "Axons that keep their tube", "own tube, grade III", none, 0, 1, researcher,
                "The rest enters another of the fascicle.", assumed()});
  nerve.number(&NerveModel::sewn_own_tube, {"sewn_own_tube", "Axons that find their tube", "own tube, sewn",
                                            none, 0, 0.5, researcher, "", assumed()});
  nerve.number(&NerveModel::sewn_same_fascicle,
               {"sewn_same_fascicle", "Axons in a neighbour's tube", "same fascicle, sewn", none, 0, 0.5,
                researcher, "The rest is in another fascicle, or lost.", assumed()});
  nerve.number(&NerveModel::sewn_no_tube,
               {"sewn_no_tube", "Axons that find no tube", "no tube, sewn", none, 0, 0.5, researcher,
                "They end in scar, at each join of a graft.", assumed()});
  nerve.number(&NerveModel::motor_share, {"motor_share", "Tubes that lead to muscle", "motor share", none, 0,
                                          1, researcher, "The rest leads to skin.", assumed()});
}

void describe_sheath(const Nerves& nerve) {
  nerve.number(
      &NerveModel::myelin_delay_earliest,
      {"myelin_delay_earliest", "First sheaths follow", "myelin delay, earliest", day, 3, 12, researcher,
       "After the tip has passed.", assumed("Calibrated with the axon's diameter and g-ratio.")});
  nerve.number(&NerveModel::myelin_delay_latest,
               {"myelin_delay_latest", "Last sheaths follow", "myelin delay, latest", day, 12, 40, researcher,
                "After the tip has passed.", assumed("Calibrated with the axon's diameter and g-ratio.")});
  nerve.number(&NerveModel::axon_diameter,
               {"axon_diameter", "Thickness of a healthy axon", "d of a 10 um fibre", um, 2, 13, researcher,
                "Without its sheath.", published("MRG model, McIntyre 2002")});
  nerve.number(&NerveModel::diameter_start,
               {"diameter_start", "Thickness when it arrives", "share of d", none, 0.1, 0.5, researcher,
                "As a share of the healthy axon.", kGeometry});
  nerve.number(&NerveModel::diameter_gain, {"diameter_gain", "Thickness gained later", "share of d", none,
                                            0.1, 0.9, researcher, "", kGeometry});
  nerve.number(&NerveModel::diameter_time, {"diameter_time", "Months to gain it", "time to full thickness",
                                            month, 5, 60, researcher, "", kGeometry});
  nerve.number(&NerveModel::g_ratio_end,
               {"g_ratio_end", "Sheath in the end", "g-ratio, end", none, 0.6, 0.8, researcher,
                "Axon over fibre diameter; a thin sheath is near 1.", kGeometry});
  nerve.number(&NerveModel::g_ratio_excess,
               {"g_ratio_excess", "Sheath at first", "g-ratio, excess", none, 0, 0.19, researcher,
                "The first sheath is thinner by this.", kGeometry});
  nerve.number(&NerveModel::g_ratio_time,
               {"g_ratio_time", "Thickening of the sheath", "g-ratio, time constant", day, 30, 400,
                researcher, "", kGeometry});
  nerve.number(&NerveModel::internode,
               {"internode", "Length of new sheath segments", "internode, new", mm, 0.2, 1, researcher,
                "New segments stay short.", recalled("0.2-0.45 mm, whatever the fibre")});
  nerve.number(&NerveModel::healthy_internode,
               {"healthy_internode", "Length of healthy segments", "internode, healthy", mm, 0.5, 2,
                researcher, "", published("1.15 mm for a 10 um fibre: MRG model, McIntyre 2002")});
  nerve.number(&NerveModel::healthy_g_ratio,
               {"healthy_g_ratio", "Sheath of a healthy fibre", "g-ratio, healthy", none, 0.55, 0.8,
                researcher, "", published("0.69 for a 10 um fibre: MRG model, McIntyre 2002")});
  nerve.number(&NerveModel::potential_width,
               {"potential_width", "Length of the nerve's signal", "tau, ms", none, 0.1, 3, researcher,
                "Healthy compound potential, in ms; later axons blur it.",
                assumed("The sum then stays low for years, as Buchthal and Kuehl 1979 saw.")});
}

void describe_bruise(const Nerves& nerve) {
  const Standing course =
      assumed("Conduction returns from the 2nd week (cat, 1981); bruises heal within 12 weeks.");
  nerve.number(&NerveModel::lamellae_left, {"lamellae_left", "Sheath left under a bruise", "L(0)", none, 0,
                                            0.012, researcher, "Share of its lamellae.", course});
  nerve.number(&NerveModel::lamellae_gain, {"lamellae_gain", "Sheath made anew", "gain of L", none, 0.05, 0.9,
                                            researcher, "Share of its lamellae.", course});
  nerve.number(&NerveModel::lamellae_time, {"lamellae_time", "Time to make it", "time constant of L", day, 3,
                                            60, researcher, "", course});
  nerve.number(&NerveModel::remyelination_earliest, {"remyelination_earliest", "First bruised axons heal",
                                                     "t0, earliest", day, 1, 15, researcher, "", course});
  nerve.number(&NerveModel::remyelination_latest, {"remyelination_latest", "Last bruised axons begin to heal",
                                                   "t0, latest", day, 15, 90, researcher, "", course});
  const Standing cable = assumed("Our runs of the MRG cable with thinned internodes.");
  nerve.number(&NerveModel::patch_length, {"patch_length", "Length of the bruise", "patch", mm, 0.5, 20,
                                           researcher, "3 mm are enough to block.", cable});
  nerve.number(&NerveModel::block_lamellae,
               {"block_lamellae", "Sheath too thin to conduct", "L at which two or more internodes block",
                none, 0.01, 0.1, researcher, "Share of its lamellae.", cable});
  nerve.number(&NerveModel::block_lamellae_single,
               {"block_lamellae_single", "One segment too thin", "L at which one internode blocks", none,
                0.005, 0.05, researcher, "Share of its lamellae.", cable});
  nerve.number(&NerveModel::patch_delay,
               {"patch_delay", "Delay by a thin segment", "us an internode, over L", none, 1, 10, researcher,
                "35 us at a tenth of its lamellae, 141 us at a fortieth.", cable});
  nerve.number(&NerveModel::ectopic_fade,
               {"ectopic_fade", "Firing after reconnection", "fade of ectopic firing", day, 10, 400,
                researcher, "Axons in scar fire for ever.", assumed()});
}

void describe_cells(const Nerves& nerve) {
  const Standing loss = recalled("most injected cells are gone within days; order of size only");
  nerve.number(&NerveModel::cell_fast_share, {"cell_fast_share", "Cells soon lost from a nerve", "fast share",
                                              none, 0.5, 1, researcher, "", loss});
  nerve.number(&NerveModel::cell_fast_half_life, {"cell_fast_half_life", "Half of them in", "ln 2 / kM, fast",
                                                  day, 0.5, 10, researcher, "", loss});
  nerve.number(&NerveModel::cell_slow_half_life, {"cell_slow_half_life", "Half of the others in",
                                                  "ln 2 / kM, slow", day, 10, 365, researcher, "", loss});
  nerve.number(&NerveModel::cell_secretion,
               {"cell_secretion", "Growth factor from injected cells", "sM, /d per 1e6 cells", none, 0, 10,
                researcher, "A day and a million cells.", assumed("0.05-1 ng NGF, order only.")});
  nerve.number(&NerveModel::cell_spread, {"cell_spread", "How far injected cells lie", "sd of G", mm, 0.5, 10,
                                          researcher, "", assumed()});
  nerve.number(&NerveModel::cell_factor_ceiling,
               {"cell_factor_ceiling", "More cells add nothing", "N that cells may reach", none, 1, 4,
                researcher, "More cells are not better.",
                published("seeding beyond a density is detrimental: Coy 2021; the number is ours")});
  const Standing animals = assumed("Animal evidence: Cells 2022 11:2887, survival of Schwann cells.");
  nerve.number(&NerveModel::schwann_support, {"schwann_support", "Schwann cells spared by cells",
                                              "factor on kS", none, 0.2, 1, researcher, "", animals});
  nerve.number(&NerveModel::support_time, {"support_time", "For how long", "time of the factor on kS", day, 7,
                                           365, researcher, "After the last injection.", animals});
  nerve.number(&NerveModel::cell_full_dose,
               {"cell_full_dose", "Cells for the full effect", "D1", cells, 1e5, 1e8, researcher,
                "Fewer act in proportion.", assumed("The usual dose in rats.")});
}

void describe_outcome(const Nerves& nerve) {
  const Standing series = assumed(
      "Our fit to 1577 peroneal repairs (George 2014): 44 % good within 6 months, 12 % after 12; 64 % "
      "with grafts below 6 cm, 11 % with the longest.");
  nerve.number(&NerveModel::good_result, {"good_result", "Good results if repaired at once", "share at t = 0",
                                          none, 0.1, 1, researcher, "", series});
  nerve.number(&NerveModel::good_result_delay,
               {"good_result_delay", "Fewer with delay", "time constant of delay", month, 2, 40, researcher,
                "", series});
  nerve.number(&NerveModel::good_result_length,
               {"good_result_length", "Fewer with long grafts", "length constant of grafts", mm, 20, 300,
                researcher, "", series});
  nerve.number(&NerveModel::shortest_graft, {"shortest_graft", "Shortest graft of the series", "L, least", mm,
                                             5, 50, researcher, "", assumed()});
  nerve.number(&NerveModel::longest_graft, {"longest_graft", "Longest graft of the series", "L, most", mm, 60,
                                            300, researcher, "", assumed()});
  nerve.number(&NerveModel::best_result, {"best_result", "Best chance there is", "cap of the chance", none,
                                          0.5, 1, researcher, "", assumed()});
}

}  // namespace

void describe(const Walk<NerveModel>& nerve) {
  describe_breakdown(nerve);
  describe_setting_out(nerve);
  describe_growth(nerve);
  describe_surroundings(nerve);
  describe_crossing(nerve);
  describe_sheath(nerve);
  describe_bruise(nerve);
  describe_cells(nerve);
  describe_outcome(nerve);
}

}  // namespace mend::params

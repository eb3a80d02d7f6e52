// The constants of nerve injury, regrowth and conduction, with what stands behind each.
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
  const Standing lag = recalled("rat, 1-2 days after a crush: Gutmann 1942, Forman and Berenberg 1978");
  nerve.number(&NerveModel::breakdown_earliest,
               {"breakdown_earliest", "First cut axons fall silent", "t_W, earliest", day, 2, 9, researcher,
                "The cut-off part conducts until it breaks down.", breakdown});
  nerve.number(&NerveModel::breakdown_spread,
               {"breakdown_spread", "Until the last falls silent", "t_W, spread", day, 0.5, 9, researcher,
                "Days from the first to the last axon.", breakdown});
  nerve.number(&NerveModel::lag_earliest,
               {"lag_earliest", "First axons set out", "t_lag, earliest", day, 0, 2.5, researcher, "", lag});
  nerve.number(&NerveModel::lag_latest,
               {"lag_latest", "Last axons set out", "t_lag, latest", day, 2.5, 30, researcher, "", lag});
  nerve.number(&NerveModel::debris_clearance,
               {"debris_clearance", "Clearing of debris", "kW", per_day, 0.02, 0.5, researcher,
                "By macrophages.", assumed("Clearance in weeks 1-4.")});
  nerve.number(&NerveModel::macrophage_arrival,
               {"macrophage_arrival", "Arrival of macrophages", "rise time of Mph", day, 1, 15, researcher,
                "", published("from about day 3: J Neuroinflammation 2011 8:110")});
}

void describe_growth(const Nerves& nerve) {
  nerve.number(&NerveModel::speed, {"speed", "How fast axons grow", "v0 after a crush", mm_per_day, 0.5, 5,
                                    lecturer, "Before age and surroundings slow it.",
                                    recalled("rat, crush 3-4.4 mm/day: Gutmann 1942; textbook 1-3 mm/day")});
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
}

}  // namespace

void describe(const Walk<NerveModel>& nerve) {
  describe_breakdown(nerve);
  describe_growth(nerve);
  describe_sheath(nerve);
}

}  // namespace mend::params

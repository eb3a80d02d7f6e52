// The constants of pain, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Pains = Walk<PainModel>;

constexpr Standing kWeight = assumed(
    "Form after Crodelle 2019. Seven of 14 weights lie on the bounds of our search: a workable set, no "
    "estimate.");

void describe_firing(const Pains& pain) {
  pain.number(&PainModel::resting_c,
              {"resting_c", "Firing of a resting nerve", "C at rest under load, Hz", none, 0, 0.5, researcher,
               "Mean of the C fibres while walking; too little to hurt.", assumed()});
  pain.number(&PainModel::load_gain,
              {"load_gain", "Firing added by sensitised endings", "C per Sp", none, 0, 10, researcher,
               "1 + this times peripheral sensitisation multiplies the firing at rest.", assumed()});
  pain.number(&PainModel::ectopic_c,
              {"ectopic_c", "Firing of axons without an end organ", "ectopic C, Hz", none, 0, 5, researcher,
               "Cut axons fire by themselves until they arrive; those in a neuroma do so for ever.",
               assumed("Set so that a cut nerve hurts; the acute rates of rats, under 0.2 Hz (Michaelis "
                       "1995), would not.")});
  pain.number(&PainModel::touch_a_beta, {"touch_a_beta", "Firing at a light touch", "ab, Hz", none, 0, 60,
                                         researcher, "Of a nerve that conducts.", assumed()});
  pain.number(&PainModel::pressing_a_delta,
              {"pressing_a_delta", "Firing at pressing", "ad, Hz", none, 0, 30, researcher,
               "Of a nerve that conducts; pressing touches as well.", assumed()});
}

void describe_dorsal_horn_cells(const Pains& pain) {
  pain.number(&PainModel::projection_most,
              {"projection_most", "Most that projection cells fire", "mx of rP, Hz", none, 10, 150,
               researcher, "They report to the brain.", kWeight});
  pain.number(&PainModel::projection_threshold,
              {"projection_threshold", "Threshold of projection cells", "th of rP", none, 5, 60, researcher,
               "Drive of half their rate.", kWeight});
  pain.number(&PainModel::projection_width, {"projection_width", "Spread of projection cells", "al of rP",
                                             none, 2, 40, researcher, "How gradually they set in.", kWeight});
  pain.number(&PainModel::excitatory_most,
              {"excitatory_most", "Most that exciting cells fire", "mx of rE, Hz", none, 10, 150, researcher,
               "They amplify within the spinal cord.", kWeight});
  pain.number(&PainModel::excitatory_threshold,
              {"excitatory_threshold", "Threshold of exciting cells", "th of rE", none, 5, 60, researcher,
               "Drive of half their rate.", kWeight});
  pain.number(&PainModel::excitatory_width, {"excitatory_width", "Spread of exciting cells", "al of rE", none,
                                             2, 40, researcher, "How gradually they set in.", kWeight});
  pain.number(&PainModel::inhibitory_most,
              {"inhibitory_most", "Most that inhibiting cells fire", "mx of rI, Hz", none, 10, 150,
               researcher, "They are the gate that touch closes.", kWeight});
  pain.number(&PainModel::inhibitory_threshold,
              {"inhibitory_threshold", "Threshold of inhibiting cells", "th of rI", none, 5, 60, researcher,
               "Drive of half their rate.", kWeight});
  pain.number(&PainModel::inhibitory_width, {"inhibitory_width", "Spread of inhibiting cells", "al of rI",
                                             none, 2, 40, researcher, "How gradually they set in.", kWeight});
}

void describe_dorsal_horn_weights(const Pains& pain) {
  pain.number(&PainModel::gate_half,
              {"gate_half", "Touch that halves the input of pain fibres", "presynaptic gate, Hz", none, 2,
               100, researcher, "A-beta rate.", kWeight});
  pain.number(&PainModel::disinhibition,
              {"disinhibition", "Inhibition lost when sensitised", "1 - dis at Sc = 1", none, 0, 1,
               researcher, "At full central sensitisation; then touch hurts.", kWeight});
  pain.number(&PainModel::windup_middle,
              {"windup_middle", "Firing that winds up", "middle of M, Hz", none, 0, 3, researcher,
               "Steady firing of pain fibres makes each impulse count for more.", kWeight});
  pain.number(&PainModel::windup_width, {"windup_width", "How gradually winding up sets in", "width of M, Hz",
                                         none, 0.05, 2, researcher, "", kWeight});
  pain.number(&PainModel::windup_gain,
              {"windup_gain", "Strength of winding up", "gain of M", none, 0, 2, researcher, "", kWeight});
  pain.number(&PainModel::inhibitory_from_touch, {"inhibitory_from_touch", "Touch to inhibiting cells",
                                                  "weight ab to zI", none, 0, 10, researcher, "", kWeight});
  pain.number(&PainModel::inhibitory_from_excitatory,
              {"inhibitory_from_excitatory", "Exciting to inhibiting cells", "weight rE to zI", none, 0, 2,
               researcher, "", kWeight});
  pain.number(&PainModel::excitatory_from_pressing, {"excitatory_from_pressing", "Pressing to exciting cells",
                                                     "weight ad to zE", none, 0, 5, researcher, "", kWeight});
  pain.number(&PainModel::excitatory_from_c, {"excitatory_from_c", "Pain fibres to exciting cells",
                                              "weight C to zE", none, 0, 30, researcher, "", kWeight});
  pain.number(&PainModel::excitatory_from_touch, {"excitatory_from_touch", "Touch to exciting cells",
                                                  "weight ab to zE", none, 0, 5, researcher, "", kWeight});
  pain.number(&PainModel::excitatory_from_inhibitory,
              {"excitatory_from_inhibitory", "Inhibiting to exciting cells", "weight rI to zE", none, 0, 5,
               researcher, "", kWeight});
  pain.number(&PainModel::projection_from_pressing,
              {"projection_from_pressing", "Pressing to projection cells", "weight ad to zP", none, 0, 5,
               researcher, "", kWeight});
  pain.number(&PainModel::projection_from_c, {"projection_from_c", "Pain fibres to projection cells",
                                              "weight C to zP", none, 0, 30, researcher, "", kWeight});
  pain.number(&PainModel::projection_from_excitatory,
              {"projection_from_excitatory", "Exciting to projection cells", "weight rE to zP", none, 0, 2,
               researcher, "", kWeight});
  pain.number(&PainModel::projection_from_inhibitory,
              {"projection_from_inhibitory", "Inhibiting to projection cells", "weight rI to zP", none, 0, 5,
               researcher, "", kWeight});
  pain.number(&PainModel::rating_rate, {"rating_rate", "Scale of the rating", "rP in u_nerve, Hz", none, 0.1,
                                        10, researcher, "Lower makes faint firing count for more.", kWeight});
}

void describe_sensitisation(const Pains& pain) {
  pain.number(&PainModel::inflammation_most,
              {"inflammation_most", "Inflammation that counts at most", "largest Infl", none, 0.2, 1,
               researcher, "More synovitis than this sensitises no further.", assumed()});
  pain.number(&PainModel::growth_factor_free,
              {"growth_factor_free", "Growth factor that does no harm", "N without NGF_excess", none, 0, 10,
               researcher, "Growth factor feeds axons; an excess sensitises their endings.",
               assumed("That it sensitises: anti-NGF relieves osteoarthritis pain, Tive 2019.")});
  pain.number(&PainModel::growth_factor_range,
              {"growth_factor_range", "Growth factor from none to full harm", "range of NGF_excess", none,
               0.2, 20, researcher, "", assumed()});
  pain.number(&PainModel::peripheral_rise,
              {"peripheral_rise", "Endings sensitise in", "tau_p up", day, 0.1, 30, researcher, "",
               assumed("Inflamed joints of cats fire more within hours: Schaible and Schmidt 1985.")});
  pain.number(&PainModel::peripheral_fall, {"peripheral_fall", "Endings calm down in", "tau_p down", day, 0.5,
                                            60, researcher, "", assumed()});
  pain.number(&PainModel::central_onset,
              {"central_onset", "Pain that sensitises the spinal cord", "u_nerve at onset", none, 0, 9,
               researcher, "Pain of the nerve above this, in points of 10.", assumed()});
  pain.number(&PainModel::central_rise, {"central_rise", "Spinal cord sensitises in", "1 / a", day, 1, 120,
                                         researcher, "At the strongest pain.", assumed()});
  pain.number(&PainModel::central_fall, {"central_fall", "Spinal cord calms down in", "tau_c", day, 5, 365,
                                         researcher, "", assumed("Months.")});
}

void describe_rating(const Pains& pain) {
  pain.number(&PainModel::follow_time, {"follow_time", "How fast the rating follows", "1 / k0", day, 0.05, 3,
                                        researcher, "Time for the rating to follow a change of its causes.",
                                        recalled("form after Clifton 2017; the pace, 6 h, is ours")});
  pain.number(
      &PainModel::baseline_shift,
      {"baseline_shift", "Stronger or weaker pain of a person", "shift of u0, points of 10", none, -6, 4,
       researcher, "At the baseline below, and in proportion at any other; who has no pain gets none.",
       assumed("Virtual people differ by 1.5 points (standard deviation).")});
  pain.number(&PainModel::baseline_level, {"baseline_level", "Baseline at which that counts in full",
                                           "u0, points of 10", none, 4, 10, researcher, "", assumed()});
}

}  // namespace

void describe(const Walk<PainModel>& pain) {
  describe_firing(pain);
  describe_dorsal_horn_cells(pain);
  describe_dorsal_horn_weights(pain);
  describe_sensitisation(pain);
  describe_rating(pain);
}

}  // namespace mend::params

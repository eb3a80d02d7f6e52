// Constants of nerve injury, repair, regrowth and conduction; told about in describe_nerve.cpp.
#pragma once

namespace mend::params {

/// One fascicle (nerve-pain-medication.md sections 2.2-2.6).
struct NerveModel {
  // the cut-off part
  double breakdown_earliest = 5, breakdown_spread = 5;  // t_W = 5 + U(0,5) d
  double debris_clearance = 0.135;                      // kW, /d
  double macrophage_arrival = 4;                        // d
  // setting out
  double lag_earliest = 1, lag_latest = 3;              // crush, d
  double sewn_lag = 28, sewn_lag_spread = 0.4;          // median, d; log-sd
  double sewn_lag_earliest = 14, sewn_lag_latest = 60;  // d
  // growing in tubes
  double speed = 3.0, torn_speed = 2.0;                                         // v0, mm/d: tubes whole; torn
  double full_speed_age = 20, age_slowing = 0.006, age_slowest = 0.6;           // years, a year, least factor
  double pace_spread = 0.15, pace_slowest = 0.7, pace_fastest = 1.3;            // f of single axons
  double unfed_growth = 0.7, fed_growth = 0.3;                                  // h at N = 0; gain
  double excess_factor = 10, excess_growth = 0.5;                               // N at which h halves; least
  double schwann_division = 0.6, schwann_maximum = 4, schwann_half_life = 180;  // /d, -, d
  double factor_diffusion = 6.7, factor_decay = 5.5, factor_secretion = 1.4;    // DN, kN, sS
  // crossing what has no tubes
  double gap_speed = 0.25;                  // mm/d
  double gap_bias = 0.3, gap_noise = 0.35;  // mm/d, rad/sqrt(d)
  double gap_reach = 70;                    // mm, p_cross = e^(-gap/reach)
  double conduit_limit = 30;                // mm without tubes
  double coaptation = 1;                    // mm, each end of a graft
  // choosing a tube
  double torn_own_tube = 0.5;                                                // grade III
  double sewn_own_tube = 0.3, sewn_same_fascicle = 0.4, sewn_no_tube = 0.1;  // the rest in another fascicle
  double motor_share = 0.3;                                                  // of tubes
  // sheath and conduction
  double myelin_delay_earliest = 10, myelin_delay_latest = 14;           // d
  double axon_diameter = 6.9;                                            // um
  double diameter_start = 0.22, diameter_gain = 0.75;                    // share of d
  double diameter_time = 20;                                             // months
  double g_ratio_end = 0.75, g_ratio_excess = 0.15, g_ratio_time = 120;  // -, -, d
  double internode = 0.45;                                               // mm, after remyelination
  double healthy_internode = 1.15;                                       // mm (10 um fibre)
  double healthy_g_ratio = 0.69;
  double potential_width = 0.5;  // ms, healthy compound potential
  // neurapraxia
  double lamellae_left = 0.01, lamellae_gain = 0.29, lamellae_time = 14;  // -, -, d
  double remyelination_earliest = 7, remyelination_latest = 35;           // d
  double patch_length = 3;                                                // mm
  double block_lamellae = 0.025;                                          // two internodes or more
  double block_lamellae_single = 0.0125;                                  // one
  double patch_delay = 3.5;  // us an internode, over its lamella fraction
  // what it does to pain
  double ectopic_fade = 90;  // d after reconnection
  // cells injected into the nerve
  double cell_fast_share = 0.95, cell_fast_half_life = 3, cell_slow_half_life = 60;  // -, d, d
  double cell_secretion = 2, cell_spread = 2;       // sM, /d per 1e6 cells; mm
  double cell_factor_ceiling = 2;                   // N
  double schwann_support = 0.5, support_time = 56;  // factor on kS; d
  double cell_full_dose = 1e6;                      // cells
  // chance of a good result
  double good_result = 0.61, good_result_delay = 9;  // at once; months
  double good_result_length = 70;                    // mm
  double shortest_graft = 20, longest_graft = 160;   // mm
  double best_result = 0.95;
};

}  // namespace mend::params

// Constants of nerve injury, regrowth and conduction; told about in describe_nerve.cpp.
#pragma once

namespace mend::params {

/// Constants of axon regrowth in one fascicle after a crush.
struct NerveModel {
  double breakdown_earliest = 5, breakdown_spread = 5;                          // t_W = 5 + U(0,5) d
  double lag_earliest = 1, lag_latest = 3;                                      // crush, d
  double speed = 3.0;                                                           // v0, mm/d
  double debris_clearance = 0.135;                                              // kW, /d
  double macrophage_arrival = 4;                                                // d
  double schwann_division = 0.6, schwann_maximum = 4, schwann_half_life = 180;  // /d, -, d
  double factor_diffusion = 6.7, factor_decay = 5.5, factor_secretion = 1.4;    // DN, kN, sS
  double myelin_delay_earliest = 10, myelin_delay_latest = 14;                  // d
  double axon_diameter = 6.9;                                                   // um
  double diameter_start = 0.22, diameter_gain = 0.75;                           // share of d
  double diameter_time = 20;                                                    // months
  double g_ratio_end = 0.75, g_ratio_excess = 0.15, g_ratio_time = 120;         // -, -, d
  double internode = 0.45;                                                      // mm, after remyelination
  double healthy_internode = 1.15;                                              // mm (10 um fibre)
  double healthy_g_ratio = 0.69;
};

}  // namespace mend::params

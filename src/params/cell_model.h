// Constants of the cells themselves: dose, how long they stay, donor, lineage, fates; told about in
// describe_cells.cpp.
#pragma once

namespace mend::params {

/// Constants of stem cells wherever they are given.
struct CellModel {
  double half_dose = 1e7;          // ED50 of u(D), cells
  double inhibiting_dose = 1.5e8;  // Di of u(D), cells
  // cells in muscle and ligament
  double viability = 0.85;
  double slow_share = 0.195, lasting_share = 0.005;                          // of Vs, Ve; the rest is Vf
  double fast_half_life = 1.5, slow_half_life = 7, lasting_half_life = 180;  // d
  double signal_rise = 3, signal_fade = 14;                                  // tau_P, d
  double signal_threshold = 0.01;                                            // of the injected number
  double signal_marrow = 1, signal_fat = 1, signal_cord = 1;                 // g_src
  // donor
  double doublings = 41, doublings_age = 24;               // N_max at an age in years
  double doublings_loss = 0.333, doublings_floor = 15;     // /year, -
  double potency_age = 30;                                 // years
  double donor_age = 24, cord_donor_age = 0;               // years, of cells that are not one's own
  double telomere_start = 10.5, telomere_arrest = 5.5;     // L0, kb
  double telomere_loss = 0.075;                            // kb a doubling
  double harvest = 1e8;                                    // cells taken for culture
  double stem_share_newborn = 1e-4, stem_share_80 = 5e-7;  // in marrow, at birth and at 80 years
  double fat_yield = 300, cord_yield = 1;                  // times that of marrow
  // self-renewal
  double division_rate = 1, renewal_maximum = 0.75;    // v, /d; pm
  double progeny_loss = 0.2;                           // d, /d
  double feedback_gain = 0.5, feedback_steepness = 1;  // g, n
  double niche_start = 0.01;                           // S(0)
  double clone_symmetry = 0.25;                        // r
  // fates: kmax, K, Ki, E of each
  double cartilage_rate = 0.10, cartilage_tgf = 3;                // /d, ng/ml
  double cartilage_inflammation = 0.5, cartilage_stiffness = 25;  // relative, kPa
  double ligament_rate = 0.12, ligament_strain = 4;               // /d, %
  double ligament_inflammation = 0.5, ligament_stiffness = 40;
  double bone_rate = 0.08, bone_bmp = 50;  // /d, ng/ml
  double bone_stiffness = 35;
  double muscle_rate = 0.55, muscle_m2 = 0.35;  // /d, M2/f
  double muscle_fibrosis = 1, muscle_stiffness = 11;
  double schwann_rate = 0.03, schwann_factor = 0.5;  // /d, relative
  double schwann_inflammation = 0.5, schwann_stiffness = 1;
  double cue_steepness = 2, muscle_cue_steepness = 1;  // n
  double stiffness_width = 0.6;                        // s
  double muscle_fusion = 0.05;                         // of injected cells, relative to satellite cells
  double joint_tgf = 3;                                // ng/ml
  double full_load_strain = 4;                         // %
};

}  // namespace mend::params

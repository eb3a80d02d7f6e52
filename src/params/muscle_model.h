// Constants of muscle and ligament repair; told about in describe_muscle.cpp.
#pragma once

namespace mend::params {

/// Constants of muscle repair, per mouse day.
struct MuscleModel {
  double human_time = 1.5;     // s_h: human days a mouse day
  double satellite_pool = 1;   // q0, of the normal pool
  double monocyte_inflow = 1;  // factor on the arrival of monocytes
  // f, injured share, and g, share of it without scaffold
  double injured_grade1 = 0.10, injured_grade2 = 0.35, injured_grade3 = 0.90, injured_toxin = 0.67;
  double unscaffolded_grade1 = 0, unscaffolded_grade2 = 0.05, unscaffolded_grade3 = 0.35;
  double unscaffolded_toxin = 0;
  // inflammation
  double damage_time = 0.9;                                        // of G, d
  double neutrophil_rate = 3, neutrophil_time = 0.55;              // /d, d
  double monocyte_by_neutrophils = 1.4, monocyte_by_debris = 0.9;  // /d
  double monocyte_time = 1;                                        // from Mo to M1, d
  double m1_time = 6, m2_time = 3.5;                               // d
  double switch_rate = 1.1, switch_debris = 0.12;                  // w: /d, x
  double switch_by_cells = 0.5;                                    // on e
  // clearing of debris, /d
  double clearing_neutrophils = 0.25, clearing_m1 = 0.55, clearing_base = 0.12;
  // satellite cells
  double activation_rate = 2.6, activation_debris = 0.25;  // act: /d, x
  double division_rate = 1.15, division_m1 = 0.35;         // pro: /d, m1
  double division_by_cells = 0.3;                          // on e
  double division_crowding = 4;                            // times q0
  double fusion_rate = 0.55, m2_half = 0.35;               // dif: /d, m2
  double fusion_base = 0.15, fusion_need = 4;              // share without need, gain
  double rest_rate = 0.55, rest_base = 0.25;               // ret: /d, share without m2
  double pool_renewal = 0.02, activated_loss = 0.06;       // /d
  double age_from = 30, age_loss = 0.01, age_floor = 0.5;  // alpha: years, /year, -
  // new fibre
  double myocyte_rate = 1.2, fibre_yield = 0.85;  // /d, -
  double maturation_time = 7;                     // d
  // fibro-adipogenic progenitors and what they lay down
  double progenitor_rate = 0.20, progenitor_maximum = 5;  // /d, times normal
  double progenitor_time = 3.5;                           // d
  double collagen_rate = 0.16, collagen_loss = 0.075;     // /d
  double collagen_by_cells = 0.3;                         // on e
};

/// Constants of ligament repair, per human day; everything of a normal ligament.
struct LigamentModel {
  double inflammation_time = 10;  // d
  double bridging_time = 12;      // d
  // sc, scaffold between the ends
  double scaffold_mcl = 1, scaffold_acl_partial = 0.4, scaffold_acl = 0.1, scaffold_acl_braced = 0.5;
  double fibroblast_rate = 0.30, fibroblast_maximum = 6;        // /d, times normal
  double fibroblast_time = 45;                                  // d
  double collagen3_rate = 0.0125, collagen3_loss = 0.014;       // /d
  double collagen3_base = 0.15, collagen3_inflammation = 0.85;  // shares
  double collagen3_by_cells = 0.2;                              // on e
  double collagen1_rate = 0.015, collagen1_maximum = 0.85;      // /d, -
  double collagen1_inflammation = 0.3;                          // share lost to I
  double collagen1_by_cells = 0.4;                              // on e
  double collagen1_base = 0.6, collagen1_load = 0.7;            // without load, per load
  double overload_from = 0.7, overload_width = 0.3;             // load
  double alignment_base = 0.45, alignment_load = 0.92;          // without load, per load
  double alignment_maximum = 0.75, alignment_time = 42;         // -, d
  double cross_link_maximum = 0.58, cross_link_time = 56;       // -, d
  double collagen3_strength = 0.5;                              // of that of type I
  double swelling = 0.9, swelling_time = 25;                    // added area, d
  double stiffness_time = 35;                                   // d
  double start_collagen1 = 0.05, start_collagen3 = 0.01;        // of normal
  double start_alignment = 0.25, start_cross_links = 0.42;
};

}  // namespace mend::params

// Constants of the joint and of the cartilage defect; told about in describe_joint.cpp and
// describe_cartilage.cpp.
#pragma once

namespace mend::params {

/// Constants of the joint ODE set.
struct JointModel {
  double attach_rate = 0.7, clear_rate = 0.9, death_rate = 0.12;  // /d
  double half_effect_cells = 8e6;                                 // Nh
  double lesion_cell_weight = 0.02;                               // weight of MSC in the lesion in Neff
  double licensing_maximum = 1.3, licensing_half = 0.3;
  double inflammation_time = 14, resolution_time = 5;                                               // d
  double drive_kl0 = 0.05, drive_kl1 = 0.12, drive_kl2 = 0.30, drive_kl3 = 0.35, drive_kl4 = 0.40;  // p0
  double gain = 1.25;
  double resolution_from_inflammation = 0.35, resolution_from_cells = 0.75, resolution_from_memory = 0.8;
  double memory_rate = 0.06;                                           // /d
  double memory_lifetime = 600;                                        // d
  double steroid_peak = 0.9, steroid_lifetime = 21;                    // -, d
  double cartilage_loss = 0.044;                                       // k_deg, /yr
  double steroid_cartilage_loss = 6e-4;                                // /d
  double exercise_factor = 0.9;                                        // on p0
  double pain_maximum = 60, pain_half = 0.6, pain_deficit = 28;        // mm, p, mm
  double pain_time = 10;                                               // d
  double context_size = 15, context_rise = 7, context_lifetime = 900;  // mm, d, d
  // by Kellgren-Lawrence grade
  double joint_space_kl0 = 5.0, joint_space_kl1 = 4.8, joint_space_kl2 = 4.2, joint_space_kl3 = 2.8,
         joint_space_kl4 = 1.2;                                    // medial, mm
  double deficit_kl1 = 0.25, deficit_worn = 1;                     // grade 1; grades 2 to 4
  double loss_elsewhere = 0.5;                                     // of the medial loss
  double unloaded_wear = 0.5, load_per_bmi = 0.03, load_bmi = 25;  // at L = 0; per kg/m2 above this BMI
  double injury_level = 1;                                         // p(0) of an injured joint
  double tipping_drive = 0.10, tipping_gain = 1.85;                // p0, gain of a joint that can tip
  double pannus_speed = 1, pannus_start = 1, pannus_reach = 12;    // mm/yr, mm, mm
  double pannus_burst_interval = 60, pannus_burst_length = 10;     // d
  double bone_erosion_share = 0.1;                                 // of the front's advance
};

/// Constants of the cartilage defect.
struct DefectModel {
  double crowding = 1e5;                                                              // C*, cells/mm3
  double stem_mobility = 1.2e-3, stem_mobility_base = 1.2e-4;                         // D_S0, D_S00, mm2/d
  double chondrocyte_mobility = 6e-4, chondrocyte_mobility_base = 6e-5;               // D_C0, D_C00, mm2/d
  double matrix_mobility = 1e-5;                                                      // D_m, mm2/d
  double migration_matrix = 0.2, proliferation_matrix = 0.2;                          // m1, m2
  double stem_division = 0.06, stem_division_base = 0.04;                             // p10, p100, /d
  double chondrocyte_division = 0.03, chondrocyte_division_base = 0.015;              // p40, p400, /d
  double differentiation = 0.05;                                                      // p2, /d
  double threshold_maximum = 0.35, threshold_minimum = 0.02, threshold_matrix = 0.1;  // S0max, S0min, m_t
  double hypoxic_death = 0.09;                                                        // p3 = p5, /d
  double oxygen_half = 0.1, oxygen_switch = 0.05;                                     // n0, n1
  double oxygen_diffusion = 173, oxygen_uptake = 150;                                 // mm2/d, /d
  double synthesis = 0.022;                                                           // k8, /d
  double synthesis_inhibition = 3;                                                    // p_IC
  double implant_loss = 0.02, microfracture_loss = 0.01;                              // lambda, /d
  double microfracture_seed = 0.05;                                                   // S on the floor
  double implant_seed = 0.417;                  // S or C of 1e6 cells/cm2 on the floor
  double seed_depth = 0.24, seed_width = 0.05;  // mm
  double initial_matrix = 0.01;
  double switch_width = 0.01;         // of H and T
  double held_by_matrix = 0.1;        // m that leaves 1/e of the loss
  double chondrocyte_loss = 0.1;      // of lambda
  double room_taken_by_matrix = 0.9;  // in K
  double young_matrix_wear = 6;       // in the wear of m
  double hyaline_chondrocytes = 0.65, hyaline_stem = 0.5, hyaline_microfracture = 0.2;  // hy
  double hyaline_inhibition = 2;                                                        // p that halves hy
  double young_age = 35, middle_age = 50, old_age = 65;                                 // years
  double synthesis_middle_age = 0.7, synthesis_old_age = 0.5;                           // of k8
  double division_fat = 1.2, division_cord = 1.5;  // factors on p10, p100; marrow 1
  double microfracture_response = 1;               // factor on k8 after microfracture
  bool growth_factors = false;
  double signal_half = 0.05, signal_area = 0.35, signal_crowding = 0.5;  // of g and b: -, mm2; b in T
  // in space only
  double gag_share = 0.25;                                // of new matrix
  double gag_wear = 6;                                    // rate of its loss, of collagen's
  double cytokine_reach = 1;                              // mm
  double settling_patch = 4, settling_unevenness = 0.35;  // of injected cells: mm, spread of ln density
  double awl_spacing = 3.5, awl_radius = 0.8;             // of microfracture, mm
  double clot_share = 0.1;                                // density between the holes, of that above one
};

}  // namespace mend::params

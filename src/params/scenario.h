// A scenario: everything a run depends on, as small plain data. Defaults live here and nowhere else; names,
// units, ranges, help and sources live in describe.h beside it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace mend::params {

/// Two sets of assumptions for the same models: the regenerative idea as proposed, or what controlled trials
/// found.
enum class Lens { mechanism, trials };

enum class Side { right, left };

struct Patient {
  double age = 45;  // years
  Side side = Side::right;
  double body_mass_index = 25;  // kg/m2
};

struct Joint {
  int kl_grade = 0;            // Kellgren-Lawrence 0-4
  bool recent_injury = false;  // starts with p = 1: a joint just injured
  double load = 1;             // 1 = normal daily load
  bool exercise = false;       // exercise programme
  bool contextual_effect = true;
  double autoimmune_drive = 0;  // c_auto; rheumatoid arthritis above 0
};

/// A focal cartilage defect on the medial femoral condyle. Diameter 0 = none. Its depth is the native
/// thickness there.
struct Lesion {
  double diameter = 0;  // mm
};

enum class NerveInjuryKind { none, crush };

/// The common peroneal nerve, injured on day 0.
struct Nerve {
  NerveInjuryKind injury = NerveInjuryKind::none;
  double above_fibular_neck = 20;  // mm along the nerve, proximal of the neck
  double target_distance = 100;    // mm from the lesion to the end organ
  int axons = 61;                  // representative axons of one fascicle, drawn and simulated
};

enum class EventKind { saline, cells, steroid, implant, chondrocytes, microfracture };

/// One dated treatment. dose counts cells (cells, implant, chondrocytes) and is ignored by the others.
struct Event {
  double day = 0;
  EventKind kind = EventKind::cells;
  double dose = 5e7;
};

/// What the two lenses disagree about (cartilage.md section 3).
struct Assumptions {
  double engrafting_fraction = 0;  // epsilon, share of attaching cells that enter the lesion
  double lesion_cell_loss = 0;     // lambda of injected cells, /d
  double counted_dose_limit = 0;   // cells counted per injection at most
  double rheumatoid_response = 0;  // factor on M when autoimmune_drive > 0
};

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
};

/// Constants of the one-dimensional defect column.
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
  bool growth_factors = false;
};

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

/// Constants of the rating.
struct PainModel {
  double follow_time = 0.25;  // d, 1/k0 = 6 h
};

/// A whole scenario.
struct Scenario {
  int version = 1;
  std::string name;   // stable key, lower case with dashes
  std::string title;  // plain words
  Lens lens = Lens::mechanism;
  std::uint64_t seed = 1;
  double horizon = 730.5;  // days
  Patient patient;
  Joint joint;
  Lesion lesion;
  Nerve nerve;
  std::vector<Event> regimen;
  Assumptions mechanism{0.05, 0.02, 1.5e8, 1};
  Assumptions trials{0.003, 0.12, 5e7, 0};
  JointModel joint_model;
  DefectModel defect_model;
  NerveModel nerve_model;
  PainModel pain_model;

  /// The assumptions of the chosen lens.
  [[nodiscard]] const Assumptions& assumptions() const {
    return lens == Lens::mechanism ? mechanism : trials;
  }
};

}  // namespace mend::params

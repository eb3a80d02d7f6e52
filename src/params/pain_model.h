// Constants of pain and of medicine; told about in describe_pain.cpp.
#pragma once

namespace mend::params {

/// Constants of what a nerve fires, of the circuit it reaches, and of the rating. Rates in Hz.
struct PainModel {
  // what an injured nerve fires
  double resting_c = 0.05, load_gain = 4;          // C fibres under load, and what Sp adds to them
  double ectopic_c = 1.2;                          // C fibres without an end organ
  double touch_a_beta = 20, pressing_a_delta = 5;  // of a connected nerve, touched and pressed
  // dorsal horn: largest rate, threshold and width of each kind of cell
  double projection_most = 50, projection_threshold = 18, projection_width = 12;
  double excitatory_most = 60, excitatory_threshold = 20, excitatory_width = 12;
  double inhibitory_most = 80, inhibitory_threshold = 25, inhibitory_width = 12;
  // its weights
  double gate_half = 19.85;                         // A-beta rate that halves the drive of C fibres
  double disinhibition = 0.95;                      // inhibition lost at Sc = 1
  double windup_middle = 0.5, windup_width = 0.25;  // of C
  double windup_gain = 0.2;
  double inhibitory_from_touch = 2.28, inhibitory_from_excitatory = 0.1;
  double excitatory_from_pressing = 0.96, excitatory_from_c = 7, excitatory_from_touch = 1.24;
  double excitatory_from_inhibitory = 1.43;
  double projection_from_pressing = 0.3, projection_from_c = 4, projection_from_excitatory = 0.2;
  double projection_from_inhibitory = 1.5;
  double rating_rate = 1.56;  // projection rate that sets the scale of the rating
  // sensitisation
  double inflammation_most = 1;                            // p beyond this adds nothing to Sp
  double growth_factor_free = 2, growth_factor_range = 2;  // N that sensitises not yet, and from there to 1
  double peripheral_rise = 2, peripheral_fall = 7;         // tau_p, d
  double central_onset = 3;                                // u_nerve that begins to sensitise
  double central_rise = 14, central_fall = 60;             // 1/a, tau_c, d
  // the rating
  double follow_time = 0.25;                      // 1/k0, d
  double baseline_shift = 0, baseline_level = 6;  // of a person, points at u = level, in proportion elsewhere
};

/// Constants of the medicines. Hours and litres, as in pharmacology.
struct MedicineModel {
  double oral_share = 0.87;                      // F of oxycodone
  double clearance = 48.6;                       // CL, L/h
  double volume = 212;                           // V, L
  double absorption = 1.5;                       // ka, /h
  double effect_half_life = 0.3;                 // ln 2 / ke0, h
  double tolerance_half_life = 107;              // ln 2 / ktol, h
  double dosing_interval = 6;                    // h
  double mme_per_mg = 1.5;                       // of oxycodone
  double largest_effect = 0.8;                   // share of pain taken away
  double half_effect = 40;                       // ng/ml
  double tolerance_scale = 18;                   // ng/ml that doubles the half-effect concentration
  double rebound_most = 0.5, rebound_half = 30;  // points of 10, ng/ml
  double withdrawal_half = 30;                   // ng/ml
  double constipation_half = 30, nausea_half = 40, sedation_half = 60;  // ng/ml
  double nsaid_oral = 0.21, nsaid_topical = 0.15, nsaid_time = 3;       // E, E, d
  double tricyclic = 0.18, snri = 0.12, gabapentinoid = 0.12;           // E
  double neuropathic_time = 7;                                          // d
  double effect_factor = 1;                                             // of a person, on every E
  double effect_limit = 0.95;                                           // of any E
  double review_interval = 30.4375, rule_step = 0.1;                    // d, share of the first dose
};

}  // namespace mend::params

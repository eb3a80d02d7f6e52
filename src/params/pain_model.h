// Constants of pain and of medicine; told about in describe_pain.cpp.
#pragma once

namespace mend::params {

/// Constants of the rating.
struct PainModel {
  double follow_time = 0.25;  // d, 1/k0 = 6 h
};

/// Constants of the medicines.
struct MedicineModel {
  double oral_share = 0.87;          // F of oxycodone
  double clearance = 48.6;           // CL, L/h
  double volume = 212;               // V, L
  double absorption = 1.5;           // ka, /h
  double effect_half_life = 0.3;     // ln 2 / ke0, h
  double tolerance_half_life = 107;  // ln 2 / ktol, h
  double largest_effect = 0.8;       // share of pain taken away
  double half_effect = 40;           // ng/ml
  double tolerance_scale = 18;       // ng/ml that doubles the half-effect concentration
};

}  // namespace mend::params

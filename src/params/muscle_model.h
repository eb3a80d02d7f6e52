// Constants of muscle and ligament repair; told about in describe_muscle.cpp.
#pragma once

namespace mend::params {

/// Constants of muscle repair, per mouse day.
struct MuscleModel {
  double human_time = 1.5;     // s_h: human days a mouse day
  double satellite_pool = 1;   // q0, of the normal pool
  double monocyte_inflow = 1;  // factor on the arrival of monocytes
};

/// Constants of ligament repair, per human day.
struct LigamentModel {
  double inflammation_time = 10;  // d
  double bridging_time = 12;      // d
};

}  // namespace mend::params

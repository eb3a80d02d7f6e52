// Where the tibia and the patella stand at an angle of flexion.
#pragma once
#include <glm/glm.hpp>

#include "anatomy/solids.h"

namespace mend::anatomy {

/// A rigid placement: world = turn * local + shift.
struct Pose {
  glm::dmat3 turn{1};
  Vec shift{0};

  [[nodiscard]] Vec to_world(const Vec& p) const { return turn * p + shift; }
  [[nodiscard]] Vec to_local(const Vec& p) const { return glm::transpose(turn) * (p - shift); }
};

struct Poses {
  Pose tibia;  // and fibula
  Pose patella;
  double gap_medial = 0, gap_lateral = 0, gap_patella = 0;  // smallest distance between the cartilages, mm
};

/// Table of anatomy section 8 (Johal 2005, Freeman 2003, von Eisenhart-Rothe 2003), then contact: the tibia
/// is moved until both compartments just touch, the patella until it touches the trochlea with a tendon 45 mm
/// long.
[[nodiscard]] Poses pose_knee(double flexion, const Solids& solids = *standard_solids());

/// The ends of the patellar tendon: apex in the patella's frame, tuberosity in the tibia's.
inline constexpr Vec kPatellaApex{7.5, 54, -15};
/// Middle of the quadriceps tendon on the base of the patella, from the patella's centre.
inline constexpr Vec kUpperPole{0, -0.5, 17};
inline constexpr Vec kTuberosity{9, 32, -58};
inline constexpr double kTendonLength = 45;  // mm

}  // namespace mend::anatomy

// Muscles as bellies that give way to bone, nerves, vessels and to those built before them.
#pragma once
#include <utility>
#include <vector>

#include "anatomy/placed.h"

namespace mend::anatomy {

/// A section of the muscle in the extended knee; its wide side points `turn` degrees forward of lateral, and
/// `rise` upward.
struct MuscleLevel {
  Vec place;
  double half_width, half_thickness, turn, rise = 0;
};

/// Cut flat, grown on to bone, or run out along the muscle before.
enum class MuscleEnd { cut, inserted, joined };

struct YieldingMuscle {
  PartId id;
  std::vector<MuscleLevel> levels;
  double low, high;  // z below which the tibia carries it, above which the femur
  MuscleEnd top, foot;
  double side = 0;  // which side of the fold of the deeply bent knee: 1 thigh, -1 calf
};

/// In the order of their right of way; heads of one muscle, one after another, make one mesh. Depth = mm
/// along the line, region = 1 in the tendon.
[[nodiscard]] std::vector<std::pair<PartId, Mesh>> build_yielding(const Placed& knee,
                                                                  const std::vector<YieldingMuscle>& plans);

}  // namespace mend::anatomy

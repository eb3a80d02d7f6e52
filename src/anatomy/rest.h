// The part of a knee that does not change as it bends.
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/solids.h"

namespace mend::anatomy {

/// A bone or a cartilage in its bone's own frame.
struct RestPart {
  PartId id;
  Mesh mesh;
};

struct Rest {
  KneeShape shape;  // its flexion counts for nothing
  std::shared_ptr<const Solids> solids;
  std::vector<RestPart> parts;
  LesionFrame lesion;                   // in the model, not yet stretched
  std::vector<LesionColumn> columns;    // empty without a lesion
  std::vector<WallPoint> lesion_floor;  // their way not yet known
  /// Distance to each bone's own parts, hole and all, in its frame: femur, tibia, patella.
  std::array<DistanceGrid, 3> spaces;

  /// Distance to all of them.
  [[nodiscard]] double space(const Poses& poses, const Vec& p) const;
};

/// The bone that a part moves with.
enum class Bone { femur, tibia, patella };
[[nodiscard]] Bone bone_of(PartId id);

/// The focal defect of a knee as large as the model, with cartilage so many times as thick.
[[nodiscard]] LesionFrame frame_of_lesion(double cartilage);

}  // namespace mend::anatomy

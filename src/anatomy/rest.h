// The part of a knee that does not change as it bends.
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/lesion.h"
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
  LesionPlaces lesion;
  /// Distance to each bone's own parts, hole and all, in its frame: femur, tibia, patella.
  std::array<DistanceGrid, 3> spaces;

  /// Distance to all of them.
  [[nodiscard]] double space(const Poses& poses, const Vec& p) const;
};

/// The bone that a part moves with.
enum class Bone { femur, tibia, patella };
[[nodiscard]] Bone bone_of(PartId id);

/// The cartilage of a knee as large as the model, and the knee's shape at that size.
[[nodiscard]] Cover cover_of(const KneeShape& shape);
[[nodiscard]] KneeShape model_of(const KneeShape& shape);

}  // namespace mend::anatomy

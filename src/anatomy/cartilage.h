// Articular cartilage: its thickness over each bone, the bones with their cartilage on, and the shells as
// meshes.
#pragma once
#include "anatomy/mesher.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// Thickness in mm at a point near the bone's surface; 0 outside the articular patch.
[[nodiscard]] double femur_thickness(const Vec& p);
[[nodiscard]] double tibia_thickness(const Vec& p);
[[nodiscard]] double patella_thickness(const Vec& p);

[[nodiscard]] double femur_with_cartilage(const Vec& p);
[[nodiscard]] double tibia_with_cartilage(const Vec& p);
[[nodiscard]] double patella_with_cartilage(const Vec& p);

/// A round hole cut through a shell along an axis; radius 0 = none.
struct Hole {
  Vec centre{0}, axis{0, 0, 1};
  double radius = 0;

  [[nodiscard]] double distance(const Vec& p) const;  // mm from the axis
};

/// What a shell is grown from: the bone's mesh and fields over its surface.
struct ShellPlan {
  const Mesh& bone;
  Field solid;  // the bone's signed distance
  Field patch;  // mm inside the articular patch
  Field thickness;
  Hole hole;
};
/// The cartilage of a patch as a closed shell: an outer sheet, a sheet on the bone, and a wall round the edge
/// (and round the hole).
[[nodiscard]] Mesh grow_shell(const ShellPlan& plan);

}  // namespace mend::anatomy

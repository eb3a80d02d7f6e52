// Cartilage as closed meshes: a sheet on the bone and a sheet over it, joined round the edge.
#pragma once
#include "anatomy/mesher.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// A round hole cut through a shell along an axis; radius 0 = none.
struct Hole {
  Vec centre{0}, axis{0, 0, 1};
  double radius = 0;

  [[nodiscard]] double distance(const Vec& p) const;              // mm from the axis
  [[nodiscard]] bool is_near(const Vec& p, double margin) const;  // within radius + margin of the centre
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

// Cartilage as closed meshes: a sheet on the bone and a sheet over it, joined round the edge.
#pragma once
#include "anatomy/mesher.h"
#include "anatomy/sdf.h"
#include "params/scenario.h"

namespace mend::anatomy {

/// A hole cut through a shell along an axis, round or frayed; radius 0 = none.
struct Hole {
  Vec centre{0}, axis{0, 0, 1}, right{1, 0, 0};
  double radius = 0;
  bool keeps_inside = false;  // a plug: what lies inside stays instead
  params::LesionShoulder shoulder = params::LesionShoulder::sharp;

  [[nodiscard]] double distance(const Vec& p) const;              // mm from the axis
  [[nodiscard]] double radius_at(const Vec& p) const;             // mm, of the rim in the direction of p
  [[nodiscard]] double rounding() const;                          // mm, of the upper rim
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
/// What is left in the plan's hole: a closed disc of a share of the thickness, which just does not touch its
/// wall.
[[nodiscard]] Mesh grow_plug(const ShellPlan& plan, double share);

}  // namespace mend::anatomy

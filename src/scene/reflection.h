// The kneecap turned down over its tendon, as at a dissection: its joint surface looks out, and the front of
// the joint lies open.
#pragma once
#include <glm/glm.hpp>

#include "anatomy/knee.h"

namespace mend::scene {

/// Up the shin and forward of it, unit: the tibia's own axes as the knee is bent.
struct ShinAxes {
  glm::vec3 up, forward;
};
[[nodiscard]] ShinAxes shin_axes(const anatomy::Knee& knee);

/// The tendon folds forward a little above the tuberosity, in an arc; what hangs on it comes along as it is.
class Reflection {
 public:
  /// Of a knee without a patellar tendon nothing moves.
  explicit Reflection(const anatomy::Knee& knee);

  /// Whether the part goes with the kneecap.
  [[nodiscard]] static bool moves(anatomy::PartId id);

  [[nodiscard]] glm::vec3 at(glm::vec3 place) const;
  void apply(anatomy::Mesh& mesh) const;

 private:
  /// Of a place: how far round the arc it lies, radians.
  [[nodiscard]] float turn_at(glm::vec3 place) const;
  [[nodiscard]] glm::vec3 turned(glm::vec3 direction, float turn) const;

  glm::vec3 fold_{0};             // where the tendon starts to fold
  glm::vec3 up_{0}, forward_{0};  // along the tendon there, and to the side it folds to; unit
  float turn_ = 0;                // radians in all
};

}  // namespace mend::scene

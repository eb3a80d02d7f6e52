// What stands between the eye and the part in focus fades, so that the part can be seen.
#pragma once
#include <vector>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/view.h"

namespace mend::scene {

/// A ball that must be seen.
struct FocusPoint {
  glm::vec3 centre{0};
  float radius = 1;  // mm
};

/// What a view looks at, and the parts that hold it and so never fade.
struct Focus {
  std::vector<FocusPoint> points;
  std::vector<anatomy::PartId> kept;
};

/// Nothing for the views of the whole knee.
[[nodiscard]] Focus focus_of(ViewName name, const anatomy::Knee& knee, const params::Scenario& scenario);

/// 0 = leaves the view free, 1 = stands in it; between the two while it enters, so that nothing pops.
[[nodiscard]] float obstruction(const anatomy::Part& part, const Focus& focus, glm::vec3 eye);

}  // namespace mend::scene

// What a sick joint makes of its parts from day to day, without building them anew: cartilage sinks as it
// thins, pannus creeps over it, bone is eaten at the margins, the lining grows villi.
#pragma once
#include <optional>

#include "anatomy/knee.h"
#include "anatomy/mesh.h"
#include "sim/state.h"

namespace mend::scene {

/// A bone or a cartilage as it is on the day; nothing where it is still as it was built.
[[nodiscard]] std::optional<anatomy::Mesh> mesh_on_day(const anatomy::Part& part, const anatomy::Knee& knee,
                                                       const sim::JointState& joint);

/// The tongue of pannus over a cartilage, `front` mm from its margin; open where it sinks into the cartilage.
/// Nothing without a pannus.
[[nodiscard]] std::optional<anatomy::Mesh> pannus_over(const anatomy::Part& cartilage,
                                                       const anatomy::Knee& knee,
                                                       const sim::JointState& joint);

/// Villi of the synovium, full-grown at 1.
[[nodiscard]] anatomy::Mesh villi_of(const anatomy::Knee& knee, double grown);

/// How far the villi of a rheumatoid joint have grown at its synovitis, 0-1; 0 in another joint.
[[nodiscard]] double villous_growth(const sim::JointState& joint);

}  // namespace mend::scene

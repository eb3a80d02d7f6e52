// The muscles round the knee, cut flat at the ends of the stage.
#pragma once
#include <utility>
#include <vector>

#include "anatomy/placed.h"

namespace mend::anatomy {

/// Vasti, rectus femoris, sartorius and gracilis.
[[nodiscard]] std::vector<std::pair<PartId, Mesh>> build_front_muscles(const Placed& knee);
/// The outer vastus as a band, whose lower part lies on the pouch of the joint.
[[nodiscard]] std::vector<Station> vastus_lateralis_band(const Placed& knee);
/// Hamstrings, popliteus, soleus and both heads of the gastrocnemius.
[[nodiscard]] std::vector<std::pair<PartId, Mesh>> build_back_muscles(const Placed& knee);

}  // namespace mend::anatomy

// A knee bent a little further with nothing built anew: bones and cartilage move with their bone, what lies
// between moves with all three, most with the nearest. For the moments until the knee is built as it should be.
#pragma once
#include "anatomy/rest.h"

namespace mend::anatomy {

/// `knee` was made of `rest`, at any flexion, and mirrored if it is a left one. Same topology, same order.
/// Millimetres from what posed() gives at 20 degrees' distance, and further the further it is bent.
[[nodiscard]] Knee carried(const Knee& knee, const Rest& rest, double flexion, bool is_left, int threads);

}  // namespace mend::anatomy

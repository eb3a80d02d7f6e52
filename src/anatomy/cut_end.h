// Where a cord or a vessel leaves the limb that is drawn: a clean cut.
#pragma once
#include "anatomy/sweep.h"

namespace mend::anatomy {

/// What the cut shows: a nerve's bundles, or the bore of a vessel.
enum class CutFace { bundles, bore };
enum class End { first, last };

/// In the vertices' region: they lie on a cut face, or in the bore behind it. Everywhere else on a cord the
/// region is less than its width.
inline constexpr float kOnCut = 100;

/// Gives one end of a swept tube of `around` points a ring the face of a cut instead of its plain cap.
void cut_end(Mesh& tube, std::uint32_t around, End end, CutFace face);
/// A cord that is cut at both ends.
[[nodiscard]] Mesh cut_cord(const SweepPlan& plan, CutFace face);

}  // namespace mend::anatomy

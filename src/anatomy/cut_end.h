// Where a cord or a vessel leaves the limb that is drawn, a clean cut; where a tendon is cut off its muscle,
// a frayed one.
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
/// mm by which the shortest strands of a frayed end fall short, over which it thins out, and by which one
/// edge falls short of the other.
struct Fray {
  double uneven, thins, slant = 0;
};
/// Frays one end of a swept band: its strands thin out and end one here, one there.
void fray(Mesh& band, std::uint32_t around, End end, const Fray& plan);
/// A cord that is cut at both ends.
[[nodiscard]] Mesh cut_cord(const SweepPlan& plan, CutFace face);

}  // namespace mend::anatomy

// The four bones as signed distance functions, each in its own frame: the knee frame with the knee extended.
// Recipes and scalars: published morphometry (femur: Terzidis 2012, Kapur; tibia: Hashemi 2008, Hudek;
// patella: Iranpour 2008; sections read off profiles of real knees as named widths and depths).
#pragma once
#include "anatomy/sdf.h"

namespace mend::anatomy {

[[nodiscard]] double femur(const Vec& p);
[[nodiscard]] double tibia(const Vec& p);
[[nodiscard]] double patella(const Vec& p);
[[nodiscard]] double fibula(const Vec& p);

/// mm inside the articular patch of a bone's surface, negative outside; for points near that surface.
[[nodiscard]] double femur_patch(const Vec& p);
[[nodiscard]] double tibia_patch_medial(const Vec& p);
[[nodiscard]] double tibia_patch_lateral(const Vec& p);
[[nodiscard]] double patella_patch(const Vec& p);

inline constexpr Vec kPatellaCentre{5, 52, 5};

/// mm over which the edge of a sawn shaft is rounded (assumed).
inline constexpr double kCutEdge = 0.8;

}  // namespace mend::anatomy

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

/// The two spines of the tibia: each a cone with a round end of radius `blunt`, mm.
struct Spine {
  Vec foot, tip;
  double wide, blunt;
};
inline constexpr Spine kSpines[] = {{{-5.5, -1, -31}, {-3.7, -1, -22.9}, 5, 2},
                                    {{8.5, -3.2, -31}, {6.7, -3.2, -23.7}, 5, 2}};

/// mm over which the edge of a sawn shaft is rounded (assumed).
inline constexpr double kCutEdge = 0.8;

}  // namespace mend::anatomy

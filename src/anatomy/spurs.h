// Osteophytes: bony lips at the margins of the joint, by the Kellgren-Lawrence grade.
#pragma once
#include <array>

#include "anatomy/sdf.h"

namespace mend::anatomy {

/// mm that the largest spur of a grade stands off the native bone. Kellgren and Lawrence 1957 grade them by
/// word: doubtful, definite, moderate, large. The bands are those of Kornaat 2005 on MRI (minimal below 3 mm,
/// moderate 3 to 5, severe above); which grade meets which, and the value in the band, are assumed.
inline constexpr std::array<double, 5> kSpurLength{0, 1.4, 2.9, 4.8, 7.2};

/// The bones with their spurs, each in its own frame; grade 0 is the native bone.
[[nodiscard]] double spurred_femur(const Vec& p, int kl_grade);
[[nodiscard]] double spurred_tibia(const Vec& p, int kl_grade);
[[nodiscard]] double spurred_patella(const Vec& p, int kl_grade);

}  // namespace mend::anatomy

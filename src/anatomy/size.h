// How large a knee is, and how deep for its width. The model is built once, as wide as the mean of adult
// knees; a knee of another size is that model stretched: across by one factor, along and from front to back
// by another. As bending turns about the line across, bones keep their shape as they bend, but for the small
// other turns (below 1 % at 18 degrees of rotation).
#pragma once
#include "anatomy/knee.h"

namespace mend::anatomy {

inline constexpr double kModelWidth = 84;  // mm across both condyles, about the mean of all adults

/// Width over depth of a woman's distal femur, of a man's: 78.5 / 55.65 over 88.6 / 61.1 mm, both condyles
/// (Terzidis 2012).
inline constexpr double kFemaleBreadth = 0.973;
/// Thickness of a woman's cartilage, of a man's, four plates of the femur and tibia: 2.2 2.0 2.6 2.0 mm over
/// 2.97 3.01 3.09 2.48 (young adults, anatomy section 4)...
inline constexpr double kFemaleThickness = 0.762;
/// ... and width of her femur: 78.5 over 88.6 mm (Terzidis 2012).
inline constexpr double kFemaleWidth = 0.886;

struct Size {
  double across = 1, deep = 1;  // factors on X; on Y and Z
  double cartilage = 1;         // factor on its thickness in the model, besides those

  /// A diameter in the model that becomes so many mm on the condyle.
  [[nodiscard]] double model_lesion(double diameter) const;
};
[[nodiscard]] Size size_of(const KneeShape& shape);

/// Stretches a knee of the model's size.
void stretch(Knee& knee, const Size& size);

}  // namespace mend::anatomy

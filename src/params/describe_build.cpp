// The size, the proportions and the bend of the knee.
#include <array>

#include "params/describe.h"

namespace mend::params {
namespace {

constexpr std::array kSexes = {
    Option{"male", "Man", "As deep from front to back as men's knees of this width."},
    Option{"female", "Woman", "Deeper from front to back for its width; thinner cartilage."}};

}  // namespace

void describe(const Walk<Build>& build) {
  using enum Audience;
  build.number(&Build::flexion, {"flexion", "How far the knee is bent", "flexion of the tibia", Unit::degree,
                                 0, 120, visitor, "0 is straight.", chosen()});
  build.choice(&Build::sex, kSexes,
               {"sex", "Proportions", "sex of the knee", Unit::none, 0, 0, lecturer,
                "Men's and women's knees of the same width differ in depth and in cartilage.",
                published("width to depth: Terzidis 2012; thickness of cartilage: 14 plates of young adults, "
                          "anatomy section 4")});
  build.number(&Build::width,
               {"width", "Width of the knee", "bicondylar width of the femur", Unit::mm, 69, 101, lecturer,
                "Women 78.5 mm on average, men 88.6. Everything grows with it.",
                published("Terzidis 2012: 78.5 (SD 3.0) and 88.6 (4.2) mm; the range is the means less and "
                          "more 3 SD, the default their mean")});
}

}  // namespace mend::params

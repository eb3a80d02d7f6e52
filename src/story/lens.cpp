#include "story/lens.h"

namespace mend::story {

const LensCard& lens_card(params::Lens lens) {
  static constexpr LensCard kMechanism = {"Mechanism", "The idea as proposed: cells stay and rebuild tissue.",
                                          "msc-mechanism"};
  static constexpr LensCard kTrials = {
      "Trials", "What controlled trials found: cells leave, no visible regrowth.", "cartilage-regrowth"};
  return lens == params::Lens::mechanism ? kMechanism : kTrials;
}

}  // namespace mend::story

#include "story/lens.h"

#include <algorithm>
#include <array>

namespace mend::story {
namespace {

/// Both lenses of one use, Mechanism first.
using Pair = std::array<LensCard, 2>;

constexpr std::array<Pair, kCellUses> kCards = {
    // none
    Pair{LensCard{"No cells are given: both lenses show the same.", "msc-mechanism"},
         LensCard{"No cells are given: both lenses show the same.", "cartilage-regrowth"}},
    // joint
    Pair{LensCard{"The idea as proposed: cells stay and rebuild tissue.", "msc-mechanism"},
         LensCard{"What controlled trials found: cells leave, no visible regrowth.", "cartilage-regrowth"}},
    // rheumatoid
    Pair{LensCard{"The idea as proposed: cells calm the attack on the joint.", "msc-mechanism"},
         LensCard{"What trials found: small early ones, and no lasting gain.", "ra-cells"}},
    // implant
    Pair{LensCard{"The idea as proposed: cells in a gel fill the hole.", "msc-mechanism"},
         LensCard{"What trials found: cells in a gel, put in by surgery, can fill a hole.",
                  "cartilage-implant"}},
    // nerve
    Pair{LensCard{"The idea as proposed: cells guide and feed the growing fibres.", "nerve-cells"},
         LensCard{"What trials found: a gain in rats; in people it is not known.", "nerve-cells"}},
    // muscle
    Pair{LensCard{"The idea as proposed: cells speed the muscle's own repair.", "muscle-faster"},
         LensCard{"What trials found: none shows a faster return.", "muscle-faster"}},
    // ligament
    Pair{LensCard{"The idea as proposed: cells make the new tissue stronger.", "ligament-cells"},
         LensCard{"What trials found: a gain in rats; no good trial in people.", "ligament-cells"}},
};

}  // namespace

std::string_view lens_name(params::Lens lens) {
  return lens == params::Lens::mechanism ? "Mechanism" : "Trials";
}

CellUse cell_use(const params::Scenario& scenario) {
  const auto has = [&](auto is) { return std::ranges::any_of(scenario.regimen, is); };
  const auto at = [](params::Site site) {
    return [site](const params::Event& e) { return e.kind == params::EventKind::cells && e.site == site; };
  };
  if (has([](const params::Event& e) {
        return e.kind == params::EventKind::implant || e.kind == params::EventKind::chondrocytes;
      }))
    return CellUse::implant;
  if (has(at(params::Site::joint)))
    return scenario.joint.autoimmune_drive > 0 ? CellUse::rheumatoid : CellUse::joint;
  if (has(at(params::Site::nerve))) return CellUse::nerve;
  if (has(at(params::Site::muscle))) return CellUse::muscle;
  return has(at(params::Site::ligament)) ? CellUse::ligament : CellUse::none;
}

const LensCard& lens_card(params::Lens lens, CellUse use) {
  return kCards[static_cast<std::size_t>(use)][static_cast<std::size_t>(lens)];
}

}  // namespace mend::story

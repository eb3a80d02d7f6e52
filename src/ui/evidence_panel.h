// What is known about what is on screen: claims with verdict and certainty, and the options side by side.
#pragma once
#include <string>
#include <vector>

#include "params/describe.h"
#include "params/scenario.h"
#include "story/lens.h"
#include "story/library.h"
#include "ui/widgets.h"

namespace mend::ui {

/// What the panel remembers between frames.
struct EvidenceState {
  std::string open;  // id of the claim whose source stands under it; empty = none
};

/// What the panel is about.
struct EvidenceSubject {
  std::string_view scenario;  // its name: claims and options of that scenario
  params::Lens lens = params::Lens::trials;
  params::Audience audience = params::Audience::visitor;  // visitors see no claim that is unverified
  story::CellUse use = story::CellUse::joint;             // what its cells are given for
};

/// The claims under one heading.
struct EvidenceSection {
  std::string_view title;
  std::vector<const story::Claim*> claims;
};
/// The claim of the lens, then those of each chapter beside the scenario: all that may be shown to this
/// audience, each once.
[[nodiscard]] std::vector<EvidenceSection> evidence_sections(const story::Library& library,
                                                             const EvidenceSubject& subject);

/// Source, date, and when it was last checked.
[[nodiscard]] std::string provenance(const story::Claim& claim);

/// At the cursor, `width` wide, advancing it like any other widget; scrolls with the window it stands in.
void draw_evidence(Look& look, EvidenceState& state, const story::Library& library,
                   const EvidenceSubject& subject, float width);

}  // namespace mend::ui

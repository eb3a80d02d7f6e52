// What is known about what is on screen: claims with verdict and certainty, and the options side by side.
#pragma once
#include <string>
#include <vector>

#include "params/describe.h"
#include "params/scenario.h"
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
};

/// The claim of the lens, then those beside the scenario, each once: all that may be shown to this audience.
[[nodiscard]] std::vector<const story::Claim*> shown_claims(const story::Library& library,
                                                            const EvidenceSubject& subject);

/// Source, date, and when it was last checked.
[[nodiscard]] std::string provenance(const story::Claim& claim);

/// At the cursor, `width` wide, advancing it like any other widget; scrolls with the window it stands in.
void draw_evidence(Look& look, EvidenceState& state, const story::Library& library,
                   const EvidenceSubject& subject, float width);

}  // namespace mend::ui

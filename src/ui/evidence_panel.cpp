#include "ui/evidence_panel.h"

#include <algorithm>
#include <cmath>

#include "story/lens.h"
#include "ui/icon_array.h"

namespace mend::ui {
namespace {

using story::Certainty;
using story::Claim;
using story::Standing;
using story::Verdict;

constexpr std::string_view kBeingChecked = "Numbers being checked";
constexpr float kPi = 3.14159265f;
constexpr float kDotPitch = 11;  // of the dots of certainty, in units of the grid

/// GRADE as four dots, filled from the left.
int filled_dots(Certainty certainty) {
  switch (certainty) {
    case Certainty::high:
      return 4;
    case Certainty::moderate:
      return 3;
    case Certainty::low:
      return 2;
    case Certainty::very_low:
      return 1;
    case Certainty::open:
      return 0;
  }
  fail("a certainty without dots");
}

/// How full the disc of a verdict is; a contradicted claim has a cross instead.
float fullness(Verdict verdict) {
  switch (verdict) {
    case Verdict::strong:
      return 1;
    case Verdict::moderate:
      return 0.75f;
    case Verdict::limited:
      return 0.5f;
    case Verdict::very_limited:
      return 0.25f;
    case Verdict::contradicted:
    case Verdict::unproven:
      return 0;
  }
  fail("a verdict without a mark");
}

void draw_verdict_mark(const Look& look, ImVec2 centre, float radius, Verdict verdict) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = packed(look.tokens.text);
  const float stroke = std::max(1.5f, look.px(1.5f));
  if (verdict == Verdict::contradicted) {
    const float arm = radius * 0.75f;
    list.AddLine({centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}, colour, 1.5f * stroke);
    list.AddLine({centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}, colour, 1.5f * stroke);
    return;
  }
  list.AddCircle(centre, radius, colour, 0, stroke);
  // In halves: a slice over half a disc is not convex.
  for (float from = 0; from < fullness(verdict); from += 0.5f) {
    const float to = std::min(from + 0.5f, fullness(verdict));
    list.PathLineTo(centre);
    list.PathArcTo(centre, radius, (2 * from - 0.5f) * kPi, (2 * to - 0.5f) * kPi, 16);
    list.PathFillConvex(colour);
  }
}

class Panel {
 public:
  Panel(Look& look, EvidenceState& state, const story::Library& library, const EvidenceSubject& subject,
        float width)
      : look_(look), state_(state), library_(library), subject_(subject), width_(width) {}

  void draw() {
    for (const EvidenceSection& section : evidence_sections(library_, subject_)) {
      heading(section.title);
      for (const Claim* claim : section.claims) draw_claim(*claim);
    }
    draw_options();
  }

 private:
  void heading(std::string_view words) {
    text(look_.fonts.strong, look_.tokens.text, words);
    ImGui::Dummy({0, look_.px(2)});
  }

  /// A plate behind what `draw` draws, which opens and closes the source of `claim` when it is clicked.
  template <typename Draw>
  void plate(const std::string& id, const Claim* claim, Draw draw) {
    const float pad = look_.px(12);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({low.x + pad, low.y + pad});
    ImGui::BeginGroup();
    draw(width_ - 2 * pad);
    ImGui::EndGroup();
    const ImVec2 high{low.x + width_, ImGui::GetItemRectMax().y + pad};
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(low, high, packed(look_.tokens.raised), look_.px(10));
    list.ChannelsMerge();
    ImGui::SetCursorScreenPos(low);
    if (claim != nullptr) {
      if (ImGui::InvisibleButton(id.c_str(), {width_, high.y - low.y}))
        state_.open = state_.open == id ? std::string() : id;
      tip(look_, provenance(*claim));
    }
    ImGui::SetCursorScreenPos({low.x, high.y + look_.px(8)});
    ImGui::Dummy({1, 1});
  }

  void draw_claim(const Claim& claim) {
    plate(claim.id, &claim, [&](float width) {
      text(look_.fonts.strong, look_.tokens.text, claim.title, width);
      draw_marks(claim, width);
      text(look_.fonts.small, look_.tokens.text, claim.sentence, width);
      draw_numbers(claim, width);
      if (state_.open == claim.id) text(look_.fonts.small, look_.tokens.muted, provenance(claim), width);
    });
  }

  /// Verdict with its mark, certainty with its dots: side by side where there is room.
  void draw_marks(const Claim& claim, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = look_.fonts.small->FontSize, radius = std::round(line * 0.42f), gap = look_.px(8);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string_view verdict = story::word(claim.verdict);
    const std::string certainty = "Certainty: " + std::string(story::word(claim.certainty));
    draw_verdict_mark(look_, {at.x + radius, at.y + line / 2}, radius, claim.verdict);
    text_at(list, look_.fonts.small, {at.x + 2 * radius + gap, at.y}, look_.tokens.text, verdict);
    const float left_end = at.x + 2 * radius + gap + text_size(look_.fonts.small, verdict).x;
    const float right_size = 4 * kDotPitch * look_.scale + gap + text_size(look_.fonts.small, certainty).x;
    const bool has_room = left_end + 2 * gap + right_size <= at.x + width;
    const ImVec2 right =
        has_room ? ImVec2{at.x + width - right_size, at.y} : ImVec2{at.x, at.y + line + look_.px(4)};
    draw_certainty({right.x, right.y + line / 2}, claim.certainty);
    text_at(list, look_.fonts.small, {right.x + 4 * kDotPitch * look_.scale + gap, right.y},
            look_.tokens.text, certainty);
    ImGui::Dummy({1, right.y - at.y + line + look_.px(4)});
  }

  void draw_certainty(ImVec2 left, Certainty certainty) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = look_.px(4);
    for (int i = 0; i < 4; ++i) {
      const ImVec2 centre{left.x + kDotPitch * look_.scale * static_cast<float>(i) + radius, left.y};
      if (i < filled_dots(certainty))
        list.AddCircleFilled(centre, radius, packed(look_.tokens.caution));
      else
        list.AddCircle(centre, radius, packed(look_.tokens.muted), 0, std::max(1.0f, look_.px(1)));
    }
  }

  void draw_numbers(const Claim& claim, float width) const {
    if (claim.standing == Standing::unverified)
      text(look_.fonts.small, look_.tokens.caution, kBeingChecked, width);
    else if (!claim.numbers.empty())
      text(look_.fonts.small, look_.tokens.muted, story::shown_numbers(claim), width);
  }

  void draw_options() {
    const auto stands_here = [&](const story::OptionCard& card) {
      return std::find(card.scenarios.begin(), card.scenarios.end(), subject_.scenario) !=
             card.scenarios.end();
    };
    if (std::none_of(library_.options.begin(), library_.options.end(), stands_here)) return;
    ImGui::Dummy({0, look_.px(6)});
    heading("Options");
    text(look_.fonts.small, look_.tokens.muted, "Side by side, in no order of worth.", width_);
    for (const story::OptionCard& card : library_.options)
      if (stands_here(card)) draw_option(card);
  }

  void draw_option(const story::OptionCard& card) {
    const story::Balance told = story::balance(card, library_.claims);
    plate("option " + card.id, nullptr, [&](float width) {
      text(look_.fonts.strong, look_.tokens.text, card.name, width);
      text(look_.fonts.small, look_.tokens.muted, card.what, width);
      draw_side("What it may give", told.benefit, told.benefit_people, width);
      if (told.benefit_points != nullptr) {
        ImGui::Dummy({0, look_.px(2)});
        draw_points(look_, *told.benefit_points, width);
      }
      draw_side("What it may cost", told.harm, told.harm_people, width);
      if (told.is_being_checked) text(look_.fonts.small, look_.tokens.caution, kBeingChecked, width);
    });
  }

  void draw_side(std::string_view title, const Claim* claim, const story::People* people, float width) {
    text(look_.fonts.small, look_.tokens.accent, title, width);
    if (claim != nullptr) {
      text(look_.fonts.small, look_.tokens.text, claim->sentence, width);
      text(look_.fonts.small, look_.tokens.muted, claim->source + ", " + claim->date, width);
    }
    if (people != nullptr) draw_people(look_, *people, width);
  }

  Look& look_;
  EvidenceState& state_;
  const story::Library& library_;
  const EvidenceSubject& subject_;
  float width_;
};

}  // namespace

std::string provenance(const Claim& claim) {
  return claim.source + ", " + claim.date + ". Last checked " + claim.last_checked + ".";
}

std::vector<EvidenceSection> evidence_sections(const story::Library& library,
                                               const EvidenceSubject& subject) {
  std::vector<EvidenceSection> sections;
  std::vector<const Claim*> before;
  const auto add = [&](std::string_view title, const std::vector<std::string>& ids) {
    EvidenceSection section{title, {}};
    for (const std::string& id : ids) {
      const Claim* claim = story::find(library.claims, id);
      const bool is_shown = claim != nullptr && (claim->standing == Standing::checked ||
                                                 subject.audience != params::Audience::visitor);
      if (!is_shown || std::find(before.begin(), before.end(), claim) != before.end()) continue;
      section.claims.push_back(claim);
      before.push_back(claim);
    }
    if (!section.claims.empty()) sections.push_back(std::move(section));
  };
  add(story::lens_name(subject.lens), {std::string(story::lens_card(subject.lens, subject.use).claim)});
  for (const story::Chapter& chapter : library.chapters)
    if (story::stands_beside(chapter, subject.scenario)) add(chapter.title, chapter.claims);
  return sections;
}

void draw_evidence(Look& look, EvidenceState& state, const story::Library& library,
                   const EvidenceSubject& subject, float width) {
  ImGui::PushID("evidence");
  Panel(look, state, library, subject, width).draw();
  ImGui::PopID();
}

}  // namespace mend::ui

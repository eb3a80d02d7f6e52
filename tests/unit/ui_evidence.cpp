// What the evidence panel says, read back from the frame it draws.
#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "story/lens.h"
#include "ui/evidence_panel.h"
#include "ui/icon_array.h"

using namespace mend;
using namespace mend::ui;

namespace {

story::Library shipped() {
  auto library = story::read_library(MEND_SOURCE_DIR "/assets");
  if (!library.is_ok()) FAIL(library.problems().front().text());
  return std::move(library).value();
}

/// An ImGui of its own, with a window so high that nothing is cut off.
class Screen {
 public:
  Screen() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {360, 30000};
    io.DeltaTime = 0.02f;
    const auto files = find_fonts(font_families());
    if (!files.is_ok()) FAIL(files.problems().front().text());
    look_.fonts = load_fonts(files.value(), 1).value();
    look_.tokens = tokens(scene::Profile::dark);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    apply_style(look_);
  }
  ~Screen() { ImGui::DestroyContext(context_); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  /// All text of one frame.
  std::string draw(EvidenceState& state, const story::Library& library, const EvidenceSubject& subject) {
    ImGui::NewFrame();
    begin_plate(look_, "test", {{0, 0}, {360, 30000}});
    ImGui::LogToBuffer();
    draw_evidence(look_, state, library, subject, 310);
    std::string words = context_->LogBuffer.c_str();
    ImGui::LogFinish();
    ImGui::End();
    ImGui::Render();
    return words;
  }

  /// The pointer rests here and is pressed or not, for the frames from now on.
  static void point(ImVec2 at, bool is_down) {
    ImGui::GetIO().MousePos = at;
    ImGui::GetIO().MouseDown[0] = is_down;
  }

 private:
  ImGuiContext* context_;
  Look look_;
};

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Wrapping breaks lines at blanks; a text is compared without them.
std::string squeezed(std::string_view text) {
  std::string letters;
  std::copy_if(text.begin(), text.end(), std::back_inserter(letters),
               [](char c) { return c != ' ' && c != '\n' && c != '\r'; });
  return letters;
}

}  // namespace

TEST_CASE("the sections begin with the claim of the lens and tell each claim once") {
  const story::Library library = shipped();
  for (const std::string& scenario : story::scenario_names(MEND_SOURCE_DIR "/assets/scenarios"))
    for (const params::Lens lens : {params::Lens::mechanism, params::Lens::trials}) {
      CAPTURE(scenario);
      const auto sections = evidence_sections(library, {scenario, lens, params::Audience::researcher});
      REQUIRE(sections.size() >= 2);
      CHECK(sections.front().title == story::lens_name(lens));
      CHECK(sections.front().claims.front()->id == story::lens_card(lens, story::CellUse::joint).claim);
      std::vector<const story::Claim*> all;
      for (const auto& section : sections)
        all.insert(all.end(), section.claims.begin(), section.claims.end());
      std::sort(all.begin(), all.end());
      CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    }
}

TEST_CASE(
    "visitors see no claim and no number that is unverified, a lecturer sees the claim without its numbers") {
  const story::Library library = shipped();
  Screen screen;
  EvidenceState state;
  for (const std::string& scenario : story::scenario_names(MEND_SOURCE_DIR "/assets/scenarios")) {
    CAPTURE(scenario);
    const EvidenceSubject visit{scenario, params::Lens::trials, params::Audience::visitor};
    EvidenceSubject lecture = visit;
    lecture.audience = params::Audience::lecturer;
    const std::string visitor = squeezed(screen.draw(state, library, visit));
    const std::string lecturer = squeezed(screen.draw(state, library, lecture));
    CHECK_FALSE(visitor.empty());
    for (const auto& section : evidence_sections(library, lecture))
      for (const story::Claim* claim : section.claims) {
        CAPTURE(claim->id);
        const bool is_checked = claim->standing == story::Standing::checked;
        CHECK(has(visitor, squeezed(claim->sentence)) == is_checked);
        CHECK(has(lecturer, squeezed(claim->sentence)));
        CHECK(has(lecturer, squeezed(claim->title)));
        if (claim->numbers.empty()) continue;
        CHECK(has(visitor, squeezed(claim->numbers)) == is_checked);
        CHECK(has(lecturer, squeezed(claim->numbers)) == is_checked);
      }
  }
}

TEST_CASE(
    "while a benefit is being checked its card draws no people, says so, and tells the difference instead") {
  const story::Library library = shipped();
  Screen screen;
  EvidenceState state;
  story::Library only_cells = library;
  std::erase_if(only_cells.options,
                [](const story::OptionCard& card) { return card.id != "arthritis-cells"; });
  only_cells.chapters.clear();
  const EvidenceSubject subject{"knee-osteoarthritis", params::Lens::trials, params::Audience::visitor};
  const std::string words = squeezed(screen.draw(state, only_cells, subject));
  CHECK(has(words, "Numbersbeingchecked"));
  CHECK(has(words, "1.2pointslesspain"));
  CHECK_FALSE(has(words, "Of100people"));
  for (story::Claim& claim : only_cells.claims) claim.standing = story::Standing::checked;
  const std::string verified = squeezed(screen.draw(state, only_cells, subject));
  CHECK_FALSE(has(verified, "Numbersbeingchecked"));
  CHECK(has(verified, "canlivewiththeirpain"));
  CHECK(has(verified, "thiscouldbechance"));
  CHECK(has(verified, "havekneepainaftertheshot"));
}

TEST_CASE("a click on a claim shows its source and date, and another hides them") {
  const story::Library library = shipped();
  Screen screen;
  EvidenceState state;
  const EvidenceSubject subject{"healthy-knee", params::Lens::trials, params::Audience::visitor};
  const story::Claim& claim = *story::find(library.claims, "cartilage-regrowth");
  const std::string source = squeezed(provenance(claim));
  CHECK(has(source, squeezed(claim.source)));
  CHECK(has(source, squeezed(claim.date)));
  const auto click = [&] {
    for (const bool is_down : {false, true, false}) {
      Screen::point({100, 90}, is_down);
      screen.draw(state, library, subject);
    }
    Screen::point({-FLT_MAX, -FLT_MAX}, false);
    return squeezed(screen.draw(state, library, subject));
  };
  CHECK_FALSE(has(squeezed(screen.draw(state, library, subject)), source));
  CHECK(has(click(), source));
  CHECK(state.open == claim.id);
  CHECK_FALSE(has(click(), source));
  CHECK(state.open.empty());
}

TEST_CASE("a range is told in words, and one over zero as chance") {
  story::People people{"gain", 52, 48, story::Interval{-7, 15}};
  CHECK(range_words(people) == "Difference: 7 fewer to 15 more of 100 people: this could be chance.");
  people.range = story::Interval{6, 34};
  CHECK(range_words(people) == "Difference: 6 more to 34 more of 100 people.");
  people.without.reset();
  CHECK(range_words(people) == "It may be 6 to 34 of 100.");
  people.range.reset();
  CHECK(range_words(people).empty());
}

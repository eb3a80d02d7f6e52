// Colours that can be read, fonts that are there, and numbers written for people.
#include "ui/theme.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

#include "params/describe.h"
#include "ui/panel.h"
#include "ui/surround.h"
#include "ui/widgets.h"

using namespace mend;
using namespace mend::ui;

TEST_CASE("text is readable on every surface it stands on, in every profile") {
  for (const auto profile : scene::kProfiles) {
    const Tokens& t = tokens(profile);
    for (const ImVec4& surface : {t.panel, t.raised, t.background}) {
      CHECK(contrast(t.text, surface) >= 7);
      CHECK(contrast(t.muted, surface) >= 4.5f);
      CHECK(contrast(t.caution, surface) >= 4.5f);
      CHECK(contrast(t.accent, surface) >= 3);
    }
    CHECK(contrast(t.on_accent, t.accent) >= 4.5f);
  }
  CHECK(contrast({0, 0, 0, 1}, {1, 1, 1, 1}) == doctest::Approx(21));
}

TEST_CASE("no colour of the style is ImGui's own") {
  ImGui::CreateContext();
  ImGuiStyle own;
  ImGui::StyleColorsDark(&own);
  for (const auto profile : scene::kProfiles) {
    Look look;
    look.tokens = tokens(profile);
    apply_style(look);
    for (int i = 0; i < ImGuiCol_COUNT; ++i) {
      const ImVec4 &now = ImGui::GetStyle().Colors[i], &theirs = own.Colors[i];
      if (now.w > 0)
        CHECK_FALSE((now.x == theirs.x && now.y == theirs.y && now.z == theirs.z && now.w == theirs.w));
    }
  }
  ImGui::DestroyContext();
}

TEST_CASE("missing fonts are a problem that names the packages") {
  const FontFamily nowhere[] = {{"none", "/nowhere/a.otf", "/nowhere/b.otf"}};
  const auto found = find_fonts(nowhere);
  REQUIRE_FALSE(found.is_ok());
  CHECK(found.problems()[0].message.find("fonts-inter") != std::string::npos);
  CHECK(find_fonts(font_families()).is_ok());
}

TEST_CASE("digits are all as wide as each other, so that a running clock stands still") {
  ImGui::CreateContext();
  const auto files = find_fonts(font_families());
  REQUIRE(files.is_ok());
  for (const float scale : {1.0f, 2.0f}) {
    const auto fonts = load_fonts(files.value(), scale);
    REQUIRE(fonts.is_ok());
    const float zero = fonts.value().clock->FindGlyph('0')->AdvanceX;
    CHECK(zero > 8 * scale);
    for (const char digit : std::string("123456789"))
      CHECK(fonts.value().clock->FindGlyph(static_cast<ImWchar>(digit))->AdvanceX == zero);
    CHECK(fonts.value().small->FontSize >= 16 * scale);
    for (const int sign : {0xB7, 0x2013, 0x2026, 0xD7, 0xBD})
      CHECK(fonts.value().small->FindGlyphNoFallback(static_cast<ImWchar>(sign)) != nullptr);
  }
  ImGui::DestroyContext();
}

TEST_CASE("numbers are written for people") {
  CHECK(grouped(12500) == "12,500");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(dot_text(0).empty());
  CHECK(dot_text(12500) == "1 dot = 12,500 cells");
  params::Field dose, diameter;
  dose.unit = Unit::cells;
  diameter.unit = Unit::mm;
  CHECK(value_text(dose, 5e7) == "50 million");
  CHECK(value_text(diameter, 16) == "16 mm");
  CHECK(nice_step(30, 200) == doctest::Approx(0.2));
  CHECK(nice_step(1.5e8, 200) == doctest::Approx(1e6));
  CHECK(nice_step(0, 200) == 1);
}

TEST_CASE("a visitor is shown a handful of fields, a researcher all of them but the lens and the version") {
  struct Count : params::Visitor {
    params::Audience audience = params::Audience::visitor;
    int shown = 0, all = 0;
    void add(const params::Field& field) {
      ++all;
      shown += is_shown(field, path(field), audience);
    }
    void number(const params::Field& field, double&, double) override { add(field); }
    void whole(const params::Field& field, int&, int) override { add(field); }
    void flag(const params::Field& field, bool&, bool) override { add(field); }
    void choice(const params::Field& field, std::span<const params::Option>, int&, int) override {
      add(field);
    }
  };
  params::Scenario scenario;
  scenario.regimen.push_back({});
  Count visitor, researcher;
  researcher.audience = params::Audience::researcher;
  params::describe(scenario, visitor);
  params::describe(scenario, researcher);
  CHECK(visitor.shown >= 3);
  CHECK(visitor.shown <= 8);
  CHECK(researcher.shown == researcher.all - 2);
}

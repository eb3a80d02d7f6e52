#include "ui/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace mend::ui {
namespace {

constexpr std::array kFamilies = {
    FontFamily{"fonts-inter", "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
               "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"},
    FontFamily{"fonts-inter", "/usr/share/fonts/truetype/inter/Inter-Regular.ttf",
               "/usr/share/fonts/truetype/inter/Inter-SemiBold.ttf"},
    FontFamily{"fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
               "/usr/share/fonts/truetype/noto/NotoSans-SemiBold.ttf"},
};

// Latin with its supplement, dashes, quotes, ellipsis, arrows, minus, less-or-equal; digits come apart from
// them.
constexpr ImWchar kLetters[] = {0x20,   0x2F,   0x3A,   0x17F,  0x2010, 0x2027, 0x2032,
                                0x2033, 0x2080, 0x2089, 0x2190, 0x2193, 0x2212, 0x2212,
                                0x2248, 0x2248, 0x2264, 0x2265, 0};
constexpr ImWchar kDigits[] = {'0', '9', 0};

/// Sizes of a face as shares of its em.
struct FaceMetrics {
  float line = 1.2f;   // ascent to descent, what ImGui calls the size
  float digit = 0.6f;  // the widest of 0-9
};

Result<FaceMetrics> measure(const std::string& file) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0)
    return Problem{"", 0, 0, "FreeType did not start; reinstall libfreetype6"};
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &face) != 0) {
    FT_Done_FreeType(library);
    return Problem{file, 0, 0, "is not a font that FreeType can read; reinstall its package"};
  }
  const auto em = static_cast<float>(face->units_per_EM);
  FaceMetrics metrics{static_cast<float>(face->ascender - face->descender) / em, 0};
  for (unsigned long digit = '0'; digit <= '9'; ++digit) {
    if (FT_Load_Char(face, digit, FT_LOAD_NO_SCALE) != 0) continue;
    metrics.digit = std::max(metrics.digit, static_cast<float>(face->glyph->advance.x) / em);
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
  return metrics;
}

/// `em` pixels a letter. Digits are merged a second time at one width, so that a running clock does not
/// jitter.
ImFont* add(const std::string& file, const FaceMetrics& metrics, float em) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const float size = std::round(em * metrics.line);
  ImFontConfig config;
  config.GlyphRanges = kLetters;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), size, &config);
  config.MergeMode = true;
  config.GlyphRanges = kDigits;
  config.GlyphMinAdvanceX = config.GlyphMaxAdvanceX = std::round(em * metrics.digit);
  atlas.AddFontFromFileTTF(file.c_str(), size, &config);
  return font;
}

}  // namespace

std::span<const FontFamily> font_families() {
  return kFamilies;
}

Result<FontFiles> find_fonts(std::span<const FontFamily> families) {
  std::error_code ignored;
  for (const FontFamily& family : families)
    if (std::filesystem::is_regular_file(family.regular, ignored) &&
        std::filesystem::is_regular_file(family.semi_bold, ignored))
      return FontFiles{family.regular, family.semi_bold};
  return Problem{"", 0, 0,
                 "no font for the interface was found; install the package fonts-inter or fonts-noto-core"};
}

Result<Fonts> load_fonts(const FontFiles& files, float scale) {
  const auto regular = measure(files.regular);
  if (!regular.is_ok()) return regular.problems();
  const auto semi_bold = measure(files.semi_bold);
  if (!semi_bold.is_ok()) return semi_bold.problems();
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.TexDesiredWidth = 1024;
  Fonts fonts;
  fonts.body = add(files.regular, regular.value(), 18 * scale);
  fonts.strong = add(files.semi_bold, semi_bold.value(), 18 * scale);
  fonts.small = add(files.regular, regular.value(), 16 * scale);
  fonts.clock = add(files.semi_bold, semi_bold.value(), 22 * scale);
  fonts.title = add(files.semi_bold, semi_bold.value(), 26 * scale);
  if (!atlas.Build()) return Problem{files.regular, 0, 0, "could not be drawn; reinstall its package"};
  return fonts;
}

}  // namespace mend::ui

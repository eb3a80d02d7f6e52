// The letters of the interface: one family at the sizes it uses, rasterised at the exact pixel size of the
// screen.
#pragma once
#include <imgui.h>

#include <span>
#include <string>

#include "base/result.h"

namespace mend::ui {

/// One face a role. Sizes are in CSS pixels (em) at scale 1.
struct Fonts {
  ImFont* title = nullptr;   // 26, semi-bold
  ImFont* body = nullptr;    // 18
  ImFont* strong = nullptr;  // 18, semi-bold
  ImFont* small = nullptr;   // 16
  ImFont* clock = nullptr;   // 22, semi-bold
};

/// Two weights of one family on disk.
struct FontFiles {
  std::string regular;
  std::string semi_bold;
};

/// The first family of the list whose two files exist.
struct FontFamily {
  const char* package;  // Debian's name, for the message
  const char* regular;
  const char* semi_bold;
};
[[nodiscard]] std::span<const FontFamily> font_families();
[[nodiscard]] Result<FontFiles> find_fonts(std::span<const FontFamily> families);

/// Replaces every font of the current ImGui context. `scale` 2 = twice as many pixels, as crisp. Call between
/// frames and refresh the font texture after it.
[[nodiscard]] Result<Fonts> load_fonts(const FontFiles& files, float scale);

}  // namespace mend::ui

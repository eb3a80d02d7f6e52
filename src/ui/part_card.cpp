#include "ui/part_card.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace mend::ui {

std::string_view plain_name(anatomy::Tissue tissue) {
  constexpr std::array<std::string_view, 13> kNames = {
      "bone",   "cartilage", "meniscus", "ligament", "tendon", "capsule", "fat",
      "muscle", "artery",    "vein",     "nerve",    "skin",   "metal"};
  return kNames[static_cast<std::size_t>(tissue)];
}

bool draw_part_card(Look& look, const Rect& free, anatomy::PartId part, Rect& place) {
  const anatomy::PartInfo& info = anatomy::info(part);
  const float pad = look.px(14), side = look.px(36);
  const float width = std::min(look.px(300), free.width() - look.px(24));
  std::string name(info.name);
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  const std::string latin = std::string(info.latin) + " · " + std::string(plain_name(info.tissue));
  const float inner = width - 2 * pad;
  const auto height_of = [&](ImFont* font, std::string_view words, float room) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, room, words.data(), words.data() + words.size()).y;
  };
  const float gap = look.px(6);
  const float height = 2 * pad + height_of(look.fonts.strong, name, inner - side) +
                       height_of(look.fonts.small, latin, inner) +
                       height_of(look.fonts.small, info.text, inner) + 2 * gap;
  place = {{free.low.x + look.px(12), free.high.y - look.px(12) - height}, {0, 0}};
  place.high = {place.low.x + width, place.low.y + height};
  begin_plate(look, "part", place, kPlateOpacity, {0, 0});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float y = place.low.y + pad;
  const auto write = [&](ImFont* font, const ImVec4& colour, std::string_view words, float room) {
    list.AddText(font, font->FontSize, {place.low.x + pad, y}, packed(colour), words.data(),
                 words.data() + words.size(), room);
    y += height_of(font, words, room) + gap;
  };
  write(look.fonts.strong, look.tokens.text, name, inner - side);
  write(look.fonts.small, look.tokens.muted, latin, inner);
  write(look.fonts.small, look.tokens.text, info.text, inner);
  ImGui::SetCursorScreenPos({place.high.x - side - look.px(4), place.low.y + look.px(4)});
  const bool is_closed = icon_button(look, "close part", Icon::close, "Close (Esc)", side);
  ImGui::End();
  return !is_closed;
}

}  // namespace mend::ui

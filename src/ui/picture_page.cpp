#include "ui/picture_page.h"

#include <imgui.h>

#include <array>
#include <string_view>

#include "ui/cut_controls.h"

namespace mend::ui {
namespace {

constexpr std::array<std::string_view, scene::kLayers> kLayerNames = {
    "Bones",  "Cartilage", "Menisci", "Ligaments and tendons",        "Joint capsule", "Muscles", "Vessels",
    "Nerves", "Skin",      "Cells",   "Inflammation, signals, oxygen"};
constexpr std::array<std::string_view, scene::kProfiles.size()> kProfileNames = {"Dark", "Light", "Projector",
                                                                                 "Contrast"};
constexpr std::array<std::string_view, 3> kNamings = {"None", "Plain", "Latin"};
constexpr std::array<std::string_view, 3> kQualities = {"Low", "Medium", "High"};

}  // namespace

void draw_picture_page(Look& look, scene::View& view, const scene::JointSpaces& spaces, float width) {
  text(look.fonts.strong, look.tokens.text, "Shown");
  ImGui::Dummy({0, look.px(2)});
  for (std::size_t i = 0; i < scene::kLayers; ++i) switch_row(look, kLayerNames[i], view.layers[i], width);
  draw_film_controls(look, view, spaces, width);
  draw_cut_controls(look, view.cutaway, width);
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Names");
  if (const auto chosen = segmented(look, "names", kNamings, static_cast<int>(view.names), width))
    view.names = static_cast<scene::Names>(*chosen);
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Ground");
  if (const auto chosen = segmented(look, "profile", kProfileNames, static_cast<int>(view.profile), width))
    view.profile = static_cast<scene::Profile>(*chosen);
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Quality");
  if (const auto chosen = segmented(look, "quality", kQualities, static_cast<int>(view.quality), width))
    view.quality = static_cast<scene::Quality>(*chosen);
  ImGui::Dummy({0, look.px(2)});
  text(look.fonts.small, look.tokens.muted,
       "Higher looks better and draws more slowly. What the models say stays the same.", width);
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Movement");
  ImGui::Dummy({0, look.px(2)});
  switch_row(look, "Less movement", view.reduced_motion, width);
}

}  // namespace mend::ui

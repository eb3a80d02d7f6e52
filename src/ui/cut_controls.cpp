#include "ui/cut_controls.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace mend::ui {
namespace {

/// Planes and how far they move: from the shafts' ends to the skin, mm.
struct Choice {
  std::string_view name;
  const char* id;
  double low, high;
};
constexpr std::array<Choice, scene::Cutaway::kMostPlanes> kPlanes{
    Choice{"Sagittal cut: inner, outer", "sagittal", -60, 60},
    Choice{"Coronal cut: front, back", "coronal", -60, 60},
    Choice{"Axial cut: above, below", "axial", -100, 100}};
constexpr double kMostTilt = 60;    // degrees
constexpr float kFirstRadius = 22;  // mm

void offset_row(Look& look, const char* id, float& value, double low, double high, std::string_view unit,
                float width) {
  double number = static_cast<double>(value);
  char words[24];
  std::snprintf(words, sizeof words, "%.0f %.*s", number, static_cast<int>(unit.size()), unit.data());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = look.px(72);
  text_at(*ImGui::GetWindowDrawList(), look.fonts.small, {at.x + width, at.y + look.px(6)}, look.tokens.text,
          words, 1);
  if (slider(look, id, number, {low, high, 0, 1}, width - room)) value = static_cast<float>(number);
}

/// Leans a plane towards the next of the body's; near its own it stays there.
void tilt_row(Look& look, std::size_t i, scene::CutPlane& plane, float width) {
  const auto own = static_cast<int>(i), next = static_cast<int>((i + 1) % kPlanes.size());
  float degrees = glm::degrees(std::atan2(plane.normal[next], plane.normal[own]));
  const float before = degrees;
  ImGui::PushID(static_cast<int>(i));
  offset_row(look, "tilt", degrees, -kMostTilt, kMostTilt, "deg", width);
  ImGui::PopID();
  if (degrees == before) return;
  plane.normal = glm::vec3(0);
  plane.normal[own] = std::cos(glm::radians(degrees));
  plane.normal[next] = std::sin(glm::radians(degrees));
  plane.normal = scene::snapped(plane.normal);
}

/// What was chosen before it was closed must not come back with what is chosen now.
void show(scene::Cutaway& cutaway) {
  if (cutaway.is_on) return;
  cutaway.is_on = true;
  cutaway.is_cut.fill(false);
  cutaway.peel = {};
}

}  // namespace

std::string joint_space_text(const scene::JointSpaces& spaces) {
  char words[80];
  std::snprintf(words, sizeof words, "Joint space: inner %.1f mm, outer %.1f mm",
                static_cast<double>(spaces.medial.width), static_cast<double>(spaces.lateral.width));
  return words;
}

void draw_film_controls(Look& look, scene::View& view, const scene::JointSpaces& spaces, float width) {
  ImGui::Dummy({0, look.px(6)});
  text(look.fonts.strong, look.tokens.text, "Look inside");
  ImGui::Dummy({0, look.px(2)});
  switch_row(look, "Radiograph", view.radiograph, width);
  if (view.radiograph) text(look.fonts.small, look.tokens.muted, joint_space_text(spaces), width);
}

void draw_cut_controls(Look& look, scene::Cutaway& cutaway, float width) {
  for (std::size_t i = 0; i < kPlanes.size(); ++i) {
    const Choice& choice = kPlanes[i];
    bool cuts = cutaway.is_on && cutaway.is_cut[i];
    if (switch_row(look, choice.name, cuts, width)) {
      show(cutaway);
      cutaway.is_cut[i] = cuts;
    }
    if (!cuts) continue;
    offset_row(look, choice.id, cutaway.planes[i].offset, choice.low, choice.high, "mm", width);
    tilt_row(look, i, cutaway.planes[i], width);
  }
  bool peels = cutaway.is_on && cutaway.peel.radius > 0;
  if (switch_row(look, "Take a ball out", peels, width)) {
    show(cutaway);
    // First about the middle of the inner condyle, in front.
    cutaway.peel = peels ? scene::Peel{{-20, 24, -4}, kFirstRadius} : scene::Peel{};
  }
  if (!peels) return;
  offset_row(look, "peel radius", cutaway.peel.radius, 5, 60, "mm", width);
  offset_row(look, "peel x", cutaway.peel.centre.x, -60, 60, "mm", width);
  offset_row(look, "peel y", cutaway.peel.centre.y, -60, 60, "mm", width);
  offset_row(look, "peel z", cutaway.peel.centre.z, -100, 100, "mm", width);
}

}  // namespace mend::ui

// Names beside the picture, each with a line to its part. Lines never cross nor run through another's dot,
// names never overlap.
#pragma once
#include <imgui.h>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "scene/label_points.h"
#include "ui/widgets.h"

namespace mend::ui {

/// A name where it stands: its line runs from `point` to `end`, the middle of the side that faces the
/// picture.
struct PlacedLabel {
  anatomy::PartId part{};
  ImVec2 point{0, 0}, end{0, 0};
  float height = 0;
  float share = 0;  // of the picture, that its part covers
  bool is_left = false;  // of the picture
};

/// Where lines may end when names stand in `free`: between their two columns.
[[nodiscard]] Rect room_between(const Rect& free, float letters);

/// Lays names out in two columns of `column` pixels at the left and right of `free`, no line nearer to
/// another's dot than `clear` pixels; the parts that cover least are left out where there is no room.
/// `height_of` a name, in pixels.
[[nodiscard]] std::vector<PlacedLabel> lay_out_labels(std::span<const scene::LabelPoint> points,
                                                      const Rect& free, float column, float clear,
                                                      const std::function<float(anatomy::PartId)>& height_of);

/// Lays out and draws the names, plain or Latin, in letters of this height.
void draw_labels(ImDrawList& list, const Look& look, std::span<const scene::LabelPoint> points,
                 const Rect& free, bool is_latin, float letters);

/// Whether any name is wanted, and of which parts: of all, or of the one that is selected.
/// A film has none.
[[nodiscard]] bool wants_names(const scene::View& view);
[[nodiscard]] std::vector<scene::LabelPoint> named(std::span<const scene::LabelPoint> points,
                                                   const scene::View& view);
/// None, plain, Latin, and none again.
[[nodiscard]] scene::Names next_names(scene::Names names);

/// Whether two lines cross, or one comes nearer to the other's dot than `clear` pixels.
[[nodiscard]] bool do_cross(const PlacedLabel& a, const PlacedLabel& b, float clear);

}  // namespace mend::ui

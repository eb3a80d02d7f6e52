// What tells where and how large: the colours of the cells, the sides of the knee, and a scale bar.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "scene/scene.h"
#include "ui/session.h"
#include "ui/widgets.h"

namespace mend::ui {

/// What is in a picture that its colours alone tell: which kinds of cells, and which fields.
struct Shown {
  std::array<bool, scene::kCellKinds> cells{};    // by scene::CellKind
  std::array<bool, scene::kFieldKinds> fields{};  // by scene::FieldKind
  friend bool operator==(const Shown&, const Shown&) = default;
};
[[nodiscard]] Shown shown_in(const scene::Scene& scene);
/// "Stem cell", "Cartilage cell", "Macrophage" ...
[[nodiscard]] std::string_view plain_name(scene::CellKind kind);
/// "Inflammation", "Growth factor", "Oxygen".
[[nodiscard]] std::string_view plain_name(scene::FieldKind kind);

/// The side of the knee towards which this direction of the picture points: "Inner", "Outer", "Front" or
/// "Back"; empty along the leg. X is lateral in a right knee, medial in a left one; Y is forwards.
[[nodiscard]] std::string_view side_of_knee(glm::vec3 direction, params::Side side);
/// That; and where the picture leans, so that the leg runs across it, "Thigh" or "Shin" along the leg.
[[nodiscard]] std::string_view bearing(glm::vec3 direction, params::Side side, bool leans);

/// The longest round length, 1, 2 or 5 times a power of ten, of at most `longest` pixels.
struct ScaleBar {
  double mm = 0;
  float pixels = 0;
};
[[nodiscard]] ScaleBar scale_bar(double mm_per_pixel, float longest);
/// Across a picture `height` pixels high, at the camera's target.
[[nodiscard]] double mm_per_pixel(const scene::Orbit& orbit, float height);

void draw_legend(Look& look, Rect area, const Shown& shown, double cells_per_record);
/// The same in one line for a saved picture, whose lower left corner is `low`, in letters of this height.
void draw_legend_line(ImDrawList& list, const Look& look, ImVec2 low, const Shown& shown, float letters);
/// Sides and scale at the edges of `free`, in letters of this height. The words for left and right stand half
/// way down, or in the upper corners where names take the edges.
void draw_bearings(ImDrawList& list, const Look& look, const Rect& free, const Session& session,
                   double mm_per_pixel, float letters);

}  // namespace mend::ui

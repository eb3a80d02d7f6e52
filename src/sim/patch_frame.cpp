#include "sim/patch_frame.h"

#include <algorithm>

#include "base/math.h"
#include "base/result.h"

namespace mend::sim {
namespace {

constexpr double kBox = 24;  // mm
constexpr double kRim = 1;   // mm

float read(const std::vector<Half>& values, std::size_t index) {
  return from_half(values[values.size() == 1 ? 0 : index]);
}

template <typename Read>
double between(const PatchView& view, const Read& read_frame) {
  const double first = static_cast<double>(read_frame(*view.before));
  if (!view.after) return first;
  return first + view.share * (static_cast<double>(read_frame(*view.after)) - first);
}

/// The four columns round a place, and their weights; beside the lesion the nearest of them counts again.
struct Corners {
  std::array<std::size_t, 4> column;
  std::array<double, 4> weight;

  Corners(const PatchGrid& grid, double u, double v) {
    const double reach = math::sqrt(u * u + v * v), inside = 1 - 0.75 * grid.side / grid.radius;
    const double pull = reach > inside ? std::max(inside, 0.0) / reach : 1;
    const double across = 0.5 * grid.across - 0.5;
    const double x = across + pull * u * grid.radius / grid.side,
                 y = across + pull * v * grid.radius / grid.side;
    const int left = static_cast<int>(x), low = static_cast<int>(y);
    const double right = x - left, up = y - low;
    weight = {(1 - right) * (1 - up), right * (1 - up), (1 - right) * up, right * up};
    double known = 0;
    for (int k = 0; k < 4; ++k) {
      const auto i = static_cast<std::size_t>(k);
      const std::int32_t at =
          grid.column_at[static_cast<std::size_t>((low + k / 2) * grid.across + left + k % 2)];
      column[i] = static_cast<std::size_t>(std::max(at, 0));
      if (at < 0) weight[i] = 0;
      known += weight[i];
    }
    if (known <= 0) fail("A place of the lesion lies outside its patch.");
    for (double& one : weight) one /= known;
  }

  template <typename Read>
  [[nodiscard]] double mean(const Read& read_column) const {
    double sum = 0;
    for (std::size_t i = 0; i < column.size(); ++i) {
      if (weight[i] > 0) sum += weight[i] * read_column(column[i]);
    }
    return sum;
  }
};

}  // namespace

PatchGrid::PatchGrid(double diameter, double depth, int across_, int layers_)
    : across(across_),
      layers(layers_),
      radius(diameter / 2),
      side(std::max(kBox, diameter + 2 * kRim) / across_),
      height(depth / layers_),
      column_at(static_cast<std::size_t>(across_ * across_), kOutside) {
  for (int row = 0; row < across; ++row) {
    for (int place = 0; place < across; ++place) {
      const double x = (place + 0.5 - 0.5 * across) * side, y = (row + 0.5 - 0.5 * across) * side;
      const double reach = math::sqrt(x * x + y * y);
      const int at = row * across + place;
      // The four columns in the middle belong to the smallest lesion.
      if (reach <= std::max(radius, 0.75 * side)) {
        column_at[static_cast<std::size_t>(at)] = static_cast<std::int32_t>(place_of.size());
        place_of.push_back(at);
      } else if (reach <= radius + kRim) {
        column_at[static_cast<std::size_t>(at)] = kNative;
      }
    }
  }
}

double PatchGrid::x_of(std::size_t column) const {
  return (place_of[column] % across + 0.5 - 0.5 * across) * side;
}

double PatchGrid::y_of(std::size_t column) const {
  return (place_of[column] / across + 0.5 - 0.5 * across) * side;
}

std::size_t PatchFrame::bytes() const {
  std::size_t values = fill.size() + hyaline.size();
  for (const auto& field : fields) values += field.size();
  return sizeof(PatchFrame) + values * sizeof(Half);
}

double PatchView::voxel(PatchField field, std::size_t column, std::size_t layer) const {
  const std::size_t index = column * static_cast<std::size_t>(grid().layers) + layer;
  return between(*this, [&](const PatchFrame& frame) {
    return read(frame.fields[static_cast<std::size_t>(field)], index);
  });
}

double PatchView::fill(std::size_t column) const {
  return between(*this, [&](const PatchFrame& frame) { return read(frame.fill, column); });
}

double PatchView::hyaline(std::size_t column) const {
  return between(*this, [&](const PatchFrame& frame) { return read(frame.hyaline, column); });
}

double PatchView::at(PatchField field, double u, double v, double height) const {
  const double layer = std::clamp(height * grid().layers - 0.5, 0.0, grid().layers - 1.0);
  const auto lower = static_cast<std::size_t>(layer);
  const std::size_t upper = std::min(lower + 1, static_cast<std::size_t>(grid().layers) - 1);
  const double share_up = layer - static_cast<double>(lower);
  return Corners(grid(), u, v).mean([&](std::size_t column) {
    const double below = voxel(field, column, lower);
    return below + share_up * (voxel(field, column, upper) - below);
  });
}

double PatchView::fill_at(double u, double v) const {
  return Corners(grid(), u, v).mean([&](std::size_t column) { return fill(column); });
}

double PatchView::hyaline_at(double u, double v) const {
  return Corners(grid(), u, v).mean([&](std::size_t column) { return hyaline(column); });
}

}  // namespace mend::sim

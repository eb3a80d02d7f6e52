#include "scene/gathered_cells.h"

#include <cmath>

#include "base/random.h"
#include "scene/cell_signs.h"
#include "scene/nerve_drawing.h"

namespace mend::scene {

void add_gathered_cells(double dots, const PlaceOfDot& place, float radius, double seconds,
                        std::vector<CellInstance>& cells) {
  for (std::uint64_t i = 0; static_cast<double>(i) < dots; ++i) {
    const auto draw = [i](std::uint32_t base) { return low_discrepancy(i + 1, base); };
    const double turns = 0.3 * seconds + draw(11);
    CellInstance cell;
    cell.position = place(i);
    cell.radius = radius * static_cast<float>(0.9 + 0.3 * draw(7));
    cell.life = static_cast<float>(std::fmin(1.0, dots - static_cast<double>(i)));
    cell.phase = static_cast<float>(turns - std::floor(turns));
    cell.kind = signalling(CellKind::stem, cell.phase);  // they act by what they send out
    cell.spin = static_cast<float>(draw(13));
    cells.push_back(cell);
  }
}

PlaceOfDot places_on(const anatomy::Path& nerve, double lesion) {
  constexpr double kSpread = 7;  // mm along, either way: a small injection stays near its needle (assumed)
  return [&nerve, lesion](std::uint64_t i) {
    const auto draw = [i](std::uint32_t base) { return low_discrepancy(i + 1, base); };
    const double off = (draw(2) + draw(3) - 1) * kSpread, angle = 6.283185307179586 * draw(5);
    const double s = std::fmin(std::fmax(lesion + off, 0), length(nerve));
    const auto at = std::min(static_cast<std::size_t>(s / nerve.spacing), nerve.points.size() - 1);
    const double out = nerve.radius * (0.7 + 0.5 * draw(7));
    return point_at(nerve, s) + static_cast<float>(out * std::cos(angle)) * nerve.normals[at] +
           static_cast<float>(out * std::sin(angle)) * nerve.binormals[at];
  };
}

}  // namespace mend::scene

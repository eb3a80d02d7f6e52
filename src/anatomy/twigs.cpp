#include "anatomy/twigs.h"

#include <algorithm>

#include "anatomy/cords.h"

namespace mend::anatomy {

std::vector<Station> run_out(const std::vector<Station>& twig, const Field& solid, double from,
                             double reach) {
  constexpr double kThinning = 12;  // mm over which it runs out (assumed)
  constexpr double kTip = 0.18;     // mm: thinner, it is a row of dots in a small picture (assumed)
  constexpr double kClear = 0.3;  // mm between it and the surface, from which its net may stand off (assumed)
  // Closer together where it thins out.
  std::vector<Station> line = twig;
  double left = 0;
  while (line.size() > 2 && left < kThinning) {
    left += glm::length(line.back().place - line[line.size() - 2].place);
    line.pop_back();
  }
  const std::vector<Station> thinning =
      resample({twig.begin() + static_cast<std::ptrdiff_t>(line.size()) - 1, twig.end()}, 2.5);
  for (std::size_t i = 1; i < thinning.size(); ++i) {
    const double thin = 1 - static_cast<double>(i) / static_cast<double>(thinning.size() - 1);
    line.push_back(thinning[i]);
    line.back().half_width = std::max(kTip, line.back().half_width * thin);
    line.back().half_thickness = std::max(kTip, line.back().half_thickness * thin);
  }
  std::vector<double> moved;
  for (Station& s : line) {
    const Vec before = s.place;
    const double off = solid(s.place) - s.half_thickness - kClear;
    const double at = static_cast<double>(&s - line.data()) / static_cast<double>(line.size());
    const double share = smooth_step(reach, 0.5 * reach, off) * smooth_step(from - 0.15, from + 0.15, at);
    if (off > 0 && share > 0)
      s.place = glm::mix(s.place, on_bone(solid, s.place, -s.half_thickness - kClear), share);
    moved.push_back(std::min(1.0, glm::length(s.place - before)));
  }
  // Without a bend where it comes to the surface.
  const std::vector<Station> laid = line;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const Vec beside = 0.5 * (laid[i - 1].place + laid[i + 1].place);
    line[i].place = glm::mix(laid[i].place, beside, 0.5 * std::max(moved[i - 1], moved[i + 1]));
  }
  const auto free = static_cast<std::size_t>(from * static_cast<double>(line.size()));
  for (std::size_t i = free + 1; i < line.size(); ++i)
    line[i].place = outside(solid, line[i].place, line[i].half_thickness + kClear, 3);
  return line;
}

}  // namespace mend::anatomy

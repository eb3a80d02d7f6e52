#include "anatomy/muscle_margin.h"

#include <algorithm>
#include <cmath>

namespace mend::anatomy {
namespace {

constexpr std::size_t kRows = 4;  // of a ring, on either face, that become the sheet

/// The line of a margin by mm along.
class Line {
 public:
  explicit Line(const std::vector<Vec>& places) : places_(places), along_{0} {
    for (std::size_t i = 1; i < places.size(); ++i)
      along_.push_back(along_.back() + glm::length(places[i] - places[i - 1]));
  }
  /// mm along, and how far off.
  [[nodiscard]] std::pair<double, double> nearest(const Vec& p) const {
    double least = 1e9, best = 0;
    for (std::size_t i = 0; i + 1 < places_.size(); ++i) {
      const Vec step = places_[i + 1] - places_[i];
      const double t = std::clamp(glm::dot(p - places_[i], step) / glm::dot(step, step), 0.0, 1.0);
      const double d = glm::length(p - places_[i] - step * t);
      if (d < least) least = d, best = lerp(along_[i], along_[i + 1], t);
    }
    return {best, least};
  }
  [[nodiscard]] double length() const { return along_.back(); }
  [[nodiscard]] Vec at(double along) const {
    std::size_t i = 0;
    while (i + 2 < along_.size() && along_[i + 1] < along) ++i;
    return glm::mix(places_[i], places_[i + 1],
                    std::clamp((along - along_[i]) / (along_[i + 1] - along_[i]), 0.0, 1.0));
  }

 private:
  const std::vector<Vec>& places_;
  std::vector<double> along_;
};

/// Where each ring meets the line, and with which of its points: neither jumps from ring to ring.
struct Meeting {
  double along, edge;
};

std::vector<Meeting> meetings(const Line& line, const std::vector<BellyRing>& rings) {
  std::vector<Meeting> met;
  for (const BellyRing& ring : rings) {
    double least = 1e9;
    Meeting best{};
    for (std::size_t k = 0; k < ring.size(); ++k) {
      const auto [along, off] = line.nearest(ring[k]);
      if (off < least) least = off, best = {along, static_cast<double>(k)};
    }
    if (!met.empty()) {
      const auto around = static_cast<double>(ring.size());
      best.edge -= around * std::floor((best.edge - met.back().edge) / around + 0.5);
      best.along = std::max(best.along, met.back().along);
    }
    met.push_back(best);
  }
  for (int pass = 0; pass < 8; ++pass) {
    const std::vector<Meeting> last = met;
    for (std::size_t i = 1; i + 1 < met.size(); ++i) {
      met[i].along = 0.25 * (last[i - 1].along + last[i + 1].along) + 0.5 * last[i].along;
      met[i].edge = 0.25 * (last[i - 1].edge + last[i + 1].edge) + 0.5 * last[i].edge;
    }
  }
  constexpr double kApart = 0.3;  // mm, at least, from ring to ring
  const double rest = 1 - kApart * static_cast<double>(met.size()) / line.length();
  for (std::size_t i = 0; i < met.size(); ++i)
    met[i].along = rest * met[i].along + kApart * static_cast<double>(i);
  return met;
}

/// Draws the rows about the edge of one ring out to a place.
void draw_out(BellyRing& ring, const BellySheet& sheet, const Vec& goal) {
  constexpr double kThin = 0.35;   // mm, half the thickness of the sheet (assumed)
  constexpr double kHollow = 1.7;  // how the flesh falls off to it (assumed)
  const std::size_t around = ring.size();
  const Vec front = ring[(sheet.edge + kRows) % around], back = ring[(sheet.edge + around - kRows) % around];
  const Vec middle = 0.5 * (front + back), half = 0.5 * (front - back);
  const double thin = std::min(1.0, kThin / std::max(1e-6, glm::length(half)));
  const auto move = [&](std::size_t k, double t, double thick) {
    Vec& p = ring[k % around];
    p = glm::mix(p, glm::mix(goal, middle, t) + half * thick, sheet.share);
  };
  move(sheet.edge, 0, 0);
  for (std::size_t row = 1; row < kRows; ++row) {
    const double t = static_cast<double>(row) / kRows, thick = std::max(thin, math::pow(t, kHollow));
    move(sheet.edge + row, t, thick);
    move(sheet.edge + around - row, t, -thick);
  }
}

}  // namespace

double BellySheet::of(std::size_t k, std::size_t around) const {
  constexpr double kWhite = 0.7;  // share of it that is tendon (assumed)
  const std::size_t off = (k + around - edge) % around;
  return share * share * smooth_step(kWhite * kRows, 0, static_cast<double>(std::min(off, around - off)));
}

std::vector<BellySheet> draw_to_margin(const BellyMargin& margin, const std::vector<double>& along,
                                       std::vector<BellyRing>& rings) {
  std::vector<BellySheet> sheets(rings.size());
  if (margin.empty()) return sheets;
  // mm above the line's upper end over which the sheet begins, and before the belly's end over which it
  // leaves off (assumed).
  constexpr double kAbove = 14, kFromEnd = 4, kBeforeEnd = 13;
  const Line line(margin);
  const std::vector<Meeting> met = meetings(line, rings);
  const Vec down = glm::normalize(margin[1] - margin[0]);
  const auto around = static_cast<int>(rings.front().size());
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const int edge = static_cast<int>(std::floor(met[i].edge + 0.5)) % around;
    sheets[i].edge = static_cast<std::size_t>((edge + around) % around);
    sheets[i].share = smooth_step(kAbove, 0, glm::dot(margin[0] - rings[i][sheets[i].edge], down)) *
                      smooth_step(kFromEnd, kBeforeEnd, along.back() - along[i]);
    draw_out(rings[i], sheets[i], line.at(met[i].along));
  }
  return sheets;
}

}  // namespace mend::anatomy

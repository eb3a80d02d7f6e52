// Menisci: a wedge swept along each rim, fitted between the two cartilages. Widths and heights: Biomed J 2014
// (MRI, n = 80); roots: LaPrade 2014 and Johannsen 2012.
#include <algorithm>
#include <array>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/placed.h"
#include "anatomy/untangle.h"

namespace mend::anatomy {
namespace {

/// Stations in the tibia's frame: place (x, y) of the middle of the band, half its radial width, half its
/// outer height.
std::vector<Station> course(bool medial, double flexion) {
  const auto at = [](double x, double y, double width, double height) {
    return Station{{x, y, 0}, width / 2, height / 2, {0, 0, 1}};
  };
  std::vector<Station> line =
      medial ? std::vector{at(-5.5, 23.6, 6, 1),        at(-13, 18, 8.8, 3.2),   at(-22.7, 13.6, 9.5, 6.3),
                           at(-31.2, 4.5, 8.4, 5.6),    at(-32.5, -6, 8.6, 5.8), at(-27.5, -13, 12, 7.1),
                           at(-18.5, -14.8, 13.3, 7.1), at(-8.5, -13, 9.6, 4.8), at(-2, -11.3, 6, 1.2)}
             : std::vector{at(5.5, 7.5, 6, 1),       at(11, 8.2, 9, 5.7),    at(19.4, 8.6, 10.1, 8.2),
                           at(29.1, 4.8, 9.2, 6.9),  at(33.3, -3, 8.6, 6.8), at(29.7, -11.7, 9.4, 7),
                           at(20, -15.3, 10.2, 6.7), at(11, -13, 9.8, 5.4),  at(5, -8.8, 6, 1.6)};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    line[i].place.y -= meniscus_slide(medial, flexion, share);
  }
  return line;
}

/// First height at or below `top` where a field of the tibia's frame is met going down; `rest` if it is not.
double drop(const Field& field, double x, double y, double top, double rest) {
  double z = top;
  for (int step = 0; step < 40; ++step) {
    const double d = field({x, y, z});
    if (d < 0.01) return z;
    z -= std::max(0.05, 0.7 * d);
    if (z < rest) return rest;
  }
  return z;
}
double rise(const Field& field, double x, double y, double bottom, double rest) {
  double z = bottom;
  for (int step = 0; step < 40; ++step) {
    const double d = field({x, y, z});
    if (d < 0.01) return z;
    z += std::max(0.05, 0.7 * d);
    if (z > rest) return rest;
  }
  return z;
}

/// mm that wear pushes the medial meniscus out of the joint: 2.3 more in osteoarthritis than without (Gale
/// 1999); how it grows with the grade, half of it laterally, and a tenth of the height lost with each grade
/// are assumed.
constexpr std::array<double, 5> kExtrusion{0, 0.4, 1, 1.8, 2.6};

}  // namespace

double meniscus_slide(bool medial, double flexion, double share) {
  // Back by 3.3 and 8.2 mm in deep flexion (jor.20553; anatomy table 5), the front horn more (Chen 2014)
  // than the rear one, the roots not at all; how it falls between them is assumed.
  const double front = medial ? 6.0 : 12.0, rear = medial ? 2.0 : 5.0;
  return flexion / 120 * lerp(front, rear, share) * smooth_step(0, 0.25, share) * smooth_step(1, 0.75, share);
}

Mesh build_meniscus(const Placed& knee, bool medial) {
  constexpr double kClear = 0.1;      // mm to each cartilage
  constexpr double kThinnest = 0.12;  // mm, where the cartilages meet
  constexpr int kAcross = 9;          // points of the upper and of the lower face
  const Field above = [&](const Vec& p) {
    return knee.solids->femur_with_cartilage(knee.poses.tibia.to_world(p));
  };
  const Field below = [&](const Vec& p) { return knee.solids->tibia_with_cartilage(p); };
  const std::vector<Station> line = resample(course(medial, knee.flexion), 1.3);
  const int grade = knee.solids->cover.wear.kl_grade;
  const double extruded = (medial ? 1 : 0.5) * kExtrusion[static_cast<std::size_t>(grade)];
  std::vector<std::vector<Vec>> rings;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec& a = line[i == 0 ? 0 : i - 1].place;
    const Vec& b = line[std::min(i + 1, line.size() - 1)].place;
    const Vec along = glm::normalize(b - a);
    // Inward is to the left of the medial course and to the right of the lateral one.
    const Vec inward = medial ? Vec{-along.y, along.x, 0} : Vec{along.y, -along.x, 0};
    // The horns sink into the bone at their roots.
    const std::size_t from_end = std::min(i, line.size() - 1 - i);
    const double sunk = from_end < 4 ? 1.4 * (1 - 0.25 * static_cast<double>(from_end)) : 0;
    const double width = 2 * line[i].half_width, height = (1 - 0.1 * grade) * 2 * line[i].half_thickness;
    // The outer wall stands flush with the tibia's side.
    const Vec outer = line[i].place - inward * (0.5 * width);
    const double beyond = std::clamp(tibia({outer.x, outer.y, -38}) + 0.3, 0.0, 1.2) +
                          extruded * smooth_step(0, 4, static_cast<double>(from_end));
    std::vector<Vec> lower, upper;
    double within = -33;  // the floor one step further in
    for (int k = 0; k < kAcross; ++k) {
      const double s = static_cast<double>(k) / (kAcross - 1);  // 0 = inner edge
      const Vec q = line[i].place + inward * (width * (0.5 - s) + beyond);
      // It spans the plate's falling rim rather than hanging down over it: 26 degrees in its outer half
      // (assumed).
      const double fall = s > 0.5 ? 0.06 * width : 9;
      const double floor = std::max(drop(below, q.x, q.y, -18, -33) + kClear - sunk, within - fall);
      within = floor;
      const double wedge = 0.3 + (height - 0.3) * (0.85 * s + 0.15 * s * s);
      const double roof = rise(above, q.x, q.y, floor - kClear, floor + 14) - kClear;
      const double rounded = s > 0.9 ? 0.25 : 0;
      lower.emplace_back(q.x, q.y, floor + rounded);
      upper.emplace_back(q.x, q.y,
                         std::max(floor + kThinnest + 2 * rounded, std::min(roof, floor + wedge) - rounded));
    }
    std::vector<Vec> ring(lower.begin(), lower.end());
    // The outer wall is upright, hardly bulging.
    const Vec low = lower.back(), high = upper.back();
    for (const double t : {0.25, 0.5, 0.75}) {
      ring.push_back(glm::mix(low, high, t) - inward * (0.2 * math::sin(math::kPi * t)));
    }
    ring.insert(ring.end(), upper.rbegin(), upper.rend());
    for (Vec& p : ring) p = knee.poses.tibia.to_world(p);
    rings.push_back(std::move(ring));
  }
  Mesh mesh = tube_of(rings);
  untangle(mesh);
  const std::size_t size = rings.front().size();
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const std::size_t row = std::min(i / size, rings.size() - 1), column = i % size;
    const std::size_t next = std::min(row + 1, rings.size() - 1), last = row == 0 ? 0 : row - 1;
    mesh.vertices[i].fibre = glm::vec3(glm::normalize(rings[next][0] - rings[last][0]));
    // Red zone: the outer 10-25 % of the width.
    const double s = column < kAcross       ? static_cast<double>(column) / (kAcross - 1)
                     : column < kAcross + 3 ? 1
                                            : static_cast<double>(size - 1 - column) / (kAcross - 1);
    mesh.vertices[i].region = i < rings.size() * size ? static_cast<float>(smooth_step(0.75, 1, s)) : 0;
  }
  return mesh;
}

}  // namespace mend::anatomy

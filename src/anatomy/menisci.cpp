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
      medial ? std::vector{at(-4.6, 23.6, 4.5, 3),    at(-8.6, 21, 5.8, 4),        at(-14, 17.6, 8.2, 5),
                           at(-22.7, 13.6, 9.5, 6.3), at(-31.2, 4.5, 8.4, 5.6),    at(-32.5, -6, 8.6, 5.8),
                           at(-27.5, -13, 12, 7.1),   at(-18.5, -14.8, 13.3, 7.1), at(-8.5, -13, 9.6, 4.8),
                           at(-2, -11.3, 6, 1.2)}
             : std::vector{at(5.5, 7.5, 6, 1),      at(11, 8.2, 8.3, 5.7),   at(19.4, 8.8, 10, 8.2),
                           at(29.4, 5.1, 8.8, 6.9), at(34, -3, 8.2, 6.8),    at(30.1, -11.8, 8.7, 7),
                           at(20, -15.4, 9.8, 6.9), at(11, -13.2, 8.6, 6.4), at(5, -8.8, 6, 1.6)};
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
/// 1999); how it grows with the grade, and half of it laterally, are assumed.
constexpr std::array<double, 5> kExtrusion{0, 0.4, 1, 1.8, 2.6};
/// Share of the height that is left: the medial one, which bears most, is ground down to a rag (assumed).
constexpr std::array<double, 5> kMedialHeight{1, 0.9, 0.78, 0.6, 0.36};
constexpr double kLateralLoss = 0.1;  // a grade

constexpr double kSpacing = 1.3;  // mm between sections
constexpr int kAcross = 9;        // points of the upper and of the lower face

/// Where the band is cut across its course, in the tibia's frame, at no height yet.
struct Cut {
  Vec inner, outer;
  double height, from_end;
};

void ease(std::vector<Cut>& cuts, Vec Cut::*edge, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<Cut> before = cuts;
    for (std::size_t i = 1; i + 1 < cuts.size(); ++i)
      cuts[i].*edge = 0.25 * (before[i - 1].*edge + before[i + 1].*edge) + 0.5 * before[i].*edge;
  }
}

std::vector<Cut> cuts_of(bool medial, double flexion, int kl_grade) {
  const auto grade = static_cast<std::size_t>(kl_grade);
  const double extruded = (medial ? 1 : 0.5) * kExtrusion[grade];
  const double high = medial ? kMedialHeight[grade] : 1 - kLateralLoss * kl_grade;
  const std::vector<Station> line = resample(course(medial, flexion), kSpacing);
  const std::size_t last = line.size() - 1;
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i <= last; ++i) {
    const Vec along = glm::normalize(line[std::min(i + 1, last)].place - line[i == 0 ? 0 : i - 1].place);
    // Inward is to the left of the medial course and to the right of the lateral one.
    const Vec inward = medial ? Vec{-along.y, along.x, 0} : Vec{along.y, -along.x, 0};
    const Vec half = inward * line[i].half_width, outer = line[i].place - half;
    const double from_end = kSpacing * static_cast<double>(std::min(i, last - i));
    // The outer wall stands flush with the tibia's side; the roots stay where they are.
    const double flush = std::clamp(tibia({outer.x, outer.y, -38}) + 0.3, 0.0, 1.2) + extruded;
    const Vec beyond = inward * (flush * smooth_step(0, 6, from_end));
    cuts.push_back(
        {line[i].place + half + beyond, outer + beyond, high * 2 * line[i].half_thickness, from_end});
  }
  // Both edges are smooth lines; where the course bends sharply, the cuts would meet at the inner one.
  ease(cuts, &Cut::inner, 8);
  ease(cuts, &Cut::outer, 2);
  return cuts;
}

/// How a horn runs out, at a share of its width, 0 the inner edge: it thins over its last 7-9 mm into a root
/// that goes into the bone along a round edge (the lengths are assumed).
struct Root {
  double rise, sunk;  // share of the height; 0 to 1, from on the bone to within it
};
Root root_at(double from_end, double s) {
  constexpr double kThins = 7, kRound = 4, kInto = 3;  // mm
  const double off_middle = 2 * s - 1, inside = from_end - kRound * off_middle * off_middle;
  return {smooth_step(-2, kThins, inside), smooth_step(kInto, 0, inside)};
}

/// The section at one cut, between the cartilages: the lower face from the inner edge out, the outer wall,
/// the upper face back.
std::vector<Vec> ring_of(const Cut& cut, const Field& above, const Field& below) {
  const double width = glm::length(cut.outer - cut.inner);
  constexpr double kClear = 0.1;              // mm to each cartilage
  constexpr double kThinnest = 0.12;          // mm, where the cartilages meet
  constexpr double kFloor = 1.3, kTop = 0.5;  // mm below the bone that a root's faces end (assumed)
  std::vector<Vec> lower, upper;
  double within = -33;  // the floor one step further in
  for (int k = 0; k < kAcross; ++k) {
    const double s = static_cast<double>(k) / (kAcross - 1);  // 0 = inner edge
    const Vec q = glm::mix(cut.inner, cut.outer, s);
    const Root root = root_at(cut.from_end, s);
    // It spans the plate's falling rim rather than hanging down over it: 26 degrees in its outer half
    // (assumed). A root follows the bone.
    constexpr double kFree = 9;  // mm
    const double fall = s > 0.5 ? lerp(0.06 * width, kFree, root.sunk) : kFree;
    const double ground = std::max(drop(below, q.x, q.y, -18, -33) + kClear, within - fall);
    within = ground;
    const double wedge = 0.3 + (cut.height - 0.3) * (0.85 * s + 0.15 * s * s);
    const double floor = ground - kFloor * root.sunk;
    const double roof = rise(above, q.x, q.y, floor - kClear, floor + 14) - kClear;
    const double top = ground + wedge * root.rise - (kTop + kClear) * root.sunk;
    const double rounded = s > 0.9 ? 0.25 : 0;
    lower.emplace_back(q.x, q.y, floor + rounded);
    upper.emplace_back(q.x, q.y, std::max(floor + kThinnest + 2 * rounded, std::min(roof, top) - rounded));
  }
  std::vector<Vec> ring(lower.begin(), lower.end());
  // The outer wall is upright and bulges a little.
  const Vec low = lower.back(), high = upper.back(), out = (cut.outer - cut.inner) / width;
  const double bulge = std::min(0.5, 0.1 * (high.z - low.z));
  for (const double t : {0.25, 0.5, 0.75})
    ring.push_back(glm::mix(low, high, t) + out * (bulge * math::sin(math::kPi * t)));
  ring.insert(ring.end(), upper.rbegin(), upper.rend());
  return ring;
}

}  // namespace

double meniscus_slide(bool medial, double flexion, double share) {
  // Back by 3.3 and 8.2 mm in deep flexion (jor.20553; anatomy table 5), the front horn more (Chen 2014)
  // than the rear one, the roots not at all; how it falls between them is assumed.
  const double front = medial ? 6.0 : 12.0, rear = medial ? 2.0 : 5.0;
  return flexion / 120 * lerp(front, rear, share) * smooth_step(0, 0.25, share) * smooth_step(1, 0.75, share);
}

Mesh build_meniscus(const Placed& knee, bool medial) {
  const Field above = [&](const Vec& p) {
    return knee.solids->femur_with_cartilage(knee.poses.tibia.to_world(p));
  };
  const Field below = [&](const Vec& p) { return knee.solids->tibia_with_cartilage(p); };
  const std::vector<Cut> cuts = cuts_of(medial, knee.flexion, knee.solids->cover.wear.kl_grade);
  std::vector<std::vector<Vec>> rings;
  for (const Cut& cut : cuts) {
    std::vector<Vec> ring = ring_of(cut, above, below);
    for (Vec& p : ring) p = knee.poses.tibia.to_world(p);
    rings.push_back(std::move(ring));
  }
  Mesh mesh = tube_of(rings);
  untangle(mesh);
  const std::size_t size = rings.front().size();
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const std::size_t row = std::min(i / size, rings.size() - 1), column = i % size;
    const std::size_t next = std::min(row + 1, rings.size() - 1), last = row == 0 ? 0 : row - 1;
    // A root is a ligament that grows into bone: its fibres are drawn shorter (lengths assumed).
    constexpr double kRoot = 7, kLeast = 0.1;  // mm; of a fibre's length
    const double free = lerp(kLeast, 1, smooth_step(0.5, kRoot, cuts[row].from_end));
    mesh.vertices[i].fibre = glm::vec3(free * glm::normalize(rings[next][kAcross] - rings[last][kAcross]));
    // Red zone: the outer 10-25 % of the width.
    const double s = column < kAcross       ? static_cast<double>(column) / (kAcross - 1)
                     : column < kAcross + 3 ? 1
                                            : static_cast<double>(size - 1 - column) / (kAcross - 1);
    mesh.vertices[i].region = i < rings.size() * size ? static_cast<float>(smooth_step(0.75, 1, s)) : 0;
  }
  return mesh;
}

}  // namespace mend::anatomy

#include "scene/pit.h"

#include <algorithm>
#include <cmath>

#include "scene/keyed_draws.h"

namespace mend::scene {
namespace {

using anatomy::Vertex;

constexpr std::uint64_t kWhyStub = 0x5c3e0311;
constexpr std::size_t kAround = 96;
constexpr double kFine = 0.7, kCoarse = 2.5;  // mm between rings in and beyond the pit
constexpr double kRim = 1.3;                  // of what fills the pit, clear of its uneven border
constexpr double kStubHalfWidth = 0.55;       // mm: fascicles are 1 mm and more across (textbook)

/// A place of the pit's disc: u along the muscle, v across it; 1 = at the rim.
glm::dvec2 disc(const Pit& pit, double s, double turn) {
  const double off = turn - pit.turn - std::round(turn - pit.turn);
  return {(s - pit.centre) / pit.half_length, off / pit.half_breadth};
}

/// Share of the depth at a place: steep uneven sides, a level floor; at both ends the fascicles that tore
/// reach in further here and less far there.
double profile(glm::dvec2 at) {
  const double within = glm::smoothstep(1.15, 0.95, glm::length(at));
  at.x *= 1 + 0.20 * std::sin(9 * at.y + 1) + 0.16 * std::sin(16 * at.y + 2.3);
  const double angle = std::atan2(at.y, at.x);
  const double uneven =
      1 + 0.07 * std::sin(5 * angle + 0.6) + 0.05 * std::sin(11 * angle) + 0.03 * std::sin(23 * angle + 2);
  return within * glm::smoothstep(1.0, 0.62, glm::length(at) * uneven);
}

/// Light that reaches so far down, as a share of the pit's depth.
float shade_in(double depth) {
  constexpr double kDarkest = 0.5;  // assumed
  return static_cast<float>(glm::mix(1.0, kDarkest, depth));
}

Vertex floor_at(const Pit& pit, double s, double turn) {
  Vertex v = pit.part.wall(s, turn);
  const double depth = profile(disc(pit, s, turn));
  v.position -= pit.outward * static_cast<float>(pit.depth * depth);
  v.occlusion *= shade_in(depth);
  return v;
}

/// Between floor and face.
glm::vec3 inside(const Pit& pit, double s, double turn, double height) {
  return glm::mix(floor_at(pit, s, turn).position, pit.part.wall(s, turn).position,
                  static_cast<float>(height));
}

}  // namespace

anatomy::Mesh pitted(const Pit& pit) {
  std::vector<Ring> rings;
  double s = pit.part.start();
  while (true) {
    Ring& ring = rings.emplace_back();
    for (std::size_t k = 0; k < kAround; ++k)
      ring.push_back(floor_at(pit, s, static_cast<double>(k) / static_cast<double>(kAround)));
    if (s >= pit.part.end()) break;
    const double away = std::fabs(s - pit.centre) - kRim * pit.half_length;
    s = std::min(s + (away < 0 ? kFine : std::min(kCoarse, kFine + 0.5 * away)), pit.part.end());
  }
  return tube_of(rings);
}

anatomy::Mesh stubs(const Pit& pit, std::uint64_t seed) {
  constexpr int kStubs = 64, kBeads = 7;
  anatomy::Mesh mesh;
  for (int i = 0; i < kStubs; ++i) {
    KeyedDraws draws(seed, static_cast<std::uint64_t>(i), kWhyStub);
    const double way = i % 2 == 0 ? 1 : -1;
    const double v = 1.5 * draws.next() - 0.75, height = 0.45 + 0.6 * draws.next();
    const double rim = std::sqrt(1 - v * v);
    const double length = pit.half_length * (0.3 + 0.5 * draws.next());
    const double sag = 0.4 * draws.next(), sway = 0.3 * (draws.next() - 0.5);
    std::vector<Bead> line;
    for (int k = 0; k < kBeads; ++k) {
      const double t = static_cast<double>(k) / (kBeads - 1);
      const double at = pit.centre - way * (rim * pit.half_length * 0.95 - t * length);
      const double turn = pit.turn + pit.half_breadth * (v + sway * t * t);
      line.push_back({inside(pit, at, turn, height * (1 - sag * t * t)),
                      static_cast<float>(kStubHalfWidth * (0.8 + 0.5 * draws.next()) * (1 - 0.6 * t * t))});
    }
    append(mesh, thread(line, 6));
  }
  return mesh;
}

anatomy::Mesh filling(const Pit& pit, double level, double scar, double scar_breadth) {
  constexpr int kCircles = 20, kSectors = 72;
  constexpr double kUnder = 0.25;  // mm it reaches into the floor
  constexpr double kProud = 0.1;  // mm it stands above the face once full, so that it meets it without a seam
  std::vector<Ring> rings;
  // Over its top from the middle to the rim, and back under it.
  for (int i = 0; i <= 2 * kCircles; ++i) {
    const bool is_top = i <= kCircles;
    const double r = std::max(0.02, kRim * (is_top ? i : 2 * kCircles - i) / kCircles);
    Ring& ring = rings.emplace_back();
    for (int sector = 0; sector < kSectors; ++sector) {
      const double angle = 6.283185307179586 * sector / kSectors;
      const glm::dvec2 at = r * glm::dvec2(std::cos(angle), std::sin(angle));
      const double s = pit.centre + at.x * pit.half_length, turn = pit.turn + at.y * pit.half_breadth;
      Vertex v = floor_at(pit, s, turn);
      if (is_top) {
        // Level over the uneven floor, whose steep sides stand out of it; full, it runs out over the face.
        const double hills = 0.05 * std::sin(3 * at.x + 5 * at.y) + 0.035 * std::sin(7 * at.x - 6 * at.y + 1);
        const double below = (1 - level) * (glm::mix(0.62, 1.0, glm::smoothstep(1.0, 0.3, r)) + hills);
        const double proud = kProud * glm::smoothstep(kRim, 0.85, r) - kUnder * glm::smoothstep(1.0, kRim, r);
        v = pit.part.wall(s, turn);
        v.position += static_cast<float>(proud - pit.depth * std::max(below, 0.0)) * pit.outward;
        v.occlusion *= shade_in(profile(at) * std::clamp(below, 0.0, 1.0));
      } else {
        v.position -= static_cast<float>(kUnder) * pit.outward;
      }
      const double off = (at.y + 0.08 * std::sin(3.1 * at.x + 0.5)) / scar_breadth;
      v.region =
          static_cast<float>(0.6 * scar * std::exp(-off * off) * glm::smoothstep(1.0, 0.3, std::fabs(at.x)));
      ring.push_back(v);
    }
  }
  return tube_of(rings);
}

}  // namespace mend::scene

#include "scene/sections.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "anatomy/mesher.h"
#include "base/random.h"
#include "scene/keyed_draws.h"

namespace mend::scene {
namespace {

using anatomy::Mesh;
using anatomy::Vertex;

constexpr std::uint64_t kWhyStrand = 0x5c3e0301, kWhyEdge = 0x5c3e0302;
constexpr float kTurn = 6.2831853f;
constexpr double kBodyStep = 0.9, kEndStep = 0.3;  // mm between rings of a stump, and of its torn end
constexpr int kStrandRings = 12;
constexpr double kRoot = 2.5;  // mm that a loose fibre begins inside its stump

glm::vec3 cubic(glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 d, float t) {
  const float t2 = t * t, t3 = t2 * t;
  return a * (-0.5f * t3 + t2 - 0.5f * t) + b * (1.5f * t3 - 2.5f * t2 + 1.0f) +
         c * (-1.5f * t3 + 2.0f * t2 + 0.5f * t) + d * (0.5f * t3 - 0.5f * t2);
}

/// A place of a ring between two of its points.
Vertex on(const Ring& ring, double turn) {
  const auto size = static_cast<double>(ring.size());
  const double at = (turn - std::floor(turn)) * size;
  const std::size_t i = static_cast<std::size_t>(at) % ring.size(), next = (i + 1) % ring.size();
  const std::size_t before = (i + ring.size() - 1) % ring.size(), beyond = (next + 1) % ring.size();
  const auto t = static_cast<float>(at - std::floor(at));
  Vertex v = ring[i];
  v.position = cubic(ring[before].position, ring[i].position, ring[next].position, ring[beyond].position, t);
  v.fibre = glm::mix(ring[i].fibre, ring[next].fibre, t);
  v.occlusion = glm::mix(ring[i].occlusion, ring[next].occlusion, t);
  v.region = glm::mix(ring[i].region, ring[next].region, t);
  return v;
}

/// Rough, -1 to 1, the same for the same turn: the outline of a torn edge.
double roughness(double turn, std::uint64_t seed) {
  constexpr int kTeeth = 26;
  const double at = (turn - std::floor(turn)) * kTeeth;
  const auto i = static_cast<std::uint64_t>(at);
  const auto draw = [&](std::uint64_t k) { return 2 * uniform({seed, k % kTeeth, 0, kWhyEdge}) - 1; };
  return glm::mix(draw(i), draw(i + 1), at - std::floor(at));
}

/// One loose fibre: out of its stump along the part's own way, spreading, a little curled.
Mesh strand(const Sections& part, const Fraying& fraying, std::uint64_t which) {
  KeyedDraws draws(fraying.seed, which, kWhyStrand);
  const double turn = draws.next(), share = 0.97 * std::sqrt(0.2 + 0.8 * draws.next());
  const double reach = glm::mix(fraying.shortest, fraying.longest, static_cast<double>(draws.next()));
  const double splay = fraying.splay * (0.35 + draws.next()), fold = 0.45 * draws.next() * draws.next();
  const double curl = 0.25 + 0.5 * draws.next(), phase = draws.next();
  const double fine = draws.next(), thick = 0.5 + 1.7 * fine * fine * fine;  // few are whole bundles
  const double root = fraying.edge + fraying.way * fraying.ragged * roughness(turn, fraying.seed) * 0.5;
  std::vector<Bead> line;
  for (int i = 0; i < kStrandRings; ++i) {
    const double t = static_cast<double>(i) / (kStrandRings - 1);
    const double beyond = -kRoot + t * (kRoot + reach), free = std::max(0.0, beyond / reach);
    const double s = root + fraying.way * (beyond - fold * reach * free * free);
    const double wide = share * (0.9 + 0.1 * free + splay * free * free);
    const double sway = curl * free * std::sin(6.2831853 * (phase + 0.8 * free));
    const double held = std::clamp(s, part.start(), part.end());
    line.push_back(
        {part.within(held, turn + 0.06 * sway, wide) + static_cast<float>(0.5 * sway) * part.along(held + 1),
         static_cast<float>(fraying.half_width * thick * (1 - 0.75 * t * t))});
  }
  return thread(line);
}

/// The vertices of one tube of a mesh: its rings, without the middles of its two ends.
struct Span {
  std::size_t first = 0, walls_end = 0, around = 0;
};

Span span_of(const Mesh& mesh, std::size_t tube) {
  Span span;
  std::uint32_t last = 0;
  std::size_t found = 0;
  for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
    const auto [low, high] = std::minmax({mesh.indices[t], mesh.indices[t + 1], mesh.indices[t + 2]});
    if (t == 0 || low > last) {
      if (++found > tube + 1) break;
      // Its first triangle joins two neighbours of the first ring to a point of the second.
      if (found == tube + 1) span = {low, low, high - low - 1};
    }
    last = std::max(last, high);
    if (found == tube + 1) span.walls_end = last - 1;
  }
  return span;
}

}  // namespace

Sections::Sections(const Mesh& mesh, std::size_t tube) {
  const Span span = span_of(mesh, tube);
  if (span.around == 0) return;
  for (std::size_t i = span.first; i + span.around <= span.walls_end; i += span.around) {
    const double depth = mesh.vertices[i].depth;
    if (!depths_.empty() && depth <= depths_.back()) continue;  // the inner ring of a flat cut
    const auto begin = mesh.vertices.begin() + static_cast<std::ptrdiff_t>(i);
    depths_.push_back(depth);
    rings_.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(span.around));
  }
}

std::size_t Sections::after(double s) const {
  std::size_t i = 1;
  while (i + 1 < depths_.size() && depths_[i] < s) ++i;
  return i;
}

Vertex Sections::wall(double s, double turn) const {
  const std::size_t i = after(s), last = rings_.size() - 1;
  const auto t =
      static_cast<float>(std::clamp((s - depths_[i - 1]) / (depths_[i] - depths_[i - 1]), 0.0, 1.0));
  const Vertex a = on(rings_[i - 1], turn), b = on(rings_[i], turn);
  const glm::vec3 before = on(rings_[i < 2 ? 0 : i - 2], turn).position;
  const glm::vec3 beyond = on(rings_[std::min(i + 1, last)], turn).position;
  Vertex v = a;
  v.position = cubic(before, a.position, b.position, beyond, t);
  v.fibre = glm::mix(a.fibre, b.fibre, t);
  v.occlusion = glm::mix(a.occlusion, b.occlusion, t);
  v.region = glm::mix(a.region, b.region, t);
  v.depth = static_cast<float>(s);
  return v;
}

glm::vec3 Sections::middle(double s) const {
  constexpr int kPoints = 8;
  glm::vec3 sum(0);
  for (int k = 0; k < kPoints; ++k) sum += wall(s, static_cast<double>(k) / kPoints).position;
  return sum / static_cast<float>(kPoints);
}

glm::vec3 Sections::along(double s) const {
  constexpr double kReach = 0.7;  // mm
  const double at = std::clamp(s, start() + kReach, end() - kReach);
  return glm::normalize(middle(at + kReach) - middle(at - kReach));
}

glm::vec3 Sections::within(double s, double turn, double share) const {
  return glm::mix(middle(s), wall(s, turn).position, static_cast<float>(share));
}

double Sections::half_width(double s) const {
  constexpr int kPoints = 8;
  const glm::vec3 centre = middle(s);
  double sum = 0;
  for (int k = 0; k < kPoints; ++k)
    sum += static_cast<double>(glm::distance(centre, wall(s, static_cast<double>(k) / kPoints).position));
  return sum / kPoints;
}

Mesh tube_of(const std::vector<Ring>& rings) {
  std::vector<std::vector<anatomy::Vec>> places;
  for (const Ring& ring : rings) {
    std::vector<anatomy::Vec>& row = places.emplace_back();
    for (const Vertex& v : ring) row.emplace_back(v.position);
  }
  Mesh mesh = anatomy::tube_of(places);
  const std::size_t around = rings.front().size(), walls = rings.size() * around;
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const bool is_top = i == walls;
    const Vertex& from =
        i < walls ? rings[i / around][i % around] : (is_top ? rings.front() : rings.back())[0];
    Vertex& v = mesh.vertices[i];
    v.fibre = from.fibre;
    v.occlusion = from.occlusion;
    v.depth = from.depth;
    v.region = from.region;
  }
  return mesh;
}

Mesh closed_sleeve(const std::vector<Ring>& rings) {
  Mesh mesh;
  const auto size = static_cast<std::uint32_t>(rings.front().size());
  const auto count = static_cast<std::uint32_t>(rings.size());
  for (const Ring& ring : rings) mesh.vertices.insert(mesh.vertices.end(), ring.begin(), ring.end());
  for (std::uint32_t r = 0; r < count; ++r) {
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t a = r * size + i, b = r * size + (i + 1) % size, up = (r + 1) % count * size;
      const std::uint32_t c = up + i, d = up + (i + 1) % size;
      mesh.indices.insert(mesh.indices.end(), {a, b, d, a, d, c});
    }
  }
  if (anatomy::volume(mesh) < 0) {
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      std::swap(mesh.indices[t + 1], mesh.indices[t + 2]);
  }
  anatomy::set_normals(mesh);
  return mesh;
}

Mesh skin(const Sections& part, double from, double to, const Width& width, double step) {
  const int steps = std::max(3, static_cast<int>(std::ceil((to - from) / step)));
  const std::size_t around = 2 * part.around();
  std::vector<Ring> rings;
  for (int i = 0; i <= steps; ++i) {
    const double s = from + (to - from) * i / steps;
    const glm::vec3 middle = part.middle(s);
    Ring& ring = rings.emplace_back();
    for (std::size_t k = 0; k < around; ++k) {
      const double turn = static_cast<double>(k) / static_cast<double>(around);
      ring.push_back(part.wall(s, turn));
      ring.back().position =
          glm::mix(middle, ring.back().position, static_cast<float>(std::max(width(s, turn), 1e-3)));
    }
  }
  return tube_of(rings);
}

void append(Mesh& mesh, const Mesh& other) {
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
  for (const std::uint32_t i : other.indices) mesh.indices.push_back(first + i);
}

Mesh thread(const std::vector<Bead>& line, int sides) {
  std::vector<Ring> rings;
  glm::vec3 across(0);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const glm::vec3 along =
        glm::normalize(line[std::min(i + 1, line.size() - 1)].place - line[i == 0 ? 0 : i - 1].place);
    // Carried along without twist.
    if (i == 0) across = std::fabs(along.z) < 0.8f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
    across = glm::normalize(across - along * glm::dot(across, along));
    const glm::vec3 up = glm::cross(along, across);
    Ring& ring = rings.emplace_back();
    for (int side = 0; side < sides; ++side) {
      const float angle = kTurn * static_cast<float>(side) / static_cast<float>(sides);
      Vertex v;
      v.position = line[i].place + line[i].half_width * (std::cos(angle) * across + std::sin(angle) * up);
      v.fibre = along;
      v.depth = line[i].half_width;
      ring.push_back(v);
    }
  }
  return tube_of(rings);
}

Mesh torn_end(const Sections& part, double far, const Fraying& fraying) {
  constexpr double kBundles = 9, kStand = 0.6;  // that end apart, and by how much of the narrowing (assumed)
  const double way = fraying.way, room = way * (fraying.edge - far), fine = 2 * fraying.thinning;
  const std::size_t around = 2 * part.around();
  std::vector<Ring> rings;
  for (double left = room;; left = std::max(0.0, left - (left > fine ? kBodyStep : kEndStep))) {
    // Only the last stretch is uneven.
    const double uneven = std::clamp(1 - left / fine, 0.0, 1.0);
    const double narrow = std::pow(std::clamp(1 - left / fraying.thinning, 0.0, 1.0), 1.6);
    const double bulged =
        fraying.bulge * std::exp(-std::pow((left / fraying.thinning - 1) / 0.8, 2)) * uneven;
    Ring& ring = rings.emplace_back();
    for (std::size_t k = 0; k < around; ++k) {
      const double turn = static_cast<double>(k) / static_cast<double>(around);
      const double rough = roughness(turn, fraying.seed);
      const double s = fraying.edge - way * left + way * uneven * 0.5 * fraying.ragged * rough;
      // Bundles stand out of the end, and where the edge reaches far.
      const double bundle = 0.5 + 0.5 * std::sin(kTurn * (kBundles * turn + 0.25 * rough));
      const double width = 1 - (1 - fraying.blunt) * narrow * (1 - kStand * bundle) + bulged;
      Vertex v = part.wall(s, turn);
      v.position = glm::mix(part.middle(s), v.position, static_cast<float>(width));
      ring.push_back(v);
    }
    if (left <= 0) break;
  }
  return tube_of(rings);
}

Mesh loose_fibres(const Sections& part, const Fraying& fraying) {
  Mesh mesh;
  for (int i = 0; i < fraying.strands; ++i)
    append(mesh, strand(part, fraying, static_cast<std::uint64_t>(i)));
  return mesh;
}

}  // namespace mend::scene

#include "scene/repair_tissue.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace mend::scene {
namespace {

constexpr std::uint64_t kWhyWave = 0x5c3e0101;
constexpr int kRings = 31;  // of the top: from the middle to the wall, and a seam inside the wall
constexpr int kSectors = 96;
constexpr float kSeamDepth = 0.08f;  // mm the seam dips, so that it never fights with the native surface
constexpr auto kBare = static_cast<float>(kBareFill);
constexpr float kUnder = 0.25f;  // mm the mesh reaches into the bone, so that no gap shows

glm::vec2 place(const Crater& crater, int ring, int sector) {
  constexpr float kSeam = 1.03f;
  const float share = ring == kRings ? kSeam : static_cast<float>(ring) / (kRings - 1);
  const float angle = 6.2831853f * static_cast<float>(sector) / kSectors;
  // Only near a frayed wall does it follow its tongues.
  const float radius = share * glm::mix(1.0f, crater.rim(angle), share * share);
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// Height share at `level` where the tissue is `reluctant` (1 = average): rising from a hair below
/// the floor at level 0 to 1 at level 1.
float height(float level, float reluctant) {
  constexpr float kBuried = 0.004f;
  return (1 + kBuried) * level / (level + reluctant * (1 - level)) - kBuried;
}

std::uint32_t top_index(int ring, int sector) {
  return ring == 0 ? 0 : static_cast<std::uint32_t>(1 + (ring - 1) * kSectors + sector % kSectors);
}

/// Collagen lies along the surface in the uppermost sixth, and stands on the bone in the deep third (Hunziker
/// 2002), turning over between. `share` of the depth, 0 = bone.
glm::vec3 fibre_at(float share, glm::vec3 outward) {
  const glm::vec3 any = std::fabs(outward.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 along = glm::normalize(glm::cross(outward, any));
  return glm::normalize(glm::mix(outward, along, glm::smoothstep(0.3f, 0.84f, share)));
}

anatomy::Vertex top_vertex(const Crater& crater, const Relief& relief, glm::vec2 uv) {
  const anatomy::LesionColumn column = crater.at(uv);
  const float share = relief.height_share(uv);
  anatomy::Vertex vertex;
  vertex.position = glm::mix(column.floor, column.surface, share);
  if (glm::length(uv) > 1) vertex.position += kSeamDepth * glm::normalize(column.floor - column.surface);
  vertex.depth = glm::max(share, 0.0f) * glm::distance(column.floor, column.surface);
  // Deep in the crater, and close to its wall, less of the sky is seen.
  const float off_middle = glm::dot(uv, uv);
  vertex.occlusion = 1 - (1 - share) * (0.10f + 0.70f * off_middle * off_middle * off_middle);
  vertex.fibre = fibre_at(share, glm::normalize(column.surface - column.floor));
  constexpr float kFarFromEdge = 0.27f;  // its wall shows as the edge of a cartilage does
  vertex.region = kFarFromEdge * (1 - glm::smoothstep(0.85f, 1.0f, glm::length(uv)));
  return vertex;
}

void add_triangle(anatomy::Mesh& mesh, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  mesh.indices.insert(mesh.indices.end(), {a, b, c});
}

void add_top(anatomy::Mesh& mesh, const Crater& crater, const Relief& relief) {
  mesh.vertices.push_back(top_vertex(crater, relief, {0, 0}));
  for (int ring = 1; ring <= kRings; ++ring) {
    for (int sector = 0; sector < kSectors; ++sector)
      mesh.vertices.push_back(top_vertex(crater, relief, place(crater, ring, sector)));
  }
  for (int sector = 0; sector < kSectors; ++sector) {
    add_triangle(mesh, 0, top_index(1, sector), top_index(1, sector + 1));
    for (int ring = 1; ring < kRings; ++ring) {
      const std::uint32_t a = top_index(ring, sector), b = top_index(ring + 1, sector);
      const std::uint32_t c = top_index(ring + 1, sector + 1), d = top_index(ring, sector + 1);
      add_triangle(mesh, a, b, c);
      add_triangle(mesh, a, c, d);
    }
  }
}

/// Wall and underside, with vertices of their own: the rim is a sharp edge.
void add_wall(anatomy::Mesh& mesh, const Crater& crater, glm::vec3 outward) {
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  const auto count = static_cast<std::uint32_t>(kSectors);
  for (int sector = 0; sector < kSectors; ++sector) {
    anatomy::Vertex rim = mesh.vertices[top_index(kRings, sector)];
    mesh.vertices.push_back(rim);
    rim.position = crater.at(place(crater, kRings, sector)).floor - kUnder * outward;
    rim.depth = 0;
    rim.occlusion = 0.4f;
    mesh.vertices.push_back(rim);
  }
  anatomy::Vertex middle;
  middle.position = crater.at({0, 0}).floor - kUnder * outward;
  mesh.vertices.push_back(middle);
  for (std::uint32_t sector = 0; sector < count; ++sector) {
    const std::uint32_t top = first + 2 * sector, next = first + 2 * ((sector + 1) % count);
    add_triangle(mesh, top, top + 1, next + 1);
    add_triangle(mesh, top, next + 1, next);
    add_triangle(mesh, first + 2 * count, next + 1, top + 1);
  }
}

void add_normals(anatomy::Mesh& mesh) {
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    anatomy::Vertex& a = mesh.vertices[mesh.indices[i]];
    anatomy::Vertex& b = mesh.vertices[mesh.indices[i + 1]];
    anatomy::Vertex& c = mesh.vertices[mesh.indices[i + 2]];
    const glm::vec3 area = glm::cross(b.position - a.position, c.position - a.position);
    for (anatomy::Vertex* vertex : {&a, &b, &c}) vertex->normal += area;
  }
  for (anatomy::Vertex& vertex : mesh.vertices) {
    const float size = glm::length(vertex.normal);
    if (size > 0) vertex.normal /= size;
  }
}

}  // namespace

float Crater::rim(float angle) const {
  const double radius = shape_->lesion_diameter / 2;
  if (radius <= 0) return 1;
  return static_cast<float>(1 + anatomy::rim_offset(static_cast<double>(angle), radius, shape_->lesion_shoulder) / radius);
}

anatomy::LesionColumn Crater::at(glm::vec2 uv) const {
  constexpr int kLast = anatomy::Knee::kColumnGrid - 1;
  const glm::vec2 at = glm::clamp((uv + 1.0f) * 0.5f, 0.0f, 1.0f) * static_cast<float>(kLast);
  const int column = std::min(static_cast<int>(at.x), kLast - 1),
            row = std::min(static_cast<int>(at.y), kLast - 1);
  const glm::vec2 t = at - glm::vec2(column, row);
  const auto corner = [&](int dx, int dy) -> const anatomy::LesionColumn& {
    return (*columns_)[static_cast<std::size_t>((row + dy) * anatomy::Knee::kColumnGrid + column + dx)];
  };
  const auto blend = [&](auto member) {
    return glm::mix(glm::mix(corner(0, 0).*member, corner(1, 0).*member, t.x),
                    glm::mix(corner(0, 1).*member, corner(1, 1).*member, t.x), t.y);
  };
  return {blend(&anatomy::LesionColumn::floor), blend(&anatomy::LesionColumn::surface), glm::length(uv)};
}

Relief::Relief(const Crater& crater, double fill, std::uint64_t seed, const sim::PatchView& patch)
    : patch_(patch) {
  for (std::size_t i = 0; i < kWaves; ++i) {
    const auto draw = [&](std::uint64_t k) { return static_cast<float>(uniform({seed, i, k, kWhyWave})); };
    // Soft hills 5-12 mm across in a 16 mm lesion, and a finer grain on them (assumed).
    const bool is_grain = i >= 6;
    const float number = is_grain ? 9 + 5 * draw(0) : 1.8f + 2.6f * draw(0);
    const float angle = 6.2831853f * draw(1);
    waves_[i] = {number * glm::vec2(std::cos(angle), std::sin(angle)), 6.2831853f * draw(2),
                 is_grain ? 0.05f : (patch_.is_empty() ? 0.30f : 0.06f)};
  }
  struct Sample {
    float own, reluctance, weight;
  };
  std::vector<Sample> samples;
  float total = 0;
  for (int ring = 1; ring < kRings; ring += 2) {
    for (int sector = 0; sector < kSectors; sector += 4) {
      const glm::vec2 uv = place(crater, ring, sector);
      const anatomy::LesionColumn column = crater.at(uv);
      const float weight = static_cast<float>(ring) * glm::distance(column.floor, column.surface);
      samples.push_back({own_level(uv), reluctance(uv), weight});
      total += weight;
    }
  }
  // The level at which the volume is right, by bisection: the volume rises with the level.
  float low = 0, high = 1;
  for (int step = 0; step < 22; ++step) {
    level_ = (low + high) / 2;
    float volume = 0;
    for (const Sample& sample : samples)
      volume += sample.weight * glm::max(height(lifted(sample.own), sample.reluctance), 0.0f);
    (volume < static_cast<float>(fill) * total ? low : high) = level_;
  }
}

float Relief::reluctance(glm::vec2 uv) const {
  float rough = 0;
  for (const Wave& wave : waves_) rough += wave.size * std::cos(glm::dot(wave.direction, uv) + wave.phase);
  // Tissue creeps in from the wall: the middle lags (assumed), where no model tells.
  return std::exp(rough + (patch_.is_empty() ? 0.9f * (0.5f - glm::dot(uv, uv)) : 0.0f));
}

float Relief::own_level(glm::vec2 uv) const {
  if (patch_.is_empty()) return 0.5f;
  const auto fill = static_cast<float>(patch_.fill_at(uv.x, uv.y));
  return glm::clamp((fill - kBare) / (1 - kBare), 0.0f, 1.0f);
}

float Relief::lifted(float own) const {
  return own * level_ / (own * level_ + (1 - own) * (1 - level_));
}

float Relief::height_share(glm::vec2 uv) const {
  return height(lifted(own_level(uv)), reluctance(uv));
}

anatomy::Mesh mesh_of(const Crater& crater, const Relief& relief) {
  const anatomy::LesionColumn middle = crater.at({0, 0});
  const glm::vec3 outward = glm::normalize(middle.surface - middle.floor);
  anatomy::Mesh mesh;
  add_top(mesh, crater, relief);
  add_wall(mesh, crater, outward);
  // In a mirrored knee the grid runs the other way round.
  const glm::vec3 u = crater.at({1, 0}).surface - crater.at({-1, 0}).surface;
  const glm::vec3 v = crater.at({0, 1}).surface - crater.at({0, -1}).surface;
  if (glm::dot(glm::cross(u, v), outward) < 0) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
      std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
  }
  add_normals(mesh);
  return mesh;
}

}  // namespace mend::scene

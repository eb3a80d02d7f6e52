#include "anatomy/cut_end.h"

#include <algorithm>
#include <span>

#include "anatomy/mesher.h"

namespace mend::anatomy {
namespace {

/// A ring of the face: its share of the tube's width, and how far beyond the tube's end, in mean radii.
struct FaceRing {
  double share, beyond;
};
// A nerve's bundles stand out of their coat by a little; an artery's wall is a tenth of its width
// (textbook range 0.06 to 0.12), drawn up to the depth that light shows. Rings assumed.
constexpr FaceRing kBundles[] = {{0.94, 0.05}, {0.82, 0.06}};
constexpr double kBundlesMiddle = 0.12;
constexpr FaceRing kBore[] = {{0.96, 0.05}, {0.82, 0.05}, {0.77, -0.06}, {0.75, -1.0}, {0.72, -2.0}};
constexpr double kBoreMiddle = -2.0;

/// Drops the triangles of a plain cap: those that join nothing but the end's ring and its middle.
void drop_cap(std::vector<std::uint32_t>& indices, std::uint32_t ring, std::uint32_t around,
              std::uint32_t middle) {
  const auto is_of_cap = [&](std::uint32_t i) { return i == middle || (i >= ring && i < ring + around); };
  std::vector<std::uint32_t> kept;
  for (std::size_t t = 0; t < indices.size(); t += 3) {
    if (is_of_cap(indices[t]) && is_of_cap(indices[t + 1]) && is_of_cap(indices[t + 2])) continue;
    kept.insert(kept.end(), indices.begin() + static_cast<std::ptrdiff_t>(t),
                indices.begin() + static_cast<std::ptrdiff_t>(t) + 3);
  }
  indices = std::move(kept);
}

/// Walls from each ring to the next and a fan on the last, wound like the walls of the tube.
void join(std::vector<std::uint32_t>& indices, std::span<const std::uint32_t> rings, std::uint32_t around,
          std::uint32_t middle, bool is_turned) {
  const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (is_turned) std::swap(b, c);
    indices.insert(indices.end(), {a, b, c});
  };
  for (std::size_t r = 0; r + 1 < rings.size(); ++r) {
    for (std::uint32_t i = 0; i < around; ++i) {
      const std::uint32_t j = (i + 1) % around, low = rings[r], high = rings[r + 1];
      add(low + i, low + j, high + j);
      add(low + i, high + j, high + i);
    }
  }
  for (std::uint32_t i = 0; i < around; ++i) add(rings.back() + i, rings.back() + (i + 1) % around, middle);
}

}  // namespace

void cut_end(Mesh& tube, std::uint32_t around, End end, CutFace face) {
  // The tube's walls come first, ring by ring, then the middles of its two ends.
  const float last_depth = std::max_element(tube.vertices.begin(), tube.vertices.end(), [](auto& a, auto& b) {
                             return a.depth < b.depth;
                           })->depth;
  std::uint32_t ring = 0, middle = 0;
  while (tube.vertices[middle].depth < last_depth) middle += around;
  middle += around;
  if (end == End::last) ring = middle - around, ++middle;
  // The first triangle joins two neighbours of the first ring with one of the second.
  const bool is_turned = (tube.indices[1] != 1) != (end == End::first);
  for (auto* indices : {&tube.indices, &tube.coarse}) drop_cap(*indices, ring, around, middle);

  const std::vector<Vertex> edge(tube.vertices.begin() + ring, tube.vertices.begin() + ring + around);
  glm::dvec3 centre{0};
  for (const Vertex& v : edge) centre += glm::dvec3(v.position) / static_cast<double>(around);
  double radius = 0;
  for (const Vertex& v : edge) radius += glm::length(glm::dvec3(v.position) - centre) / around;
  const glm::dvec3 out = glm::dvec3(edge[0].fibre) * (end == End::first ? -radius : radius);
  const std::span<const FaceRing> profile =
      face == CutFace::bore ? std::span<const FaceRing>(kBore) : kBundles;
  std::vector<std::uint32_t> rings{ring};
  for (const FaceRing& row : profile) {
    rings.push_back(static_cast<std::uint32_t>(tube.vertices.size()));
    for (Vertex v : edge) {
      v.position = glm::vec3(centre + row.share * (glm::dvec3(v.position) - centre) + row.beyond * out);
      if (face == CutFace::bundles || row.beyond < 0) v.region = kOnCut;
      tube.vertices.push_back(v);
    }
  }
  Vertex& heart = tube.vertices[middle];
  heart.position = glm::vec3(centre + (face == CutFace::bore ? kBoreMiddle : kBundlesMiddle) * out);
  heart.region = kOnCut;
  for (auto* indices : {&tube.indices, &tube.coarse}) join(*indices, rings, around, middle, is_turned);
  set_normals(tube);
}

Mesh cut_cord(const SweepPlan& plan, CutFace face) {
  Mesh cord = sweep(plan);
  for (const End end : {End::first, End::last})
    cut_end(cord, static_cast<std::uint32_t>(plan.around), end, face);
  return cord;
}

}  // namespace mend::anatomy

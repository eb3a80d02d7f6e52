#include "anatomy/cut_end.h"

#include <algorithm>
#include <span>

#include "anatomy/mesher.h"
#include "anatomy/untangle.h"

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

/// By which share a strand of a frayed end falls short, as it falls out: bundles of two to four strands of
/// their own lengths, and each strand a little by itself (assumed).
double shortfall(std::uint32_t strand) {
  constexpr std::uint32_t kStarts[] = {0, 2, 5, 7, 11, 13, 16, 18};
  constexpr std::uint32_t kPeriod = 21;
  constexpr double kShort[] = {0.35, 0, 0.6, 0.15, 0.75, 0.3, 0.9, 0.1, 0.5, 0.2, 0.65};
  constexpr double kOwn = 0.4;
  const std::uint32_t within = strand % kPeriod;
  const auto bundle = std::upper_bound(std::begin(kStarts), std::end(kStarts), within) - kStarts;
  return (1 - kOwn) * kShort[(bundle + 8 * (strand / kPeriod)) % 11] + kOwn * kShort[strand * 7 % 11];
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

void fray(Mesh& band, std::uint32_t around, End end, const Fray& plan) {
  constexpr double kThinnest = 0.12;  // share of the thickness at the tips (assumed)
  const std::vector<Vertex> whole = band.vertices;
  const std::size_t rings = (whole.size() - 2) / around;
  const auto ring_at = [&](std::size_t i) { return around * (end == End::first ? i : rings - 1 - i); };
  const auto from_end = [&](std::size_t i) {
    return math::fabs(static_cast<double>(whole[ring_at(i)].depth - whole[ring_at(0)].depth));
  };
  const double shortest = plan.uneven + plan.slant, reach = std::max(2 * shortest, plan.thins);
  for (std::uint32_t k = 0; 2 * k <= around; ++k) {
    // Strands of either face end together.
    const std::uint32_t other = (around - k) % around;
    // No thin strand of an edge stands out alone.
    const double across = 2.0 * k / around, edge = smooth_step(0.2, 0, std::min(across, 1 - across));
    const double cut = plan.uneven * lerp(shortfall(k), 1, edge) + plan.slant * across;
    std::size_t next = 1;  // the strand's own place before this one lies at its new place now
    for (std::size_t i = 0; i < rings && from_end(i) < reach; ++i) {
      const double goal = lerp(cut, reach, from_end(i) / reach);
      while (next + 1 < rings && from_end(next) < goal) ++next;
      const double share = (goal - from_end(next - 1)) / (from_end(next) - from_end(next - 1));
      const auto moved = [&](std::uint32_t strand) {
        return glm::mix(Vec(whole[ring_at(next - 1) + strand].position),
                        Vec(whole[ring_at(next) + strand].position), share);
      };
      const Vec one = moved(k), two = moved(other), middle = 0.5 * (one + two);
      const double thick = lerp(kThinnest, 1, smooth_step(0, plan.thins, from_end(i)));
      band.vertices[ring_at(i) + k].position = glm::vec3(middle + thick * (one - middle));
      band.vertices[ring_at(i) + other].position = glm::vec3(middle + thick * (two - middle));
    }
  }
  // The end's own middle lies a quarter round, as its strips do.
  const auto tip = [&](std::uint32_t k) { return band.vertices[ring_at(0) + k].position; };
  const std::uint32_t k = around / 4;
  band.vertices[rings * around + (end == End::last)].position =
      0.25f * (tip(k) + tip(k + 1) + tip(around - k - 1) + tip(around - k));
  set_normals(band);
  untangle(band);
}

Mesh cut_cord(const SweepPlan& plan, CutFace face) {
  Mesh cord = sweep(plan);
  for (const End end : {End::first, End::last})
    cut_end(cord, static_cast<std::uint32_t>(plan.around), end, face);
  return cord;
}

}  // namespace mend::anatomy

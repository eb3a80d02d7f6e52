#include "anatomy/shaft_end.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace mend::anatomy {

namespace {

constexpr double kRounded = 1.5;  // mm from the saw's level to where its edge is no more rounded

Vec inward(const Saw& saw) {
  return {0, 0, saw.is_bone_below ? -1 : 1};
}

double from_saw(const Vertex& v, const Saw& saw) {
  return math::fabs(static_cast<double>(v.position.z) - saw.level);
}

/// Whether a vertex lies at the saw's level, on the face or on its rounded edge.
bool is_at(const Vertex& v, const Saw& saw) {
  constexpr double kFacing = 0.35;  // cosine: more is the face, less the wall
  return from_saw(v, saw) < kRounded && -inward(saw).z * static_cast<double>(v.normal.z) > kFacing;
}

bool is_sawn(const Mesh& bone, std::uint32_t i) {
  return bone.vertices[i].region < 0;
}

/// Whether the triangle with these corners lies in the face.
bool is_in_face(const Mesh& bone, const std::uint32_t* corner) {
  return is_sawn(bone, corner[0]) && is_sawn(bone, corner[1]) && is_sawn(bone, corner[2]);
}

/// Gives back to the wall what hangs on the face by one triangle: where the outline is hollow, that would
/// turn over.
void trim_ears(Mesh& bone) {
  bool has_ears = true;
  while (has_ears) {
    std::vector<int> held(bone.vertices.size(), 0);
    for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
      const std::uint32_t* corner = &bone.indices[t];
      for (int c = 0; is_in_face(bone, corner) && c < 3; ++c) ++held[corner[c]];
    }
    has_ears = false;
    for (std::size_t i = 0; i < held.size(); ++i) {
      Vertex& v = bone.vertices[i];
      if (v.region >= 0 || held[i] > 1) continue;
      v.region = 0;
      has_ears = true;
    }
  }
}

/// The vertices of the face that share a triangle with the wall.
std::vector<bool> rim_of(const Mesh& bone) {
  std::vector<bool> is_rim(bone.vertices.size(), false);
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    const std::uint32_t* corner = &bone.indices[t];
    if (is_in_face(bone, corner)) continue;
    for (int c = 0; c < 3; ++c) is_rim[corner[c]] = is_rim[corner[c]] || is_sawn(bone, corner[c]);
  }
  return is_rim;
}

double depth_of(const Vec& place, const Field& solid, const Saw& saw) {
  constexpr double kWithin = 14;  // mm into the bone, where its wall is the nearest surface
  return std::max(0.0, -solid(place + inward(saw) * kWithin)) / saw.cortex;
}

/// Out to where the wall stands clear of the rounded edge.
Vec on_wall(Vec place, const Field& solid, const Saw& saw) {
  constexpr double kClear = 2.5;  // mm
  for (int step = 0; step < 3; ++step) {
    const Vec below{place.x, place.y, saw.level + kClear * inward(saw).z};
    place -= gradient(solid, below, 0.3) * Vec{1, 1, 0} * solid(below);
  }
  return place;
}

/// The wall beside the face: the edge of a cut is sharp.
void stand_up(Vertex& v, const Field& solid, const Saw& saw) {
  constexpr double kLeast = 0.4;  // mm from the face
  const double off = std::max(kLeast, from_saw(v, saw));
  Vec place = on_wall(Vec(v.position), solid, saw);
  place.z = saw.level + off * inward(saw).z;
  v.position = glm::vec3(place);
  v.normal = glm::vec3(gradient(solid, place + inward(saw) * 2.0, 0.3));
}

/// On to the plane of the saw; the rim goes out to the wall, so that the face ends in an even line.
void settle(Vertex& v, const Field& solid, const Saw& saw, bool is_rim) {
  Vec place{v.position.x, v.position.y, saw.level};
  if (is_rim) place = on_wall(place, solid, saw);
  v.position = glm::vec3(place);
  v.normal = -glm::vec3(inward(saw));
  v.depth = static_cast<float>(depth_of(place, solid, saw));
}

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// Cuts a triangle with middles on some of its edges, which are numbered from `first` on, into triangles.
void cut_up(std::vector<std::uint32_t> shape, std::uint32_t first, std::vector<std::uint32_t>& indices) {
  // First the corners between two middles; what is left is a fan about a middle.
  for (std::size_t i = 0; shape.size() > 3 && i < shape.size(); ++i) {
    const std::uint32_t last = shape[(i + shape.size() - 1) % shape.size()];
    const std::uint32_t next = shape[(i + 1) % shape.size()];
    if (shape[i] >= first || last < first || next < first) continue;
    indices.insert(indices.end(), {last, shape[i], next});
    shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::rotate(shape.begin(), std::max_element(shape.begin(), shape.end()), shape.end());
  for (std::size_t i = 1; i + 1 < shape.size(); ++i)
    indices.insert(indices.end(), {shape[0], shape[i], shape[i + 1]});
}

/// Halves the edges of the face along its rim and where the wall gives way to marrow, as both are curves that
/// its mesh is too coarse for. Triangles on both sides of an edge see its middle, so that the mesh stays
/// whole.
void refine(Mesh& bone, const Field& solid, const Saw& saw) {
  constexpr float kFine = 0.6f;                   // mm: shorter edges stay
  constexpr float kFromWall = 0.85f, kTo = 1.6f;  // thicknesses of the wall between which the colours change
  std::map<Edge, bool> edges;                     // of the face, and whether they lie on its rim
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    const std::uint32_t* corner = &bone.indices[t];
    const bool is_face = is_in_face(bone, corner);
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = corner[c], b = corner[(c + 1) % 3];
      if (is_sawn(bone, a) && is_sawn(bone, b)) edges[std::minmax(a, b)] |= !is_face;
    }
  }
  const auto first = static_cast<std::uint32_t>(bone.vertices.size());
  std::map<Edge, std::uint32_t> middles;
  for (const auto& [edge, is_rim] : edges) {
    const Vertex &a = bone.vertices[edge.first], &b = bone.vertices[edge.second];
    const auto [near, far] = std::minmax(a.depth, b.depth);
    if (glm::distance(a.position, b.position) < kFine) continue;
    if (!is_rim && (far < kFromWall || near > kTo)) continue;
    Vertex middle = a;
    middle.position = 0.5f * (a.position + b.position);
    settle(middle, solid, saw, is_rim);
    middles[edge] = static_cast<std::uint32_t>(bone.vertices.size());
    bone.vertices.push_back(middle);
  }
  std::vector<std::uint32_t> indices;
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    // The corners and the middles between them, in turn.
    std::vector<std::uint32_t> shape;
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = bone.indices[t + c], b = bone.indices[t + (c + 1) % 3];
      shape.push_back(a);
      const auto middle = middles.find(std::minmax(a, b));
      if (middle != middles.end()) shape.push_back(middle->second);
    }
    cut_up(std::move(shape), first, indices);
  }
  bone.indices = std::move(indices);
}

}  // namespace

void mark_sawn(Mesh& bone, const Field& solid, const Saw& saw) {
  for (Vertex& v : bone.vertices) {
    if (is_at(v, saw)) v.region = kOnSawn;
  }
  trim_ears(bone);
  const std::vector<bool> is_rim = rim_of(bone);
  for (std::size_t i = 0; i < bone.vertices.size(); ++i) {
    Vertex& v = bone.vertices[i];
    if (v.region < 0)
      settle(v, solid, saw, is_rim[i]);
    else if (from_saw(v, saw) < kRounded)
      stand_up(v, solid, saw);
  }
  constexpr int kHalvings = 3;
  for (int i = 0; i < kHalvings; ++i) refine(bone, solid, saw);
}

}  // namespace mend::anatomy

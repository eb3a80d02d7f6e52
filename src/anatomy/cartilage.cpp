// Thickness means and maxima by region: statistical mean of healthy young knees and one healthy man, with
// Eckstein 2001 and Hudelmaier 2003 for the order of thickness.
#include "anatomy/cartilage.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// One bump of the thickness map: place (u, v), widths, thickness there in mm.
struct Bump {
  double u, v, su, sv, thickness;
};

/// Smooth blend: the mean of the bumps' thickness weighted by their Gaussians.
double blend(std::span<const Bump> bumps, double u, double v, double rest) {
  double sum = 0.02 * rest, weight = 0.02;
  for (const Bump& b : bumps) {
    const double a = (u - b.u) / b.su, c = (v - b.v) / b.sv;
    const double w = math::exp(-0.5 * (a * a + c * c));
    sum += w * b.thickness;
    weight += w;
  }
  return sum / weight;
}

constexpr double kEdge = 3.5;      // mm over which the edge tapers
constexpr double kEdgeThin = 0.3;  // mm at the very edge

double taper(double thickness, double patch) {
  if (patch <= 0) return 0;
  return lerp(kEdgeThin, thickness,
              patch >= kEdge ? 1 : 0.8 * patch / kEdge + 0.2 * smooth_step(0, kEdge, patch));
}

double square(double x) {
  return x * x;
}

}  // namespace

double femur_thickness(const Vec& p) {
  const double patch = femur_patch(p);
  if (patch <= 0) return 0;
  // u = degrees in front of the lowest point about the flexion axis, v = x.
  static constexpr std::array<Bump, 15> kMap{{{62, 1, 20, 7, 3.9},
                                              {85, 2, 14, 8, 3.3},
                                              {66, 16, 22, 7, 2.7},
                                              {95, 17, 14, 8, 2.3},
                                              {62, -13, 20, 6, 2.3},
                                              {88, -12, 12, 7, 2.0},
                                              {20, -23, 18, 9, 2.15},
                                              {-5, -24, 18, 9, 2.3},
                                              {20, 23, 18, 9, 2.1},
                                              {-5, 23, 16, 9, 2.5},
                                              {-42, -24, 20, 9, 2.2},
                                              {-42, 24, 20, 9, 2.9},
                                              {-85, -23, 22, 9, 2.5},
                                              {-85, 23, 22, 9, 2.5},
                                              {-120, 0, 15, 40, 1.8}}};
  const double angle = math::atan2(p.y, -p.z) * (180 / math::kPi);
  return taper(blend(kMap, angle, p.x, 2), patch);
}

double tibia_thickness(const Vec& p) {
  const double medial = tibia_patch_medial(p), lateral = tibia_patch_lateral(p);
  static constexpr std::array<Bump, 3> kMedial{
      {{-17, -1, 6, 8, 2.75}, {-27, 0, 6, 14, 1.7}, {-18, 0, 14, 20, 1.7}}};
  static constexpr std::array<Bump, 3> kLateral{
      {{14, -3, 5, 7, 4.0}, {21, -4, 6, 8, 3.0}, {23, -3, 14, 18, 1.9}}};
  if (medial > 0) return taper(blend(kMedial, p.x, p.y, 1.6), medial);
  if (lateral > 0) return taper(blend(kLateral, p.x, p.y, 1.8), lateral);
  return 0;
}

double patella_thickness(const Vec& p) {
  const double patch = patella_patch(p);
  if (patch <= 0) return 0;
  static constexpr std::array<Bump, 4> kMap{
      {{-2, 3, 5, 9, 4.6}, {8, 3, 6, 8, 3.6}, {-12, 2, 5, 9, 2.7}, {2, 0, 20, 16, 2.4}}};
  return taper(blend(kMap, p.x - kPatellaCentre.x, p.z - kPatellaCentre.z, 2.2), patch);
}

double femur_with_cartilage(const Vec& p) {
  const double bone = femur(p);
  return bone > 15 ? bone - 4 : bone - femur_thickness(p);
}
double tibia_with_cartilage(const Vec& p) {
  const double bone = tibia(p);
  return bone > 15 ? bone - 4 : bone - tibia_thickness(p);
}
double patella_with_cartilage(const Vec& p) {
  const double bone = patella(p);
  return bone > 15 ? bone - 4 : bone - patella_thickness(p);
}

double Hole::distance(const Vec& p) const {
  const Vec d = p - centre;
  return math::sqrt(std::max(0.0, glm::dot(d, d) - square(glm::dot(d, axis))));
}

namespace {

/// A sheet lying on the bone: points and triangles.
struct Sheet {
  std::vector<Vec> points;
  std::vector<double> edge;  // mm inside the cut, > 0
  std::vector<std::uint32_t> triangles;
};

using EdgeKey = std::pair<std::uint32_t, std::uint32_t>;

/// The part of the bone's mesh inside the patch and outside the hole, cut along the line itself.
Sheet cut_sheet(const ShellPlan& plan) {
  const auto inside = [&](const Vec& p) {
    const double patch = plan.patch(p);
    // Only where the axis meets this side of the bone.
    const bool holed = plan.hole.radius > 0 && glm::length(p - plan.hole.centre) < 2 * plan.hole.radius + 6;
    return holed ? std::min(patch, plan.hole.distance(p) - plan.hole.radius) : patch;
  };
  std::vector<double> value(plan.bone.vertices.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    value[i] = inside(Vec(plan.bone.vertices[i].position));
    if (math::fabs(value[i]) < 0.02) value[i] = value[i] < 0 ? -0.02 : 0.02;
  }
  Sheet sheet;
  std::unordered_map<std::uint32_t, std::uint32_t> kept;
  std::map<EdgeKey, std::uint32_t> cuts;
  const auto keep = [&](std::uint32_t i) {
    const auto [it, is_new] = kept.try_emplace(i, static_cast<std::uint32_t>(sheet.points.size()));
    if (is_new) sheet.points.emplace_back(plan.bone.vertices[i].position);
    return it->second;
  };
  const auto cut = [&](std::uint32_t a, std::uint32_t b) {
    const EdgeKey key = std::minmax(a, b);
    const auto [it, is_new] = cuts.try_emplace(key, static_cast<std::uint32_t>(sheet.points.size()));
    if (is_new) {
      const double va = value[key.first], vb = value[key.second];
      sheet.points.push_back(glm::mix(Vec(plan.bone.vertices[key.first].position),
                                      Vec(plan.bone.vertices[key.second].position),
                                      std::clamp(va / (va - vb), 0.03, 0.97)));
    }
    return it->second;
  };
  for (std::size_t t = 0; t < plan.bone.indices.size(); t += 3) {
    std::array<std::uint32_t, 4> polygon{};
    std::size_t size = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = plan.bone.indices[t + c], b = plan.bone.indices[t + (c + 1) % 3];
      if (value[a] > 0) polygon[size++] = keep(a);
      if ((value[a] > 0) != (value[b] > 0)) polygon[size++] = cut(a, b);
    }
    for (std::size_t c = 2; c < size; ++c) {
      sheet.triangles.insert(sheet.triangles.end(), {polygon[0], polygon[c - 1], polygon[c]});
    }
  }
  return sheet;
}

/// Leaves only the largest connected piece.
void keep_largest(Sheet& sheet) {
  std::vector<std::uint32_t> root(sheet.points.size());
  for (std::uint32_t i = 0; i < root.size(); ++i) root[i] = i;
  const auto find = [&](std::uint32_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    for (std::size_t c = 1; c < 3; ++c) {
      const std::uint32_t a = find(sheet.triangles[t]), b = find(sheet.triangles[t + c]);
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::size_t> size(root.size(), 0);
  for (const std::uint32_t i : sheet.triangles) ++size[find(i)];
  const auto largest = static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
  Sheet out;
  std::vector<std::int64_t> place(root.size(), -1);
  for (const std::uint32_t i : sheet.triangles) {
    if (find(i) != largest) continue;
    if (place[i] < 0) {
      place[i] = static_cast<std::int64_t>(out.points.size());
      out.points.push_back(sheet.points[i]);
    }
    out.triangles.push_back(static_cast<std::uint32_t>(place[i]));
  }
  sheet = std::move(out);
}

}  // namespace

Mesh grow_shell(const ShellPlan& plan) {
  Sheet sheet = cut_sheet(plan);
  keep_largest(sheet);
  constexpr double kSink = 0.05;  // mm into the bone, so that the two surfaces do not flicker
  const auto count = static_cast<std::uint32_t>(sheet.points.size());
  Mesh mesh;
  mesh.vertices.resize(2 * static_cast<std::size_t>(count));
  for (std::uint32_t i = 0; i < count; ++i) {
    const Vec p = sheet.points[i];
    const Vec n = gradient(plan.solid, p, 0.4);
    const double patch = plan.patch(p);
    const double thickness = std::max(kEdgeThin, plan.thickness(p));
    Vertex& outer = mesh.vertices[i];
    Vertex& inner = mesh.vertices[i + count];
    outer.position = glm::vec3(p + n * thickness);
    inner.position = glm::vec3(p - n * kSink);
    outer.depth = inner.depth = static_cast<float>(thickness);
    outer.region = inner.region = static_cast<float>(smooth_step(0, kEdge, patch));
  }
  // Edges with one triangle bound the sheet; walls join them.
  std::map<EdgeKey, int> uses;
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c)
      ++uses[std::minmax(sheet.triangles[t + c], sheet.triangles[t + (c + 1) % 3])];
  }
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    const std::uint32_t a = sheet.triangles[t], b = sheet.triangles[t + 1], c = sheet.triangles[t + 2];
    mesh.indices.insert(mesh.indices.end(), {a, b, c, a + count, c + count, b + count});
  }
  constexpr std::uint32_t kRings = 2;  // between the two sheets
  std::map<std::uint32_t, std::uint32_t> wall;
  const auto ring = [&](std::uint32_t i, std::uint32_t level) {
    if (level == 0) return i;
    if (level > kRings) return i + count;
    const auto [it, is_new] = wall.try_emplace(i, static_cast<std::uint32_t>(mesh.vertices.size()));
    if (is_new) {
      const Vertex outer = mesh.vertices[i], inner = mesh.vertices[i + count];
      for (std::uint32_t k = 1; k <= kRings; ++k) {
        Vertex v = outer;
        v.position =
            glm::mix(outer.position, inner.position, static_cast<float>(k) / static_cast<float>(kRings + 1));
        mesh.vertices.push_back(v);
      }
    }
    return it->second + level - 1;
  };
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = sheet.triangles[t + c], b = sheet.triangles[t + (c + 1) % 3];
      if (uses[std::minmax(a, b)] != 1) continue;
      for (std::uint32_t level = 0; level <= kRings; ++level) {
        const std::uint32_t a0 = ring(a, level), b0 = ring(b, level), a1 = ring(a, level + 1),
                            b1 = ring(b, level + 1);
        mesh.indices.insert(mesh.indices.end(), {b0, a0, a1, b0, a1, b1});
      }
    }
  }
  set_normals(mesh);
  return mesh;
}

}  // namespace mend::anatomy

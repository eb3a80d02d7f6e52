#include "anatomy/shell.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "anatomy/cartilage.h"
#include "anatomy/knee.h"
#include "anatomy/untangle.h"

namespace mend::anatomy {

double Hole::distance(const Vec& p) const {
  const Vec d = p - centre;
  const double along = glm::dot(d, axis);
  return math::sqrt(std::max(0.0, glm::dot(d, d) - along * along));
}

double Hole::radius_at(const Vec& p) const {
  const Vec d = p - centre;
  const double angle = math::atan2(glm::dot(d, glm::cross(axis, right)), glm::dot(d, right));
  return radius + rim_offset(angle, radius, shoulder);
}

double Hole::rounding() const {
  constexpr double kSharp = 0.5, kTorn = 1.2;  // mm (assumed)
  return shoulder == params::LesionShoulder::sharp ? kSharp : kTorn;
}

bool Hole::is_near(const Vec& p, double margin) const {
  return radius > 0 && glm::length(p - centre) < radius + margin;
}

double rim_offset(double angle, double radius, params::LesionShoulder shoulder) {
  if (shoulder == params::LesionShoulder::sharp) return 0;
  // Tongues of torn cartilage, coarse and fine; none wider than 0.8 mm to either side (assumed).
  const double size = std::min(0.8, 0.12 * radius);
  return size * (0.5 * math::sin(5 * angle + 1) + 0.3 * math::sin(9 * angle + 2.3) +
                 0.2 * math::sin(14 * angle + 0.7));
}

namespace {

constexpr double kOnRim = 1e-3;  // mm

/// mm that a place lies within what is kept, from the rounded rim of the hole or the border of the plug; far
/// from a hole a large number.
double beyond_rim(const Hole& hole, const Vec& p) {
  constexpr double kLoose = 0.02;  // mm between a plug and its wall
  const bool is_near = hole.is_near(p, hole.radius + 6);
  if (hole.keeps_inside) return is_near ? hole.radius_at(p) - kLoose - hole.distance(p) : -1e3;
  return is_near ? hole.distance(p) - hole.radius_at(p) - hole.rounding() : 1e3;
}
/// Unit vector along which beyond_rim grows.
Vec away_from(const Hole& hole, const Vec& p) {
  const Vec d = p - hole.centre;
  return glm::normalize(d - hole.axis * glm::dot(d, hole.axis)) * (hole.keeps_inside ? -1.0 : 1.0);
}

/// A sheet lying on the bone: points and triangles.
struct Sheet {
  std::vector<Vec> points;
  std::vector<double> edge;  // mm inside the cut, > 0
  std::vector<std::uint32_t> triangles;
};

using EdgeKey = std::pair<std::uint32_t, std::uint32_t>;

/// Splits every edge near the hole that is longer than `edge` mm, so that its rim comes out round.
Mesh refine(Mesh mesh, const ShellPlan& plan, double edge) {
  for (const double reach : {2.5, 1.6}) {
    std::map<EdgeKey, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) -> std::int64_t {
      const Vec pa(mesh.vertices[a].position), pb(mesh.vertices[b].position);
      const Vec m = 0.5 * (pa + pb);
      if (glm::length(pb - pa) < edge || math::fabs(beyond_rim(plan.hole, m)) > reach) {
        return -1;
      }
      const auto [it, is_new] =
          middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(mesh.vertices.size()));
      if (is_new) {
        Vertex v;
        v.position = glm::vec3(m - gradient(plan.solid, m, 0.2) * plan.solid(m));
        mesh.vertices.push_back(v);
      }
      return it->second;
    };
    std::vector<std::uint32_t> split;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
      std::array<std::uint32_t, 3> c{mesh.indices[t], mesh.indices[t + 1], mesh.indices[t + 2]};
      std::array<std::int64_t, 3> m{middle(c[0], c[1]), middle(c[1], c[2]), middle(c[2], c[0])};
      const int count = (m[0] >= 0) + (m[1] >= 0) + (m[2] >= 0);
      const auto add = [&](std::int64_t a, std::int64_t b, std::int64_t d) {
        split.insert(split.end(), {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b),
                                   static_cast<std::uint32_t>(d)});
      };
      // Turn until the first edge is the one that differs.
      while ((count == 1 && m[0] < 0) || (count == 2 && m[0] >= 0)) {
        std::rotate(c.begin(), c.begin() + 1, c.end());
        std::rotate(m.begin(), m.begin() + 1, m.end());
      }
      if (count == 0) add(c[0], c[1], c[2]);
      if (count == 1) add(c[0], m[0], c[2]), add(m[0], c[1], c[2]);
      if (count == 2) add(c[0], c[1], m[1]), add(c[0], m[1], m[2]), add(m[1], c[2], m[2]);
      if (count == 3)
        add(c[0], m[0], m[2]), add(m[0], c[1], m[1]), add(m[2], m[1], c[2]), add(m[0], m[1], m[2]);
    }
    mesh.indices = std::move(split);
  }
  return mesh;
}

/// The part of the bone's mesh inside the patch and outside the hole, cut along the line itself.
Sheet cut_sheet(const Mesh& bone, const ShellPlan& plan) {
  const auto inside = [&](const Vec& p) { return std::min(plan.patch(p), beyond_rim(plan.hole, p)); };
  std::vector<double> value(bone.vertices.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    value[i] = inside(Vec(bone.vertices[i].position));
    if (math::fabs(value[i]) < 0.02) value[i] = value[i] < 0 ? -0.02 : 0.02;
  }
  Sheet sheet;
  std::unordered_map<std::uint32_t, std::uint32_t> kept;
  std::map<EdgeKey, std::uint32_t> cuts;
  const auto keep = [&](std::uint32_t i) {
    const auto [it, is_new] = kept.try_emplace(i, static_cast<std::uint32_t>(sheet.points.size()));
    if (is_new) sheet.points.emplace_back(bone.vertices[i].position);
    return it->second;
  };
  const auto cut = [&](std::uint32_t a, std::uint32_t b) {
    const EdgeKey key = std::minmax(a, b);
    const auto [it, is_new] = cuts.try_emplace(key, static_cast<std::uint32_t>(sheet.points.size()));
    if (is_new) {
      const double va = value[key.first], vb = value[key.second];
      Vec p = glm::mix(Vec(bone.vertices[key.first].position), Vec(bone.vertices[key.second].position),
                       std::clamp(va / (va - vb), 0.03, 0.97));
      // On to the exact circle, so that the rim is not scalloped.
      const double rim = beyond_rim(plan.hole, p);
      if (math::fabs(rim) < 0.1) p -= away_from(plan.hole, p) * rim;
      sheet.points.push_back(p);
    }
    return it->second;
  };
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    std::array<std::uint32_t, 4> polygon{};
    std::size_t size = 0;
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = bone.indices[t + c], b = bone.indices[t + (c + 1) % 3];
      if (value[a] > 0) polygon[size++] = keep(a);
      if ((value[a] > 0) != (value[b] > 0)) polygon[size++] = cut(a, b);
    }
    for (std::size_t c = 2; c < size; ++c) {
      sheet.triangles.insert(sheet.triangles.end(), {polygon[0], polygon[c - 1], polygon[c]});
    }
  }
  return sheet;
}

/// Drops slivers: pieces of less than a share of the triangles.
void drop_slivers(Sheet& sheet) {
  constexpr double kSliver = 0.03;
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
  const double least = kSliver * static_cast<double>(sheet.triangles.size());
  Sheet out;
  std::vector<std::int64_t> place(root.size(), -1);
  for (const std::uint32_t i : sheet.triangles) {
    if (static_cast<double>(size[find(i)]) < least) continue;
    if (place[i] < 0) {
      place[i] = static_cast<std::int64_t>(out.points.size());
      out.points.push_back(sheet.points[i]);
    }
    out.triangles.push_back(static_cast<std::uint32_t>(place[i]));
  }
  sheet = std::move(out);
}

/// The outer sheet's vertices, then the inner sheet's.
void lay_sheets(const ShellPlan& plan, const Sheet& sheet, Mesh& mesh) {
  constexpr double kSink = 0.05;  // mm into the bone, so that the two surfaces do not flicker
  const std::size_t count = sheet.points.size();
  mesh.vertices.resize(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    const Vec p = sheet.points[i];
    const Vec n = gradient(plan.solid, p, 0.8);
    const double patch = plan.patch(p);
    // Near the hole the sheet rises along the hole's axis, so that its wall stands upright.
    const double rim = beyond_rim(plan.hole, p);
    const double thickness = std::max(kEdgeThin, plan.thickness(p));
    const Vec rise = glm::normalize(glm::mix(plan.hole.axis, n, smooth_step(0, 3, rim)));
    Vertex& outer = mesh.vertices[i];
    Vertex& inner = mesh.vertices[i + count];
    outer.position = glm::vec3(p + rise * (thickness / std::max(0.5, glm::dot(rise, n))));
    Vec floor = p;
    if (math::fabs(rim) < kOnRim && !plan.hole.keeps_inside) {
      floor -= away_from(plan.hole, p) * plan.hole.rounding();
      floor -= n * plan.solid(floor);
    }
    inner.position = glm::vec3(floor - n * kSink);
    outer.depth = inner.depth = static_cast<float>(thickness);
    outer.region = inner.region = static_cast<float>(std::clamp(patch / kMarginReach, 0.0, 1.0));
    outer.fibre = glm::vec3(glm::normalize(Vec(outer.position) - Vec(inner.position)));
  }
}

constexpr double kTurned = 0.7;  // of the way down the wall of a hole is its rounding

bool is_on_rim(const ShellPlan& plan, const Vec& base) {
  return !plan.hole.keeps_inside && math::fabs(beyond_rim(plan.hole, base)) <= kOnRim;
}

/// How far the rounding has turned at a share of the way down, radians.
double turn_at(double share) {
  return 0.5 * math::kPi * std::min(1.0, share / kTurned);
}

/// A place on the wall at a share of the way down: round the rim of a hole, then straight.
Vec wall_at(const ShellPlan& plan, const Vec& base, const Vec& top, const Vec& low, double share) {
  if (!is_on_rim(plan, base)) return glm::mix(top, low, share);
  const double round = std::min(plan.hole.rounding(), 0.5 * glm::length(top - low));
  const Vec in = -away_from(plan.hole, base) * plan.hole.rounding();
  const Vec foot = top - plan.hole.axis * round + in;
  if (share >= kTurned) return glm::mix(foot, low, (share - kTurned) / (1 - kTurned));
  const double angle = turn_at(share);
  return foot - in * (1 - math::sin(angle)) + plan.hole.axis * (round * math::cos(angle));
}

/// Its normal there, on the rim of a hole: triangles of unequal size would draw it with teeth.
Vec wall_normal(const ShellPlan& plan, const Vec& base, double share) {
  const double angle = turn_at(share);
  return glm::normalize(gradient(plan.solid, base, 0.8) * math::cos(angle) -
                        away_from(plan.hole, base) * math::sin(angle));
}

/// Walls between the two sheets along every edge that bounds them. Returns the normals of those round a hole,
/// by vertex.
std::vector<std::pair<std::uint32_t, Vec>> join_sheets(const ShellPlan& plan, const Sheet& sheet,
                                                       Mesh& mesh) {
  constexpr std::uint32_t kRings = 3;  // between the two sheets
  const auto count = static_cast<std::uint32_t>(sheet.points.size());
  std::map<EdgeKey, int> uses;
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c)
      ++uses[std::minmax(sheet.triangles[t + c], sheet.triangles[t + (c + 1) % 3])];
  }
  std::unordered_map<std::uint32_t, std::uint32_t> wall;
  std::vector<std::pair<std::uint32_t, Vec>> normals;
  const auto ring = [&](std::uint32_t i, std::uint32_t level) {
    if (level == 0) return i;
    if (level > kRings) return i + count;
    const auto [it, is_new] = wall.try_emplace(i, static_cast<std::uint32_t>(mesh.vertices.size()));
    if (is_new) {
      const Vertex outer = mesh.vertices[i], inner = mesh.vertices[i + count];
      const bool is_round = is_on_rim(plan, sheet.points[i]);
      if (is_round) normals.emplace_back(i, wall_normal(plan, sheet.points[i], 0));
      for (std::uint32_t k = 1; k <= kRings; ++k) {
        Vertex v = outer;
        const double share = static_cast<double>(k) / (kRings + 1);
        v.position =
            glm::vec3(wall_at(plan, sheet.points[i], Vec(outer.position), Vec(inner.position), share));
        v.depth = outer.depth * static_cast<float>(1 - share);
        if (is_round)
          normals.emplace_back(static_cast<std::uint32_t>(mesh.vertices.size()),
                               wall_normal(plan, sheet.points[i], share));
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
  return normals;
}

}  // namespace

Mesh grow_shell(const ShellPlan& plan) {
  constexpr double kFine = 0.5;  // mm, edges round the hole
  Sheet sheet =
      plan.hole.radius > 0 ? cut_sheet(refine(plan.bone, plan, kFine), plan) : cut_sheet(plan.bone, plan);
  drop_slivers(sheet);
  Mesh mesh;
  lay_sheets(plan, sheet, mesh);
  const auto count = static_cast<std::uint32_t>(sheet.points.size());
  for (std::size_t t = 0; t < sheet.triangles.size(); t += 3) {
    const std::uint32_t a = sheet.triangles[t], b = sheet.triangles[t + 1], c = sheet.triangles[t + 2];
    mesh.indices.insert(mesh.indices.end(), {a, b, c, a + count, c + count, b + count});
  }
  const auto round_hole = join_sheets(plan, sheet, mesh);
  set_normals(mesh);
  untangle(mesh);
  for (const auto& [vertex, normal] : round_hole) mesh.vertices[vertex].normal = glm::vec3(normal);
  return mesh;
}

Mesh grow_plug(const ShellPlan& plan, double share) {
  ShellPlan plug = plan;
  plug.hole.keeps_inside = true;
  plug.thickness = [&](const Vec& p) { return share * plan.thickness(p); };
  return grow_shell(plug);
}

}  // namespace mend::anatomy

#include "anatomy/cords.h"

#include <algorithm>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// A smooth line through places, in about so many even steps.
std::vector<Vec> evenly(const std::vector<Vec>& places, int steps) {
  std::vector<Station> rough;
  double length = 0;
  for (const Vec& p : places) {
    if (!rough.empty()) length += glm::length(p - rough.back().place);
    rough.push_back({p, 1, 1, {0, 0, 1}});
  }
  std::vector<Vec> line;
  for (const Station& s : resample(rough, length / steps)) line.push_back(s.place);
  return line;
}

}  // namespace

Vec turned(const Placed& knee, const Vec& p, double still) {
  const double angle = math::radians(knee.flexion), part = (1 - still) * angle;
  const auto flex = [](const Vec& q, double by) {
    const double c = math::cos(by), s = math::sin(by);
    return Vec{q.x, c * q.y + s * q.z, c * q.z - s * q.y};
  };
  const Vec rest = flex(knee.poses.tibia.turn * p, -angle);
  return flex(glm::mix(rest, p, still), part) + (1 - still) * knee.poses.tibia.shift;
}

Vec bend(const Placed& knee, const Vec& p) {
  // Evenly along this stretch, so that nothing behind the knee is crowded on to the bone.
  const double even = std::clamp((p.z + 80) / 140, 0.0, 1.0);
  return turned(knee, p, lerp(even, smooth_step(0, 1, even), 0.25));
}

Vec carry(const Placed& knee, const Vec& p) {
  constexpr double kRound = 0.5;  // how far it keeps from the axis all the same (assumed)
  const Vec straight = glm::mix(knee.poses.tibia.to_world(p), p, smooth_step(-75, 60, p.z));
  return glm::mix(straight, bend(knee, p), kRound);
}

Vec outside(const Field& solid, Vec p, double clear, int steps) {
  for (int step = 0; step < steps; ++step) {
    const double d = solid(p);
    if (d >= clear) break;
    p += gradient(solid, p, 0.3) * (clear - d);
  }
  return p;
}

double tube(const Vec& p, const std::vector<Station>& line) {
  double nearest = 1e9;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Station &a = line[i], &b = line[i + 1];
    const double reach =
        glm::length(p - a.place) - glm::length(b.place - a.place) - 2 * std::max(a.half_width, b.half_width);
    if (reach > nearest) continue;
    const double flat = std::max(0.0, a.half_width - a.half_thickness);
    const Vec q = p - a.wide * std::clamp(glm::dot(p - a.place, a.wide), -flat, flat);
    nearest = std::min(nearest, capsule(q, a.place, b.place, a.half_thickness, b.half_thickness));
  }
  return nearest;
}

std::vector<Vec> strap(const Field& solid, const std::vector<Vec>& places, double side, double clear,
                       double hug) {
  std::vector<Vec> line = evenly(places, 16);
  const std::size_t last = line.size() - 1;
  const auto share_at = [&](std::size_t i) { return static_cast<double>(i) / static_cast<double>(last); };
  for (std::size_t i = 1; i < last; ++i) {
    Vec& p = line[i];
    const double start = p.x, share = share_at(i);
    p.x = side * 62;
    for (int step = 0; step < 40 && side * (p.x - start) > 0; ++step) {
      const double d = solid(p) - clear * std::min(1.0, 5 * std::min(share, 1 - share));
      if (d < 0.02) break;
      p.x -= side * 0.8 * d;
    }
    if (side * (p.x - start) < 0) p.x = start;
  }
  std::vector<Vec> hull = line;
  for (std::size_t k = 0; k < line.size(); ++k) {
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t j = k + 1; j < line.size(); ++j) {
        const double t = static_cast<double>(k - i) / static_cast<double>(j - i);
        const double x = lerp(line[i].x, line[j].x, t);
        if (side * (x - hull[k].x) > 0) hull[k].x = x;
      }
    }
  }
  constexpr double kDrawnIn = 0.35;  // share of the way, above the joint (assumed)
  for (std::size_t k = 0; k < line.size(); ++k) {
    const double t = share_at(k),
                 lies = std::max(smooth_step(0.38, 0.52, t), kDrawnIn * smooth_step(0.02, 0.15, t));
    hull[k].x = lerp(hull[k].x, line[k].x, hug * lies);
  }
  return hull;
}

void slacken(std::vector<Vec>& line, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<Vec> before = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
      line[i] = 0.25 * (before[i - 1] + before[i + 1]) + 0.5 * before[i];
  }
}

std::vector<Vec> string_over(const Field& solid, const std::vector<Vec>& places, double clear) {
  constexpr int kPasses = 30;
  std::vector<Vec> line = evenly(places, 16);
  const std::size_t last = line.size() - 1;
  for (int pass = 0; pass < kPasses; ++pass) {
    const std::vector<Vec> before = line;
    for (std::size_t i = 1; i < last; ++i) {
      // It rises from the bone at either end.
      const double rise = std::min(1.0, 0.3 * static_cast<double>(std::min(i, last - i)));
      line[i] = outside(solid, 0.5 * (before[i - 1] + before[i + 1]), clear * rise, 3);
    }
  }
  return line;
}

std::vector<Station> course(const Placed& knee, const Field& solid, const std::vector<CordPoint>& points,
                            int passes) {
  std::vector<Station> rough;
  for (const CordPoint& n : points) rough.push_back({n.place, n.half_width, n.half_thickness, {0, 0, 1}});
  // Enough places between that the line can lie round the bone.
  std::vector<Station> line = resample(rough, 5);
  // Loosened and pushed out by turns: a cord that lies round the bone without a kink.
  for (int pass = 0; pass < passes; ++pass) {
    std::vector<Station> loose = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      loose[i].place = 0.25 * (line[i - 1].place + line[i + 1].place) + 0.5 * line[i].place;
    }
    line = loose;
    for (Station& s : line) s.place = outside(solid, s.place, s.half_thickness + 0.7);
  }
  // The flat side lies on the bone: wide across the gradient and the line.
  const Field bones = [&](const Vec& q) { return knee.bones(q); };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec along = line[std::min(i + 1, line.size() - 1)].place - line[i == 0 ? 0 : i - 1].place;
    line[i].wide = glm::normalize(glm::cross(gradient(bones, line[i].place, 0.5), along));
    if (i > 0 && glm::dot(line[i].wide, line[i - 1].wide) < 0) line[i].wide = -line[i].wide;
  }
  // Where the nearest bone changes, the flat side turns over some way.
  for (int pass = 0; pass < 8; ++pass) {
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      line[i].wide = glm::normalize(line[i - 1].wide + 2.0 * line[i].wide + line[i + 1].wide);
    }
  }
  return line;
}

int loosening(const Placed& knee) {
  return 4 +
         static_cast<int>(36 * smooth_step(20, 90, knee.flexion) + 24 * smooth_step(85, 115, knee.flexion));
}

std::vector<CordPoint> bend(const Placed& knee, std::vector<CordPoint> points) {
  for (CordPoint& point : points) point.place = bend(knee, point.place);
  return points;
}

Vec onto(const std::vector<Station>& line, const Vec& p) {
  Vec nearest = line.front().place;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Vec a = line[i].place, step = line[i + 1].place - a;
    const Vec q = a + step * std::clamp(glm::dot(p - a, step) / glm::dot(step, step), 0.0, 1.0);
    if (glm::length(q - p) < glm::length(nearest - p)) nearest = q;
  }
  return nearest;
}

std::vector<Station> twig(const Placed& knee, const Vec& from, const std::vector<Vec>& places, double radius,
                          double end) {
  std::vector<CordPoint> points{{from, radius, radius}};
  for (const Vec& p : places) points.push_back({p, radius, radius});
  points.back().half_width = points.back().half_thickness = end * radius;
  // Nearer to bone than larger cords, so that what crosses the bone covers it.
  const Field solid = [&](const Vec& p) { return knee.bones(p) + 0.5; };
  return course(knee, solid, points);
}

Mesh mesh_of(const std::vector<std::vector<Station>>& twigs) {
  Mesh mesh;
  for (const std::vector<Station>& line : twigs) append(mesh, sweep({line, 2.6, 8}));
  return mesh;
}

Vec on_thigh(const Vec& p, double above) {
  return on_bone(femur, p, -above);
}
Vec on_shin(const Placed& knee, const Vec& p, double above) {
  const Field leg = [](const Vec& q) { return std::min(tibia(q), fibula(q)); };
  return knee.poses.tibia.to_world(on_bone(leg, p, -above));
}

void append(Mesh& mesh, const Mesh& other) {
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
  for (const std::uint32_t i : other.indices) mesh.indices.push_back(first + i);
  for (const std::uint32_t i : other.coarse) mesh.coarse.push_back(first + i);
}

}  // namespace mend::anatomy

#include "anatomy/sweep.h"

#include <algorithm>
#include <cmath>

#include "anatomy/untangle.h"

namespace mend::anatomy {
namespace {

Station between(const std::vector<Station>& s, std::size_t i, double t) {
  const std::size_t last = s.size() - 1;
  const Station &a = s[i == 0 ? 0 : i - 1], &b = s[i], &c = s[std::min(i + 1, last)],
                &d = s[std::min(i + 2, last)];
  // A mirrored neighbour at the ends keeps the end slope.
  const Vec before = i == 0 ? 2.0 * b.place - c.place : a.place;
  const Vec after = i + 2 > last ? 2.0 * c.place - b.place : d.place;
  return {
      catmull_rom(before, b.place, c.place, after, t),
      std::max(0.05, catmull_rom(a.half_width, b.half_width, c.half_width, d.half_width, t)),
      std::max(0.05, catmull_rom(a.half_thickness, b.half_thickness, c.half_thickness, d.half_thickness, t)),
      glm::normalize(glm::mix(b.wide, c.wide, t))};
}

}  // namespace

std::vector<Station> resample(const std::vector<Station>& stations, double spacing) {
  constexpr int kFine = 40;
  std::vector<Station> fine;
  for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
    for (int k = 0; k < kFine; ++k) fine.push_back(between(stations, i, static_cast<double>(k) / kFine));
  }
  fine.push_back(between(stations, stations.size() - 2, 1));
  std::vector<double> along(fine.size(), 0);
  for (std::size_t i = 1; i < fine.size(); ++i)
    along[i] = along[i - 1] + glm::length(fine[i].place - fine[i - 1].place);
  const int steps = std::max(2, static_cast<int>(along.back() / spacing + 0.5));
  std::vector<Station> even;
  std::size_t i = 0;
  for (int k = 0; k <= steps; ++k) {
    const double goal = along.back() * k / steps;
    while (i + 2 < along.size() && along[i + 1] < goal) ++i;
    const double t = std::clamp((goal - along[i]) / (along[i + 1] - along[i]), 0.0, 1.0);
    const Station &a = fine[i], &b = fine[i + 1];
    even.push_back({glm::mix(a.place, b.place, t), lerp(a.half_width, b.half_width, t),
                    lerp(a.half_thickness, b.half_thickness, t),
                    glm::normalize(glm::mix(a.wide, b.wide, t))});
  }
  return even;
}

double squared_off(double x, double n) {
  const double size = math::fabs(x);
  if (n == 2 || size < 1e-9) return x;
  return x < 0 ? -math::pow(size, 2 / n) : math::pow(size, 2 / n);
}

namespace {
Vec tangent(const std::vector<Station>& line, std::size_t i) {
  return glm::normalize(line[std::min(i + 1, line.size() - 1)].place - line[i == 0 ? 0 : i - 1].place);
}

/// One point of every section, in shares of its half-width and half-thickness.
struct SectionPoint {
  double furrow, across, through, layered;
};

std::vector<SectionPoint> section_points(const SweepPlan& plan) {
  std::vector<SectionPoint> points;
  for (int k = 0; k < plan.around; ++k) {
    const double angle = 2 * math::kPi * k / plan.around;
    const double furrow = plan.strands == 0 ? 1 : 1 + plan.strand_depth * math::cos(plan.strands * angle);
    double across = squared_off(math::cos(angle), plan.squareness),
           through = squared_off(math::sin(angle), plan.squareness);
    if (plan.is_even) {
      constexpr double kLeast = 1e-9;
      across = math::cos(angle);
      const double rest = 1 - math::pow(std::max(math::fabs(across), kLeast), plan.squareness);
      through = std::copysign(math::pow(std::max(rest, kLeast), 1 / plan.squareness), math::sin(angle));
    }
    const double from_groove = math::fabs(math::fabs(through) - 1.0 / 3);
    points.push_back({furrow, across, through, 1 - plan.layer_groove * std::max(0.0, 1 - from_groove / 0.2)});
  }
  return points;
}

/// Points of the section at one station, before the ends spread on to bone.
std::vector<Vec> section(const SweepPlan& plan, const std::vector<SectionPoint>& points, const Station& s,
                         const Vec& t) {
  const Vec u = glm::normalize(s.wide - t * glm::dot(s.wide, t));
  const Vec v = glm::cross(t, u);
  std::vector<Vec> ring;
  for (const auto& [furrow, across, through, layered] : points) {
    Vec middle = s.place + u * (furrow * layered * s.half_width * across) + v * (plan.bend * across * across);
    if (plan.over) {
      const double lie = plan.lie ? plan.lie(middle) : 0;
      for (int step = 0; step < 4; ++step) {
        const double short_of = plan.clear + s.half_thickness - plan.over(middle);
        if (short_of > 0 || lie > 0)
          middle += gradient(plan.over, middle, 0.3) * (short_of > 0 ? short_of : lie * short_of);
      }
    }
    ring.push_back(middle + v * (furrow * s.half_thickness * through));
  }
  return ring;
}

}  // namespace

Vec on_bone(const Field& bone, Vec p, double sunk) {
  for (int step = 0; step < 12; ++step) p -= gradient(bone, p, 0.2) * (0.8 * (bone(p) + sunk));
  return p;
}

void sink_end(std::vector<Vec>& ring, const Field& bone, double from_end, double fan, double uneven) {
  if (!bone || from_end >= fan) return;
  constexpr double kFace = 0.25;  // mm that either face of a strand keeps from its middle, at most
  const std::size_t size = ring.size();
  double above = 0;  // mm, summed over the strands, that the first half of the ring lies above the other
  for (std::size_t k = 1; 2 * k < size; ++k) above += bone(ring[k]) - bone(ring[size - k]);
  for (std::size_t k = 0; 2 * k <= size; ++k) {
    // The middle enters the bone last, and some strands before others, so that no straight edge is left.
    const auto strand = static_cast<double>(k);
    const double inner = math::sin(2 * math::kPi * strand / static_cast<double>(size));
    const double reach = fan * (1 - inner * inner * (0.5 + uneven * math::cos(2.3 * strand)));
    const double share = smooth_step(reach, 0.3 * reach, from_end);
    if (share <= 0) continue;
    // Both faces of one strand go down together, the upper above the lower.
    Vec &one = ring[k], &other = ring[(size - k) % size];
    const Vec at = on_bone(bone, 0.5 * (one + other), 0.3 + 0.4 * (1 - from_end / fan));
    const Vec apart = gradient(bone, at, 0.2) * (above > 0 ? kFace : -kFace) * inner;
    one = glm::mix(one, at + apart, share);
    if (&other != &one) other = glm::mix(other, at - apart, share);
  }
}

void grow_in(Mesh& mesh, const Field& bone, double end, double fan) {
  constexpr double kFree = 3.6, kGrown = 0.8;  // mm above the bone (assumed)
  constexpr double kLeast = 0.1;               // what is left of a fibre's length
  if (!bone) return;
  for (Vertex& v : mesh.vertices) {
    const double off = math::fabs(static_cast<double>(v.depth) - end);
    if (off >= fan) continue;
    const double share = smooth_step(fan, 0.4 * fan, off) * smooth_step(kFree, kGrown, bone(Vec(v.position)));
    v.fibre *= static_cast<float>(lerp(1, kLeast, share));
  }
}

namespace {

/// Strands of a band that was pushed off a solid, smoothed along, so that none overtakes another.
void straighten(std::vector<std::vector<Vec>>& rings, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<std::vector<Vec>> before = rings;
    for (std::size_t i = 1; i + 1 < rings.size(); ++i) {
      for (std::size_t k = 0; k < rings[i].size(); ++k)
        rings[i][k] = 0.5 * before[i][k] + 0.25 * (before[i - 1][k] + before[i + 1][k]);
    }
  }
}

}  // namespace

Mesh band_of(const std::vector<std::vector<Vec>>& rings, const std::vector<Station>& line) {
  const auto around = static_cast<int>(rings.front().size());
  Mesh mesh = tube_of(rings, Cap::strips);
  const auto grain = [&](std::size_t i) { return glm::vec3(tangent(line, i)); };
  // Strands keep their share of the width: they draw together where a band is narrow, and turn with it.
  double along = 0, mean_half = 0;
  for (const Station& s : line) mean_half += s.half_width / static_cast<double>(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) along += glm::length(line[i].place - line[i - 1].place);
    for (int k = 0; k < around; ++k) {
      Vertex& vertex = mesh.vertices[i * static_cast<std::size_t>(around) + static_cast<std::size_t>(k)];
      vertex.fibre = grain(i);
      vertex.depth = static_cast<float>(along);
      vertex.region = static_cast<float>(mean_half * math::cos(2 * math::kPi * k / around));
    }
  }
  const std::size_t first_cap = mesh.vertices.size() - 2;
  mesh.vertices[first_cap].fibre = grain(0);
  mesh.vertices[first_cap + 1].fibre = grain(line.size() - 1);
  mesh.vertices[first_cap + 1].depth = static_cast<float>(along);
  untangle(mesh);
  return mesh;
}

Mesh sweep(const SweepPlan& plan) {
  constexpr double kUneven = 0.2;  // as in sink_end (assumed)
  const std::vector<Station> line = resample(plan.stations, plan.spacing);
  const double spacing = glm::length(line[1].place - line[0].place);
  const std::vector<SectionPoint> points = section_points(plan);
  std::vector<std::vector<Vec>> rings;
  for (std::size_t i = 0; i < line.size(); ++i)
    rings.push_back(section(plan, points, line[i], tangent(line, i)));
  straighten(rings, plan.smoothing);
  for (std::size_t i = 0; i < rings.size(); ++i) {
    sink_end(rings[i], plan.top_bone, spacing * static_cast<double>(i), plan.fan, kUneven);
    sink_end(rings[i], plan.low_bone, spacing * static_cast<double>(rings.size() - 1 - i), plan.fan, kUneven);
  }
  Mesh mesh = band_of(rings, line);
  grow_in(mesh, plan.top_bone, 0, plan.fan);
  grow_in(mesh, plan.low_bone, static_cast<double>(mesh.vertices.back().depth), plan.fan);
  return mesh;
}

Path path_of(const std::vector<Station>& stations, double spacing, double radius) {
  const std::vector<Station> line = resample(stations, spacing);
  Path path;
  path.radius = radius;
  path.spacing = glm::length(line[1].place - line[0].place);
  Vec normal{0};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec t = tangent(line, i);
    if (i == 0) normal = math::fabs(t.x) < 0.8 ? Vec{1, 0, 0} : Vec{0, 1, 0};
    normal = glm::normalize(normal - t * glm::dot(normal, t));
    path.points.emplace_back(line[i].place);
    path.normals.emplace_back(normal);
    path.binormals.emplace_back(glm::cross(t, normal));
  }
  return path;
}

}  // namespace mend::anatomy

#include "anatomy/measure_mesh.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace mend::anatomy {

Range range_along(const Mesh& mesh, const Vec& axis, const Keep& keep) {
  Range range;
  for (const Vertex& v : mesh.vertices) {
    const Vec p(v.position);
    if (!keep || keep(p)) range.add(glm::dot(p, axis));
  }
  return range;
}

Vec furthest(const Mesh& mesh, const Vec& axis, const Keep& keep) {
  Vec best{0};
  double most = -1e9;
  for (const Vertex& v : mesh.vertices) {
    const Vec p(v.position);
    if (glm::dot(p, axis) <= most || (keep && !keep(p))) continue;
    most = glm::dot(p, axis);
    best = p;
  }
  return best;
}

std::vector<Vec> section(const Mesh& mesh, const Vec& place, const Vec& normal) {
  std::vector<Vec> segments;
  for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
    Vec corner[3];
    double height[3];
    for (std::size_t k = 0; k < 3; ++k) {
      corner[k] = Vec(mesh.vertices[mesh.indices[t + k]].position);
      height[k] = glm::dot(corner[k] - place, normal);
    }
    Vec up{0}, down{0};  // where an edge rises through the plane, and where one falls
    int crossings = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const std::size_t n = (k + 1) % 3;
      if ((height[k] < 0) == (height[n] < 0)) continue;
      const Vec p = glm::mix(corner[k], corner[n], height[k] / (height[k] - height[n]));
      (height[k] < 0 ? up : down) = p;
      ++crossings;
    }
    if (crossings == 2) segments.insert(segments.end(), {up, down});
  }
  return segments;
}

double section_area(const std::vector<Vec>& segments, const Vec& normal) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < segments.size(); i += 2) {
    sum += 0.5 * glm::dot(normal, glm::cross(segments[i] - segments[0], segments[i + 1] - segments[0]));
  }
  return math::fabs(sum);
}

Range range_along(const std::vector<Vec>& places, const Vec& axis, const Keep& keep) {
  Range range;
  for (const Vec& p : places) {
    if (!keep || keep(p)) range.add(glm::dot(p, axis));
  }
  return range;
}

std::vector<double> meetings(const Mesh& mesh, const Vec& from, const Vec& ray) {
  std::vector<double> found;
  for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
    const Vec a(mesh.vertices[mesh.indices[t]].position), b(mesh.vertices[mesh.indices[t + 1]].position),
        c(mesh.vertices[mesh.indices[t + 2]].position);
    const Vec p = glm::cross(ray, c - a);
    const double det = glm::dot(b - a, p);
    if (math::fabs(det) < 1e-12) continue;
    const Vec d = from - a, q = glm::cross(d, b - a);
    const double u = glm::dot(d, p) / det, v = glm::dot(ray, q) / det, along = glm::dot(c - a, q) / det;
    if (u >= 0 && v >= 0 && u + v <= 1 && along >= 0) found.push_back(along);
  }
  std::sort(found.begin(), found.end());
  return found;
}

double first_meeting(const Mesh& mesh, const Vec& from, const Vec& ray) {
  const std::vector<double> found = meetings(mesh, from, ray);
  return found.empty() ? 1e9 : found.front();
}

double plateau_level(const Mesh& tibia) {
  double sum = 0;
  for (const double x : {-22.0, 22.0}) {
    for (const double y : {-8.0, 8.0}) sum += first_meeting(tibia, {x, y, 0}, -kSuperior);
  }
  return -sum / 4;
}

Vec spine_tip(const Mesh& tibia, bool medial) {
  const double middle = medial ? -4 : 7.5;
  return furthest(tibia, kSuperior,
                  [&](const Vec& p) { return math::fabs(p.x - middle) < 5 && math::fabs(p.y) < 14; });
}

Circle circle_through(const std::vector<glm::dvec2>& places) {
  // Least squares of |p|^2 = 2 c.p + k (Kasa), about the mean.
  glm::dvec2 mean{0};
  for (const glm::dvec2& p : places) mean += p / static_cast<double>(places.size());
  double xx = 0, xy = 0, yy = 0, xs = 0, ys = 0, ss = 0;
  for (const glm::dvec2& p : places) {
    const glm::dvec2 d = p - mean;
    const double s = glm::dot(d, d);
    xx += d.x * d.x, xy += d.x * d.y, yy += d.y * d.y, xs += d.x * s, ys += d.y * s, ss += s;
  }
  const double det = 2 * (xx * yy - xy * xy);
  const glm::dvec2 c{(xs * yy - ys * xy) / det, (ys * xx - xs * xy) / det};
  return {mean + c, math::sqrt(glm::dot(c, c) + ss / static_cast<double>(places.size()))};
}

double slope_of(const std::vector<glm::dvec2>& places) {
  glm::dvec2 mean{0};
  for (const glm::dvec2& p : places) mean += p / static_cast<double>(places.size());
  double xx = 0, xy = 0;
  for (const glm::dvec2& p : places) {
    xx += (p.x - mean.x) * (p.x - mean.x);
    xy += (p.x - mean.x) * (p.y - mean.y);
  }
  return xy / xx;
}

double degrees(double y, double x) {
  return math::atan2(y, x) * (180 / math::kPi);
}
double degrees_between(const Vec& a, const Vec& b) {
  return degrees(glm::length(glm::cross(a, b)), glm::dot(a, b));
}

double Weighted::mean() const {
  double sum = 0, weight = 0;
  for (const auto& [value, w] : values) sum += value * w, weight += w;
  return weight == 0 ? 0 : sum / weight;
}

double Weighted::percentile(double share) const {
  std::vector<std::pair<double, double>> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  double weight = 0;
  for (const auto& entry : sorted) weight += entry.second;
  double below = 0;
  for (const auto& [value, w] : sorted) {
    below += w;
    if (below >= share * weight) return value;
  }
  return 0;
}

std::vector<Mesh> pieces_of(const Mesh& mesh) {
  std::vector<std::uint32_t> parent(mesh.vertices.size());
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
    for (std::size_t k = 1; k < 3; ++k) {
      const std::uint32_t a = root(mesh.indices[t]), b = root(mesh.indices[t + k]);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<Mesh> pieces;
  std::vector<std::size_t> piece(mesh.vertices.size());
  std::vector<std::uint32_t> place(mesh.vertices.size());
  for (std::uint32_t i = 0; i < parent.size(); ++i) {
    if (root(i) == i) piece[i] = pieces.size(), pieces.emplace_back();
    piece[i] = piece[root(i)];
    std::vector<Vertex>& vertices = pieces[piece[i]].vertices;
    place[i] = static_cast<std::uint32_t>(vertices.size());
    vertices.push_back(mesh.vertices[i]);
  }
  for (const std::uint32_t i : mesh.indices) pieces[piece[i]].indices.push_back(place[i]);
  return pieces;
}

std::vector<Ring> rings_of(const Mesh& piece) {
  std::map<float, std::vector<Vec>> by_depth;
  for (std::size_t i = 0; i + 2 < piece.vertices.size(); ++i)  // without the middles of the two end caps
    by_depth[piece.vertices[i].depth].emplace_back(piece.vertices[i].position);
  std::vector<Ring> rings;
  for (const auto& [depth, places] : by_depth) {
    Ring ring{Vec{0}, static_cast<double>(depth), 0, 0, Vec{0}};
    for (const Vec& p : places) ring.middle += p / static_cast<double>(places.size());
    for (const Vec& p : places) {
      if (glm::length(p - ring.middle) > glm::length(ring.wide)) ring.wide = p - ring.middle;
    }
    ring.wide = glm::normalize(ring.wide);
    rings.push_back(ring);
  }
  std::size_t r = 0;
  for (const auto& [depth, places] : by_depth) {
    const Vec along = rings[std::min(r + 1, rings.size() - 1)].middle - rings[r == 0 ? 0 : r - 1].middle;
    const Vec across = glm::normalize(glm::cross(along, rings[r].wide));
    rings[r].width = range_along(places, rings[r].wide).size();
    rings[r].thickness = range_along(places, across).size();
    ++r;
  }
  return rings;
}

double length_of(const std::vector<Ring>& rings) {
  double length = 0;
  for (std::size_t i = 1; i < rings.size(); ++i) length += glm::length(rings[i].middle - rings[i - 1].middle);
  return length;
}

const Ring& ring_at(const std::vector<Ring>& rings, double share) {
  const double goal = share * rings.back().along;
  return *std::min_element(rings.begin(), rings.end(), [&](const Ring& a, const Ring& b) {
    return math::fabs(a.along - goal) < math::fabs(b.along - goal);
  });
}

const Ring& ring_near(const std::vector<Ring>& rings, const Vec& place) {
  return *std::min_element(rings.begin(), rings.end(), [&](const Ring& a, const Ring& b) {
    return glm::length(a.middle - place) < glm::length(b.middle - place);
  });
}

double distance_from(const std::vector<Ring>& rings, const Vec& place) {
  double least = 1e9;
  for (std::size_t i = 1; i < rings.size(); ++i) {
    const Vec a = rings[i - 1].middle, d = rings[i].middle - a;
    const double t = std::clamp(glm::dot(place - a, d) / glm::dot(d, d), 0.0, 1.0);
    least = std::min(least, glm::length(a + d * t - place));
  }
  return least;
}

Motion motion_between(const Mesh& before, const Mesh& after) {
  // A frame on three far vertices, before and after.
  const std::size_t n = before.vertices.size();
  std::size_t one = 0, two = 0;
  const auto at = [&](std::size_t i) { return Vec(before.vertices[i].position); };
  for (std::size_t i = 0; i < n; ++i) {
    if (glm::length(at(i) - at(0)) > glm::length(at(one) - at(0))) one = i;
  }
  const Vec axis = glm::normalize(at(one) - at(0));
  const auto aside = [&](std::size_t i) { return glm::length(glm::cross(at(i) - at(0), axis)); };
  for (std::size_t i = 0; i < n; ++i) {
    if (aside(i) > aside(two)) two = i;
  }
  const auto frame = [&](const Mesh& mesh) {
    const Vec o(mesh.vertices[0].position);
    const Vec x = glm::normalize(Vec(mesh.vertices[one].position) - o);
    const Vec z = glm::normalize(glm::cross(x, Vec(mesh.vertices[two].position) - o));
    return glm::dmat3(x, glm::cross(z, x), z);
  };
  Motion motion;
  motion.turn = frame(after) * glm::transpose(frame(before));
  motion.shift = Vec(after.vertices[0].position) - motion.turn * at(0);
  return motion;
}

}  // namespace mend::anatomy

#include "anatomy/simplify.h"

#include <algorithm>
#include <array>

#include "anatomy/sdf.h"

namespace mend::anatomy {
namespace {

using Triangle = std::array<std::uint32_t, 3>;

/// Sum of squared distances to planes, weighted by area.
struct Quadric {
  double xx = 0, xy = 0, xz = 0, xw = 0, yy = 0, yz = 0, yw = 0, zz = 0, zw = 0, ww = 0;

  void add_plane(const Vec& n, double d, double weight) {
    xx += weight * n.x * n.x, xy += weight * n.x * n.y, xz += weight * n.x * n.z, xw += weight * n.x * d;
    yy += weight * n.y * n.y, yz += weight * n.y * n.z, yw += weight * n.y * d;
    zz += weight * n.z * n.z, zw += weight * n.z * d, ww += weight * d * d;
  }
  void add(const Quadric& o) {
    xx += o.xx, xy += o.xy, xz += o.xz, xw += o.xw, yy += o.yy;
    yz += o.yz, yw += o.yw, zz += o.zz, zw += o.zw, ww += o.ww;
  }
  [[nodiscard]] double at(const Vec& p) const {
    return xx * p.x * p.x + yy * p.y * p.y + zz * p.z * p.z +
           2 * (xy * p.x * p.y + xz * p.x * p.z + yz * p.y * p.z + xw * p.x + yw * p.y + zw * p.z) + ww;
  }
};

/// Collapses each edge at most once a pass, the cheap ones first by raising what an edge may cost.
class Simplifier {
 public:
  explicit Simplifier(const Mesh& mesh) : quadrics_(mesh.vertices.size()) {
    for (const Vertex& v : mesh.vertices) {
      places_.emplace_back(v.position);
      normals_.emplace_back(v.normal);
      is_kept_.push_back(v.region < 0);  // flat, but with something drawn on it: see shaft_end.h
    }
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3)
      triangles_.push_back({mesh.indices[t], mesh.indices[t + 1], mesh.indices[t + 2]});
    for (const Triangle& t : triangles_) {
      const Vec across = area(t, t[0], places_[t[0]]);
      const double size = glm::length(across);
      if (size < 1e-12) continue;
      const Vec n = across / size;
      for (const std::uint32_t v : t) quadrics_[v].add_plane(n, -glm::dot(n, places_[t[0]]), size);
    }
  }

  void run(std::size_t wanted) {
    double limit = 1e-4;  // mm2 times mm2
    constexpr int kMostPasses = 40;
    for (int pass = 0; pass < kMostPasses && triangles_.size() > wanted; ++pass) {
      const std::size_t before = triangles_.size();
      collapse(limit, (before - wanted) / 2 + 1);
      if (triangles_.size() > before - before / 12) limit *= 3;
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> indices() const {
    std::vector<std::uint32_t> result;
    for (const Triangle& t : triangles_) result.insert(result.end(), t.begin(), t.end());
    return result;
  }

 private:
  std::vector<Vec> places_, normals_;
  std::vector<bool> is_kept_;
  std::vector<Quadric> quadrics_;
  std::vector<Triangle> triangles_;
  std::vector<std::uint32_t> first_, around_;  // triangles about each vertex

  /// Twice the area, along the normal, with `corner` moved.
  [[nodiscard]] Vec area(const Triangle& t, std::uint32_t corner, const Vec& moved) const {
    const auto at = [&](std::uint32_t v) { return v == corner ? moved : places_[v]; };
    return glm::cross(at(t[1]) - at(t[0]), at(t[2]) - at(t[0]));
  }

  void find_around() {
    first_.assign(places_.size() + 1, 0);
    for (const Triangle& t : triangles_) {
      for (const std::uint32_t v : t) ++first_[v + 1];
    }
    for (std::size_t v = 0; v + 1 < first_.size(); ++v) first_[v + 1] += first_[v];
    around_.resize(3 * triangles_.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < triangles_.size(); ++i) {
      for (const std::uint32_t v : triangles_[i]) around_[next[v]++] = i;
    }
  }

  void neighbours(std::uint32_t v, std::vector<std::uint32_t>& met) const {
    met.clear();
    for (std::uint32_t i = first_[v]; i < first_[v + 1]; ++i) {
      for (const std::uint32_t other : triangles_[around_[i]]) {
        if (other != v) met.push_back(other);
      }
    }
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
  }

  /// The two ends share just the two vertices beside their edge, and no triangle turns over or thins out, or
  /// bridges an edge of the surface, where it would be shaded as neither side is.
  [[nodiscard]] bool may_collapse(std::uint32_t from, std::uint32_t to,
                                  const std::vector<std::uint32_t>& beside_from,
                                  std::vector<std::uint32_t>& beside_to) const {
    neighbours(to, beside_to);
    std::size_t shared = 0;
    for (const std::uint32_t v : beside_from)
      shared += std::binary_search(beside_to.begin(), beside_to.end(), v);
    if (shared != 2 || beside_from.size() + beside_to.size() < 9) return false;
    for (std::uint32_t i = first_[from]; i < first_[from + 1]; ++i) {
      const Triangle& t = triangles_[around_[i]];
      if (std::find(t.begin(), t.end(), to) != t.end()) continue;
      const Vec before = area(t, from, places_[from]), after = area(t, from, places_[to]);
      const double size = glm::length(after);
      if (glm::dot(before, after) < 0.5 * glm::length(before) * size) return false;
      double longest = 0;
      constexpr double kAcross = 0.5;  // cosine between a triangle's normal and its vertices' own (assumed)
      for (std::size_t c = 0; c < 3; ++c) {
        if (glm::dot(after, normals_[t[c] == from ? to : t[c]]) < kAcross * size) return false;
        const Vec a = t[c] == from ? places_[to] : places_[t[c]];
        const Vec b = t[(c + 1) % 3] == from ? places_[to] : places_[t[(c + 1) % 3]];
        longest = std::max(longest, glm::dot(b - a, b - a));
      }
      if (size < 0.15 * longest) return false;
    }
    return true;
  }

  void collapse(double limit, std::size_t most) {
    find_around();
    std::vector<std::uint8_t> is_touched(places_.size(), 0);
    std::vector<std::uint32_t> beside, beside_to;
    std::size_t done = 0;
    for (std::uint32_t v = 0; v < places_.size() && done < most; ++v) {
      if (is_kept_[v] || is_touched[v] || first_[v] == first_[v + 1]) continue;
      neighbours(v, beside);
      std::uint32_t best = v;
      double least = limit;
      for (const std::uint32_t to : beside) {
        // Short edges first where it is flat.
        const Vec along = places_[to] - places_[v];
        const double cost =
            quadrics_[v].at(places_[to]) + quadrics_[to].at(places_[to]) + 1e-5 * glm::dot(along, along);
        if (is_touched[to] || cost >= least || !may_collapse(v, to, beside, beside_to)) continue;
        least = cost;
        best = to;
      }
      if (best == v) continue;
      for (std::uint32_t i = first_[v]; i < first_[v + 1]; ++i)
        std::replace(triangles_[around_[i]].begin(), triangles_[around_[i]].end(), v, best);
      quadrics_[best].add(quadrics_[v]);
      is_touched[v] = is_touched[best] = 1;
      for (const std::uint32_t near : beside) is_touched[near] = 1;
      ++done;
    }
    std::erase_if(triangles_, [](const Triangle& t) { return t[0] == t[1] || t[1] == t[2] || t[2] == t[0]; });
  }
};

}  // namespace

std::vector<std::uint32_t> simplified(const Mesh& mesh, double share) {
  Simplifier simplifier(mesh);
  simplifier.run(static_cast<std::size_t>(share * static_cast<double>(mesh.indices.size() / 3)));
  return simplifier.indices();
}

}  // namespace mend::anatomy

#include "anatomy/space.h"

#include <algorithm>

#include "base/parallel.h"

namespace mend::anatomy {
namespace {

constexpr float kFar = 1e6f;

/// Squared distance transform of one line (Felzenszwalb and Huttenlocher 2012); `source` says whence.
void transform_line(const std::vector<float>& f, std::vector<int>& v, std::vector<float>& z,
                    std::vector<float>& out, std::vector<int>& source) {
  const int n = static_cast<int>(f.size());
  int k = 0;
  v[0] = 0;
  z[0] = -1e20f;
  z[1] = 1e20f;
  const auto square = [](int q) { return static_cast<float>(q) * static_cast<float>(q); };
  const auto at = [](auto& a, int i) -> auto& {
    return a[static_cast<std::size_t>(i)];
  };
  for (int q = 1; q < n; ++q) {
    float s = 0;
    for (;;) {
      const int r = at(v, k);
      s = ((at(f, q) + square(q)) - (at(f, r) + square(r))) / static_cast<float>(2 * q - 2 * r);
      if (s > at(z, k) || k == 0) break;
      --k;
    }
    if (s <= at(z, k)) s = at(z, k);
    ++k;
    at(v, k) = q;
    at(z, k) = s;
    at(z, k + 1) = 1e20f;
  }
  k = 0;
  for (int q = 0; q < n; ++q) {
    while (at(z, k + 1) < static_cast<float>(q)) ++k;
    at(source, q) = at(v, k);
    at(out, q) = square(q - at(v, k)) + at(f, at(v, k));
  }
}

/// A place on a solid's surface and the way out there.
struct Sample {
  glm::vec3 place{0}, normal{0};
};

struct Grid {
  Vec low;
  double voxel;
  std::size_t x, y, z;

  [[nodiscard]] Vec centre(std::size_t o) const { return low + voxel * Vec(o % x, o / x % y, o / (x * y)); }
  /// A triangle wholly beyond one face.
  [[nodiscard]] bool is_beside(const Vec& a, const Vec& b, const Vec& c) const {
    const Vec least = glm::min(a, glm::min(b, c)), most = glm::max(a, glm::max(b, c));
    const Vec high = low + voxel * Vec(x, y, z);
    return glm::any(glm::lessThan(most, low - voxel)) || glm::any(glm::greaterThan(least, high));
  }
  /// Calls visit(neighbour) for the six voxels that share a face.
  template <typename Visit>
  void each_neighbour(std::size_t o, const Visit& visit) const {
    const std::size_t i = o % x, j = o / x % y, k = o / (x * y);
    if (i > 0) visit(o - 1);
    if (i + 1 < x) visit(o + 1);
    if (j > 0) visit(o - x);
    if (j + 1 < y) visit(o + x);
    if (k > 0) visit(o - x * y);
    if (k + 1 < z) visit(o + x * y);
  }
};

/// Each voxel that a surface crosses keeps the sample nearest its centre, by its index; -1 elsewhere.
struct Marks {
  std::vector<Sample> samples;
  std::vector<std::int32_t> nearest;

  void add(const Grid& grid, const Vec& p, const glm::vec3& normal) {
    const Vec q = (p - grid.low) / grid.voxel + 0.5;
    if (!(q.x >= 0 && q.y >= 0 && q.z >= 0)) return;
    if (!(q.x < static_cast<double>(grid.x) && q.y < static_cast<double>(grid.y) &&
          q.z < static_cast<double>(grid.z)))
      return;
    const std::size_t o = (static_cast<std::size_t>(q.z) * grid.y + static_cast<std::size_t>(q.y)) * grid.x +
                          static_cast<std::size_t>(q.x);
    if (nearest[o] < 0) {
      nearest[o] = static_cast<std::int32_t>(samples.size());
      samples.push_back({glm::vec3(p), normal});
      return;
    }
    Sample& kept = samples[static_cast<std::size_t>(nearest[o])];
    const glm::vec3 c(grid.centre(o));
    const glm::vec3 d = kept.place - c, e = glm::vec3(p) - c;
    if (glm::dot(e, e) < glm::dot(d, d)) kept = {glm::vec3(p), normal};
  }
};

Marks mark_surfaces(const Grid& grid, std::span<const Mesh* const> solids) {
  Marks marks;
  marks.nearest.assign(grid.x * grid.y * grid.z, -1);
  for (const Mesh* mesh : solids) {
    for (std::size_t t = 0; t < mesh->indices.size(); t += 3) {
      const Vertex& first = mesh->vertices[mesh->indices[t]];
      const Vec a = first.position, b = mesh->vertices[mesh->indices[t + 1]].position,
                c = mesh->vertices[mesh->indices[t + 2]].position;
      if (grid.is_beside(a, b, c)) continue;
      const double longest = std::max({glm::length(b - a), glm::length(c - b), glm::length(a - c)});
      const int steps = static_cast<int>(longest / (0.5 * grid.voxel)) + 1;
      for (int i = 0; i <= steps; ++i) {
        for (int j = 0; i + j <= steps; ++j) {
          const double u = static_cast<double>(i) / steps, v = static_cast<double>(j) / steps;
          marks.add(grid, a + (b - a) * u + (c - a) * v, first.normal);
        }
      }
    }
  }
  return marks;
}

/// What can be reached from a corner of the box is open; the rest is inside or on a surface.
std::vector<std::uint8_t> flood(const Grid& grid, const Marks& marks) {
  std::vector<std::uint8_t> open(marks.nearest.size(), 0);
  std::vector<std::size_t> front{0};
  open[0] = 1;
  while (!front.empty()) {
    const std::size_t o = front.back();
    front.pop_back();
    grid.each_neighbour(o, [&](std::size_t n) {
      if (open[n] != 0 || marks.nearest[n] >= 0) return;
      open[n] = 1;
      front.push_back(n);
    });
  }
  return open;
}

/// Carries the nearest sample to every voxel, one axis after the other.
void spread(const Grid& grid, Marks& marks, int threads) {
  std::vector<float> squared(marks.nearest.size());
  for (std::size_t i = 0; i < squared.size(); ++i) squared[i] = marks.nearest[i] >= 0 ? 0 : kFar;
  const auto pass = [&](std::size_t count, std::size_t lines, std::size_t stride, auto start) {
    parallel_for(lines, threads, [&](std::size_t begin, std::size_t end) {
      std::vector<float> f(count), z(count + 1), out(count);
      std::vector<int> v(count + 1), source(count);
      std::vector<std::int32_t> from(count);
      for (std::size_t line = begin; line < end; ++line) {
        const std::size_t o = start(line);
        for (std::size_t i = 0; i < count; ++i) {
          f[i] = squared[o + i * stride];
          from[i] = marks.nearest[o + i * stride];
        }
        transform_line(f, v, z, out, source);
        for (std::size_t i = 0; i < count; ++i) {
          squared[o + i * stride] = out[i];
          marks.nearest[o + i * stride] = from[static_cast<std::size_t>(source[i])];
        }
      }
    });
  };
  const std::size_t x = grid.x, y = grid.y, z = grid.z;
  pass(x, y * z, 1, [&](std::size_t line) { return line * x; });
  pass(y, x * z, x, [&](std::size_t line) { return line / x * x * y + line % x; });
  pass(z, x * y, x * y, [&](std::size_t line) { return line; });
}

}  // namespace

DistanceVolume::DistanceVolume(std::span<const Mesh* const> solids, double voxel, int threads,
                               const Bounds& clip) {
  Bounds box;
  for (const Mesh* mesh : solids) {
    const Bounds b = bounds(*mesh);
    box.low = glm::min(box.low, b.low);
    box.high = glm::max(box.high, b.high);
  }
  box = {glm::max(box.low, clip.low), glm::min(box.high, clip.high)};
  constexpr double kMargin = 8;
  const Vec low = Vec(box.low) - kMargin;
  const Vec size = (Vec(box.high) + kMargin - low) / voxel;
  grid.low = low;
  grid.cell = voxel;
  grid.nx = static_cast<int>(size.x) + 2;
  grid.ny = static_cast<int>(size.y) + 2;
  grid.nz = static_cast<int>(size.z) + 2;
  const Grid voxels{low, voxel, static_cast<std::size_t>(grid.nx), static_cast<std::size_t>(grid.ny),
                    static_cast<std::size_t>(grid.nz)};
  Marks marks = mark_surfaces(voxels, solids);
  const std::vector<std::uint8_t> open = flood(voxels, marks);
  spread(voxels, marks, threads);

  // Near the open side of a surface the distance to the tangent plane of the nearest sample, elsewhere to the
  // sample. A sheet buried in another solid has no open side, whichever way it faces.
  const auto is_by_the_open = [&](std::size_t o) {
    bool found = open[o] != 0;
    voxels.each_neighbour(o, [&](std::size_t n) { found = found || open[n] != 0; });
    return found;
  };
  grid.value.resize(marks.nearest.size());
  parallel_for(grid.value.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const Sample& sample = marks.samples[static_cast<std::size_t>(marks.nearest[i])];
      const Vec away = voxels.centre(i) - Vec(sample.place);
      const double length = glm::length(away);
      double distance = open[i] != 0 ? length : -length;
      if (length < 1.3 * voxel && is_by_the_open(i)) distance = glm::dot(away, Vec(sample.normal));
      grid.set(i, distance);
    }
  });
}

void DistanceVolume::soften(int passes) {
  const auto x = static_cast<std::size_t>(grid.nx), y = static_cast<std::size_t>(grid.ny),
             z = static_cast<std::size_t>(grid.nz);
  const auto along = [&](std::size_t step, std::size_t count) {
    for (std::size_t plane = 0; plane < grid.value.size(); plane += step * count) {
      for (std::size_t line = plane; line < plane + step; ++line) {
        double before = grid.at(line), here = before;
        for (std::size_t i = 0; i < count; ++i) {
          const std::size_t o = line + i * step;
          const double after = i + 1 < count ? grid.at(o + step) : here;
          grid.set(o, (before + here + after) / 3);
          before = here;
          here = after;
        }
      }
    }
  };
  for (int pass = 0; pass < passes; ++pass) {
    along(1, x);
    along(x, y);
    along(x * y, z);
  }
}

void set_occlusion(Mesh& mesh, std::span<const Field> solids) {
  constexpr double kReach[] = {1.5, 3, 6, 10, 16, 25};
  std::vector<double> here(solids.size());
  for (Vertex& v : mesh.vertices) {
    const Vec p(v.position), n(v.normal);
    for (std::size_t k = 0; k < solids.size(); ++k) here[k] = solids[k](p);
    double closed = 0, weight = 0;
    for (const double reach : kReach) {
      double space = reach;
      for (std::size_t k = 0; k < solids.size(); ++k) {
        // What is twice as far away from here is at least that far from there.
        if (here[k] < 2 * reach) space = std::min(space, solids[k](p + reach * n));
      }
      const double w = 1 / (1 + 0.06 * reach);
      closed += w * (1 - std::max(0.0, space / reach));
      weight += w;
    }
    v.occlusion = static_cast<float>(std::clamp(1 - 1.1 * closed / weight, 0.0, 1.0));
  }
  // The grid leaves a little noise where two surfaces touch.
  for (int pass = 0; pass < 3; ++pass) {
    std::vector<float> sum(mesh.vertices.size(), 0), count(mesh.vertices.size(), 0);
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
      for (std::size_t c = 0; c < 3; ++c) {
        const std::uint32_t a = mesh.indices[t + c];
        sum[a] += mesh.vertices[mesh.indices[t + (c + 1) % 3]].occlusion +
                  mesh.vertices[mesh.indices[t + (c + 2) % 3]].occlusion;
        count[a] += 2;
      }
    }
    for (std::size_t i = 0; i < sum.size(); ++i) {
      float& own = mesh.vertices[i].occlusion;
      own += 0.5f * (sum[i] / count[i] - own);
    }
  }
}

}  // namespace mend::anatomy

#include "anatomy/mesher.h"

#include <algorithm>
#include <array>

#include "base/parallel.h"

namespace mend::anatomy {
namespace {

constexpr int kBlock = 4;  // cells along a block that is skipped as a whole

struct Lattice {
  Vec low;
  double cell;
  int nx, ny, nz;  // nodes
  std::vector<float> value;

  [[nodiscard]] std::size_t at(int i, int j, int k) const {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(j)) *
               static_cast<std::size_t>(nx) +
           static_cast<std::size_t>(i);
  }
  [[nodiscard]] Vec place(int i, int j, int k) const { return low + cell * Vec(i, j, k); }
};

Lattice sample(const Field& field, const MeshBox& box, int threads) {
  Lattice g;
  g.low = box.low;
  g.cell = box.cell;
  const auto blocks = [&](double extent) { return static_cast<int>(extent / (kBlock * box.cell)) + 1; };
  const int bx = blocks(box.high.x - box.low.x), by = blocks(box.high.y - box.low.y),
            bz = blocks(box.high.z - box.low.z);
  g.nx = bx * kBlock + 1;
  g.ny = by * kBlock + 1;
  g.nz = bz * kBlock + 1;
  g.value.resize(static_cast<std::size_t>(g.nx) * static_cast<std::size_t>(g.ny) *
                 static_cast<std::size_t>(g.nz));
  const double reach = box.slack * 0.5 * kBlock * box.cell * 1.7320508;
  // Each block writes the nodes on its low faces; the last block of a row also its high face. Slabs of blocks
  // in z.
  parallel_for(static_cast<std::size_t>(bz), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t slab = begin; slab < end; ++slab) {
      const int k0 = static_cast<int>(slab) * kBlock;
      const int k1 = static_cast<int>(slab) + 1 == bz ? k0 + kBlock : k0 + kBlock - 1;
      for (int b = 0; b < by; ++b) {
        for (int a = 0; a < bx; ++a) {
          const int i0 = a * kBlock, j0 = b * kBlock;
          const int i1 = a + 1 == bx ? i0 + kBlock : i0 + kBlock - 1,
                    j1 = b + 1 == by ? j0 + kBlock : j0 + kBlock - 1;
          const double middle = field(g.place(i0, j0, k0) + Vec(0.5 * kBlock * box.cell));
          const bool far = math::fabs(middle) > reach;
          for (int k = k0; k <= k1; ++k) {
            for (int j = j0; j <= j1; ++j) {
              for (int i = i0; i <= i1; ++i) {
                g.value[g.at(i, j, k)] = static_cast<float>(far ? middle : field(g.place(i, j, k)));
              }
            }
          }
        }
      }
    }
  });
  // Nothing may touch the faces of the box, or the mesh would be open there.
  for (int k = 0; k < g.nz; ++k) {
    for (int j = 0; j < g.ny; ++j) {
      for (int i = 0; i < g.nx; ++i) {
        if (std::min({i, j, k}) < 2 || i + 2 >= g.nx || j + 2 >= g.ny || k + 2 >= g.nz) {
          float& v = g.value[g.at(i, j, k)];
          v = std::max(v, 0.01f);
        }
      }
    }
  }
  return g;
}

/// Where four nodes round a square, or the two ends of a cube's diagonal, alternate in sign, two sheets would
/// share a vertex. Moving the shallower inside node out removes it; nodes only ever leave, so this ends.
void make_well_composed(Lattice& g) {
  const std::size_t step[3] = {1, static_cast<std::size_t>(g.nx),
                               static_cast<std::size_t>(g.nx) * static_cast<std::size_t>(g.ny)};
  bool changed = true;
  const auto push_out = [&](std::size_t a, std::size_t b) {
    g.value[g.value[a] > g.value[b] ? a : b] = 1e-3f;
    changed = true;
  };
  while (changed) {
    changed = false;
    for (int k = 0; k + 1 < g.nz; ++k) {
      for (int j = 0; j + 1 < g.ny; ++j) {
        for (int i = 0; i + 1 < g.nx; ++i) {
          const std::size_t o = g.at(i, j, k);
          std::array<bool, 8> in{};
          int count = 0;
          for (std::size_t c = 0; c < 8; ++c) {
            in[c] = g.value[o + (c & 1 ? step[0] : 0) + (c & 2 ? step[1] : 0) + (c & 4 ? step[2] : 0)] < 0;
            count += in[c];
          }
          if (count == 0 || count == 8) continue;
          for (int axis = 0; axis < 3; ++axis) {
            const std::size_t u = step[(axis + 1) % 3], v = step[(axis + 2) % 3];
            for (const std::size_t base : {o, o + step[axis]}) {
              const bool n00 = g.value[base] < 0, n10 = g.value[base + u] < 0, n01 = g.value[base + v] < 0,
                         n11 = g.value[base + u + v] < 0;
              if (n00 && n11 && !n10 && !n01) push_out(base, base + u + v);
              if (n10 && n01 && !n00 && !n11) push_out(base + u, base + v);
            }
          }
          const std::size_t all = step[0] + step[1] + step[2];
          for (std::size_t c = 0; c < 4; ++c) {
            const std::size_t a = o + (c & 1 ? step[0] : 0) + (c & 2 ? step[1] : 0), b = o + all - (a - o);
            if (count == 2 && in[c] && in[7 - c]) push_out(a, b);
            // Two outside corners at opposite ends of a full cube: open it by one more corner.
            if (count == 6 && !in[c] && !in[7 - c]) {
              g.value[a + (c & 1 ? -static_cast<std::ptrdiff_t>(step[0])
                                 : static_cast<std::ptrdiff_t>(step[0]))] = 1e-3f;
              changed = true;
            }
          }
        }
      }
    }
  }
}

/// One vertex a cell that the surface crosses, at the mean of its edge crossings; one quad an edge that it
/// crosses.
void join(const Lattice& g, std::vector<Vec>& points, std::vector<std::uint32_t>& indices) {
  std::vector<std::int32_t> vertex(g.value.size(), -1);
  static constexpr int kEdges[12][2] = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3},
                                        {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
  for (int k = 0; k + 1 < g.nz; ++k) {
    for (int j = 0; j + 1 < g.ny; ++j) {
      for (int i = 0; i + 1 < g.nx; ++i) {
        std::array<double, 8> v{};
        int inside = 0;
        for (int c = 0; c < 8; ++c) {
          v[static_cast<std::size_t>(c)] =
              static_cast<double>(g.value[g.at(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2))]);
          inside += v[static_cast<std::size_t>(c)] < 0;
        }
        if (inside == 0 || inside == 8) continue;
        Vec sum{0};
        int crossings = 0;
        for (const auto& edge : kEdges) {
          const double a = v[static_cast<std::size_t>(edge[0])], b = v[static_cast<std::size_t>(edge[1])];
          if ((a < 0) == (b < 0)) continue;
          const double t = std::clamp(a / (a - b), 0.05, 0.95);
          const Vec pa(edge[0] & 1, edge[0] >> 1 & 1, edge[0] >> 2),
              pb(edge[1] & 1, edge[1] >> 1 & 1, edge[1] >> 2);
          sum += pa + (pb - pa) * t;
          ++crossings;
        }
        vertex[g.at(i, j, k)] = static_cast<std::int32_t>(points.size());
        points.push_back(g.place(i, j, k) + g.cell * sum / static_cast<double>(crossings));
      }
    }
  }
  const auto quad = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, bool flip) {
    std::uint32_t q[4] = {static_cast<std::uint32_t>(vertex[a]), static_cast<std::uint32_t>(vertex[b]),
                          static_cast<std::uint32_t>(vertex[c]), static_cast<std::uint32_t>(vertex[d])};
    if (flip) std::swap(q[1], q[3]);
    const auto across = [&](int m, int n) {
      const Vec e = points[q[m]] - points[q[n]];
      return glm::dot(e, e);
    };
    if (across(0, 2) < across(1, 3))
      indices.insert(indices.end(), {q[0], q[1], q[2], q[0], q[2], q[3]});
    else
      indices.insert(indices.end(), {q[1], q[2], q[3], q[1], q[3], q[0]});
  };
  const std::size_t sx = 1, sy = static_cast<std::size_t>(g.nx), sz = sy * static_cast<std::size_t>(g.ny);
  for (int k = 1; k + 1 < g.nz; ++k) {
    for (int j = 1; j + 1 < g.ny; ++j) {
      for (int i = 1; i + 1 < g.nx; ++i) {
        const std::size_t o = g.at(i, j, k);
        const bool in = g.value[o] < 0;
        if (in != (g.value[o + sx] < 0)) quad(o - sy - sz, o - sz, o, o - sy, !in);
        if (in != (g.value[o + sy] < 0)) quad(o - sz - sx, o - sx, o, o - sz, !in);
        if (in != (g.value[o + sz] < 0)) quad(o - sx - sy, o - sy, o, o - sx, !in);
      }
    }
  }
}

/// Towards the mean of the neighbours, so that triangles are even.
void relax(std::vector<Vec>& points, const std::vector<std::uint32_t>& indices, double share) {
  std::vector<Vec> sum(points.size(), Vec{0});
  std::vector<double> count(points.size(), 0);
  for (std::size_t t = 0; t < indices.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = indices[t + c], b = indices[t + (c + 1) % 3];
      sum[a] += points[b];
      count[a] += 1;
      sum[b] += points[a];
      count[b] += 1;
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i] += share * (sum[i] / count[i] - points[i]);
  }
}

}  // namespace

Mesh surface_of(const Field& field, const MeshBox& box, int threads) {
  Lattice lattice = sample(field, box, threads);
  make_well_composed(lattice);
  std::vector<Vec> points;
  Mesh mesh;
  join(lattice, points, mesh.indices);
  for (int pass = 0; pass < 2; ++pass) relax(points, mesh.indices, 0.6);
  mesh.vertices.resize(points.size());
  parallel_for(points.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Vec p = points[i];
      const Vec n = gradient(field, p, 0.1);
      for (int step = 0; step < 2; ++step) {
        // A limited step: a field of several pieces can overstate its distance.
        p -= n * std::clamp(field(p), -0.6 * box.cell, 0.6 * box.cell);
      }
      mesh.vertices[i].position = glm::vec3(p);
      if (box.asks_normals) mesh.vertices[i].normal = glm::vec3(gradient(field, p, 0.1));
    }
  });
  if (!box.asks_normals) set_normals(mesh);
  return mesh;
}

namespace {

/// A quarter round a ring: there its strips leave room for the middle.
std::uint32_t quarter(std::uint32_t size) {
  return size / 4;
}

/// The middle of an end: of its ring, or of the strip a quarter round.
Vec end_middle(const std::vector<Vec>& ring, Cap cap) {
  const auto size = static_cast<std::uint32_t>(ring.size());
  Vec sum{0};
  if (cap == Cap::fan) {
    for (const Vec& p : ring) sum += p;
    return sum / static_cast<double>(size);
  }
  const std::uint32_t i = quarter(size);
  for (const std::uint32_t k : {i, i + 1, size - i - 1, (size - i) % size}) sum += ring[k];
  return 0.25 * sum;
}

/// Adds the triangles of an end. `ring` says the vertex at a place of the ring, in the order that faces
/// outward.
template <typename RingVertex>
void close_end(std::vector<std::uint32_t>& indices, std::uint32_t size, std::uint32_t middle, Cap cap,
               const RingVertex& ring) {
  if (cap == Cap::fan) {
    for (std::uint32_t i = 0; i < size; ++i)
      indices.insert(indices.end(), {middle, ring(i), ring((i + 1) % size)});
    return;
  }
  for (std::uint32_t i = 0; 2 * i + 1 < size; ++i) {
    const std::uint32_t a = ring(i), b = ring(i + 1), c = ring(size - i - 1), d = ring((size - i) % size);
    if (i == quarter(size)) {
      for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, d}, {d, a}})
        indices.insert(indices.end(), {middle, from, to});
      continue;
    }
    if (b != c) indices.insert(indices.end(), {a, b, c});
    if (a != d) indices.insert(indices.end(), {a, c, d});
  }
}

/// The triangles of a tube over every `step`th of its rings and the last; the middles of its ends are the two
/// vertices behind the rings.
std::vector<std::uint32_t> tube_triangles(std::uint32_t size, std::uint32_t count, std::uint32_t step,
                                          Cap cap) {
  std::vector<std::uint32_t> indices;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t j = (i + 1) % size;
    for (std::uint32_t r = 0; r + 1 < count; r += step) {
      const std::uint32_t low = r * size, high = std::min(r + step, count - 1) * size;
      indices.insert(indices.end(), {low + i, low + j, high + j, low + i, high + j, high + i});
    }
  }
  close_end(indices, size, count * size, cap, [&](std::uint32_t i) { return (size - i) % size; });
  close_end(indices, size, count * size + 1, cap,
            [&](std::uint32_t i) { return (count - 1) * size + i % size; });
  return indices;
}

void turn_over(std::vector<std::uint32_t>& indices) {
  for (std::size_t t = 0; t < indices.size(); t += 3) std::swap(indices[t + 1], indices[t + 2]);
}

}  // namespace

Mesh tube_of(const std::vector<std::vector<Vec>>& rings, Cap cap) {
  Mesh mesh;
  const auto size = static_cast<std::uint32_t>(rings.front().size());
  const auto count = static_cast<std::uint32_t>(rings.size());
  for (const auto& ring : rings) {
    for (const Vec& p : ring) mesh.vertices.push_back({.position = glm::vec3(p)});
  }
  // Seen from outside, the first ring runs the other way round.
  std::vector<Vec> first = rings.front();
  std::reverse(first.begin() + 1, first.end());
  for (const auto& ring : {first, rings.back()})
    mesh.vertices.push_back({.position = glm::vec3(end_middle(ring, cap))});
  mesh.indices = tube_triangles(size, count, 1, cap);
  mesh.coarse = tube_triangles(size, count, 2, cap);  // round it the furrows need every point
  if (volume(mesh) < 0) {
    turn_over(mesh.indices);
    turn_over(mesh.coarse);
  }
  set_normals(mesh);
  return mesh;
}

void set_normals(Mesh& mesh) {
  std::vector<Vec> sum(mesh.vertices.size(), Vec{0});
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const Vec a = mesh.vertices[mesh.indices[t]].position, b = mesh.vertices[mesh.indices[t + 1]].position,
              c = mesh.vertices[mesh.indices[t + 2]].position;
    const Vec n = glm::cross(b - a, c - a);
    for (std::size_t i = 0; i < 3; ++i) sum[mesh.indices[t + i]] += n;
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const double length = glm::length(sum[i]);
    mesh.vertices[i].normal = length < 1e-12 ? glm::vec3(0, 0, 1) : glm::vec3(sum[i] / length);
  }
}

double volume(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    const Vec a = mesh.vertices[mesh.indices[t]].position, b = mesh.vertices[mesh.indices[t + 1]].position,
              c = mesh.vertices[mesh.indices[t + 2]].position;
    sum += glm::dot(a, glm::cross(b, c)) / 6;
  }
  return sum;
}

Bounds bounds(const Mesh& mesh) {
  Bounds box;
  for (const Vertex& v : mesh.vertices) {
    box.low = glm::min(box.low, v.position);
    box.high = glm::max(box.high, v.position);
  }
  return box;
}

}  // namespace mend::anatomy

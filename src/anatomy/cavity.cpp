#include "anatomy/cavity.h"

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "base/random.h"

namespace mend::anatomy {

void fill_cavity(Knee& knee, const Placed& placed, const Field& solids, int threads) {
  constexpr double kSpacing = 3.5;    // mm
  constexpr double kClearance = 0.5;  // mm to the nearest wall at least
  const Bounds box = knee.find(PartId::capsule)->box;
  const Vec low(box.low);
  const Vec size = (Vec(box.high) - low) / kSpacing;
  const int nx = static_cast<int>(size.x) + 1, ny = static_cast<int>(size.y) + 1,
            nz = static_cast<int>(size.z) + 1;
  std::vector<float> clear(static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny) *
                           static_cast<std::size_t>(nz));
  const auto place = [&](std::size_t o) {
    const auto n = static_cast<std::size_t>(nx), m = static_cast<std::size_t>(ny);
    return low + kSpacing * Vec(o % n, o / n % m, o / (n * m));
  };
  parallel_for(clear.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t o = begin; o < end; ++o) {
      const Vec p = place(o);
      const double solid = solids(p);
      clear[o] = static_cast<float>(
          solid < kClearance ? solid : std::min({solid, -joint_capsule(placed, p), placed.bones(p)}));
    }
  });
  std::size_t start = 0;
  double best = 1e9;
  for (std::size_t o = 0; o < clear.size(); ++o) {
    const double d = glm::length(place(o) - Vec(knee.needle_tip));
    if (static_cast<double>(clear[o]) >= kClearance && d < best) {
      best = d;
      start = o;
    }
  }
  std::vector<std::int32_t> index(clear.size(), -1);
  std::vector<std::size_t> queue{start};
  index[start] = 0;
  knee.cavity.push_back({glm::vec3(place(start)), clear[start], -1});
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::size_t o = queue[head];
    const int x = static_cast<int>(o % static_cast<std::size_t>(nx)),
              y = static_cast<int>(o / static_cast<std::size_t>(nx) % static_cast<std::size_t>(ny)),
              z = static_cast<int>(o / (static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny)));
    // Also across edges and corners, nearest first: passages are narrow.
    static constexpr auto kSteps = [] {
      std::array<std::array<int, 3>, 26> steps{};
      std::size_t n = 0;
      for (int ring = 1; ring <= 3; ++ring) {
        for (int dz = -1; dz <= 1; ++dz) {
          for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
              if (dx * dx + dy * dy + dz * dz == ring) steps[n++] = {dx, dy, dz};
            }
          }
        }
      }
      return steps;
    }();
    for (const auto& step : kSteps) {
      const int a = x + step[0], b = y + step[1], c = z + step[2];
      if (a < 0 || b < 0 || c < 0 || a >= nx || b >= ny || c >= nz) continue;
      const std::size_t n =
          (static_cast<std::size_t>(c) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(b)) *
              static_cast<std::size_t>(nx) +
          static_cast<std::size_t>(a);
      if (index[n] >= 0 || static_cast<double>(clear[n]) < kClearance) continue;
      if (solids(0.5 * (place(o) + place(n))) < 0.2) continue;  // not through a thin wall
      index[n] = static_cast<std::int32_t>(knee.cavity.size());
      knee.cavity.push_back({glm::vec3(place(n)), clear[n], index[o]});
      queue.push_back(n);
    }
  }
}

std::int32_t nearest_cavity(const Knee& knee, const Vec& p, double reach) {
  std::int32_t nearest = -1;
  float best = static_cast<float>(reach * reach);
  const glm::vec3 q(p);
  for (std::size_t i = 0; i < knee.cavity.size(); ++i) {
    const glm::vec3 d = knee.cavity[i].position - q;
    const float d2 = glm::dot(d, d);
    if (d2 < best) {
      best = d2;
      nearest = static_cast<std::int32_t>(i);
    }
  }
  return nearest;
}

void fill_walls(Knee& knee, const Field& solids) {
  struct Share {
    PartId part;
    int wanted;
    double facing;  // -1: cells sit on the inside of the surface
  };
  constexpr Share kShares[] = {{PartId::capsule, 2500, -1},
                               {PartId::hoffa_fat_pad, 260, 1},
                               {PartId::femoral_cartilage, 160, 1},
                               {PartId::patellar_cartilage, 40, 1},
                               {PartId::tibial_cartilage_medial, 30, 1},
                               {PartId::tibial_cartilage_lateral, 30, 1}};
  for (const Share& share : kShares) {
    const Mesh& mesh = knee.find(share.part)->mesh;
    // Triangles by area, then a low-discrepancy walk over the sum: even, and the same for any number of
    // threads.
    std::vector<double> sum(mesh.indices.size() / 3 + 1, 0);
    for (std::size_t t = 0; t + 1 < sum.size(); ++t) {
      const Vec a = mesh.vertices[mesh.indices[3 * t]].position,
                b = mesh.vertices[mesh.indices[3 * t + 1]].position,
                c = mesh.vertices[mesh.indices[3 * t + 2]].position;
      sum[t + 1] = sum[t] + 0.5 * glm::length(glm::cross(b - a, c - a));
    }
    int found = 0;
    for (std::uint64_t draw = 1; found < share.wanted && draw < static_cast<std::uint64_t>(share.wanted) * 6;
         ++draw) {
      const double goal = low_discrepancy(draw, 2) * sum.back();
      const auto t =
          static_cast<std::size_t>(std::upper_bound(sum.begin(), sum.end() - 1, goal) - sum.begin()) - 1;
      double u = low_discrepancy(draw, 3), v = low_discrepancy(draw, 5);
      if (u + v > 1) u = 1 - u, v = 1 - v;
      const Vertex &a = mesh.vertices[mesh.indices[3 * t]], &b = mesh.vertices[mesh.indices[3 * t + 1]],
                   &c = mesh.vertices[mesh.indices[3 * t + 2]];
      const Vec p = Vec(a.position) * (1 - u - v) + Vec(b.position) * u + Vec(c.position) * v;
      // Where the capsule has run out no lining is seen that a cell could sit on.
      const bool has_run_out = (1 - u - v) * static_cast<double>(a.region) +
                                   u * static_cast<double>(b.region) + v * static_cast<double>(c.region) <
                               -0.6;
      if (share.part == PartId::capsule && has_run_out) continue;
      const Vec n =
          share.facing * glm::normalize(Vec(a.normal) * (1 - u - v) + Vec(b.normal) * u + Vec(c.normal) * v);
      if (solids(p + 1.5 * n) < 0.6) continue;  // shut against something else
      const std::int32_t cavity = nearest_cavity(knee, p + 1.5 * n, 5);
      if (cavity < 0) continue;
      knee.walls.push_back({glm::vec3(p), glm::vec3(n), cavity, share.part});
      ++found;
    }
  }
}

}  // namespace mend::anatomy

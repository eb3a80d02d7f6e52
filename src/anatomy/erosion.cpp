// The bare area is the strip between the margin of the cartilage and the attachment of the synovium (Martel
// 1965); its width, and the size and spacing of the pits, are assumed.
#include "anatomy/erosion.h"

#include <algorithm>
#include <vector>

namespace mend::anatomy {
namespace {

constexpr double kWidth = 6;  // mm of bare bone

/// Where the edges of a mesh cross the margin.
std::vector<Vec> margin_of(const Mesh& bone, const std::vector<double>& inside) {
  std::vector<Vec> margin;
  for (std::size_t t = 0; t < bone.indices.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = bone.indices[t + c], b = bone.indices[t + (c + 1) % 3];
      if (inside[a] <= 0 || inside[b] > 0) continue;
      const double share = inside[a] / (inside[a] - inside[b]);
      margin.push_back(glm::mix(Vec(bone.vertices[a].position), Vec(bone.vertices[b].position), share));
    }
  }
  return margin;
}

}  // namespace

double erosion_share(const Vec& p, double beside) {
  constexpr double kShallow = 0.25, kDeep = 3.75;  // of the mean: everywhere, and more in a pit
  const double bare = smooth_step(-0.8, 0.6, beside) * smooth_step(kWidth, 0.6 * kWidth, beside);
  if (bare <= 0) return 0;
  const double wave = math::sin(1.05 * p.x + 0.2 * p.y - 0.3 * p.z) +
                      math::sin(0.95 * p.y - 0.25 * p.x + 0.35 * p.z + 2) +
                      math::sin(1.1 * p.z + 0.3 * p.x - 0.3 * p.y + 4);
  return bare * (kShallow + kDeep * smooth_step(0.5, 2.1, wave));
}

void set_erosion(Mesh& bone, const Field& patch) {
  std::vector<double> inside;
  inside.reserve(bone.vertices.size());
  for (const Vertex& v : bone.vertices) inside.push_back(patch(Vec(v.position)));
  const std::vector<Vec> margin = margin_of(bone, inside);
  for (std::size_t i = 0; i < bone.vertices.size(); ++i) {
    Vertex& v = bone.vertices[i];
    // Fields fall by more than a millimetre a millimetre only near their ends.
    if (inside[i] > 2 || inside[i] < -2 * kWidth) continue;
    double nearest = 1e9;
    for (const Vec& p : margin) {
      const Vec d = p - Vec(v.position);
      nearest = std::min(nearest, glm::dot(d, d));
    }
    const double beside = math::sqrt(nearest) * (inside[i] > 0 ? -1 : 1);
    v.depth = static_cast<float>(erosion_share(Vec(v.position), beside));
  }
}

}  // namespace mend::anatomy

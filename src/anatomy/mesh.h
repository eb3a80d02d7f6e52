// Triangle meshes of anatomical parts.
#pragma once
#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace mend::anatomy {

/// One vertex, laid out as the GPU reads it (12 floats).
struct Vertex {
  glm::vec3 position{0};  // mm, in the part's own frame
  glm::vec3 normal{0};    // unit, outward
  glm::vec3 fibre{0};  // unit direction of fibres or grain, of cartilage from the bone up; zero where there
                       // is none; shorter where a band grows into bone
  float occlusion = 1;  // 1 = open to the sky, 0 = closed in; from the signed distance of the whole knee
  float depth = 0;      // cartilage: local thickness in mm; bone: how deep a marginal erosion is here, of its
                        // mean; nerve, tendon: arclength in mm; else 0
  /// Bone: 1 = articular (smooth), 0 = rough, below 0 sawn (shaft_end.h). Cartilage: mm from its edge / 12,
  /// at most 1. Meniscus: 1 = red zone. Muscle: 1 = tendon. Ligament, tendon: mm across. Nerve, vessel: 100
  /// on the face of a cut. Capsule: -1 = run out, 0 = whole.
  float region = 0;
};
static_assert(sizeof(Vertex) == 48);

/// Closed and manifold unless a part says otherwise; triangles counter-clockwise from outside.
struct Mesh {
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;
  std::vector<std::uint32_t> coarse;  // the same surface over fewer of the vertices, for afar
};

struct Bounds {
  glm::vec3 low{1e9f};
  glm::vec3 high{-1e9f};
};
[[nodiscard]] Bounds bounds(const Mesh& mesh);

}  // namespace mend::anatomy

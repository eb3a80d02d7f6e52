// What every mesh of the knee must be, for the tests of anatomy.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "anatomy/mesh.h"

namespace mend::anatomy {

/// "" if each edge joins exactly two triangles that run along it in opposite directions, else what is wrong.
inline std::string fault_of(const Mesh& mesh) {
  if (mesh.indices.empty()) return "no triangles";
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> forward;
  for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const auto edge = std::pair{mesh.indices[t + c], mesh.indices[t + (c + 1) % 3]};
      if (edge.first >= mesh.vertices.size()) return "an index beyond the vertices";
      if (++forward[edge] > 1) return "two triangles run along one edge in the same direction";
    }
  }
  for (const auto& [edge, count] : forward) {
    if (!forward.contains({edge.second, edge.first})) return "an open edge";
  }
  for (const Vertex& v : mesh.vertices) {
    const float length = glm::length(v.normal);
    if (!(length > 0.99f && length < 1.01f)) return "a normal that is not a unit vector";
    if (!(glm::length(v.position) < 300)) return "a vertex far outside the knee";
    if (!(v.occlusion >= 0 && v.occlusion <= 1)) return "an occlusion outside 0 to 1";
  }
  return {};
}

}  // namespace mend::anatomy

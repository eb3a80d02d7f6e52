#include "scene/mirror.h"

#include <utility>

namespace mend::scene {
namespace {

void mirror(glm::vec3& v) {
  v.x = -v.x;
}

void mirror(anatomy::Mesh& mesh) {
  for (anatomy::Vertex& vertex : mesh.vertices) {
    mirror(vertex.position);
    mirror(vertex.normal);
    mirror(vertex.fibre);
  }
  for (std::vector<std::uint32_t>* indices : {&mesh.indices, &mesh.coarse}) {
    for (std::size_t i = 0; i + 2 < indices->size(); i += 3) std::swap((*indices)[i + 1], (*indices)[i + 2]);
  }
}

void mirror(anatomy::Path& path) {
  for (glm::vec3& point : path.points) mirror(point);
  for (glm::vec3& normal : path.normals) mirror(normal);
  for (glm::vec3& binormal : path.binormals) {
    mirror(binormal);
    binormal = -binormal;
  }
}

void mirror(std::vector<anatomy::WallPoint>& walls) {
  for (anatomy::WallPoint& wall : walls) {
    mirror(wall.position);
    mirror(wall.normal);
  }
}

}  // namespace

anatomy::Knee mirrored(anatomy::Knee knee) {
  for (anatomy::Part& part : knee.parts) {
    mirror(part.mesh);
    part.box = anatomy::Bounds{{-part.box.high.x, part.box.low.y, part.box.low.z},
                               {-part.box.low.x, part.box.high.y, part.box.high.z}};
  }
  for (glm::vec3* v : {&knee.lesion.centre, &knee.lesion.outward, &knee.lesion.right, &knee.lesion.up,
                       &knee.needle_tip, &knee.needle_direction})
    mirror(*v);
  for (anatomy::LesionColumn& column : knee.columns) {
    mirror(column.floor);
    mirror(column.surface);
  }
  mirror(knee.tibial_nerve);
  mirror(knee.peroneal_nerve);
  for (anatomy::CavityPoint& point : knee.cavity) mirror(point.position);
  mirror(knee.walls);
  mirror(knee.lesion_floor);
  return knee;
}

float lateral_sign(const anatomy::Knee& knee) {
  const anatomy::Part* fibula = knee.find(anatomy::PartId::fibula);
  return fibula == nullptr || fibula->box.low.x + fibula->box.high.x >= 0 ? 1.0f : -1.0f;
}

}  // namespace mend::scene

#include "anatomy/size.h"

#include <algorithm>

#include "anatomy/sweep.h"

namespace mend::anatomy {
namespace {

struct Stretch {
  Vec factor;

  [[nodiscard]] glm::vec3 place(const glm::vec3& p) const { return glm::vec3(Vec(p) * factor); }
  /// Along the tissue: a fibre, a tangent.
  [[nodiscard]] glm::vec3 along(const glm::vec3& v) const {
    return v == glm::vec3(0) ? v : glm::vec3(glm::normalize(Vec(v) * factor));
  }
  /// Square to a surface.
  [[nodiscard]] glm::vec3 square(const glm::vec3& n) const {
    return glm::vec3(glm::normalize(Vec(n) / factor));
  }
};

/// Where a place along a line comes to lie along the stretched line.
class Arclength {
 public:
  Arclength(const Path& path, const Stretch& stretch) : spacing_(path.spacing), along_{0} {
    for (std::size_t i = 1; i < path.points.size(); ++i)
      along_.push_back(along_.back() +
                       glm::length(Vec(stretch.place(path.points[i]) - stretch.place(path.points[i - 1]))));
  }
  [[nodiscard]] double of(double before) const {
    const double at = std::clamp(before / spacing_, 0.0, static_cast<double>(along_.size()) - 1.001);
    const auto i = static_cast<std::size_t>(at);
    const double beyond = before / spacing_ - at;  // as far past the end as before
    return lerp(along_[i], along_[i + 1], at - static_cast<double>(i)) + beyond * spacing_;
  }

 private:
  double spacing_;
  std::vector<double> along_;
};

/// Sampled evenly again.
Path stretched(const Path& path, const Stretch& stretch, double radius_factor) {
  std::vector<Station> stations;
  for (const glm::vec3& p : path.points) stations.push_back({Vec(stretch.place(p)), 1, 1, {1, 0, 0}});
  return path_of(stations, 1, path.radius * radius_factor);
}

void stretch_lesion(Knee& knee, const Stretch& stretch) {
  LesionFrame& lesion = knee.lesion;
  const glm::vec3 floor = lesion.centre - lesion.outward * static_cast<float>(lesion.depth);
  lesion.centre = stretch.place(lesion.centre);
  lesion.outward = stretch.square(lesion.outward);
  lesion.right = glm::normalize(stretch.along(lesion.right) -
                                lesion.outward * glm::dot(stretch.along(lesion.right), lesion.outward));
  lesion.up = glm::cross(lesion.outward, lesion.right);
  lesion.depth = static_cast<double>(glm::length(lesion.centre - stretch.place(floor)));
  for (LesionColumn& column : knee.columns) {
    column.floor = stretch.place(column.floor);
    column.surface = stretch.place(column.surface);
  }
}

void stretch_walls(std::vector<WallPoint>& walls, const Stretch& stretch) {
  for (WallPoint& wall : walls) {
    wall.position = stretch.place(wall.position);
    wall.normal = stretch.square(wall.normal);
  }
}

}  // namespace

double Size::model_lesion(double diameter) const {
  return diameter / math::sqrt(across * deep);
}

Size size_of(const KneeShape& shape) {
  const double across = shape.width / kModelWidth;
  if (!shape.is_female) return {across, across, 1};
  return {across, across / kFemaleBreadth, kFemaleThickness / kFemaleWidth};
}

void stretch(Knee& knee, const Size& size) {
  if (size.across == 1 && size.deep == 1) return;
  const Stretch stretch{{size.across, size.deep, size.deep}};
  const Arclength peroneal(knee.peroneal_nerve, stretch), tibial(knee.tibial_nerve, stretch);
  for (Part& part : knee.parts) {
    const Arclength* line = part.id == PartId::peroneal_nerve ? &peroneal
                            : part.id == PartId::tibial_nerve ? &tibial
                                                              : nullptr;
    for (Vertex& v : part.mesh.vertices) {
      v.position = stretch.place(v.position);
      v.normal = stretch.square(v.normal);
      v.fibre = stretch.along(v.fibre);
      const auto depth = static_cast<double>(v.depth);
      v.depth = static_cast<float>(line ? line->of(depth) : depth * size.deep);
    }
    part.box = {stretch.place(part.box.low), stretch.place(part.box.high)};
  }
  stretch_lesion(knee, stretch);
  if (!knee.peroneal_nerve.points.empty()) {
    knee.neck_arclength = peroneal.of(knee.neck_arclength);
    knee.peroneal_nerve = stretched(knee.peroneal_nerve, stretch, size.deep);
    knee.tibial_nerve = stretched(knee.tibial_nerve, stretch, size.deep);
  }
  knee.needle_tip = stretch.place(knee.needle_tip);
  knee.needle_direction = stretch.along(knee.needle_direction);
  for (CavityPoint& point : knee.cavity) {
    point.position = stretch.place(point.position);
    point.clearance *= static_cast<float>(std::min(size.across, size.deep));
  }
  stretch_walls(knee.walls, stretch);
  stretch_walls(knee.lesion_floor, stretch);
}

}  // namespace mend::anatomy

#include "anatomy/carry.h"

#include <algorithm>

#include "anatomy/size.h"
#include "base/parallel.h"

namespace mend::anatomy {
namespace {

/// The way of one bone, in the knee's frame.
struct Step {
  glm::dmat3 turn{1};
  Vec shift{0};
};

Step between(const Pose& from, const Pose& to) {
  const glm::dmat3 turn = to.turn * glm::transpose(from.turn);
  return {turn, to.shift - turn * from.shift};
}

class Carrier {
 public:
  Carrier(const Knee& knee, const Rest& rest, double flexion, bool is_left)
      : rest_(rest), from_(pose_knee(knee.shape.flexion, *rest.solids)) {
    const Poses to = pose_knee(flexion, *rest.solids);
    steps_ = {Step{}, between(from_.tibia, to.tibia), between(from_.patella, to.patella)};
    const Size size = size_of(rest.shape);
    scale_ = {is_left ? -size.across : size.across, size.deep, size.deep};
  }

  /// The way of a place that belongs to no bone: nearer bones count for more.
  [[nodiscard]] Step step_of(const glm::vec3& place) const {
    const Vec p = Vec(place) / scale_;
    const double away[] = {rest_.spaces[0](p), rest_.spaces[1](from_.tibia.to_local(p)),
                           rest_.spaces[2](from_.patella.to_local(p))};
    Step step{glm::dmat3(0), Vec(0)};
    double sum = 0;
    for (std::size_t bone = 0; bone < steps_.size(); ++bone) {
      constexpr double kTouching = 2;  // mm: nearer than that all count alike
      const double d = std::max(away[bone], 0.0) + kTouching, weight = 1 / (d * d);
      step.turn += steps_[bone].turn * weight;
      step.shift += steps_[bone].shift * weight;
      sum += weight;
    }
    step.turn /= sum;
    step.shift /= sum;
    return step;
  }
  [[nodiscard]] const Step& step_of(Bone bone) const { return steps_[static_cast<std::size_t>(bone)]; }

  void place(glm::vec3& p, const Step& step) const {
    p = glm::vec3(scale_ * (step.turn * (Vec(p) / scale_) + step.shift));
  }
  void turn(glm::vec3& v, const Step& step) const {
    const Vec turned = scale_ * (step.turn * (Vec(v) / scale_));
    const double length = glm::length(turned);
    if (length > 0) v = glm::vec3(turned * (static_cast<double>(glm::length(v)) / length));
  }

 private:
  const Rest& rest_;
  Poses from_;
  std::array<Step, 3> steps_;
  Vec scale_;
};

/// `stiff`: of a part that does not give way.
void carry(Part& part, const Step* stiff, const Carrier& carrier) {
  for (Vertex& v : part.mesh.vertices) {
    const Step step = stiff ? *stiff : carrier.step_of(v.position);
    carrier.place(v.position, step);
    carrier.turn(v.normal, step);
    carrier.turn(v.fibre, step);
  }
  part.box = bounds(part.mesh);
}

void carry(Path& path, const Carrier& carrier) {
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    const Step step = carrier.step_of(path.points[i]);
    carrier.place(path.points[i], step);
    carrier.turn(path.normals[i], step);
    carrier.turn(path.binormals[i], step);
  }
}

void carry(std::vector<WallPoint>& walls, const Carrier& carrier) {
  for (WallPoint& wall : walls) {
    const Step step = carrier.step_of(wall.position);
    carrier.place(wall.position, step);
    carrier.turn(wall.normal, step);
  }
}

/// The lesion lies in one cartilage and goes with its bone.
void carry_lesion(Knee& knee, const Carrier& carrier) {
  const Step& step = carrier.step_of(bone_of(cartilage_of(knee.shape.lesion_site)));
  carrier.place(knee.lesion.centre, step);
  for (glm::vec3* v : {&knee.lesion.outward, &knee.lesion.right, &knee.lesion.up}) carrier.turn(*v, step);
  for (LesionColumn& column : knee.columns) {
    carrier.place(column.floor, step);
    carrier.place(column.surface, step);
  }
  for (WallPoint& wall : knee.lesion_floor) {
    carrier.place(wall.position, step);
    carrier.turn(wall.normal, step);
  }
}

}  // namespace

Knee carried(const Knee& knee, const Rest& rest, double flexion, bool is_left, int threads) {
  Knee out = knee;
  const Carrier carrier(knee, rest, flexion, is_left);
  out.shape.flexion = flexion;
  const Step shot = carrier.step_of(out.needle_tip);
  parallel_each(out.parts.size(), threads, [&](std::size_t i) {
    const PartId id = out.parts[i].id;
    const bool is_hard = std::ranges::any_of(rest.parts, [&](const RestPart& each) { return each.id == id; });
    const Step* const stiff = is_hard                ? &carrier.step_of(bone_of(id))
                              : id == PartId::needle ? &shot
                                                     : nullptr;
    carry(out.parts[i], stiff, carrier);
  });
  carry_lesion(out, carrier);
  carry(out.tibial_nerve, carrier);
  carry(out.peroneal_nerve, carrier);
  carrier.place(out.needle_tip, shot);
  carrier.turn(out.needle_direction, shot);
  for (CavityPoint& point : out.cavity) carrier.place(point.position, carrier.step_of(point.position));
  carry(out.walls, carrier);
  return out;
}

}  // namespace mend::anatomy

#include "scene/reflection.h"

#include <cmath>

#include "scene/sections.h"

namespace mend::scene {
namespace {

using anatomy::PartId;

// A tendon bent by hand (all assumed): mm from where its fibres first meet bone to the fold, the radius of
// the fold, and how far off the shin the kneecap hangs.
constexpr double kOnBone = 24, kAboveBone = 11, kStraight = 20;
constexpr float kRadius = 8, kOffShin = 5;  // mm, degrees

}  // namespace

ShinAxes shin_axes(const anatomy::Knee& knee) {
  const float bent = glm::radians(static_cast<float>(knee.shape.flexion));
  return {{0, std::sin(bent), std::cos(bent)}, {0, std::cos(bent), -std::sin(bent)}};
}

Reflection::Reflection(const anatomy::Knee& knee) {
  const anatomy::Part* part = knee.find(PartId::patellar_tendon);
  if (part == nullptr) return;
  const Sections tendon(part->mesh);
  if (tendon.is_empty()) return;
  const double start = tendon.end() - kOnBone - kAboveBone;
  fold_ = tendon.middle(start);
  up_ = glm::normalize(tendon.middle(start - kStraight) - fold_);
  const ShinAxes shin = shin_axes(knee);
  forward_ = glm::normalize(shin.forward - glm::dot(shin.forward, up_) * up_);
  const float off = glm::radians(kOffShin);
  const glm::vec3 hangs = std::sin(off) * shin.forward - std::cos(off) * shin.up;
  turn_ = std::atan2(glm::dot(hangs, forward_), glm::dot(hangs, up_));
}

bool Reflection::moves(PartId id) {
  return id == PartId::patella || id == PartId::patellar_cartilage || id == PartId::patellar_tendon;
}

float Reflection::turn_at(glm::vec3 place) const {
  return glm::clamp(glm::dot(place - fold_, up_) / kRadius, 0.0f, turn_);
}

glm::vec3 Reflection::turned(glm::vec3 direction, float turn) const {
  const float up = glm::dot(direction, up_), forward = glm::dot(direction, forward_);
  const float c = std::cos(turn), s = std::sin(turn);
  return direction + (c * up - s * forward - up) * up_ + (s * up + c * forward - forward) * forward_;
}

glm::vec3 Reflection::at(glm::vec3 place) const {
  const float turn = turn_at(place);
  const glm::vec3 centre = fold_ + kRadius * forward_;
  // On the arc only what lies across the tendon is left; beyond it the rest of the way along is too.
  return centre + turned(place - kRadius * turn * up_ - centre, turn);
}

void Reflection::apply(anatomy::Mesh& mesh) const {
  for (anatomy::Vertex& v : mesh.vertices) {
    const float turn = turn_at(v.position);
    v.position = at(v.position);
    v.normal = turned(v.normal, turn);
    v.fibre = turned(v.fibre, turn);
  }
}

}  // namespace mend::scene

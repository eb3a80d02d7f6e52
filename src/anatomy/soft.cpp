// The placed knee's fields, and the ligament between the front horns of the menisci.
#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cords.h"

namespace mend::anatomy {

double Placed::bones(const Vec& p) const {
  const Vec t = poses.tibia.to_local(p);
  return std::min(
      {solids->femur(p), solids->tibia(t), solids->fibula(t), solids->patella(poses.patella.to_local(p))});
}
double Placed::joint_surfaces(const Vec& p) const {
  const Vec t = poses.tibia.to_local(p);
  const double covered =
      std::min({solids->femur_with_cartilage(p), solids->tibia_with_cartilage(t), solids->fibula(t),
                solids->patella_with_cartilage(poses.patella.to_local(p))});
  return solids->cover.wear.kl_grade == 0 ? covered : std::min(covered, bones(p));
}
Field Placed::thigh() const {
  return [this](const Vec& p) { return solids->femur(p); };
}
Field Placed::shin() const {
  return [this](const Vec& p) { return solids->tibia(poses.tibia.to_local(p)); };
}
Field Placed::calf() const {
  return [this](const Vec& p) { return solids->fibula(poses.tibia.to_local(p)); };
}
Field Placed::kneecap() const {
  return [this](const Vec& p) { return solids->patella(poses.patella.to_local(p)); };
}

Vec clear_of_bone(const Placed& knee, Vec p, double clear) {
  const Field field = [&](const Vec& q) { return knee.joint_surfaces(q); };
  for (int step = 0; step < 8; ++step) {
    const double d = field(p);
    if (d >= clear) break;
    p += gradient(field, p, 0.3) * (clear - d);
  }
  return p;
}

Mesh build_transverse_ligament(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // 27 mm long, a band 2-3 mm wide, from within one front horn to the other, in front of the anterior
  // cruciate ligament; at either end it thins out to a point in the horn (assumed).
  const auto on_plateau = [&](double x, double y, double above) {
    return pose.to_world(on_bone(tibia_with_cartilage, {x, y, -26}, -above));
  };
  constexpr double kHorn = 0.14;  // share of a meniscus's length where it leaves the front horn
  const Vec from = on_plateau(-13.2, 19.4 - meniscus_slide(true, knee.flexion, kHorn), 0.1),
            to = on_plateau(13.6, 10.6 - meniscus_slide(false, knee.flexion, kHorn), 1.3);
  const Vec middle = 0.5 * (from + to) + pose.turn * Vec{1, 3.2, 0};
  // The menisci draw it back on to the foot of the cruciate ligament as the knee bends.
  const Vec foot = pose.to_world({-1, 12.5, -26}), beside = pose.to_world({4, 9.5, -26});
  constexpr double kFoot = 4.3;  // mm (assumed)
  const Field solid = [&](const Vec& p) {
    return std::min(knee.joint_surfaces(p), capsule(p, foot, beside, kFoot, kFoot));
  };
  std::vector<Station> stations;
  const std::vector<Vec> line = string_over(solid, {from, middle, to}, 0.9);
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    const double end = smooth_step(0.18, 0, std::min(t, 1 - t));
    stations.push_back({line[i], lerp(1.3, 0.4, end), lerp(0.7, 0.15, end), pose.turn * Vec{0.3, 1, 0.35}});
  }
  return sweep({stations, 1.2, 14, 3, 0.05});
}

}  // namespace mend::anatomy

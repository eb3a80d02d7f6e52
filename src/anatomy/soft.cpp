// Ligaments and tendons as bands between footprints (Piefer 2012, LaPrade 2003 and 2007, Harner, Siebold
// 2014), the joint capsule as an offset of what it encloses (Zibis 2021), and the fat pad as what is left
// behind the patellar tendon.
#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/placed.h"

namespace mend::anatomy {

double Placed::bones(const Vec& p) const {
  const Vec t = poses.tibia.to_local(p);
  return std::min({femur(p), tibia(t), fibula(t), patella(poses.patella.to_local(p))});
}
double Placed::joint_surfaces(const Vec& p) const {
  const Vec t = poses.tibia.to_local(p);
  return std::min({femur_with_cartilage(p), tibia_with_cartilage(t), fibula(t),
                   patella_with_cartilage(poses.patella.to_local(p))});
}

namespace {

/// The nearest point of a bone's surface, `sunk` mm below it.
Vec on_bone(const Field& bone, Vec p, double sunk) {
  for (int step = 0; step < 12; ++step) p -= gradient(bone, p, 0.2) * (0.8 * (bone(p) + sunk));
  return p;
}

/// Moves a place out of the bones until it is `clear` mm away.
Vec clear_of_bone(const Placed& knee, Vec p, double clear) {
  const Field field = [&](const Vec& q) { return knee.joint_surfaces(q); };
  for (int step = 0; step < 8; ++step) {
    const double d = field(p);
    if (d >= clear) break;
    p += gradient(field, p, 0.3) * (clear - d);
  }
  return p;
}

}  // namespace

Mesh build_acl(const Placed& knee) {
  const auto& tibia_pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {9, -9, 2}, 1.2),
            low = tibia_pose.to_world(on_bone(tibia, {1, 10, -24}, 1.5));
  const Vec a = glm::mix(top, low, 0.2) + Vec{-2.2, 0.5, 0}, m = glm::mix(top, low, 0.5) + Vec{-1, 0, -0.5},
            b = glm::mix(top, low, 0.8);
  // The flat of the ribbon turns by about 90 degrees from the femoral to the tibial footprint.
  const SweepPlan plan{{{top, 7.5, 3.6, {0, 0.5, 0.85}},
                        {a, 5.6, 2.9, {0, 0.7, 0.7}},
                        {m, 5, 2.6, {0.5, 0.7, 0.3}},
                        {b, 5.2, 3.2, {0.3, 0.9, 0}},
                        {low, 7.5, 4.6, {0.2, 1, 0}}},
                       1.0,
                       28,
                       7,
                       0.06};
  return sweep(plan);
}

Mesh build_pcl(const Placed& knee) {
  const auto& tibia_pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {-8, 2, -6}, 1.2),
            low = tibia_pose.to_world(on_bone(tibia, {-2, -20, -36}, 1.5));
  const Vec a = glm::mix(top, low, 0.25) + Vec{2.5, 0, 0}, m = glm::mix(top, low, 0.55) + Vec{1.5, -1, 1},
            b = clear_of_bone(knee, glm::mix(top, low, 0.85) + Vec{0, -2.5, 1}, 2.5);
  const SweepPlan plan{{{top, 8.5, 4, {0.2, 0.9, 0.4}},
                        {a, 6.6, 3.6, {0.3, 0.8, 0.4}},
                        {m, 6, 3.4, {0.7, 0.4, 0.3}},
                        {b, 5.8, 3.6, {1, 0.1, 0}},
                        {low, 7, 4.5, {1, 0, 0}}},
                       1.0,
                       28,
                       8,
                       0.06};
  return sweep(plan);
}

Mesh build_mcl(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {-40, -4, 6}, 0.6), low = pose.to_world(on_bone(tibia, {-15, 9, -88}, 0.6));
  std::vector<Station> stations{{top, 6, 1.4, {0, 1, 0}}};
  // Via the joint line and the tibial flare, pushed clear of bone.
  const Vec via[] = {{-42.5, -3, -10}, {-43, -1.5, -26}, {-40, 0.5, -42}, {-30, 4, -60}, {-20, 7, -76}};
  for (const Vec& q : via) {
    const double share = smooth_step(4, -30, q.z);
    const Vec world = glm::mix(pose.to_world(q), q, q.z > -30 ? smooth_step(-30, 4, q.z) : 0);
    const Vec lifted = clear_of_bone(knee, world, 1.9);
    const Vec wide = glm::normalize(glm::mix(Vec{0, 1, 0}, pose.turn * Vec{0.2, 1, 0}, share));
    stations.push_back({lifted, q.z < -50 ? 6.5 : 5.6, 1.1, wide});
  }
  stations.push_back({low, 8.5, 1.2, pose.turn * Vec{0.5, 1, 0}});
  return sweep({stations, 1.3, 24, 9, 0.03});
}

Mesh build_lcl(const Placed& knee) {
  const Vec top = on_bone(femur, {39, -6, 2}, 1.0);
  const Vec low = knee.poses.tibia.to_world(on_bone(fibula, {44, -18, -54}, 1.0));
  std::vector<Station> stations{{top, 3.4, 2.4, {0, 1, 0}}};
  for (const double t : {0.2, 0.5, 0.8}) {
    stations.push_back({clear_of_bone(knee, glm::mix(top, low, t) + Vec{1.5, 0, 0}, 3), 2.1, 1.6, {0, 1, 0}});
  }
  stations.push_back({low, 3.6, 2.4, {0, 1, 0}});
  return sweep({stations, 1.2, 20, 5, 0.05});
}

Mesh build_patellar_tendon(const Placed& knee) {
  const auto &patella_pose = knee.poses.patella, &tibia_pose = knee.poses.tibia;
  const Vec apex = patella_pose.to_world(on_bone(patella, kPatellaApex, 1.5));
  const Vec over = patella_pose.to_world(on_bone(patella, kPatellaApex + Vec{-1, 4, 9}, 0.2));
  const Vec low = tibia_pose.to_world(on_bone(tibia, kTuberosity, 1.0));
  const Vec foot = tibia_pose.to_world(on_bone(tibia, kTuberosity + Vec{0, 0, -11}, 0.8));
  const Vec across = patella_pose.turn * Vec{1, 0, 0}, across_low = tibia_pose.turn * Vec{1, 0, 0};
  std::vector<Station> stations{{over, 11.5, 1.0, across},
                                {apex + patella_pose.turn * Vec{0, 1.5, 0}, 13.5, 2.5, across}};
  for (const double t : {0.33, 0.66}) {
    const Vec p = glm::mix(apex, low, t);
    stations.push_back({p, lerp(13.5, 11.5, t), 2.5, glm::mix(across, across_low, t)});
  }
  stations.push_back({low + tibia_pose.turn * Vec{0, 1.2, 0}, 11.5, 2.6, across_low});
  stations.push_back({foot, 9, 1.2, across_low});
  return sweep({stations, 1.2, 36, 15, 0.03});
}

Mesh build_quadriceps_tendon(const Placed& knee) {
  const auto& pose = knee.poses.patella;
  const Vec pole = pose.to_world(on_bone(patella, kPatellaCentre + Vec{0, -1, 20}, 1.5));
  const Vec over = pose.to_world(on_bone(patella, kPatellaCentre + Vec{0, 8, 12}, 0.2));
  const Vec across = pose.turn * Vec{1, 0, 0};
  const Vec top{6, 37, 88};
  std::vector<Station> stations{{over, 14, 1.0, across}, {pole + pose.turn * Vec{0, 2, 1}, 16, 3.2, across}};
  for (const double t : {0.3, 0.6, 0.85}) {
    stations.push_back({clear_of_bone(knee, glm::mix(pole, top, t), 7), lerp(17, 18, t), 3.6,
                        glm::mix(across, {1, 0, 0}, t)});
  }
  stations.push_back({top, 18, 3.4, {1, 0, 0}});
  return sweep({stations, 1.4, 36, 15, 0.03});
}

double joint_capsule(const Placed& knee, const Vec& p) {
  const Vec t = knee.poses.tibia.to_local(p);
  const Vec q = knee.poses.patella.to_local(p);
  // Reflections: high in front (pouch), low at the sides, over the condyles' tops behind.
  const double top = lerp(lerp(16, 5, smooth_step(-16, -4, p.y)), 26, smooth_step(8, 22, p.y));
  const double over_femur = smooth_max(femur(p) - 4.5, p.z - top, 6);
  const double bottom = lerp(lerp(-38, -34, smooth_step(-15, -5, t.y)), -33, smooth_step(5, 20, t.y));
  const double over_tibia = smooth_max(smooth_max(tibia(t) - 3.5, bottom - t.z, 5), t.z + 18, 5);
  const double over_patella = patella(q) - 1.2;
  // Suprapatellar pouch: a flat pocket between femur and quadriceps tendon.
  const double pouch = ellipsoid(p, {3, 33, 34}, {31, 8.5, 26});
  const Vec notch_front = knee.poses.tibia.to_world({5, 22, -30});
  const Vec apex = knee.poses.patella.to_world(kPatellaApex);
  const double front = capsule(p, notch_front, glm::mix(apex, notch_front, 0.15), 14, 15);
  double joint = smooth_min(over_femur, over_tibia, 9);
  joint = smooth_min(joint, pouch, 9);
  joint = smooth_min(joint, front, 10);
  return smooth_min(joint, over_patella, 6);
}

double fat_pad(const Placed& knee, const Vec& p) {
  const Vec apex = knee.poses.patella.to_world(kPatellaApex),
            tuberosity = knee.poses.tibia.to_world(kTuberosity);
  const Vec rim = knee.poses.tibia.to_world({4, 22, -31});
  const Vec along = glm::normalize(tuberosity - apex);
  const Vec middle = glm::mix(glm::mix(apex, tuberosity, 0.35), rim, 0.4);
  // Behind the tendon's plane.
  Vec forward = glm::normalize(glm::cross(Vec{1, 0, 0}, along));
  if (forward.y < 0) forward = -forward;
  const Vec d = p - middle;
  const Vec local{d.x, glm::dot(d, forward), glm::dot(d, along)};
  double pad = ellipsoid(local, {0, 0, 0}, {25, 14, 19});
  pad = smooth_max(pad, glm::dot(p - apex, forward) + 2.6, 3);
  // Lobules.
  pad += 0.35 * (math::sin(p.x * 0.95 + 0.6 * math::sin(p.z * 0.7)) * math::sin(p.z * 0.85 + 1.3) *
                 math::sin(p.y * 0.9));
  return smooth_max(pad, 0.6 - knee.joint_surfaces(p), 1.5);
}

}  // namespace mend::anatomy

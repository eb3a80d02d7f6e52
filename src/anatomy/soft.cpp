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
            b = clear_of_bone(knee, glm::mix(top, low, 0.75) + Vec{0, -3, 3}, 4);
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

namespace {

/// A band pulled taut from `top` to `low` over the bones on one side (-1 medial, +1 lateral): x of the convex
/// hull of what it must clear by `clear` mm.
std::vector<Vec> taut(const Placed& knee, const Vec& top, const Vec& low, double side, double clear) {
  constexpr int kSteps = 16;
  std::vector<Vec> line;
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    Vec p = glm::mix(top, low, share);
    if (i > 0 && i < kSteps) {
      const double start = p.x;
      p.x = side * 62;
      for (int step = 0; step < 40 && side * (p.x - start) > 0; ++step) {
        const double d = knee.joint_surfaces(p) - clear * std::min(1.0, 5 * std::min(share, 1 - share));
        if (d < 0.02) break;
        p.x -= side * 0.8 * d;
      }
      if (side * (p.x - start) < 0) p.x = start;
    }
    line.push_back(p);
  }
  std::vector<Vec> hull = line;
  for (std::size_t k = 0; k < line.size(); ++k) {
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t j = k + 1; j < line.size(); ++j) {
        const double t = static_cast<double>(k - i) / static_cast<double>(j - i);
        const double x = lerp(line[i].x, line[j].x, t);
        if (side * (x - hull[k].x) > 0) hull[k].x = x;
      }
    }
  }
  return hull;
}

}  // namespace

Mesh build_mcl(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {-40, -4, 6}, 0), low = pose.to_world(on_bone(tibia, {-15, 9, -88}, 0));
  const std::vector<Vec> line = taut(knee, top, low, -1, 1.5);
  const Vec wide_low = pose.turn * Vec{0.35, 1, 0.1};
  std::vector<Station> stations{{top + Vec{1.2, 0, 5}, 3.5, 0.4, {0, 1, 0.2}}};
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    const double lifted = i == 0 ? 0.3 : i + 1 == line.size() ? 0.4 : 0;
    stations.push_back({line[i] - Vec{lifted, 0, 0}, 5.4 + 3.6 * t * t * t, i == 0 ? 1.2 : 1.3 - 0.4 * t,
                        glm::normalize(glm::mix(Vec{0, 1, 0.1}, wide_low, t))});
  }
  stations.push_back({pose.to_world(on_bone(tibia, {-13, 11, -96}, 0.6)), 9, 0.4, wide_low});
  return sweep({stations, 1.3, 24, 9, 0.03});
}

Mesh build_lcl(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {39, -6, 2}, 0.6), low = pose.to_world(on_bone(fibula, {46, -16, -54}, 0.4));
  const std::vector<Vec> line = taut(knee, top, low, 1, 2.6);
  std::vector<Station> stations{{top + Vec{-1.2, 0, 2.5}, 2.4, 1, {0, 1, 0}}};
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const bool is_end = i == 0 || i + 1 == line.size();
    stations.push_back({line[i], is_end ? 3.2 : 2.1, is_end ? 1.9 : 1.6, {0, 1, 0}});
  }
  stations.push_back({low + pose.turn * Vec{-1.6, 1, -4}, 2.4, 1, {0, 1, 0}});
  return sweep({stations, 1.2, 20, 5, 0.05});
}

Mesh build_patellar_tendon(const Placed& knee) {
  const auto &patella_pose = knee.poses.patella, &tibia_pose = knee.poses.tibia;
  // From the front of the lower pole, over the apex.
  const Vec above = patella_pose.to_world(on_bone(patella, kPatellaApex + Vec{-1.5, 6, 10}, 1.0));
  const Vec apex = patella_pose.to_world(on_bone(patella, kPatellaApex + Vec{0, 4, 1}, -0.6));
  const Vec low = tibia_pose.to_world(on_bone(tibia, kTuberosity, -0.4));
  const Vec foot = tibia_pose.to_world(on_bone(tibia, kTuberosity + Vec{0, 0, -8}, 0.1));
  const Vec end = tibia_pose.to_world(on_bone(tibia, kTuberosity + Vec{0, 0, -14}, 0.9));
  const Vec across = patella_pose.turn * Vec{1, 0, 0}, across_low = tibia_pose.turn * Vec{1, 0, 0};
  std::vector<Station> stations{{above, 8, 0.8, across}, {apex, 12.5, 2.4, across}};
  for (const double t : {0.3, 0.65}) {
    stations.push_back({glm::mix(apex, low, t), lerp(14, 12, t), 2.5, glm::mix(across, across_low, t)});
  }
  stations.push_back({low, 11.5, 2.4, across_low});
  stations.push_back({foot, 9.5, 1.5, across_low});
  stations.push_back({end, 5, 0.5, across_low});
  return sweep({stations, 1.2, 40, 15, 0.025});
}

Mesh build_quadriceps_tendon(const Placed& knee) {
  const auto& pose = knee.poses.patella;
  const Vec pole = pose.to_world(on_bone(patella, kPatellaCentre + Vec{0, 3, 20}, 0.2));
  const Vec over = pose.to_world(on_bone(patella, kPatellaCentre + Vec{0, 8, 13}, 1.0));
  const Vec across = pose.turn * Vec{1, 0, 0};
  const Vec top{6, 37, 88};
  std::vector<Station> stations{{over, 9, 0.8, across}, {pole, 14, 2.6, across}};
  for (const double t : {0.2, 0.5, 0.8}) {
    stations.push_back({clear_of_bone(knee, glm::mix(pole, top, t), 7), lerp(17, 18.5, t), 3.5,
                        glm::mix(across, {1, 0, 0}, t)});
  }
  stations.push_back({top, 19, 3, {1, 0, 0}});
  return sweep({stations, 1.4, 40, 15, 0.025});
}

}  // namespace mend::anatomy

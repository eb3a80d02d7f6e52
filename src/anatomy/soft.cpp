// Ligaments as bands between footprints (Piefer 2012, LaPrade 2003 and 2007, Harner, Siebold 2014).
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

Vec clear_of_bone(const Placed& knee, Vec p, double clear) {
  const Field field = [&](const Vec& q) { return knee.joint_surfaces(q); };
  for (int step = 0; step < 8; ++step) {
    const double d = field(p);
    if (d >= clear) break;
    p += gradient(field, p, 0.3) * (clear - d);
  }
  return p;
}

namespace {
Field shin(const Placed& knee) {
  return [&knee](const Vec& p) { return tibia(knee.poses.tibia.to_local(p)); };
}
}  // namespace

Mesh build_acl(const Placed& knee) {
  const auto& tibia_pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {9, -9, 2}, 1.2),
            low = tibia_pose.to_world(on_bone(tibia, {1, 10, -24}, 1.5));
  const Vec a = glm::mix(top, low, 0.2) + Vec{-2.2, 0.5, 0}, m = glm::mix(top, low, 0.5) + Vec{-1, 0, -0.5},
            b = glm::mix(top, low, 0.8);
  // The flat of the ribbon turns by about 90 degrees from the femoral to the tibial footprint.
  const SweepPlan plan{{{top, 6.5, 3.2, {0, -0.3, 0.95}},
                        {a, 5.4, 2.7, {0, 0.2, 0.95}},
                        {m, 5, 2.4, {0.4, 0.7, 0.5}},
                        {b, 5.2, 3.2, {0.3, 0.9, 0.1}},
                        {low, 8, 5, {0.2, 1, 0}}},
                       1.2,
                       26,
                       7,
                       0.05,
                       2,
                       0,
                       {},
                       0,
                       femur,
                       shin(knee),
                       7};
  return sweep(plan);
}

Mesh build_pcl(const Placed& knee) {
  const auto& tibia_pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {-8, 2, -6}, 1.2),
            low = tibia_pose.to_world(on_bone(tibia, {-2, -18, -33}, 0)),
            foot = tibia_pose.to_world(on_bone(tibia, {-2, -21, -37}, 0.6));
  const Vec a = glm::mix(top, low, 0.25) + Vec{2.5, 0, 0}, m = glm::mix(top, low, 0.55) + Vec{1.5, -1, 1},
            b = clear_of_bone(knee, glm::mix(top, low, 0.75) + Vec{0, -3, 3}, 4);
  const SweepPlan plan{{{top, 8.5, 4, {0.2, 0.9, 0.4}},
                        {a, 6.6, 3.6, {0.3, 0.8, 0.4}},
                        {m, 6, 3.4, {0.7, 0.4, 0.3}},
                        {b, 5.8, 3.6, {1, 0.1, 0}},
                        {low, 7, 3.6, {1, 0, 0}},
                        {foot, 6, 1, {1, 0, 0}}},
                       1.2,
                       26,
                       8,
                       0.05,
                       2,
                       0,
                       {},
                       0,
                       femur,
                       shin(knee),
                       6};
  return sweep(plan);
}

namespace {

/// A band from `top` to `low` over the bones on one side (-1 medial, +1 lateral), `clear` mm from them:
/// pulled taut across the joint (x of the convex hull), below it held to the bone by a share `hug`.
std::vector<Vec> taut(const Placed& knee, const Vec& top, const Vec& low, double side, double clear,
                      double hug) {
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
  for (std::size_t k = 0; k < line.size(); ++k) {
    const double share = static_cast<double>(k) / kSteps;
    hull[k].x = lerp(hull[k].x, line[k].x, hug * smooth_step(0.4, 0.6, share));
  }
  return hull;
}

}  // namespace

Mesh build_mcl(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {-40, -4, 6}, 0), low = pose.to_world(on_bone(tibia, {-15, 9, -88}, 0));
  const std::vector<Vec> line = taut(knee, top, low, -1, 1.3, 1);
  const Field surfaces = [&](const Vec& p) { return knee.joint_surfaces(p); };
  // Flat on the femur and on the tibia's flare; only across the joint is it taut.
  const Field lie = [&](const Vec& p) {
    return smooth_step(-16, -6, p.z) + smooth_step(-34, -42, pose.to_local(p).z);
  };
  std::vector<Station> stations{{on_bone(femur, top + Vec{0, 0, 6.5}, 0), 2.2, 0.2, {0, 1, 0.2}},
                                {on_bone(femur, top + Vec{0, 0, 3.5}, 0), 4.6, 0.5, {0, 1, 0.2}}};
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    // Flat on what lies beneath.
    const Vec along = line[std::min(i + 2, line.size() - 1)] - line[i < 2 ? 0 : i - 2];
    const Vec wide = glm::normalize(glm::cross(along, gradient(surfaces, line[i], 1)));
    stations.push_back({line[i], 5.6 + 4 * t * t * t, i == 0 ? 0.8 : 1.1 - 0.3 * t, wide});
  }
  const Vec wide_low = stations.back().wide;
  stations.push_back({pose.to_world(on_bone(tibia, {-13.5, 10.5, -94}, 0)), 9, 0.4, wide_low});
  stations.push_back({pose.to_world(on_bone(tibia, {-12.5, 11.5, -99}, 0)), 5.5, 0.2, wide_low});
  return sweep({stations, 1.7, 24, 9, 0.012, 2.6, 0, surfaces, 0.2, femur, shin(knee), 10, lie});
}

Mesh build_lcl(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {39, -6, 2}, 0.6), low = pose.to_world(on_bone(fibula, {48, -19, -55}, 0));
  const std::vector<Vec> line = taut(knee, top, low, 1, 2.6, 0);
  std::vector<Station> stations{{on_bone(femur, top + Vec{0, -0.5, 4}, 0), 1.8, 0.5, {0, 1, 0}}};
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const bool is_end = i == 0 || i + 1 == line.size();
    stations.push_back({line[i], 2.1, is_end ? 1.2 : 1.7, {0, 1, 0}});
  }
  stations.push_back({pose.to_world(on_bone(fibula, {48, -19.5, -60}, 0)), 1.8, 0.4, {0, 1, 0}});
  const Field calf = [&](const Vec& p) { return fibula(pose.to_local(p)); };
  return sweep({stations, 1.6, 18, 5, 0.05, 2, 0, {}, 0, femur, calf, 6});
}

}  // namespace mend::anatomy

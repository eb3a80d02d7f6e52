#include "anatomy/kinematics.h"

#include <algorithm>
#include <array>
#include <vector>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"

namespace mend::anatomy {
namespace {

struct Row {
  double flexion, internal_rotation, varus, medial_back, lateral_back, patella_flexion, y, z, x_shift, tilt;
};
constexpr std::array<Row, 10> kTable{{{0, 0, 0, 0, 0, 4, 52, 5, 6, 9},
                                      {10, 4, .4, 1, -2.2, 9, 54, -4, 5, 9},
                                      {20, 6.5, .7, 1, -4.2, 17, 50, -11, 4, 9},
                                      {30, 8.5, 1.1, .5, -6.4, 23, 45.5, -18, 4.1, 8.8},
                                      {45, 10.5, 1.6, 0, -8.5, 34, 37, -25, 5.2, 7.5},
                                      {60, 12, 2.1, -.5, -10.3, 44, 27, -30, 5.5, 6.5},
                                      {75, 13, 2.4, -1, -11.6, 54, 17.5, -32, 5.5, 5.5},
                                      {90, 14, 2.8, -1.5, -13, 65, 8, -34.5, 5.5, 4.6},
                                      {105, 15.5, 3.2, -1.5, -14.3, 75, -2, -35, 5.5, 4.5},
                                      {120, 18, 4, -2, -17, 85, -13, -34, 5.5, 4.5}}};

double at(double flexion, double Row::*column) {
  std::size_t i = 1;
  while (i + 1 < kTable.size() && kTable[i].flexion < flexion) ++i;
  const Row &a = kTable[i - 1], &b = kTable[i];
  const double t = (flexion - a.flexion) / (b.flexion - a.flexion);
  return lerp(a.*column, b.*column, t);
}

glm::dmat3 about(int axis, double degrees) {
  const double c = math::cos(math::radians(degrees)), s = math::sin(math::radians(degrees));
  if (axis == 0) return {1, 0, 0, 0, c, s, 0, -s, c};  // columns
  if (axis == 1) return {c, 0, -s, 0, 1, 0, s, 0, c};
  return {c, s, 0, -s, c, 0, 0, 0, 1};
}

/// Points on the outer surface of a cartilage, in its bone's frame, found along z or y from a grid.
std::vector<Vec> probe(const Field& cartilage, const Field& patch, const Vec& low, const Vec& high,
                       const Vec& ray, double spacing) {
  std::vector<Vec> points;
  const bool vertical = ray.z != 0;
  for (double a = low.x; a <= high.x; a += spacing) {
    for (double b = vertical ? low.y : low.z; b <= (vertical ? high.y : high.z); b += spacing) {
      const Vec start = vertical ? Vec{a, b, high.z} : Vec{a, low.y, b};
      Vec p = start;
      double d = cartilage(p);
      for (int step = 0; step < 60 && d > 0.01; ++step) {
        p += ray * (0.7 * d);
        d = cartilage(p);
      }
      if (d <= 0.01 && patch(p) > 0) points.push_back(p);
    }
  }
  return points;
}

double smallest(const std::vector<Vec>& points, const Pose& pose, const Solids& solids) {
  double least = 1e9;
  for (const Vec& p : points) least = std::min(least, solids.femur_with_cartilage(pose.to_world(p)));
  return least;
}

constexpr double kGap = 0.12;  // mm aimed at, within the 0.0-0.3 that counts as touching

void place_tibia(double flexion, const Solids& solids, Poses& poses) {
  const Field plateau = [&](const Vec& p) { return solids.tibia_with_cartilage(p); };
  const std::vector<Vec> medial =
      probe(plateau, tibia_patch_medial, {-36, -20, 0}, {-4, 20, -18}, {0, 0, -1}, 1.0);
  const std::vector<Vec> lateral =
      probe(plateau, tibia_patch_lateral, {6, -20, 0}, {36, 16, -18}, {0, 0, -1}, 1.0);
  double varus = at(flexion, &Row::varus), height = 0;
  const double back = 0.5 * (at(flexion, &Row::medial_back) + at(flexion, &Row::lateral_back));
  const glm::dmat3 internal = about(2, at(flexion, &Row::internal_rotation));
  for (int step = 0; step < 14; ++step) {
    poses.tibia.turn = about(0, -flexion) * about(1, varus) * internal;
    poses.tibia.shift = poses.tibia.turn * -Vec(0, back, height);
    poses.gap_medial = smallest(medial, poses.tibia, solids);
    poses.gap_lateral = smallest(lateral, poses.tibia, solids);
    height -= 0.9 * (0.5 * (poses.gap_medial + poses.gap_lateral) - kGap);
    varus += 0.8 * (poses.gap_medial - poses.gap_lateral) / 44 * (180 / math::kPi);
  }
}

Pose patella_at(double track, double outward) {
  const glm::dmat3 turn =
      about(0, -at(track, &Row::patella_flexion)) * about(2, -at(track, &Row::tilt) * 0.5);
  const Vec place{at(track, &Row::x_shift), at(track, &Row::y), at(track, &Row::z)};
  const Vec away = glm::normalize(Vec{0, place.y, place.z});
  return {turn, place + away * outward - turn * kPatellaCentre};
}

void place_patella(double flexion, const Solids& solids, Poses& poses) {
  const Field kneecap = [&](const Vec& p) { return solids.patella_with_cartilage(p); };
  const std::vector<Vec> back = probe(kneecap, patella_patch, {-18, 30, -9}, {28, 60, 22}, {0, 1, 0}, 1.6);
  const Vec tuberosity = poses.tibia.to_world(kTuberosity);
  const auto touch = [&](double track) {
    double near = -12, far = 14;
    for (int step = 0; step < 12; ++step) {
      const double middle = 0.5 * (near + far);
      (smallest(back, patella_at(track, middle), solids) < kGap ? near : far) = middle;
    }
    return patella_at(track, far);
  };
  // Further along the track is nearer the tuberosity.
  double low = flexion - 25, high = flexion + 25;
  for (int step = 0; step < 9; ++step) {
    const double middle = 0.5 * (low + high);
    const double length = glm::length(touch(middle).to_world(kPatellaApex) - tuberosity);
    (length > kTendonLength ? low : high) = middle;
  }
  poses.patella = touch(0.5 * (low + high));
  poses.gap_patella = smallest(back, poses.patella, solids);
}

}  // namespace

Poses pose_knee(double flexion, const Solids& solids) {
  Poses poses;
  place_tibia(flexion, solids, poses);
  place_patella(flexion, solids, poses);
  return poses;
}

}  // namespace mend::anatomy

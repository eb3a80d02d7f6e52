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
                                      {30, 8.5, 1.1, .5, -6.4, 23, 45.5, -18, 4.3, 8.8},
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

/// A place on the outer surface of a cartilage, in its bone's frame, with the cartilage below it.
struct Probe {
  Vec place, normal;
  double thickness;
};

/// The bone and its cartilage that probes are laid on.
struct ProbedSurface {
  Field bone, covered, patch, thickness;
};

/// Probes from a grid, found along z or y.
std::vector<Probe> probe(const ProbedSurface& surface, const Vec& low, const Vec& high, const Vec& ray,
                         double spacing) {
  std::vector<Probe> probes;
  const bool vertical = ray.z != 0;
  for (double a = low.x; a <= high.x; a += spacing) {
    for (double b = vertical ? low.y : low.z; b <= (vertical ? high.y : high.z); b += spacing) {
      Vec p = vertical ? Vec{a, b, high.z} : Vec{a, low.y, b};
      double d = surface.covered(p);
      for (int step = 0; step < 60 && d > 0.01; ++step) {
        p += ray * (0.7 * d);
        d = surface.covered(p);
      }
      if (d <= 0.01 && surface.patch(p) > 0)
        probes.push_back({p, gradient(surface.bone, p, 0.4), surface.thickness(p)});
    }
  }
  return probes;
}

/// The probes sunk on to what wear has left.
template <typename Left>
std::vector<Vec> sunk(const std::vector<Probe>& probes, Left left) {
  std::vector<Vec> points;
  points.reserve(probes.size());
  for (const Probe& probe : probes)
    points.push_back(probe.place - probe.normal * (probe.thickness - left(probe.place)));
  return points;
}

double smallest(const std::vector<Vec>& points, const Pose& pose, const Wear& wear) {
  double least = 1e9;
  for (const Vec& p : points) least = std::min(least, worn_femur(pose.to_world(p), wear));
  return least;
}

constexpr double kGap = 0.12;  // mm aimed at, within the 0.0-0.3 that counts as touching

void place_tibia(double flexion, const Wear& wear, Poses& poses) {
  static const std::vector<Probe> native_medial =
      probe({tibia, tibia_with_cartilage, tibia_patch_medial, tibia_thickness}, {-36, -20, 0}, {-4, 20, -18}, {0, 0, -1}, 1.0);
  static const std::vector<Probe> native_lateral =
      probe({tibia, tibia_with_cartilage, tibia_patch_lateral, tibia_thickness}, {6, -20, 0}, {36, 16, -18}, {0, 0, -1}, 1.0);
  const auto left = [&](const Vec& p) { return worn_tibia_thickness(p, wear); };
  const std::vector<Vec> medial = sunk(native_medial, left), lateral = sunk(native_lateral, left);
  double varus = at(flexion, &Row::varus), height = 0;
  const double back = 0.5 * (at(flexion, &Row::medial_back) + at(flexion, &Row::lateral_back));
  const glm::dmat3 internal = about(2, at(flexion, &Row::internal_rotation));
  for (int step = 0; step < 14; ++step) {
    poses.tibia.turn = about(0, -flexion) * about(1, varus) * internal;
    poses.tibia.shift = poses.tibia.turn * -Vec(0, back, height);
    poses.gap_medial = smallest(medial, poses.tibia, wear);
    poses.gap_lateral = smallest(lateral, poses.tibia, wear);
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

void place_patella(double flexion, const Wear& wear, Poses& poses) {
  static const std::vector<Probe> native =
      probe({patella, patella_with_cartilage, patella_patch, patella_thickness}, {-18, 30, -9}, {28, 60, 22}, {0, 1, 0}, 1.6);
  const std::vector<Vec> back = sunk(native, [&](const Vec& p) { return worn_patella_thickness(p, wear); });
  const Vec tuberosity = poses.tibia.to_world(kTuberosity);
  const auto touch = [&](double track) {
    double near = -12, far = 14;
    for (int step = 0; step < 12; ++step) {
      const double middle = 0.5 * (near + far);
      (smallest(back, patella_at(track, middle), wear) < kGap ? near : far) = middle;
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
  poses.gap_patella = smallest(back, poses.patella, wear);
}

}  // namespace

Poses pose_knee(double flexion, const Wear& wear) {
  Poses poses;
  place_tibia(flexion, wear, poses);
  place_patella(flexion, wear, poses);
  return poses;
}

}  // namespace mend::anatomy

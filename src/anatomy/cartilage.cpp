// Thickness means and maxima by region: statistical mean of healthy young knees and one healthy man, with
// Eckstein 2001 and Hudelmaier 2003 for the order of thickness.
#include "anatomy/cartilage.h"

#include <algorithm>
#include <array>
#include <span>

#include "anatomy/bones.h"

namespace mend::anatomy {
namespace {

/// One bump of the thickness map: place (u, v), widths, thickness there in mm.
struct Bump {
  double u, v, su, sv, thickness;
};

/// Smooth blend: the mean of the bumps' thickness weighted by their Gaussians.
double blend(std::span<const Bump> bumps, double u, double v, double rest) {
  double sum = 0.02 * rest, weight = 0.02;
  for (const Bump& b : bumps) {
    const double a = (u - b.u) / b.su, c = (v - b.v) / b.sv;
    const double far = a * a + c * c;
    if (far > 40) continue;  // a weight below 1e-8
    const double w = math::exp(-0.5 * far);
    sum += w * b.thickness;
    weight += w;
  }
  return sum / weight;
}

constexpr double kFall = 1;  // mm outside the patch in which the very edge falls to the bone (assumed)

double taper(double thickness, double patch) {
  if (patch <= 0) return kEdgeThin * std::max(0.0, 1 + patch / kFall);
  return lerp(kEdgeThin, thickness,
              patch >= kEdge ? 1 : 0.8 * patch / kEdge + 0.2 * smooth_step(0, kEdge, patch));
}

}  // namespace

double femur_thickness(const Vec& p) {
  const double patch = femur_patch(p);
  if (patch <= -kFall) return 0;
  // u = degrees in front of the lowest point about the flexion axis, v = x.
  static constexpr std::array<Bump, 15> kMap{{{62, 1, 18, 6, 4.5},
                                              {85, 2, 14, 8, 3.3},
                                              {66, 15, 20, 6, 3.3},
                                              {95, 17, 14, 8, 2.3},
                                              {62, -13, 20, 6, 2.8},
                                              {88, -12, 12, 7, 2.0},
                                              {20, -23, 18, 9, 2.25},
                                              {-5, -24, 18, 9, 2.3},
                                              {20, 23, 18, 9, 2.2},
                                              {-5, 23, 16, 9, 2.5},
                                              {-42, -24, 20, 9, 2.35},
                                              {-45, 24, 17, 9, 3.2},
                                              {-85, -23, 22, 9, 2.95},
                                              {-85, 23, 22, 9, 2.95},
                                              {-120, 0, 15, 40, 1.8}}};
  const double angle = math::atan2(p.y, -p.z) * (180 / math::kPi);
  return taper(blend(kMap, angle, p.x, 2), patch);
}

double tibia_thickness(const Vec& p) {
  const double medial = tibia_patch_medial(p), lateral = tibia_patch_lateral(p);
  static constexpr std::array<Bump, 3> kMedial{
      {{-17, -1, 6, 8, 3.3}, {-27, 0, 6, 14, 2.0}, {-18, 0, 14, 20, 2.1}}};
  static constexpr std::array<Bump, 3> kLateral{
      {{14, -4, 5, 8, 4.5}, {21, -5, 6, 9, 3.6}, {24, -4, 14, 18, 2.4}}};
  if (medial > -kFall) return taper(blend(kMedial, p.x, p.y, 1.6), medial);
  if (lateral > -kFall) return taper(blend(kLateral, p.x, p.y, 1.8), lateral);
  return 0;
}

double patella_thickness(const Vec& p) {
  const double patch = patella_patch(p);
  if (patch <= -kFall) return 0;
  static constexpr std::array<Bump, 4> kMap{
      {{-2, 3, 5, 10, 5.3}, {8, 3, 7, 9, 4.7}, {-12, 2, 5, 9, 3.6}, {2, 0, 20, 16, 3.2}}};
  // Its edge thins over a longer way than that of the other plates.
  return taper(blend(kMap, p.x - kPatellaCentre.x, p.z - kPatellaCentre.z, 2.8), 0.8 * patch);
}

namespace {

double worn(double native, double left) {
  return std::max(std::min(native, kEdgeThin), native * left);
}

/// A bone's distance with cartilage on; far from it, where its thickness is not known, at most 4 mm.
template <typename Thickness>
double covered(double (*bone)(const Vec&), const Vec& p, Thickness thickness) {
  const double distance = bone(p);
  if (distance > 15) return distance - 4;
  constexpr double kStep = 0.2;  // mm
  Vec rise{0};
  for (int axis = 0; axis < 3; ++axis) {
    Vec step{0};
    step[axis] = kStep;
    rise[axis] = (bone(p + step) - bone(p - step)) / (2 * kStep);
  }
  const double thick = thickness(foot_on_bone(p, distance, rise));
  return distance_over(distance, glm::length(rise), thick);
}

}  // namespace

double true_distance(double value, double rise) {
  return value / std::clamp(rise, 0.7, 1.1);
}

double distance_over(double value, double rise, double thick) {
  return lerp(value, true_distance(value, rise), std::min(1.0, thick / kEdgeThin)) - thick;
}

Vec foot_on_bone(const Vec& p, double value, const Vec& rise) {
  constexpr double kFar = 6;  // mm: beyond, the way down is not known so well
  const double steepness = std::max(glm::length(rise), 0.1);
  return p - rise * (std::clamp(true_distance(value, steepness), -kFar, kFar) / steepness);
}

double femur_thickness(const Vec& p, const Cover& cover) {
  return worn(cover.thickness * femur_thickness(p), femur_left(p, cover.wear));
}
double tibia_thickness(const Vec& p, const Cover& cover) {
  return worn(cover.thickness * tibia_thickness(p), tibia_left(p, cover.wear));
}
double patella_thickness(const Vec& p, const Cover& cover) {
  return worn(cover.thickness * patella_thickness(p), patella_left(p, cover.wear));
}

double femur_with_cartilage(const Vec& p) {
  return covered(femur, p, [](const Vec& foot) { return femur_thickness(foot); });
}
double tibia_with_cartilage(const Vec& p) {
  return covered(tibia, p, [](const Vec& foot) { return tibia_thickness(foot); });
}
double patella_with_cartilage(const Vec& p) {
  return covered(patella, p, [](const Vec& foot) { return patella_thickness(foot); });
}
double covered_femur(const Vec& p, const Cover& cover) {
  return covered(femur, p, [&](const Vec& foot) { return femur_thickness(foot, cover); });
}
double covered_tibia(const Vec& p, const Cover& cover) {
  return covered(tibia, p, [&](const Vec& foot) { return tibia_thickness(foot, cover); });
}
double covered_patella(const Vec& p, const Cover& cover) {
  return covered(patella, p, [&](const Vec& foot) { return patella_thickness(foot, cover); });
}

}  // namespace mend::anatomy

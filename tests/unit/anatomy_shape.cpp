// The bones and cartilages against published morphometry: bands are means with about two standard deviations
// between people, from the sources in the bone files. Average adult, epicondylar width 81 mm.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"

using namespace mend::anatomy;
namespace math = mend::math;

namespace {

/// Along a ray from outside, the place where a field is met; far away if it is missed.
double meet(const Field& field, Vec from, const Vec& ray) {
  double along = 0;
  for (int step = 0; step < 200 && along < 150; ++step) {
    const double d = field(from + ray * along);
    if (d < 0.01) return along;
    along += std::max(0.01, 0.5 * d);
  }
  return 1e3;
}

/// Extent along one axis over a grid of rays in both directions.
double extent(const Field& field, int axis, const Vec& low, const Vec& high) {
  const int u = (axis + 1) % 3, v = (axis + 2) % 3;
  double least = 1e3, most = -1e3;
  for (double a = low[u]; a <= high[u]; a += 1.5) {
    for (double b = low[v]; b <= high[v]; b += 1.5) {
      Vec from{0}, ray{0};
      from[u] = a;
      from[v] = b;
      from[axis] = low[axis];
      ray[axis] = 1;
      const double up = meet(field, from, ray);
      if (up > 500) continue;
      least = std::min(least, low[axis] + up);
      from[axis] = high[axis];
      ray[axis] = -1;
      most = std::max(most, high[axis] - meet(field, from, ray));
    }
  }
  return most - least;
}

double front(double x, double z) {
  return 90 - meet(femur, {x, 90, z}, {0, -1, 0});
}
double top(const Field& field, double x, double y) {
  return -meet(field, {x, y, 0}, {0, 0, -1});
}

/// Mean cartilage thickness of the femur over angles (degrees in front of the lowest point) and x.
double mean_thickness(double angle_low, double angle_high, double x_low, double x_high) {
  double sum = 0;
  int count = 0;
  for (double angle = angle_low; angle <= angle_high; angle += 4) {
    for (double x = x_low; x <= x_high; x += 2) {
      const Vec ray{0, math::sin(math::radians(angle)), -math::cos(math::radians(angle))};
      const Vec far = Vec{x, 0, 0} + ray * 70.0;
      const double along = meet(femur, far, -ray);
      if (along > 500) continue;
      const double t = femur_thickness(far - ray * along);
      if (t > 0) sum += t, ++count;
    }
  }
  return count == 0 ? 0 : sum / count;
}

void check_band(double value, double low, double high) {
  CAPTURE(value);
  CHECK(value >= low);
  CHECK(value <= high);
}

}  // namespace

TEST_CASE("the femur has the published widths and depths") {
  check_band(extent(femur, 0, {-70, -40, -30}, {70, 50, 25}), 77, 88);
  check_band(extent(femur, 1, {-36, -60, -30}, {-14, 70, 25}), 58, 67);  // medial condyle
  check_band(extent(femur, 1, {14, -60, -30}, {36, 70, 25}), 60, 70);    // lateral condyle, 2 mm longer
  check_band(extent(femur, 0, {-70, -10, 54}, {70, 40, 55}), 36, 44);    // shaft 55 mm up
  check_band(extent(femur, 1, {-30, -60, 54}, {40, 70, 55}), 29, 36);
}

TEST_CASE("the intercondylar notch is an arch about 20 mm wide") {
  const double lateral = meet(femur, {0, -10, -10}, {1, 0, 0}),
               medial = meet(femur, {0, -10, -10}, {-1, 0, 0});
  check_band(lateral + medial, 17, 24);
  CHECK(femur({1, -20, -5}) > 0);
  CHECK(femur({1, -5, 12}) < 0);
}

TEST_CASE("the trochlear groove is 4 to 7 mm deep, its lateral lip higher") {
  double lateral = -1e3, medial = -1e3, groove = 1e3;
  for (double x = 9; x < 30; x += 0.5) lateral = std::max(lateral, front(x, 0));
  for (double x = -26; x < -7; x += 0.5) medial = std::max(medial, front(x, 0));
  for (double x = -7; x < 9; x += 0.5) groove = std::min(groove, front(x, 0));
  check_band(0.5 * (lateral + medial) - groove, 4, 8);
  CHECK(lateral > medial + 2);
}

TEST_CASE("the tibia has the published width, slope, dish and spines") {
  check_band(extent(tibia, 0, {-70, -40, -60}, {70, 50, -20}), 70, 80);
  check_band(extent(tibia, 1, {-33, -60, -50}, {-10, 70, -25}), 45, 57);
  const double slope = (top(tibia, -22, 14) - top(tibia, -22, -14)) / 28;
  check_band(math::atan2(slope, 1) * 180 / math::kPi, 3, 8);
  const double rim = 0.5 * (top(tibia, -18, 20) + top(tibia, -18, -16));
  check_band(rim - top(tibia, -18, 2), 0.3, 3.5);
  double spine = -1e3;
  for (double x = -7; x <= 0; x += 0.5) spine = std::max(spine, top(tibia, x, -1));
  check_band(spine - top(tibia, -20, 1), 6, 12);
}

TEST_CASE("the patella is as wide, high and thick as published") {
  check_band(extent(patella, 0, {-40, 30, -30}, {50, 75, 40}), 40.5, 46);
  check_band(extent(patella, 2, {-20, 35, -40}, {30, 70, 50}), 39.5, 46);
  check_band(extent(patella, 1, {-20, 20, -20}, {30, 90, 25}), 18.5, 23);
}

TEST_CASE("the fibula stands clear of the tibia, its tip about 10 mm below the rim") {
  double tip = -1e3;
  for (double x = 24; x < 50; x += 1) {
    for (double y = -38; y < -10; y += 1) {
      const double z = top(fibula, x, y);
      if (z < -500) continue;
      tip = std::max(tip, z);
      CHECK(tibia({x, y, z}) > 0.3);
    }
  }
  check_band(tip, -46, -35);
}

TEST_CASE("cartilage is as thick as published in each region") {
  check_band(mean_thickness(50, 80, -4, 6), 2.7, 3.9);      // trochlea, centre
  check_band(mean_thickness(50, 90, 10, 22), 2.1, 3.1);     // lateral
  check_band(mean_thickness(50, 90, -19, -9), 1.8, 2.8);    // medial
  check_band(mean_thickness(-12, 25, -32, -16), 1.7, 2.4);  // weight-bearing, medial
  check_band(mean_thickness(-12, 25, 16, 32), 1.7, 2.5);    // lateral
  check_band(mean_thickness(-60, -30, 16, 32), 2.0, 3.0);
  check_band(mean_thickness(-60, -30, -34, -18), 1.6, 2.4);
  check_band(mean_thickness(-110, -75, -34, -18), 1.7, 2.6);
  double thickest = 0;
  for (double x = 8; x < 34; x += 1) {
    for (double y = -14; y < 8; y += 1)
      thickest = std::max(thickest, tibia_thickness({x, y, top(tibia, x, y)}));
  }
  check_band(thickest, 2.8, 4.2);  // on the slope to the lateral spine
  double ridge = 0;
  for (double z = -4; z < 14; z += 1) {
    for (double x = -4; x < 10; x += 1) {
      const double y = 20 + meet(patella, {x, 20, z}, {0, 1, 0});
      ridge = std::max(ridge, patella_thickness({x, y, z}));
    }
  }
  check_band(ridge, 3.4, 4.8);
}

TEST_CASE("cartilage thins towards its edge and stops there") {
  CHECK(femur_thickness({-42, 0, 0}) == 0);    // medial wall
  CHECK(femur_thickness({1, -8, 0}) == 0);     // notch
  CHECK(tibia_thickness({1.5, 0, -24}) == 0);  // between the spines
  const double middle = femur_thickness({-22, 0, -26});
  double near_edge = 0;
  for (double x = -22; x > -45; x -= 0.2) {
    const double t = femur_thickness({x, 0, -60 + meet(femur, {x, 0, -60}, {0, 0, 1})});
    if (t > 0) near_edge = t;
  }
  CHECK(near_edge < 0.6);
  CHECK(middle > 1.7);
}

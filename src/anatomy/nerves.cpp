// Tibial and common peroneal nerve (Cao Thi 2018, Singh 2022, Yoo 2009) as lines outside bone that bend with
// the knee, and the needle.
#include <algorithm>

#include "anatomy/placed.h"

namespace mend::anatomy {
namespace {

/// A place known in the extended knee, moved with the leg: fixed to the femur well above the joint, to the
/// tibia well below, and carried by a share of the movement between.
Vec bend(const Placed& knee, const Vec& p) {
  return glm::mix(knee.poses.tibia.to_world(p), p, smooth_step(-75, 60, p.z));
}

Vec outside_bone(const Placed& knee, Vec p, double clear) {
  const Field field = [&](const Vec& q) { return knee.bones(q); };
  for (int step = 0; step < 10; ++step) {
    const double d = field(p);
    if (d >= clear) break;
    p += gradient(field, p, 0.3) * (clear - d);
  }
  return p;
}

struct NervePoint {
  Vec place;
  double half_width, half_thickness;
};

std::vector<Station> course(const Placed& knee, const std::vector<NervePoint>& points) {
  std::vector<Station> rough;
  for (const NervePoint& n : points)
    rough.push_back({bend(knee, n.place), n.half_width, n.half_thickness, {0, 0, 1}});
  // Enough places between that the line can lie round the bone.
  std::vector<Station> line = resample(rough, 5);
  // Loosened and pushed out by turns: a cord that lies round the bone without a kink.
  for (int pass = 0; pass < 4; ++pass) {
    std::vector<Station> loose = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      loose[i].place = 0.25 * (line[i - 1].place + line[i + 1].place) + 0.5 * line[i].place;
    }
    line = loose;
    for (Station& s : line) s.place = outside_bone(knee, s.place, s.half_thickness + 0.7);
  }
  // The flat side lies on the bone: wide across the gradient and the line.
  const Field field = [&](const Vec& q) { return knee.bones(q); };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec along = line[std::min(i + 1, line.size() - 1)].place - line[i == 0 ? 0 : i - 1].place;
    line[i].wide = glm::normalize(glm::cross(gradient(field, line[i].place, 0.5), along));
    if (i > 0 && glm::dot(line[i].wide, line[i - 1].wide) < 0) line[i].wide = -line[i].wide;
  }
  // Where the nearest bone changes, the flat side turns over some way.
  for (int pass = 0; pass < 8; ++pass) {
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      line[i].wide = glm::normalize(line[i - 1].wide + 2.0 * line[i].wide + line[i + 1].wide);
    }
  }
  return line;
}

}  // namespace

NerveCourse tibial_nerve(const Placed& knee) {
  // Slack when the knee is straight already, more as it bends: it sways to either side.
  const double sway = 1 + 0.8 * smooth_step(0, 40, knee.flexion);
  return {course(knee, {{{5, -47, 87}, 0.9, 0.7},
                        {{5.3, -47.6, 79}, 3.1, 2.2},
                        {{5.5, -48.7, 72}, 3.2, 2.3},
                        {{5 + 1.5 * sway, -50.5, 58}, 3.1, 2.2},
                        {{3, -52.5, 30}, 3, 2.1},
                        {{1 - 1.8 * sway, -53.5, 4}, 3, 2.1},
                        {{0.3 * sway, -50, -25}, 3, 2.1},
                        {{-1 + 1.6 * sway, -40, -58}, 2.9, 2.1},
                        {{-1, -31, -93}, 2.8, 2},
                        {{-1.7, -27.7, -112}, 2.6, 1.9},
                        {{-2, -26.5, -122}, 0.8, 0.7}}),
          0};
}

NerveCourse peroneal_nerve(const Placed& knee) {
  const std::vector<NervePoint> points{
      {{10.6, -47, 87}, 0.8, 0.7}, {{12.5, -48.5, 77}, 2, 1.9},   {{18, -50, 60}, 2, 1.85},
      {{31, -45, 20}, 1.9, 1.85},  {{38, -38, -10}, 1.95, 1.8},   {{45, -30, -40}, 2.2, 1.5},
      {{48, -20, -59}, 2.5, 1.1},  {{46.5, -12, -67}, 2.5, 1.1},  {{42, -9, -78}, 2.1, 1.2},
      {{40, -9.5, -95}, 1.7, 1.2}, {{39.5, -10, -108}, 1.5, 1.1}, {{39, -10.5, -116}, 0.6, 0.5}};
  NerveCourse nerve{course(knee, points), 0};
  const Vec neck = bend(knee, {48.2, -13, -62});
  const std::vector<Station> fine = resample(nerve.stations, 0.5);
  double along = 0, nearest = 1e9;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    if (i > 0) along += glm::length(fine[i].place - fine[i - 1].place);
    const double d = glm::length(fine[i].place - neck);
    if (d < nearest) {
      nearest = d;
      nerve.neck = along;
    }
  }
  return nerve;
}

Needle build_needle(const Placed& knee) {
  Needle needle;
  // Superolateral: under the quadriceps tendon into the pouch, in front of the femur.
  needle.tip = outside_bone(knee, {2, 36, 27}, 2.2);
  needle.direction = glm::normalize(Vec{-0.82, -0.22, -0.5});
  const Vec back = -needle.direction;
  const Vec across = glm::normalize(glm::cross(back, Vec{0, 0, 1})), over = glm::cross(back, across);
  // A 21-gauge cannula, drawn 1.1 mm thick to be seen, with a bevel; then the hub. Along from the tip,
  // radius.
  constexpr double kProfile[][2] = {{0, 0.12}, {2.6, 0.55}, {20, 0.55},  {45, 0.55}, {50, 0.55},  {50.4, 1.6},
                                    {53, 2.0}, {57, 2.4},   {57.4, 3.2}, {60, 3.2},  {60.4, 2.2}, {66, 2.4}};
  std::vector<std::vector<Vec>> rings;
  for (const auto& row : kProfile) {
    std::vector<Vec> ring;
    for (int k = 0; k < 18; ++k) {
      const double angle = 2 * math::kPi * k / 18;
      // The bevel: the tip lies at the lower edge of the tube.
      const Vec offset = row[0] < 1 ? over * -0.43 : Vec{0};
      ring.push_back(needle.tip - over * -0.43 + offset + back * row[0] +
                     row[1] * (across * math::cos(angle) + over * math::sin(angle)));
    }
    rings.push_back(std::move(ring));
  }
  needle.mesh = tube_of(rings);
  for (Vertex& v : needle.mesh.vertices) v.fibre = glm::vec3(needle.direction);
  return needle;
}

}  // namespace mend::anatomy

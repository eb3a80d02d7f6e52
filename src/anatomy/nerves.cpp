// Tibial and peroneal nerves (Cao Thi 2018, Singh 2022, Yoo 2009), saphenous nerve (Ebraheim) and the nerves
// of the joint (Fonkoue) as lines outside bone that bend with the knee, and the needle.
#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cords.h"
#include "anatomy/cut_end.h"
#include "anatomy/twigs.h"

namespace mend::anatomy {
namespace {

constexpr double kBelowNeck = 20;  // mm along, from the neck of the fibula to the peroneal nerve's division

std::vector<Station> part_of(const std::vector<Station>& line, double from, double to) {
  std::vector<Station> part;
  const std::vector<Station> fine = resample(line, 2);
  double along = 0;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    if (i > 0) along += glm::length(fine[i].place - fine[i - 1].place);
    if (along >= from && along <= to) part.push_back(fine[i]);
  }
  return part;
}

/// What the skin in front lies on: the bones and the patellar tendon.
Field beneath_skin(const Placed& knee) {
  const std::vector<Station> tendon = resample(patellar_stations(knee), 4);
  const Vec up = tendon.front().place - tendon.back().place,
            middle = 0.5 * (tendon.front().place + tendon.back().place);
  const Vec forward = glm::normalize(glm::cross(up, Vec{1, 0, 0}));
  return [&knee, tendon, forward, middle](const Vec& p) {
    constexpr double kBend = 1.5, kHalf = 12;  // mm: how far behind its middle its edges lie; half its width
    constexpr double kReach = 65;              // mm from its middle, beyond which it does not reach
    const double bone = knee.bones(p);
    if (glm::length(p - middle) - kReach > bone) return bone;
    const double aside = std::min(1.0, math::fabs(p.x - middle.x) / kHalf);
    return std::min(bone, tube(p + forward * (kBend * aside * aside), tendon));
  };
}

/// In the bent knee a nerve spans the hollow behind it: some of its points drawn, by a share, on to the line
/// between two others.
void span(const Placed& knee, std::vector<CordPoint>& points, std::size_t from, std::size_t to,
          double share) {
  const double taut = share * smooth_step(15, 85, knee.flexion);
  const Vec a = points[from].place, b = points[to].place;
  double length = 0, along = 0;
  for (std::size_t i = from; i < to; ++i) length += glm::length(points[i + 1].place - points[i].place);
  Vec last = a;
  for (std::size_t i = from + 1; i < to; ++i) {
    along += glm::length(points[i].place - last);
    last = points[i].place;
    points[i].place = glm::mix(last, glm::mix(a, b, along / length), taut);
  }
}

}  // namespace

NerveCourse tibial_nerve(const Placed& knee) {
  const std::vector<Station> artery = popliteal_artery(knee), vein = popliteal_vein(knee);
  // It sinks in towards them as the knee bends and slackens it, and gives way to them in
  // the deepest fold (assumed).
  const double sink = 4 * smooth_step(20, 90, knee.flexion) - 12 * smooth_step(90, 115, knee.flexion);
  // Behind the vessels, it does not come between them and the bone.
  constexpr double kBehind = 6;  // mm (assumed)
  const Field solid = [&](const Vec& p) {
    return std::min({knee.bones(p) - kBehind, tube(p, artery), tube(p, vein)});
  };
  std::vector<CordPoint> points = bend(knee, {{{4.8, -46, 97}, 3.1, 2.2},
                                              {{5.2, -47.3, 83}, 3.1, 2.2},
                                              {{5.5, -48.7, 72}, 3.2, 2.3},
                                              {{6.5, -50.5, 58}, 3.1, 2.2},
                                              {{3, -52.5 + sink, 30}, 3, 2.1},
                                              {{-0.8, -53.5 + sink, 4}, 3, 2.1},
                                              {{0.3, -50 + sink, -25}, 3, 2.1},
                                              {{0.6, -40, -58}, 2.9, 2.1},
                                              {{-1, -31, -93}, 2.8, 2},
                                              {{-1.7, -27.7, -112}, 2.6, 1.9},
                                              {{-2, -26.3, -122}, 2.6, 1.9}});
  constexpr double kSpan = 0.3;  // makes its bend round (assumed)
  span(knee, points, 2, 7, kSpan);
  return {course(knee, solid, points, loosening(knee)), 0};
}

Mesh build_tibial_nerve(const NerveCourse& tibial) {
  return cut_cord({tibial.stations, 2.4, 14}, CutFace::bundles);
}

NerveCourse peroneal_nerve(const Placed& knee) {
  // Behind the head of the fibula and round the outer side of its neck. In the bent knee the tendon of the
  // biceps comes from behind; the nerve keeps to its inner side and below.
  const double give = smooth_step(20, 90, knee.flexion), deep = smooth_step(85, 115, knee.flexion);
  std::vector<CordPoint> points{{{10.2, -46, 97}, 2, 1.9},
                                {{10.9, -47.3, 85}, 2, 1.9},
                                {{12.5, -48.5, 77}, 2, 1.9},
                                {{18, -50, 60}, 2, 1.85},
                                {{31, -45, 20}, 1.9, 1.85},
                                {{38 - 2 * give - 7 * deep, -38, -10}, 1.95, 1.8},
                                {{44 - 4 * give - 9 * deep, -33 - give, -40 - 9 * give}, 2.2, 1.5},
                                {{46.5 + 2.2 * deep, -27 + 4 * deep, -52 - 3 * deep}, 2.5, 1.25},
                                {{49.2, -21.8, -57.5}, 2.5, 1.25},
                                {{47.2, -20, -65}, 2.5, 1.25},
                                {{44, -12.8, -73}, 2.3, 1.2},
                                {{41.8, -9.3, -80}, 2.1, 1.2},
                                {{40, -9.5, -95}, 1.7, 1.2},
                                {{39.5, -10, -108}, 1.5, 1.1},
                                {{39, -10.5, -117}, 1.45, 1.1}};
  const Field bones = [&](const Vec& p) { return knee.bones(p); };
  // From the head of the fibula on it is held to the bone, as at the neck; above it gives with the bend.
  const auto at = [&](const Vec& p) { return turned(knee, p, std::clamp((p.z + 45) / 105, 0.0, 1.0)); };
  for (CordPoint& point : points) point.place = at(point.place);
  span(knee, points, 3, 6, 1 - deep);  // beside the tendon of the biceps
  NerveCourse nerve{course(knee, bones, points, loosening(knee) / 2), 0};
  const Vec neck = at({46.6, -17, -67});
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

Mesh build_common_peroneal(const NerveCourse& peroneal) {
  std::vector<Station> line = part_of(peroneal.stations, 0, peroneal.neck + kBelowNeck);
  for (std::size_t k = 0; k < 3; ++k) {  // a round end inside its larger branch
    Station& s = line[line.size() - 1 - k];
    s.half_width *= 0.75 + 0.08 * static_cast<double>(k);
    s.half_thickness *= 0.75 + 0.08 * static_cast<double>(k);
  }
  constexpr int kAround = 16;
  Mesh mesh = sweep({line, 1.8, kAround});
  cut_end(mesh, kAround, End::first, CutFace::bundles);
  return mesh;
}

Mesh build_superficial_peroneal(const NerveCourse& peroneal) {
  constexpr int kAround = 14;
  Mesh mesh = sweep({part_of(peroneal.stations, peroneal.neck + kBelowNeck - 5, 1e3), 1.8, kAround});
  cut_end(mesh, kAround, End::last, CutFace::bundles);
  return mesh;
}

Mesh build_deep_peroneal(const Placed& knee, const NerveCourse& peroneal) {
  // Forward and inward round the fibula, then down on the membrane (below the division assumed).
  const Vec from = part_of(peroneal.stations, peroneal.neck + kBelowNeck - 8, 1e3).front().place;
  const auto at = [&](double x, double y, double z) { return bend(knee, {x, y, z}); };
  constexpr int kAround = 12;
  Mesh mesh =
      sweep({twig(knee, from,
                  {at(40, -3.5, -79), at(34, 0.5, -87), at(28, 2, -98), at(24.5, 2, -110), at(23.5, 1, -121)},
                  1.25, 1),
             2.2, kAround});
  cut_end(mesh, kAround, End::last, CutFace::bundles);
  return mesh;
}

std::vector<Station> saphenous_nerve(const Placed& knee) {
  // 2-3 mm; deep to sartorius (4-6 mm deeper than the table has it, beneath our muscle), out between its hind
  // border and gracilis at the joint line, over the goosefoot's tendons and down the inner leg (assumed).
  const Field bones = [&](const Vec& p) { return knee.bones(p); };
  std::vector<CordPoint> points{
      {{-29.5, -21, 97}, 1.3, 1.2},    {{-32.5, -25, 80}, 1.3, 1.2},      {{-36.5, -28, 60}, 1.3, 1.2},
      {{-40.6, -26.5, 28}, 1.3, 1.2},  {{-42.6, -27.6, 4}, 1.3, 1.2},     {{-45, -29, -14}, 1.3, 1.2},
      {{-46, -25.5, -30}, 1.25, 1.15}, {{-43.5, -19.5, -45}, 1.25, 1.15}, {{-38.5, -13.5, -70}, 1.2, 1.1},
      {{-31, -9, -100}, 1.1, 1},       {{-28, -7, -121}, 1.1, 1}};
  for (CordPoint& point : points)
    point.place = carry(knee, point.place);  // with the straps that it lies under
  return course(knee, bones, points, 2 * loosening(knee) / 3);
}

Mesh build_saphenous_nerve(const Placed& knee) {
  return cut_cord({saphenous_nerve(knee), 2.4, 10}, CutFace::bundles);
}

namespace {

/// Where the infrapatellar branch divides, at the inner border of the tendon (assumed).
constexpr Vec kDivision{-9, 43.5, -43.5};
constexpr double kStem = 0.7, kTwig = 0.4, kTip = 0.18;  // mm, half-widths; of the twigs assumed

}  // namespace

std::vector<Station> infrapatellar_branch(const Placed& knee) {
  // 1-1.5 mm; leaves beneath sartorius, comes out at its front border, sweeps below the apex and over the
  // tendon to its outer border, 38 mm below the apex, and ends there in the skin.
  const Field solid = beneath_skin(knee);
  const auto at = [&](double x, double y, double z) { return carry(knee, {x, y, z}); };
  const auto over = [&](const Vec& p, double above) {
    return on_bone(solid, knee.poses.tibia.to_world(p), -above);
  };
  const std::vector<CordPoint> points{{onto(saphenous_nerve(knee), at(-42.4, -27.6, 7)), kStem, kStem},
                                      {at(-43.8, -14, 3), kStem, kStem},
                                      {at(-45, -2.5, -4), kStem, kStem},
                                      {at(-41, 10, -16), kStem, kStem},
                                      {over({-31, 30, -30}, 3), kStem, kStem},
                                      {over(kDivision, 1.2), kStem, kStem},
                                      {over({4, 47, -47.5}, 0.9), kTwig, kTwig},
                                      {over({16, 45, -52.5}, 1), 0.3, 0.3},
                                      {over({24, 40, -56}, 1.6), kTip, kTip}};
  // Free at first, between sartorius and the skin.
  return run_out(course(knee, solid, points), solid, 0.6);
}

Mesh build_infrapatellar_branch(const Placed& knee) {
  const std::vector<Station> stem = infrapatellar_branch(knee);
  Mesh mesh = sweep({stem, 2.4, 10});
  // Its upper and lower twigs part from it and run in the skin over the tendon and the tuberosity (assumed).
  const Field solid = beneath_skin(knee);
  const auto over = [&](const Vec& p, double above) {
    return on_bone(solid, knee.poses.tibia.to_world(p), -above);
  };
  const Vec from = onto(stem, over(kDivision, 1.2));
  const auto parted = [&](const std::vector<Vec>& places) {
    return run_out(twig(knee, from, places, kTwig, kTip / kTwig), solid);
  };
  append(mesh,
         mesh_of({parted({over({-1, 48, -39}, 0.9), over({9, 50, -35.5}, 0.8), over({18, 48, -34}, 0.6)}),
                  parted({over({-2, 43, -52}, 0.9), over({4, 40, -60}, 0.8), over({9, 38, -68}, 0.6)})}));
  return mesh;
}

std::vector<std::vector<Station>> genicular_nerves(const Placed& knee, const NerveCourse& peroneal) {
  // The five constant targets (Fonkoue), 0.7-1 mm; how they reach the bone
  // from the large nerves is assumed.
  constexpr double kRadius = 0.5, kAbove = 0.75;
  const auto leg = [&](double x, double y, double z) { return bend(knee, {x, y, z}); };
  const auto thigh = [&](double x, double y, double z) { return on_thigh({x, y, z}, kAbove); };
  const auto shin = [&](double x, double y, double z) { return on_shin(knee, {x, y, z}, kAbove); };
  const auto calf = [&](double x, double y, double z) { return knee.poses.tibia.to_world({x, y, z}); };
  const std::vector<Station> tibial = tibial_nerve(knee).stations;
  const Field bones = [&](const Vec& p) { return knee.bones(p); };
  std::vector<std::vector<Station>> twigs;
  const auto add = [&](const Vec& from, const std::vector<Vec>& places) {
    twigs.push_back(run_out(twig(knee, from, places, kRadius), bones, 0.6, 6));
  };
  // Past the vein on to the bone, deep to the muscles.
  add(onto(tibial, leg(4, -51, 50)),
      {leg(-4.5, -40, 47), leg(-9, -28, 42), leg(-16, -17, 34), thigh(-26, -9, 25), thigh(-33.5, -7, 20),
       thigh(-34, 6, 20), thigh(-30, 18, 20.5), thigh(-24, 28, 18)});
  add(onto(peroneal.stations, leg(20, -49.5, 54)),
      {leg(24, -40, 49), leg(25, -26, 42), leg(27, -13, 32), thigh(29, -5, 23), thigh(32.5, 7, 22.5),
       thigh(31, 17, 21), thigh(27, 26, 18), thigh(20, 33, 11)});
  add(onto(tibial, leg(0, -44, -46)),
      {leg(-8, -36.5, -46), leg(-14, -29, -47), leg(-22, -22, -48), shin(-31, -16, -47), shin(-34, -6, -50),
       shin(-30, 10, -48.5), shin(-22, 24.5, -45.5)});
  // From the infrapatellar branch to the inner front of the capsule.
  constexpr double kReach = 20;  // mm: the bent knee carries it off
  const Field joint = [&](const Vec& p) { return std::min(knee.bones(p), joint_capsule(knee, p)); };
  twigs.push_back(run_out(twig(knee, onto(infrapatellar_branch(knee), carry(knee, {-43.5, -2, -9})),
                               {leg(-40, 14, -10), leg(-33, 26, -14), leg(-27, 33, -19)}, kRadius),
                          joint, 0.3, kReach));
  // Recurrent fibular, from the neck to Gerdy's tubercle.
  const Vec neck = part_of(peroneal.stations, peroneal.neck + 3, 1e3).front().place;
  add(neck, {calf(40, -3, -62), calf(35, 7, -58), shin(31, 17, -53.5), shin(29, 24, -47)});
  return twigs;
}

Needle build_needle(const Placed& knee) {
  Needle needle;
  // Superolateral: under the quadriceps tendon into the pouch, in front of the femur.
  needle.tip = outside([&](const Vec& p) { return knee.bones(p); }, {2, 36, 27}, 2.2);
  needle.direction = glm::normalize(Vec{-0.86, -0.36, -0.36});
  const Vec back = -needle.direction;
  const Vec across = glm::normalize(glm::cross(back, Vec{0, 0, 1})), over = glm::cross(back, across);
  // A cannula 38 mm long (21 G x 1 1/2 in; 0.8 mm thick, ISO 9626; drawn 1.1 to be seen) with a bevel; then
  // the hub with its two lugs' rim, 7.8 mm across (ISO 80369-7); its other widths are assumed. Along from the
  // tip, radius.
  constexpr double kProfile[][2] = {{0, 0.12},   {2.6, 0.55}, {20, 0.55},  {37.8, 0.55}, {38, 0.6},
                                    {38.2, 1.3}, {40, 1.6},   {43, 1.9},   {43.3, 2.6},  {43.6, 2.8},
                                    {49.6, 3.0}, {49.9, 3.2}, {50.1, 3.7}, {50.4, 3.9},  {51.6, 3.9},
                                    {51.9, 3.6}, {52, 2.2}};
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

// The placed knee's fields, and the ligaments inside the joint: both cruciates as two bundles each between
// footprints (Piefer 2012, Harner, Siebold 2014), and the ligament between the front horns of the menisci.
#include <algorithm>
#include <array>

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

namespace {
/// One bundle of a cruciate: the middles of its footprints, half their extent across and along the way that
/// it comes, and half its width and thickness between them.
struct Bundle {
  Vec top, low;
  glm::dvec2 at_femur, middle, at_tibia;
};

/// Where a bundle runs out on a bone: from `start` it lies on the bone and thins out to `end`.
struct Foot {
  Vec start, middle, end, across;
};
Foot foot_of(const Field& bone, const Vec& place, const Vec& coming, double half_length, double lift) {
  const Vec out = glm::normalize(gradient(bone, place, 0.5));
  const Vec along = glm::normalize(coming - out * glm::dot(coming, out));
  return {on_bone(bone, place - along * half_length, -lift), on_bone(bone, place, 0.1),
          on_bone(bone, place + along * half_length, 0.5), glm::cross(out, along)};
}

/// Square to `along`, from a place to the nearest of a line.
Vec aside(const Vec& place, const Vec& along, const std::vector<Vec>& line) {
  Vec nearest = line.front();
  for (const Vec& p : line) {
    if (glm::length(p - place) < glm::length(nearest - place)) nearest = p;
  }
  const Vec d = nearest - place;
  return d - along * glm::dot(d, along);
}

/// Both lines from foot to foot, pulled taut, clear of a solid and beside each other.
std::array<std::vector<Vec>, 2> pair_of_lines(const Field& solid, const std::array<Bundle, 2>& bundles,
                                              const std::array<std::array<Foot, 2>, 2>& feet) {
  constexpr int kSteps = 16, kPasses = 30;
  std::array<std::vector<Vec>, 2> lines;
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    for (std::size_t b = 0; b < 2; ++b)
      lines[b].push_back(glm::mix(feet[b][0].start, feet[b][1].start, share));
  }
  const double apart = bundles[0].middle.x + bundles[1].middle.x + 0.1;
  for (int pass = 0; pass < kPasses; ++pass) {
    const std::array<std::vector<Vec>, 2> before = lines;
    for (std::size_t b = 0; b < 2; ++b) {
      const Vec along = glm::normalize(before[b].back() - before[b].front());
      for (std::size_t i = 1; i < kSteps; ++i) {
        const double rise = std::min(1.0, 0.25 * static_cast<double>(std::min<std::size_t>(i, kSteps - i)));
        Vec p = 0.5 * (before[b][i - 1] + before[b][i + 1]);
        const Vec gap = aside(p, along, before[1 - b]);
        const double wide = glm::length(gap);
        if (wide > 0.1) p -= gap * (0.5 * rise * (apart - wide) / wide);
        lines[b][i] = outside(solid, p, (0.5 + 0.5 * rise) * (bundles[b].middle.y + 1.15), 3);
      }
    }
  }
  return lines;
}

/// The bundles lie side by side all the way: they turn and widen by degrees.
void ease(std::vector<Station>& line) {
  for (int pass = 0; pass < 3; ++pass) {
    const std::vector<Station> before = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const Station &a = before[i - 1], &b = before[i], &c = before[i + 1];
      line[i].half_width = 0.25 * (a.half_width + c.half_width) + 0.5 * b.half_width;
      line[i].wide = glm::normalize(a.wide + 2.0 * b.wide + c.wide);
    }
  }
}

std::array<std::vector<Station>, 2> two_bundles(const Placed& knee, const Field& solid,
                                                const std::array<Bundle, 2>& bundles) {
  std::array<std::array<Foot, 2>, 2> feet;
  const auto set_feet = [&](std::size_t b, const Vec& to_top, const Vec& to_low) {
    const Bundle& bundle = bundles[b];
    const double lift = 0.5 * bundle.middle.y;
    feet[b] = {foot_of(knee.thigh(), bundle.top, to_top, bundle.at_femur.y, lift),
               foot_of(knee.shin(), bundle.low, to_low, bundle.at_tibia.y, lift)};
  };
  for (std::size_t b = 0; b < 2; ++b) {
    const Vec down = bundles[b].low - bundles[b].top;
    set_feet(b, -down, down);
  }
  // Once more, now that it is known which way they come.
  std::array<std::vector<Vec>, 2> lines = pair_of_lines(solid, bundles, feet);
  for (std::size_t b = 0; b < 2; ++b) {
    const std::vector<Vec>& line = lines[b];
    set_feet(b, line[1] - line[4], line[line.size() - 2] - line[line.size() - 5]);
  }
  lines = pair_of_lines(solid, bundles, feet);
  std::array<std::vector<Station>, 2> stations;
  for (std::size_t b = 0; b < 2; ++b) {
    const Bundle& bundle = bundles[b];
    const std::vector<Vec>& line = lines[b];
    const Vec along = glm::normalize(line.back() - line.front());
    for (std::size_t i = 0; i < line.size(); i += 2) {
      const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
      const double half = bundle.middle.x + (bundle.at_femur.x - bundle.middle.x) * smooth_step(0.22, 0, t) +
                          (bundle.at_tibia.x - bundle.middle.x) * smooth_step(0.7, 1, t);
      // As wide as leaves no gap between them.
      const Vec gap = aside(line[i], along, lines[1 - b]);
      const double beside = std::clamp(0.5 * glm::length(gap) - 0.15, 0.6 * half, 1.12 * half);
      const double wide = lerp(half, beside, smooth_step(0, 0.15, std::min(t, 1 - t)));
      stations[b].push_back({line[i], wide, bundle.middle.y, glm::normalize(gap)});
    }
    ease(stations[b]);
    const auto run_out = [&](const Foot& foot, double half_width, const Station& last, double share) {
      const Vec across = glm::dot(foot.across, last.wide) < 0 ? -foot.across : foot.across;
      return Station{share < 1 ? foot.middle : foot.end, half_width * (share < 1 ? 1 : 0.6),
                     share < 1 ? 0.5 * bundle.middle.y : 0.25, across};
    };
    const Station first = stations[b].front(), last = stations[b].back();
    stations[b].insert(stations[b].begin(), {run_out(feet[b][0], bundle.at_femur.x, first, 1),
                                             run_out(feet[b][0], bundle.at_femur.x, first, 0.5)});
    stations[b].push_back(run_out(feet[b][1], bundle.at_tibia.x, last, 0.5));
    stations[b].push_back(run_out(feet[b][1], bundle.at_tibia.x, last, 1));
  }
  return stations;
}

std::array<std::vector<Station>, 2> pcl_stations(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // Femoral areas 112 and 60 mm2, tibial 93 and 151, the middles there 8.2 mm apart, at 47 and 44 % of the
  // tibia's width (Harner; anatomy table 6); at the femur about the table's middle by those areas (assumed).
  const Bundle anterolateral{on_bone(femur, {-6, 6.5, -5}, 0.8),
                             pose.to_world(on_bone(tibia, {0.8, -19.5, -37.2}, 0.8)),
                             {4.95, 5.3},
                             {3.2, 3},
                             {4.6, 5}};
  const Bundle posteromedial{on_bone(femur, {-9.8, -1.8, -7.2}, 0.8),
                             pose.to_world(on_bone(tibia, {-5, -21.5, -43.6}, 0.8)),
                             {3, 4.2},
                             {2.85, 2.55},
                             {6, 5.5}};
  return two_bundles(knee, [&](const Vec& p) { return knee.joint_surfaces(p); },
                     {anterolateral, posteromedial});
}

Mesh cruciate(const Placed& knee, const std::array<std::vector<Station>, 2>& bundles) {
  Mesh mesh;
  for (const std::vector<Station>& stations : bundles)
    append(mesh, sweep({stations, 1.3, 22, 5, 0.03, 2.4, 0, {}, 0, knee.thigh(), knee.shin(), 5}));
  return mesh;
}

}  // namespace

Mesh build_acl(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // Together 9.9 x 3.9 mm in the middle (39 mm2), about three times that at either end; the posterolateral
  // bundle starts 2.5 mm further back than the table's rounded place, beside and not below its fellow; both
  // are moved on to our bones.
  const Bundle anteromedial{on_bone(femur, {8, -11.4, 4}, 0.8),
                            pose.to_world(on_bone(tibia, {-1, 12.2, -23}, 1)),
                            {3.6, 5.6},
                            {2.5, 2.4},
                            {4.1, 6.3}};
  const Bundle posterolateral{on_bone(femur, {9, -11, -3}, 0.8),
                              pose.to_world(on_bone(tibia, {3.3, 9.5, -24}, 1)),
                              {3.6, 5.6},
                              {2.4, 2.3},
                              {4.1, 6.3}};
  // Its fellow lies behind it.
  const auto behind = pcl_stations(knee);
  const Field solid = [&](const Vec& p) {
    constexpr double kApart = 1.1;  // mm (assumed)
    return std::min({knee.joint_surfaces(p), tube(p, behind[0]) - kApart, tube(p, behind[1]) - kApart});
  };
  return cruciate(knee, two_bundles(knee, solid, {anteromedial, posterolateral}));
}

Mesh build_pcl(const Placed& knee) {
  return cruciate(knee, pcl_stations(knee));
}

Mesh build_transverse_ligament(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // 27 mm long, 2-3 thick, from the front edge of one front horn to the other's, in front of the anterior
  // cruciate ligament.
  const auto on_plateau = [&](double x, double y) {
    return pose.to_world(on_bone(tibia_with_cartilage, {x, y, -26}, -1.3));
  };
  constexpr double kHorn = 0.14;  // share of a meniscus's length where it leaves the front horn
  const Vec from = on_plateau(-13.5, 20.6 - meniscus_slide(true, knee.flexion, kHorn)),
            to = on_plateau(12.5, 13.2 - meniscus_slide(false, knee.flexion, kHorn));
  const Vec middle = 0.5 * (from + to) + pose.turn * Vec{1, 3.5, 0};
  const Field surfaces = [&](const Vec& p) { return knee.joint_surfaces(p); };
  std::vector<Station> stations;
  const std::vector<Vec> line = string_over(surfaces, {from, middle, to}, 1.3);
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    stations.push_back({line[i], 1.35, 0.9 + 0.2 * math::sin(math::kPi * t), pose.turn * Vec{0, 0.2, 1}});
  }
  return sweep({stations, 1.2, 14, 3, 0.05});
}

}  // namespace mend::anatomy

// Ligaments and tendons on either side: collaterals (LaPrade 2003 and 2007, Liu 2010), medial patellofemoral
// ligament (Kruckeberg), popliteus tendon (LaPrade 2003, Osti) and iliotibial band.
#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cords.h"
#include "anatomy/cut_end.h"
#include "anatomy/muscle_belly.h"

namespace mend::anatomy {
namespace {

Field surfaces_of(const Placed& knee) {
  return [&knee](const Vec& p) { return knee.joint_surfaces(p); };
}
/// The joint surfaces and the menisci: their outer walls stand over the tibia's side, 1-2 mm beyond it.
Field with_menisci(const Placed& knee, double beyond) {
  return [&knee, beyond](const Vec& p) {
    const Vec q = knee.poses.tibia.to_local(p);
    const double wall = std::max(knee.solids->tibia({q.x, q.y, std::min(q.z, -38.0)}) - beyond, q.z + 22);
    return std::min(knee.joint_surfaces(p), wall);
  };
}

/// Flat on what lies beneath: across the line and the way out.
Vec flat_on(const Field& solid, const std::vector<Vec>& line, std::size_t i) {
  const Vec along = line[std::min(i + 2, line.size() - 1)] - line[i < 2 ? 0 : i - 2];
  return glm::normalize(glm::cross(along, gradient(solid, line[i], 1)));
}

/// What lies beneath a taut band changes from place to place; the band turns by degrees.
void ease(std::vector<Station>& stations, int passes) {
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<Station> before = stations;
    for (std::size_t i = 1; i + 1 < stations.size(); ++i) {
      const Vec &a = before[i - 1].wide, &b = before[i].wide, &c = before[i + 1].wide;
      stations[i].wide =
          glm::normalize((glm::dot(a, b) < 0 ? -a : a) + 2.0 * b + (glm::dot(c, b) < 0 ? -c : c));
    }
  }
}

/// The popliteus tendon's middle: from the front of its sulcus (18.5 mm from the origin of the outer
/// collateral ligament) round the back corner of the tibia, where it is cut off its muscle (assumed).
std::vector<Station> popliteus_stations(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {37, 5, -10}, 0.4), cut = pose.to_world({24, -25.5, -40});
  // It is pulled by its muscle, the way of which it keeps.
  const Vec pull = pose.to_world(on_bone(tibia, {17, -25, -46}, -0.3));
  const std::vector<Vec> rough{top, glm::mix(top, pose.to_world({38.5, -9, -22}), 0.6),
                               pose.to_world({34.5, -18, -30}), pose.to_world({26, -24, -38}), pull};
  const Field solid = with_menisci(knee, 0);
  std::vector<Vec> line = string_over(solid, rough, 1.8);
  slacken(line, 2);
  const auto nearest = std::min_element(line.begin(), line.end(), [&](const Vec& a, const Vec& b) {
    return glm::length(a - cut) < glm::length(b - cut);
  });
  line.erase(nearest + 1, line.end());
  // At the front it flattens and runs out in its sulcus.
  const Vec forward = glm::normalize(line[0] - line[3]), wide_top = flat_on(solid, line, 0);
  std::vector<Station> stations{{on_bone(femur, top + 7.0 * forward, 0), 1.8, 0.1, wide_top},
                                {on_bone(femur, top + 5.0 * forward, 0), 3, 0.2, wide_top},
                                {on_bone(femur, top + 2.5 * forward, 0), 3.5, 0.45, wide_top}};
  const std::size_t last = line.size() - 1;
  for (std::size_t i = 0; i <= last; i = i == last ? last + 1 : std::min(i + 2, last)) {
    // 6 mm wide (5-7 published); it flattens and spreads towards its muscle.
    const double t = static_cast<double>(i) / static_cast<double>(last);
    const double flat = smooth_step(0.7, 1, t), full = smooth_step(0, 0.25, t);
    stations.push_back({line[i], lerp(lerp(3.4, 3, full), 3.6, flat), lerp(lerp(0.8, 1.7, full), 1.2, flat),
                        flat_on(solid, line, i)});
  }
  return stations;
}

std::vector<Station> deep_stations(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  // Femur: anatomy table (Liu 2010), 3 mm further back, so that it lies beneath the superficial layer as that
  // comes down from the epicondyle; tibia: 6.5 mm below the joint (the same). Width and thickness assumed: a
  // hem of it shows on either side.
  const Vec top = on_bone(femur, {-38, -4, -7}, 0.2), low = pose.to_world(on_bone(tibia, {-33, 1, -36}, 0.2));
  const Field solid = with_menisci(knee, 1.8);
  const std::vector<Vec> line = strap(solid, {top, low}, -1, 0.6, 0);
  // Its ends run out round on the bone.
  const std::size_t last = line.size() - 1;
  const Vec up = glm::normalize(line[0] - line[3]), down = glm::normalize(line[last] - line[last - 3]);
  std::vector<Station> stations{{on_bone(femur, top + 2.5 * up, 0.2), 3.2, 0.15, flat_on(solid, line, 0)}};
  for (std::size_t i = 0; i <= last; i += 2) {
    const bool is_end = i == 0 || i == last;
    stations.push_back({line[i], is_end ? 5.4 : 6.3, is_end ? 0.35 : 0.5, flat_on(solid, line, i)});
  }
  const Vec beyond = pose.to_world(on_bone(tibia, pose.to_local(low + 2.0 * down), 0.2));
  stations.push_back({beyond, 3.2, 0.15, flat_on(solid, line, last)});
  return stations;
}

Vec mcl_top() {
  return on_bone(femur, {-40, -4, 6}, 0);
}

/// The joint surfaces with room for the deep layer on them, from below the epicondyle to 6.5 mm below the
/// joint.
Field over_deep_layer(const Placed& knee) {
  return [&knee, top = mcl_top()](const Vec& p) {
    const double below = knee.poses.tibia.to_local(p).z;
    const double deep = smooth_step(4, 12, glm::length(p - top)) * smooth_step(-41, -33, below);
    return knee.joint_surfaces(p) - 1.5 * deep;
  };
}

}  // namespace

std::vector<Station> mcl_stations(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = mcl_top(), low = pose.to_world(on_bone(tibia, {-15, 9, -87}, 0));
  const Field surfaces = over_deep_layer(knee);
  std::vector<Vec> line = strap(surfaces, {top, low}, -1, 1.2, 1);
  slacken(line, 2);
  // Its uppermost fibres run on past the epicondyle the way that it comes.
  const Vec back = glm::normalize(line[0] - line[3]), wide_top = flat_on(surfaces, line, 0);
  std::vector<Station> stations{{on_bone(femur, top + back * 6.0, 0), 1.4, 0.2, wide_top},
                                {on_bone(femur, top + back * 5.2, 0), 3.4, 0.35, wide_top},
                                {on_bone(femur, top + back * 3.0, 0), 4.9, 0.6, wide_top}};
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    stations.push_back({line[i], 5.6 + 5.2 * t * t * t,
                        i == 0 ? 0.8 : (1.22 - 0.5 * t) * (1 - 0.45 * smooth_step(0.8, 1, t)),
                        flat_on(surfaces, line, i)});
  }
  const Vec wide_low = stations.back().wide;
  stations.push_back({pose.to_world(on_bone(tibia, {-13.5, 10.5, -93.5}, 0)), 9.2, 0.3, wide_low});
  stations.push_back({pose.to_world(on_bone(tibia, {-12.5, 11.5, -98}, 0)), 4.5, 0.15, wide_low});
  ease(stations, 4);
  return stations;
}

Mesh build_mcl(const Placed& knee) {
  // Flat on the femur and on the tibia's flare; only across the joint is it taut.
  const Field lie = [&knee, top = mcl_top()](const Vec& p) {
    return smooth_step(22, 12, glm::length(p - top)) + smooth_step(-34, -42, knee.poses.tibia.to_local(p).z);
  };
  return sweep({mcl_stations(knee), 2.2, 24, 9, 0.012, 2, 0, over_deep_layer(knee), 0.27, knee.thigh(),
                knee.shin(), 14, lie, 0, 1});
}

Mesh build_mcl_deep(const Placed& knee) {
  return sweep({deep_stations(knee), 1.5, 24, 9, 0.012, 2.6, 0, with_menisci(knee, 1.8), 0.1, knee.thigh(),
                knee.shin(), 6});
}

std::vector<Station> mpfl_stations(const Placed& knee) {
  const Pose& pose = knee.poses.patella;
  const Field surfaces = surfaces_of(knee);
  // Femur: 14 mm above the epicondyle (Kruckeberg); patella: upper half of the medial border.
  const Vec top = on_bone(femur, {-37, -5, 15}, 0.2);
  const Vec low = pose.to_world(on_bone(patella, kPatellaCentre + Vec{-19, -3.5, 7.3}, 0.3));
  // In deep flexion it goes round the inner face of the condyle (assumed), not round behind it.
  const Vec middle = glm::mix(0.5 * (top + low), Vec{-43, 8, -14}, smooth_step(60, 95, knee.flexion));
  const std::vector<Vec> line = string_over(surfaces, {top, middle, low}, 1);
  std::vector<Station> stations;
  for (std::size_t i = 0; i < line.size(); i += 2) {
    // A fan: 12 mm at the femur, 20 at the patella.
    const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
    const Vec up = glm::mix(flat_on(surfaces, line, i), pose.turn * Vec{0, 0, 1}, smooth_step(0.5, 1, t));
    const double thick = lerp(0.35, 0.48, smooth_step(0, 0.1, std::min(t, 1 - t)));
    const double width = lerp(4.5, 8.5, smooth_step(0.1, 0.9, t)) - 0.8 * smooth_step(0.08, 0, t);
    stations.push_back({line[i], width, thick, up});
    Station& s = stations.back();
    if (stations.size() > 1 && glm::dot(s.wide, stations[stations.size() - 2].wide) < 0) s.wide = -s.wide;
  }
  return stations;
}

Mesh build_mpfl(const Placed& knee) {
  return sweep({mpfl_stations(knee),
                1.6,
                28,
                9,
                0.012,
                2.6,
                0,
                surfaces_of(knee),
                0.1,
                knee.thigh(),
                knee.kneecap(),
                6,
                {},
                0,
                2});
}

Mesh build_popliteus_tendon(const Placed& knee) {
  constexpr int kAround = 40;
  Mesh mesh = sweep({popliteus_stations(knee),
                     1.5,
                     kAround,
                     5,
                     0.03,
                     2,
                     0,
                     with_menisci(knee, 0),
                     0.1,
                     knee.thigh(),
                     {},
                     14});
  fray(mesh, kAround, End::last, {4, 9, 4});  // assumed
  return mesh;
}

std::vector<Station> lcl_stations(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const Vec top = on_bone(femur, {39, -6, 2}, 0.3),
            low = pose.to_world(on_bone(fibula, {48, -18.5, -52}, -0.3));
  const std::vector<Station> beneath = popliteus_stations(knee);
  // It passes over the popliteus tendon.
  const Field solid = [&](const Vec& p) { return std::min(knee.joint_surfaces(p), tube(p, beneath) - 0.3); };
  std::vector<Vec> line = strap(solid, {top, low}, 1, 2.6, 0);
  slacken(line, 2);
  // A cord that flattens and fans out over its last 6 mm and runs out on either bone the way that it came
  // (assumed).
  const std::size_t last = line.size() - 1;
  const Vec up = glm::normalize(line[0] - line[3]), down = glm::normalize(line[last] - line[last - 3]);
  const Vec across = glm::normalize(glm::cross(line[last] - line[0], Vec{1, 0, 0}));
  const auto on_femur = [&](double beyond) { return on_bone(femur, top + up * beyond, 0); };
  const auto on_fibula = [&](double beyond) {
    return pose.to_world(on_bone(fibula, pose.to_local(low + down * beyond), 0));
  };
  std::vector<Station> stations{{on_femur(6.2), 2.6, 0.1, across},
                                {on_femur(4.2), 4.3, 0.15, across},
                                {on_femur(2), 4.1, 0.35, across}};
  for (std::size_t i = 0; i <= last; i += 2) {
    const bool is_end = i == 0 || i == last;
    stations.push_back({line[i], is_end ? 3.1 : 2.08, is_end ? 0.8 : 1.4, across});
  }
  stations.push_back({on_fibula(2.5), 3.6, 0.4, across});
  stations.push_back({on_fibula(4.6), 3.6, 0.2, across});
  stations.push_back({on_fibula(6.4), 2.2, 0.1, across});
  return stations;
}

Mesh build_lcl(const Placed& knee) {
  return sweep({lcl_stations(knee), 1.4, 24, 5, 0.05, 2, 0, {}, 0, knee.thigh(), knee.calf(), 9});
}

std::vector<Station> iliotibial_band(const Placed& knee) {
  const auto& pose = knee.poses.tibia;
  const std::vector<Station> beneath = lcl_stations(knee);
  const Field surfaces = [&](const Vec& p) {
    return std::min(knee.joint_surfaces(p), tube(p, beneath) - 1.4);
  };
  // From the outer side of the thigh to Gerdy's tubercle; deep fibres hold it to the femur above the condyle
  // (Kaplan's; both places assumed). 30-40 mm wide above, 2-3 thick.
  const Vec top{48.5, 4, kStageTop}, held{40, 8, 40}, low = pose.to_world(on_bone(tibia, {26, 15.5, -42}, 0));
  const std::vector<Vec> line = strap(surfaces, {top, held, low}, 1, 3, 0);
  const Vec out_low = gradient(knee.shin(), low, 1);
  const double turn_low = lerp(1, 0.45, smooth_step(20, 80, knee.flexion));
  const std::size_t last = line.size() - 1;
  std::vector<Station> stations;
  for (std::size_t i = 0; i <= last; i += 2) {
    const double t = static_cast<double>(i) / static_cast<double>(last);
    const Vec along = line[std::min(i + 1, last)] - line[i == 0 ? 0 : i - 1];
    // Bent, it comes to the tubercle from behind, along the side of the shin.
    const Vec out = glm::mix(Vec{1, 0, 0}, out_low, turn_low * smooth_step(0.4, 1, t));
    stations.push_back({line[i], lerp(16, 8, smooth_step(0.2, 0.95, t)), t > 0.97 ? 0.6 : 1.2,
                        glm::normalize(glm::cross(out, along))});
  }
  // It runs out on the bone the way that it came.
  const Vec along = glm::normalize(line[last] - line[last - 3]), wide = stations.back().wide;
  const auto foot = [&](double beyond) {
    return pose.to_world(on_bone(tibia, pose.to_local(low + along * beyond), 0));
  };
  stations.push_back({foot(6), 7, 0.4, wide});
  stations.push_back({foot(11), 4.5, 0.2, wide});
  return stations;
}

Mesh build_iliotibial_band(const Placed& knee) {
  const std::vector<Station> beneath = lcl_stations(knee);
  const Field surfaces = [&](const Vec& p) {
    return std::min(knee.joint_surfaces(p), tube(p, beneath) - 2.4);
  };
  Mesh mesh =
      sweep({iliotibial_band(knee), 2.6, 26, 9, 0.012, 2.8, 0, surfaces, 0.5, {}, knee.shin(), 10, {}, 0, 6});
  for (Vertex& v : mesh.vertices) {
    constexpr auto kTop = static_cast<float>(kStageTop);
    if (v.depth == 0 || v.position.z > kTop) v.position.z = kTop;  // cut flat with the thigh
  }
  return mesh;
}

}  // namespace mend::anatomy

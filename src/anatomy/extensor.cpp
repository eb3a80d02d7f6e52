// The extensor mechanism: quadriceps tendon (35 mm wide, 7-8 thick, 60-70 long), patella and patellar tendon
// (27-30 mm wide at the apex, 22-25 at the tuberosity, 5 thick), and the back of all three, where the joint
// ends.
#include <algorithm>
#include <array>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cut_end.h"
#include "anatomy/muscles.h"
#include "anatomy/placed.h"
#include "anatomy/untangle.h"

namespace mend::anatomy {
namespace {

constexpr double kQuadricepsLength = 65;  // mm above the patella
constexpr double kQuadricepsHalf = 3.75;  // mm, half its thickness
constexpr double kPouchRoom = 3.5;        // mm between it and the femur: the collapsed pouch and its fat
constexpr double kPatellarHalf = 2.5;     // mm

/// Moves a place out of the bones within the sagittal plane: a string that is pulled stays in its groove,
/// though the walls of the groove push to the sides.
Vec forward_of_bone(const Placed& knee, Vec p, double clear) {
  const Field field = [&](const Vec& q) { return knee.joint_surfaces(q); };
  for (int step = 0; step < 8; ++step) {
    const double d = field(p);
    if (d >= clear) break;
    const Vec out = gradient(field, p, 0.3);
    p += glm::normalize(Vec{0, out.y, out.z}) * (clear - d);
  }
  return p;
}

/// The quadriceps tendon's middle: a taut string from the upper pole over whatever it meets, cut to length.
std::vector<Vec> quadriceps_line(const Placed& knee) {
  constexpr std::size_t kPoints = 16;
  const Vec pole = knee.poses.patella.to_world(kPatellaCentre + kUpperPole);
  const Vec goal{6, 32, 84};  // in front of the shaft
  // In deep flexion it starts well in front of the trochlea, not through it.
  const double deep = smooth_step(45, 110, knee.flexion);
  const Vec bow{5.5, 0.5 * (pole.y + goal.y) + 4 + 50 * deep, lerp(0.5 * (pole.z + goal.z), -15, deep)};
  std::vector<Vec> line;
  for (std::size_t i = 0; i < kPoints; ++i) {
    const double t = static_cast<double>(i) / (kPoints - 1);
    line.push_back(glm::mix(glm::mix(pole, bow, t), glm::mix(bow, goal, t), t));
  }
  for (int pass = 0; pass < 40; ++pass) {
    const std::vector<Vec> last = line;
    for (std::size_t i = 1; i + 1 < kPoints; ++i) {
      line[i] = forward_of_bone(knee, 0.5 * (last[i - 1] + last[i + 1]),
                                i < 3 ? kQuadricepsHalf : kQuadricepsHalf + kPouchRoom);
    }
  }
  double along = 0;
  for (std::size_t i = 1; i < kPoints; ++i) {
    const double step = glm::length(line[i] - line[i - 1]);
    if (along + step >= kQuadricepsLength) {
      line[i] = glm::mix(line[i - 1], line[i], (kQuadricepsLength - along) / step);
      line.resize(i + 1);
      break;
    }
    along += step;
  }
  return line;
}

Vec forward_of(const Vec& up) {
  return glm::normalize(glm::cross(up, Vec{1, 0, 0}));
}

/// Middle of the patellar tendon where it leaves the apex and where it meets the tuberosity.
Vec tendon_top(const Placed& knee) {
  return knee.poses.patella.to_world(kPatellaApex + Vec{-1, 0.4, -1});
}
Vec tendon_low(const Placed& knee) {
  return knee.poses.tibia.to_world(on_bone(tibia, kTuberosity + Vec{0, 0, 0.5}, -kPatellarHalf));
}

}  // namespace

Placed place_knee(double flexion, std::shared_ptr<const Solids> solids) {
  Placed knee{flexion, std::move(solids)};
  knee.poses = pose_knee(flexion, *knee.solids);
  knee.quadriceps = quadriceps_line(knee);
  const std::vector<Vec>& line = knee.quadriceps;
  for (std::size_t i = 0; i + 1 < line.size(); i += 3) {
    const Vec next = line[std::min(i + 3, line.size() - 1)];
    const Vec forward = forward_of(next - line[i]);
    knee.extensor_back.push_back({line[i] - forward * (kQuadricepsHalf + 0.3), forward, 17, 0.35});
  }
  const Pose& patella_pose = knee.poses.patella;
  knee.extensor_back.push_back(
      {patella_pose.to_world(kPatellaCentre + Vec{0, -2.5, 0}), patella_pose.turn * Vec{0, 1, 0}, 17, 0.7});
  const Vec top = tendon_top(knee), low = tendon_low(knee), forward = forward_of(top - low);
  knee.extensor_back.push_back({top - forward * (kPatellarHalf + 0.3), forward, 12, 0.7});
  knee.over_capsule = {mpfl_stations(knee), mcl_stations(knee), lcl_stations(knee), iliotibial_band(knee),
                       vastus_lateralis_band(knee)};
  return knee;
}

std::vector<Station> patellar_stations(const Placed& knee) {
  const Pose &patella_pose = knee.poses.patella, &tibia_pose = knee.poses.tibia;
  const Vec across = patella_pose.turn * Vec{1, 0, 0}, across_low = tibia_pose.turn * Vec{1, 0, 0};
  const Vec top = tendon_top(knee), low = tendon_low(knee);
  // On the kneecap the stations keep `deep` mm below its face; at the apex the middle lies 0.9 mm further
  // forward than between the ends, so that its face has no step there (assumed).
  const auto within = [&](double z, double deep) {
    return patella_pose.to_world(on_bone(patella, kPatellaCentre + Vec{1.6, 9, z}, deep));
  };
  std::vector<Station> stations{{within(-1, 1.2), 6, 0.4, across},
                                {within(-6, 1.6), 8.5, 0.6, across},
                                {within(-11, 2), 11, 0.9, across},
                                {within(-15.5, 2), 13.2, 1.6, across},
                                {top + patella_pose.turn * Vec{0, 0.9, 0}, 14.2, kPatellarHalf, across}};
  for (const double t : {0.25, 0.5, 0.75}) {
    stations.push_back({glm::mix(top, low, t), t < 0.4 ? 13.7 : 12.3, kPatellarHalf,
                        glm::normalize(glm::mix(across, across_low, t))});
  }
  // mm down the shin, half-width and half-thickness: it thins out on the bone (assumed).
  for (const auto& [down, width, thick] : std::initializer_list<std::array<double, 3>>{
           {0, 11.8, 2.2}, {4, 11.4, 1.4}, {8.5, 10.8, 0.75}, {13, 9.8, 0.4}, {18, 8, 0.2}, {24, 5, 0.1}}) {
    const Vec on = on_bone(tibia, kTuberosity + Vec{0, 0, 0.5 - down}, 0.4 - thick);
    stations.push_back({tibia_pose.to_world(on), width, thick, across_low});
  }
  return stations;
}

double before_joint(const Placed& knee, const Vec& p) {
  double front = -1e3;
  for (const BackPlane& plane : knee.extensor_back) {
    const Vec d = p - plane.point;
    const double beyond = math::fabs(d.x) - plane.half_width;
    front = smooth_max(front, glm::dot(d, plane.forward) + plane.fall * ramp(beyond, 5), 1.5);
  }
  return front;
}

namespace {

/// Its front fibres come down over the kneecap's face, where they thin out along an arch.
void cover_apex(const Placed& knee, Mesh& mesh, int around) {
  constexpr double kOver = 18, kLayer = 1, kUnder = 0.4;  // mm (assumed)
  const Pose& pose = knee.poses.patella;
  const Vec forward = pose.turn * Vec{0, 1, 0};
  const auto ring = static_cast<std::uint32_t>(around);
  for (std::uint32_t i = 0; i + 2 < mesh.vertices.size(); ++i) {
    Vertex& v = mesh.vertices[i];
    const double along = static_cast<double>(v.depth);
    if (along > 1.5 * kOver) break;
    const std::uint32_t k = i % ring;
    const Vertex& other = mesh.vertices[i - k + (ring - k) % ring];
    Vec p(v.position);
    if (glm::dot(p - Vec(other.position), forward) <= 0) continue;  // a back fibre, or an edge
    const double aside = (pose.to_local(p).x - kPatellaCentre.x - 1.6) / 14;
    const double share = smooth_step(14 * std::min(1.0, aside * aside), kOver, along);
    const double layer = lerp(-kUnder, kLayer, share);
    for (int step = 0; step < 6; ++step)
      p += forward * std::max(0.0, layer - knee.solids->patella(pose.to_local(p)));
    v.position = glm::vec3(p);
  }
}

}  // namespace

Mesh build_patellar_tendon(const Placed& knee) {
  constexpr int kAround = 36;
  const Field bone = knee.shin();
  const Field lie = [&](const Vec& p) { return smooth_step(-54, -64, knee.poses.tibia.to_local(p).z); };
  Mesh mesh =
      sweep({patellar_stations(knee), 1.7, kAround, 9, 0.012, 2.8, 1.2, bone, 0, {}, bone, 18, lie, 0, 6});
  cover_apex(knee, mesh, kAround);
  set_normals(mesh);
  untangle(mesh);
  grow_in(mesh, knee.kneecap(), 0, 14);
  return mesh;
}

Mesh build_quadriceps_tendon(const Placed& knee) {
  const Pose& pose = knee.poses.patella;
  const Vec across = pose.turn * Vec{1, 0, 0};
  const std::vector<Vec>& line = knee.quadriceps;
  const std::size_t last = line.size() - 1;
  const Vec down = glm::normalize(line[last - 1] - line[last]);
  constexpr double kBeyond = 5;  // mm that its longest fibres are longer than most (assumed)
  std::vector<Station> stations{{line[last] - kBeyond * down, 19, 0.4, {1, 0, 0}}};
  for (std::size_t i = last; i > 0; --i) {
    const double t = static_cast<double>(i) / static_cast<double>(last);
    const double width = 17.5 - 2 * smooth_step(0, 0.45, t) + 3.5 * smooth_step(0.4, 1, t);
    const double thick = lerp(0.4, kQuadricepsHalf, smooth_step(0, 18, glm::length(line[last] - line[i])));
    stations.push_back({line[i], width, thick, glm::normalize(glm::mix(across, {1, 0, 0}, t))});
  }
  // Into the upper pole, its front fibres thinning out over the front face.
  const Field kneecap = knee.kneecap();
  const auto on_front = [&](double z) {
    return pose.to_world(on_bone(patella, kPatellaCentre + Vec{0, 9, z}, 0));
  };
  stations.push_back({line[0], 17.2, kQuadricepsHalf, across});
  stations.push_back({on_front(15), 13.5, 1.1, across});
  stations.push_back({on_front(9), 11.5, 0.4, across});
  const Field trochlea = [&](const Vec& p) { return knee.solids->femur_with_cartilage(p); };
  constexpr int kAround = 84;
  Mesh mesh = sweep({stations, 2, kAround, 9, 0.012, 3, 1.6, trochlea, 0.8, {}, {}, 5, {}, 0.05, 4, true});
  // Its upper end, where it is cut off the muscle, is round rather than square, and frayed.
  constexpr double kArch = 14;  // mm
  const double length = static_cast<double>(mesh.vertices.back().depth);
  for (Vertex& v : mesh.vertices) {
    // Its lower end sinks into the kneecap along an arch, highest in the middle, as the upper pole is round.
    const Vec at(v.position);
    const double off_middle = std::min(1.0, math::fabs(pose.to_local(at).x - kPatellaCentre.x) / 17);
    const double reach = lerp(19, 8, off_middle * off_middle) + 1.5 * math::cos(2.9 * at.x);
    const double sunk = smooth_step(reach, 0.5 * reach, length - static_cast<double>(v.depth));
    // Its faces stay a little apart.
    const double below = 0.9 - 0.1 * std::clamp(kneecap(at), -4.0, 8.0);
    if (sunk > 0) v.position = glm::vec3(glm::mix(at, on_bone(kneecap, at, below), sunk));
    const double rest = std::max(0.0, 1 - static_cast<double>(v.depth) / kArch);
    const double aside = (static_cast<double>(v.position.x) - line[last].x) / 20;
    v.position += glm::vec3(down * (0.45 * kArch * rest * aside * aside));
  }
  fray(mesh, kAround, End::first, {13, 15});  // assumed
  grow_in(mesh, kneecap, length, 19);
  return mesh;
}

}  // namespace mend::anatomy

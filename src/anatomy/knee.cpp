#include "anatomy/knee.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cavity.h"
#include "anatomy/mesher.h"
#include "anatomy/muscles.h"
#include "anatomy/placed.h"
#include "anatomy/shell.h"
#include "anatomy/skin.h"
#include "anatomy/space.h"
#include "base/parallel.h"
#include "base/random.h"
#include "base/result.h"

namespace mend::anatomy {
namespace {

constexpr double kLesionX = -22;     // mm
constexpr double kLesionAngle = 25;  // degrees in front of the lowest point about the flexion axis

Vec lesion_ray() {
  return {0, math::sin(math::radians(kLesionAngle)), -math::cos(math::radians(kLesionAngle))};
}

/// Where a ray from inside leaves a field.
Vec leave(const Field& field, const Vec& from, const Vec& ray) {
  double low = 0, high = 60;
  for (int step = 0; step < 34; ++step) {
    const double middle = 0.5 * (low + high);
    (field(from + ray * middle) < 0 ? low : high) = middle;
  }
  return from + ray * (0.5 * (low + high));
}

LesionFrame frame_of_lesion() {
  LesionFrame frame;
  const Vec centre = leave(femur_with_cartilage, {kLesionX, 0, 0}, lesion_ray());
  const Vec outward = gradient(femur_with_cartilage, centre, 0.5);
  const Vec floor = leave([](const Vec& p) { return -femur(p); }, centre, -outward);
  const Vec right = glm::normalize(glm::cross(Vec{0, 1, 0.2}, outward));
  frame.centre = glm::vec3(centre);
  frame.outward = glm::vec3(outward);
  frame.right = glm::vec3(right);
  frame.up = glm::vec3(glm::cross(outward, right));
  frame.depth = glm::length(centre - floor);
  return frame;
}

void add_lesion(Knee& knee, int threads) {
  const double radius = knee.shape.lesion_diameter / 2;
  const Vec centre(knee.lesion.centre), outward(knee.lesion.outward), right(knee.lesion.right),
      up(knee.lesion.up);
  const auto column = [&](double u, double v) {
    const Vec level = centre + radius * (u * right + v * up), start = level - outward * 12.0;
    if (femur(start) > 0) return std::pair{level, level};  // beyond the condyle's edge: nothing to fill
    const Vec floor = leave(femur, start, outward);
    const Vec surface = leave(femur_with_cartilage, start, outward);
    return std::pair{floor, surface};
  };
  constexpr std::size_t kGrid = Knee::kColumnGrid;
  knee.columns.resize(kGrid * kGrid);
  parallel_for(knee.columns.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const double u = 2.0 * (static_cast<double>(k % kGrid) + 0.5) / kGrid - 1,
                   v = 2.0 * (static_cast<double>(k / kGrid) + 0.5) / kGrid - 1;
      const auto [floor, surface] = column(u, v);
      knee.columns[k] = {glm::vec3(floor), glm::vec3(surface), static_cast<float>(math::sqrt(u * u + v * v))};
    }
  });
  for (std::uint64_t i = 0; i < 600; ++i) {
    const double r = 0.97 * math::sqrt((static_cast<double>(i) + 0.5) / 600),
                 angle = 2 * math::kPi * low_discrepancy(i + 1, 2);
    const Vec floor = column(r * math::cos(angle), r * math::sin(angle)).first;
    knee.lesion_floor.push_back({glm::vec3(floor), glm::vec3(gradient(femur, floor, 0.4)),
                                 nearest_cavity(knee, floor + outward * 4.0, 40), PartId::femoral_cartilage});
  }
}

void move(Mesh& mesh, const Pose& pose) {
  for (Vertex& v : mesh.vertices) {
    v.position = glm::vec3(pose.to_world(Vec(v.position)));
    v.normal = glm::vec3(pose.turn * Vec(v.normal));
    v.fibre = glm::vec3(pose.turn * Vec(v.fibre));
  }
}

/// Marks the articular part smooth and the grain along the shaft.
void finish_bone(Mesh& mesh, const Field& patch) {
  for (Vertex& v : mesh.vertices) {
    v.region = static_cast<float>(smooth_step(-0.5, 0.7, patch(Vec(v.position))));
    v.fibre = {0, 0, 1};
  }
}

void add(Knee& knee, PartId id, Mesh mesh) {
  const Bounds box = bounds(mesh);
  knee.parts.push_back({id, std::move(mesh), box});
}

void add_bones_and_cartilage(Knee& knee, const Placed& placed, int threads) {
  Mesh thigh = surface_of(femur, {{-50, -40, -36}, {52, 50, 103}, 1.55}, threads);
  Mesh shin = surface_of(tibia, {{-46, -40, -133}, {50, 42, -15}, 1.55}, threads);
  Mesh kneecap = surface_of(patella, {{-22, 34, -22}, {32, 68, 30}, 1.3}, threads);
  Mesh calf = surface_of(fibula, {{14, -42, -136}, {56, 0, -32}, 1.55}, threads);
  const Hole hole{Vec(knee.lesion.centre), Vec(knee.lesion.outward), knee.shape.lesion_diameter / 2};
  Mesh femoral = grow_shell({thigh, femur, femur_patch, femur_thickness, hole});
  Mesh medial = grow_shell({shin, tibia, tibia_patch_medial, tibia_thickness, {}});
  Mesh lateral = grow_shell({shin, tibia, tibia_patch_lateral, tibia_thickness, {}});
  Mesh patellar = grow_shell({kneecap, patella, patella_patch, patella_thickness, {}});
  finish_bone(thigh, femur_patch);
  finish_bone(shin, [](const Vec& p) { return std::max(tibia_patch_medial(p), tibia_patch_lateral(p)); });
  finish_bone(kneecap, patella_patch);
  finish_bone(calf, [](const Vec&) { return -1e3; });
  for (Mesh* mesh : {&shin, &calf, &medial, &lateral}) move(*mesh, placed.poses.tibia);
  for (Mesh* mesh : {&kneecap, &patellar}) move(*mesh, placed.poses.patella);
  add(knee, PartId::femur, std::move(thigh));
  add(knee, PartId::tibia, std::move(shin));
  add(knee, PartId::patella, std::move(kneecap));
  add(knee, PartId::fibula, std::move(calf));
  add(knee, PartId::femoral_cartilage, std::move(femoral));
  add(knee, PartId::tibial_cartilage_medial, std::move(medial));
  add(knee, PartId::tibial_cartilage_lateral, std::move(lateral));
  add(knee, PartId::patellar_cartilage, std::move(patellar));
}

void add_soft_parts(Knee& knee, const Placed& placed, int threads) {
  add(knee, PartId::meniscus_medial, build_meniscus(placed, true));
  add(knee, PartId::meniscus_lateral, build_meniscus(placed, false));
  add(knee, PartId::acl, build_acl(placed));
  add(knee, PartId::pcl, build_pcl(placed));
  add(knee, PartId::mcl, build_mcl(placed));
  add(knee, PartId::mcl_deep, build_mcl_deep(placed));
  add(knee, PartId::lcl, build_lcl(placed));
  add(knee, PartId::mpfl, build_mpfl(placed));
  add(knee, PartId::transverse_ligament, build_transverse_ligament(placed));
  add(knee, PartId::popliteus_tendon, build_popliteus_tendon(placed));
  add(knee, PartId::iliotibial_band, build_iliotibial_band(placed));
  add(knee, PartId::patellar_tendon, build_patellar_tendon(placed));
  add(knee, PartId::quadriceps_tendon, build_quadriceps_tendon(placed));
  add(knee, PartId::capsule,
      surface_of([&](const Vec& p) { return joint_capsule(placed, p); }, {{-62, -62, -85}, {62, 80, 75}, 2.8},
                 threads));
  add(knee, PartId::hoffa_fat_pad,
      surface_of([&](const Vec& p) { return fat_pad(placed, p); }, {{-36, -45, -85}, {44, 75, 20}, 1.6},
                 threads));
}

void add_muscles(Knee& knee, const Placed& placed) {
  for (auto& [id, mesh] : build_front_muscles(placed)) add(knee, id, std::move(mesh));
  for (auto& [id, mesh] : build_back_muscles(placed)) add(knee, id, std::move(mesh));
}

void add_vessels(Knee& knee, const Placed& placed) {
  add(knee, PartId::popliteal_artery, build_popliteal_artery(placed));
  add(knee, PartId::popliteal_vein, build_popliteal_vein(placed));
  add(knee, PartId::genicular_arteries, build_genicular_arteries(placed));
}

void add_nerves_and_needle(Knee& knee, const Placed& placed) {
  const NerveCourse tibial = tibial_nerve(placed), peroneal = peroneal_nerve(placed);
  add(knee, PartId::tibial_nerve, sweep({tibial.stations, 1.8, 16}));
  add(knee, PartId::peroneal_nerve, build_common_peroneal(peroneal));
  add(knee, PartId::deep_peroneal_nerve, build_deep_peroneal(placed, peroneal));
  add(knee, PartId::superficial_peroneal_nerve, build_superficial_peroneal(peroneal));
  add(knee, PartId::saphenous_nerve, sweep({saphenous_nerve(placed), 1.9, 12}));
  add(knee, PartId::infrapatellar_branch, build_infrapatellar_branch(placed));
  add(knee, PartId::genicular_nerves, build_genicular_nerves(placed, peroneal));
  knee.tibial_nerve = path_of(tibial.stations, 1, 2.4);
  knee.peroneal_nerve = path_of(peroneal.stations, 1, 1.8);
  knee.neck_arclength = peroneal.neck;
  Needle needle = build_needle(placed);
  knee.needle_tip = glm::vec3(needle.tip);
  knee.needle_direction = glm::vec3(needle.direction);
  add(knee, PartId::needle, std::move(needle.mesh));
}

/// Last, as it goes round all of them; but for the twigs of nerves that lie in its fat.
void add_skin(Knee& knee, const Placed& placed, int threads) {
  std::vector<const Mesh*> within;
  for (const Part& part : knee.parts) {
    const bool is_twig = part.id == PartId::infrapatellar_branch || part.id == PartId::genicular_nerves;
    if (part.id != PartId::needle && !is_twig) within.push_back(&part.mesh);
  }
  add(knee, PartId::skin, build_skin(placed, within, threads));
}

/// The patella, bands on the bone and what lies round the joint are left out, so that hiding them leaves no
/// stain.
void shade(Knee& knee, int threads) {
  std::vector<const Mesh*> solids;
  for (const Part& part : knee.parts) {
    const bool is_patella = part.id == PartId::patella || part.id == PartId::patellar_cartilage;
    if (part.id <= PartId::pcl && !is_patella) solids.push_back(&part.mesh);
  }
  const DistanceVolume space(solids, 1.5, threads);
  for (Part& part : knee.parts) {
    if (part.id != PartId::needle) set_occlusion(part.mesh, space, threads);
  }
}

void fill_space(Knee& knee, const Placed& placed, int threads) {
  std::vector<const Mesh*> solids;
  for (const Part& part : knee.parts) {
    const bool is_muscle = info(part.id).tissue == Tissue::muscle;  // outside the capsule
    if (part.id != PartId::capsule && part.id != PartId::skin && part.id != PartId::needle && !is_muscle)
      solids.push_back(&part.mesh);
  }
  const DistanceVolume space(solids, 1.4, threads);
  fill_cavity(knee, placed, space, threads);
  fill_walls(knee, space);
}

}  // namespace

const Part* Knee::find(PartId id) const {
  for (const Part& part : parts) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

double lesion_site_thickness() {
  return frame_of_lesion().depth;
}

Knee build_knee(const KneeShape& shape, int threads, const Progress& progress) {
  if (!(shape.flexion >= 0 && shape.flexion <= 120)) fail("build_knee: flexion must be 0 to 120 degrees");
  if (!(shape.lesion_diameter >= 0 && shape.lesion_diameter <= 40)) {
    fail("build_knee: lesion diameter must be 0 to 40 mm");
  }
  const auto report = [&](double share) {
    if (progress) progress(share);
  };
  Knee knee;
  knee.shape = shape;
  knee.lesion = frame_of_lesion();
  const Placed placed = place_knee(shape.flexion);
  report(0.05);
  add_bones_and_cartilage(knee, placed, threads);
  report(0.4);
  add_soft_parts(knee, placed, threads);
  report(0.7);
  add_muscles(knee, placed);
  add_vessels(knee, placed);
  add_nerves_and_needle(knee, placed);
  shade(knee, threads);
  add_skin(knee, placed, threads);
  report(0.8);
  fill_space(knee, placed, threads);
  if (shape.lesion_diameter > 0) add_lesion(knee, threads);
  report(1);
  return knee;
}

}  // namespace mend::anatomy

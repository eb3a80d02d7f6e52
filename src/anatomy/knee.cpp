#include "anatomy/knee.h"

#include <algorithm>
#include <array>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cavity.h"
#include "anatomy/cords.h"
#include "anatomy/erosion.h"
#include "anatomy/lesion.h"
#include "anatomy/mesher.h"
#include "anatomy/muscles.h"
#include "anatomy/placed.h"
#include "anatomy/shell.h"
#include "anatomy/space.h"
#include "anatomy/spurs.h"
#include "base/parallel.h"
#include "base/result.h"

namespace mend::anatomy {
namespace {

void move(Mesh& mesh, const Pose& pose) {
  for (Vertex& v : mesh.vertices) {
    v.position = glm::vec3(pose.to_world(Vec(v.position)));
    v.normal = glm::vec3(pose.turn * Vec(v.normal));
    v.fibre = glm::vec3(pose.turn * Vec(v.fibre));
  }
}

/// Marks the articular part smooth, where erosions go, and the grain along the shaft.
void finish_bone(Mesh& mesh, const Field& patch) {
  set_erosion(mesh, patch);
  for (Vertex& v : mesh.vertices) {
    v.region = static_cast<float>(smooth_step(-0.5, 0.7, patch(Vec(v.position))));
    v.fibre = {0, 0, 1};
  }
}

void add(Knee& knee, PartId id, Mesh mesh) {
  const Bounds box = bounds(mesh);
  knee.parts.push_back({id, std::move(mesh), box});
}

/// A bone to grow cartilage on, and the same with its spurs on, which is what shows.
struct BonePair {
  Mesh native, shown;
};
BonePair bone_pair(double (*spurred)(const Vec&, int), int kl_grade, const MeshBox& box, int threads) {
  const auto mesh = [&](int grade) {
    return surface_of([&](const Vec& p) { return spurred(p, grade); }, box, threads);
  };
  BonePair pair{mesh(0), {}};
  pair.shown = kl_grade == 0 ? pair.native : mesh(kl_grade);
  return pair;
}

/// The cartilages in the frames of their bones, with the lesion cut into its own.
std::array<Mesh, 4> grow_cartilages(const KneeShape& shape, const LesionBed& bed, const Mesh& thigh,
                                    const Mesh& shin, const Mesh& kneecap) {
  const Wear& wear = shape.wear;
  const auto on_femur = [&](const Vec& p) { return worn_femur_thickness(p, wear); };
  const auto on_tibia = [&](const Vec& p) { return worn_tibia_thickness(p, wear); };
  const auto on_patella = [&](const Vec& p) { return worn_patella_thickness(p, wear); };
  const auto grow = [&](PartId id, ShellPlan plan) {
    if (id != bed.cartilage || shape.lesion_diameter <= 0) return grow_shell(plan);
    plan.hole = lesion_hole(shape, bed.frame);
    Mesh mesh = grow_shell(plan);
    if (shape.lesion_depth < 1) append(mesh, grow_plug(plan, 1 - shape.lesion_depth));
    return mesh;
  };
  return {grow(PartId::femoral_cartilage, {thigh, femur, femur_patch, on_femur, {}}),
          grow(PartId::tibial_cartilage_medial, {shin, tibia, tibia_patch_medial, on_tibia, {}}),
          grow(PartId::tibial_cartilage_lateral, {shin, tibia, tibia_patch_lateral, on_tibia, {}}),
          grow(PartId::patellar_cartilage, {kneecap, patella, patella_patch, on_patella, {}})};
}

void add_bones_and_cartilage(Knee& knee, const Placed& placed, const LesionBed& bed, int threads) {
  const int grade = knee.shape.wear.kl_grade;
  auto [thigh, shown_thigh] =
      bone_pair(spurred_femur, grade, {{-50, -40, -36}, {52, 50, 103}, 1.55}, threads);
  auto [shin, shown_shin] = bone_pair(spurred_tibia, grade, {{-46, -40, -133}, {50, 42, -15}, 1.55}, threads);
  auto [kneecap, shown_kneecap] =
      bone_pair(spurred_patella, grade, {{-22, 34, -22}, {32, 68, 30}, 1.3}, threads);
  Mesh calf = surface_of(fibula, {{14, -42, -136}, {56, 0, -32}, 1.55}, threads);
  auto [femoral, medial, lateral, patellar] = grow_cartilages(knee.shape, bed, thigh, shin, kneecap);
  finish_bone(shown_thigh, femur_patch);
  finish_bone(shown_shin,
              [](const Vec& p) { return std::max(tibia_patch_medial(p), tibia_patch_lateral(p)); });
  finish_bone(shown_kneecap, patella_patch);
  finish_bone(calf, [](const Vec&) { return -1e3; });
  for (Mesh* mesh : {&shown_shin, &calf, &medial, &lateral}) move(*mesh, placed.poses.tibia);
  for (Mesh* mesh : {&shown_kneecap, &patellar}) move(*mesh, placed.poses.patella);
  add(knee, PartId::femur, std::move(shown_thigh));
  add(knee, PartId::tibia, std::move(shown_shin));
  add(knee, PartId::patella, std::move(shown_kneecap));
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
    if (part.id != PartId::capsule && part.id != PartId::needle && !is_muscle) solids.push_back(&part.mesh);
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

Knee build_knee(const KneeShape& shape, int threads, const Progress& progress) {
  if (!(shape.flexion >= 0 && shape.flexion <= 120)) fail("build_knee: flexion must be 0 to 120 degrees");
  if (!(shape.lesion_diameter >= 0 && shape.lesion_diameter <= 40)) {
    fail("build_knee: lesion diameter must be 0 to 40 mm");
  }
  if (!(shape.lesion_depth > 0 && shape.lesion_depth <= 1)) {
    fail("build_knee: lesion depth must be above 0 and at most 1");
  }
  if (shape.wear.kl_grade < 0 || shape.wear.kl_grade > 4) fail("build_knee: KL grade must be 0 to 4");
  const auto report = [&](double share) {
    if (progress) progress(share);
  };
  Knee knee;
  knee.shape = shape;
  const Placed placed = place_knee(shape.flexion, shape.wear);
  const LesionBed bed = lesion_bed(shape.lesion_site, shape.wear);
  knee.lesion = placed_frame(shape, placed.poses, bed.frame);
  report(0.05);
  add_bones_and_cartilage(knee, placed, bed, threads);
  report(0.4);
  add_soft_parts(knee, placed, threads);
  report(0.7);
  add_muscles(knee, placed);
  add_vessels(knee, placed);
  add_nerves_and_needle(knee, placed);
  shade(knee, threads);
  report(0.8);
  fill_space(knee, placed, threads);
  if (shape.lesion_diameter > 0) add_lesion(knee, placed.poses, bed, threads);
  report(1);
  return knee;
}

}  // namespace mend::anatomy

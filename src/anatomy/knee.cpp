#include "anatomy/knee.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "anatomy/cavity.h"
#include "anatomy/cords.h"
#include "anatomy/lesion.h"
#include "anatomy/mesher.h"
#include "anatomy/muscles.h"
#include "anatomy/placed.h"
#include "anatomy/rest.h"
#include "anatomy/simplify.h"
#include "anatomy/size.h"
#include "anatomy/skin.h"
#include "anatomy/space.h"
#include "anatomy/untangle.h"
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

void add(Knee& knee, PartId id, Mesh mesh) {
  const Bounds box = bounds(mesh);
  knee.parts.push_back({id, std::move(mesh), box});
}

/// Makes one or more parts of the knee.
using Work = std::function<std::vector<std::pair<PartId, Mesh>>()>;

Work one(PartId id, std::function<Mesh()> build) {
  return [id, build = std::move(build)] {
    std::vector<std::pair<PartId, Mesh>> made;
    made.emplace_back(id, build());
    return made;
  };
}

/// A mesh of a field, with its coarser net.
Mesh soft_surface(const Field& field, const MeshBox& box) {
  Mesh mesh = surface_of(field, box, 1);
  untangle(mesh);
  mesh.coarse = simplified(mesh, 0.5);
  return mesh;
}

void list_ligaments(std::vector<Work>& work, const Placed& placed) {
  using enum PartId;
  work.push_back(one(quadriceps_tendon, [&] { return build_quadriceps_tendon(placed); }));
  work.push_back(one(mcl, [&] { return build_mcl(placed); }));
  work.push_back(one(iliotibial_band, [&] { return build_iliotibial_band(placed); }));
  work.push_back(one(acl, [&] { return build_acl(placed); }));
  work.push_back(one(pcl, [&] { return build_pcl(placed); }));
  work.push_back(one(mcl_deep, [&] { return build_mcl_deep(placed); }));
  work.push_back(one(lcl, [&] { return build_lcl(placed); }));
  work.push_back(one(mpfl, [&] { return build_mpfl(placed); }));
  work.push_back(one(transverse_ligament, [&] { return build_transverse_ligament(placed); }));
  work.push_back(one(popliteus_tendon, [&] { return build_popliteus_tendon(placed); }));
  work.push_back(one(patellar_tendon, [&] { return build_patellar_tendon(placed); }));
  work.push_back(one(meniscus_medial, [&] { return build_meniscus(placed, true); }));
  work.push_back(one(meniscus_lateral, [&] { return build_meniscus(placed, false); }));
}

void list_vessels(std::vector<Work>& work, const Placed& placed) {
  using enum PartId;
  work.push_back(one(popliteal_artery, [&] { return build_popliteal_artery(placed); }));
  work.push_back(one(popliteal_vein, [&] { return build_popliteal_vein(placed); }));
  work.push_back(one(genicular_arteries, [&] { return mesh_of(anatomy::genicular_arteries(placed)); }));
}

void list_nerves(std::vector<Work>& work, const Placed& placed, const NerveCourse& tibial,
                 const NerveCourse& peroneal) {
  using enum PartId;
  work.push_back(one(tibial_nerve, [&] { return build_tibial_nerve(tibial); }));
  work.push_back(one(peroneal_nerve, [&] { return build_common_peroneal(peroneal); }));
  work.push_back(one(deep_peroneal_nerve, [&] { return build_deep_peroneal(placed, peroneal); }));
  work.push_back(one(superficial_peroneal_nerve, [&] { return build_superficial_peroneal(peroneal); }));
  work.push_back(one(saphenous_nerve, [&] { return build_saphenous_nerve(placed); }));
  work.push_back(one(infrapatellar_branch, [&] { return build_infrapatellar_branch(placed); }));
  work.push_back(one(genicular_nerves, [&] { return mesh_of(anatomy::genicular_nerves(placed, peroneal)); }));
}

/// Bones and cartilage where they stand, and everything that gives way to them.
void add_parts(Knee& knee, const Rest& rest, const Placed& placed, Extent extent, int threads,
               const Progress& report) {
  using enum PartId;
  const NerveCourse tibial = anatomy::tibial_nerve(placed), peroneal = anatomy::peroneal_nerve(placed);
  std::vector<Work> work;  // the longest first, so that all threads end together
  if (extent == Extent::whole) work.push_back([&] { return build_back_muscles(placed); });
  work.push_back(one(capsule, [&] {
    Mesh mesh = soft_surface([&](const Vec& p) { return joint_capsule(placed, p); },
                             {{-62, -62, -85}, {62, 80, 75}, 3.1, 1.7, false});
    for (Vertex& v : mesh.vertices) v.region = -static_cast<float>(capsule_open(placed, Vec(v.position)));
    return mesh;
  }));
  work.push_back(one(hoffa_fat_pad, [&] {
    return soft_surface([&](const Vec& p) { return fat_pad(placed, p); },
                        {{-36, -45, -85}, {44, 75, 20}, 1.6});
  }));
  if (extent == Extent::whole) work.push_back([&] { return build_front_muscles(placed); });
  list_ligaments(work, placed);
  list_vessels(work, placed);
  list_nerves(work, placed, tibial, peroneal);
  for (const RestPart& part : rest.parts) {
    work.push_back(one(part.id, [&] {
      Mesh mesh = part.mesh;
      const Bone bone = bone_of(part.id);
      if (bone != Bone::femur) move(mesh, bone == Bone::tibia ? placed.poses.tibia : placed.poses.patella);
      return mesh;
    }));
  }
  std::vector<std::vector<std::pair<PartId, Mesh>>> made(work.size());
  std::atomic<std::size_t> done = 0;
  parallel_each(work.size(), threads, [&](std::size_t i) {
    made[i] = work[i]();
    report(static_cast<double>(++done) / static_cast<double>(work.size()));
  });
  for (auto& parts : made) {
    for (auto& [id, mesh] : parts) add(knee, id, std::move(mesh));
  }
  Needle shot = build_needle(placed);
  knee.needle_tip = glm::vec3(shot.tip);
  knee.needle_direction = glm::vec3(shot.direction);
  shot.mesh.coarse = simplified(shot.mesh, 0.6);
  add(knee, needle, std::move(shot.mesh));
  std::sort(knee.parts.begin(), knee.parts.end(), [](const Part& a, const Part& b) { return a.id < b.id; });
  knee.tibial_nerve = path_of(tibial.stations, 1, 2.4);
  knee.peroneal_nerve = path_of(peroneal.stations, 1, 1.8);
  knee.neck_arclength = peroneal.neck;
}

/// Round all of them, but for the twigs of nerves that lie in its fat.
Mesh skin_round(const Knee& knee, const Placed& placed, int threads) {
  std::vector<const Mesh*> within;
  for (const Part& part : knee.parts) {
    const bool is_twig = part.id == PartId::infrapatellar_branch || part.id == PartId::genicular_nerves;
    if (part.id != PartId::needle && !is_twig) within.push_back(&part.mesh);
  }
  Mesh skin = build_skin(placed, within, threads);
  skin.coarse = simplified(skin, 0.5);
  return skin;
}

/// The patella, bands on the bone and what lies round the joint are left out, so that hiding them leaves no
/// stain.
void shade(Knee& knee, const Rest& rest, const Placed& placed, int threads) {
  std::vector<const Mesh*> solids;
  for (const Part& part : knee.parts) {
    if (part.id >= PartId::meniscus_medial && part.id <= PartId::pcl) solids.push_back(&part.mesh);
  }
  const DistanceVolume between(solids, 1.5, threads);
  const Pose& tibia = placed.poses.tibia;
  const Field all[] = {[&](const Vec& p) { return between.at(p); },
                       [&](const Vec& p) { return rest.spaces[0](p); },
                       [&](const Vec& p) { return rest.spaces[1](tibia.to_local(p)); }};
  parallel_each(knee.parts.size(), threads, [&](std::size_t i) {
    if (knee.parts[i].id != PartId::needle) set_occlusion(knee.parts[i].mesh, all);
  });
}

/// What lies in the joint beside the bones narrows the room for cells.
bool narrows_joint(PartId id) {
  const Tissue tissue = info(id).tissue;
  return tissue == Tissue::meniscus || tissue == Tissue::ligament || tissue == Tissue::tendon ||
         tissue == Tissue::fat;
}

void fill_space(Knee& knee, const Rest& rest, const Placed& placed, int threads) {
  std::vector<const Mesh*> solids;
  for (const Part& part : knee.parts) {
    if (narrows_joint(part.id)) solids.push_back(&part.mesh);
  }
  const DistanceVolume soft(solids, 1.6, threads, knee.find(PartId::capsule)->box);
  const Field space = [&](const Vec& p) { return std::min(soft.at(p), rest.space(placed.poses, p)); };
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

Knee posed(const Rest& rest, double flexion, int threads, const Progress& progress, Extent extent) {
  if (!(flexion >= 0 && flexion <= 120)) fail("posed: flexion must be 0 to 120 degrees");
  const auto report = [&](double share) {
    if (progress) progress(share);
  };
  const Size size = size_of(rest.shape);
  Knee knee;
  knee.shape = rest.shape;
  knee.shape.flexion = flexion;
  const Placed placed = place_knee(flexion, rest.solids);
  add_parts(knee, rest, placed, extent, threads, [&](double share) { report(0.6 * share); });
  if (extent == Extent::joint) {
    shade(knee, rest, placed, threads);
    fill_space(knee, rest, placed, threads);
  } else {
    // The skin needs only where the others are, and they do not need it.
    Mesh skin;
    const int beside = std::max(1, (threads > 0 ? threads : core_count()) / 2);
    parallel_each(2, threads, [&](std::size_t i) {
      if (i == 0) {
        skin = skin_round(knee, placed, beside);
      } else {
        shade(knee, rest, placed, beside);
        fill_space(knee, rest, placed, beside);
      }
    });
    add(knee, PartId::skin, std::move(skin));
  }
  add_lesion(knee, placed.poses, rest.lesion);
  stretch(knee, size);
  report(1);
  return knee;
}

Knee build_knee(const KneeShape& shape, int threads, const Progress& progress) {
  constexpr double kRestShare = 0.7;  // of the time
  const auto within = [&](double from, double to) -> Progress {
    if (!progress) return {};
    return [&progress, from, to](double share) { progress(lerp(from, to, share)); };
  };
  const auto rest = build_rest(shape, threads, within(0, kRestShare));
  return posed(*rest, shape.flexion, threads, within(kRestShare, 1));
}

}  // namespace mend::anatomy

#include "anatomy/rest.h"

#include <algorithm>
#include <optional>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cords.h"
#include "anatomy/erosion.h"
#include "anatomy/mesher.h"
#include "anatomy/shaft_end.h"
#include "anatomy/shell.h"
#include "anatomy/simplify.h"
#include "anatomy/size.h"
#include "anatomy/space.h"
#include "anatomy/spurs.h"
#include "base/parallel.h"
#include "base/result.h"

namespace mend::anatomy {
namespace {

constexpr double kCoarseShare = 0.46;

/// Marks the articular part smooth, where erosions go, and the grain along the shaft.
void finish_bone(Mesh& mesh, const Field& patch) {
  set_erosion(mesh, patch);
  for (Vertex& v : mesh.vertices) {
    v.region = static_cast<float>(smooth_step(-0.5, 0.7, patch(Vec(v.position))));
    v.fibre = {0, 0, 1};
  }
}

/// One bone, and each cartilage on it.
struct BonePlan {
  PartId id;
  Field field;    // without spurs: cartilage grows on this
  Field spurred;  // empty where none grow
  MeshBox box;
  Field patch;             // of all its cartilage
  std::optional<Saw> saw;  // where its shaft ends
  struct Cover {
    PartId id;
    Field patch, thickness;
  };
  std::vector<Cover> covers;
};

/// Walls of the shafts: 5-7 mm at the thigh and the shin, thinner at the fibula (textbook range).
std::vector<BonePlan> bone_plans(const Cover& cover) {
  const auto thick = [&cover](double (*thickness)(const Vec&, const Cover&)) {
    return [&cover, thickness](const Vec& p) { return thickness(p, cover); };
  };
  const int grade = cover.wear.kl_grade;
  const auto with_spurs = [grade](double (*spurred)(const Vec&, int)) -> Field {
    if (grade == 0) return {};
    return [grade, spurred](const Vec& p) { return spurred(p, grade); };
  };
  const Field both_plates = [](const Vec& p) {
    return std::max(tibia_patch_medial(p), tibia_patch_lateral(p));
  };
  return {{PartId::femur,
           femur,
           with_spurs(spurred_femur),
           {{-50, -40, -36}, {52, 50, 103}, 1.62},
           femur_patch,
           Saw{99, true, 6.5},
           {{PartId::femoral_cartilage, femur_patch, thick(femur_thickness)}}},
          {PartId::tibia,
           tibia,
           with_spurs(spurred_tibia),
           {{-46, -40, -133}, {50, 42, -15}, 1.62},
           both_plates,
           Saw{-128, false, 5.5},
           {{PartId::tibial_cartilage_medial, tibia_patch_medial, thick(tibia_thickness)},
            {PartId::tibial_cartilage_lateral, tibia_patch_lateral, thick(tibia_thickness)}}},
          {PartId::patella,
           patella,
           with_spurs(spurred_patella),
           {{-22, 34, -22}, {34, 68, 30}, 1.4},
           patella_patch,
           {},
           {{PartId::patellar_cartilage, patella_patch, thick(patella_thickness)}}},
          {PartId::fibula,
           fibula,
           {},
           {{14, -42, -136}, {56, 0, -32}, 1.85},
           [](const Vec&) { return -1e3; },
           Saw{-130, false, 2.8},
           {}}};
}

/// A cartilage with the lesion cut into it, if that is its place.
Mesh grown(const KneeShape& model, const LesionBed& bed, const Mesh& bone, const BonePlan& plan,
           const BonePlan::Cover& cover) {
  ShellPlan shell{bone, plan.field, cover.patch, cover.thickness, {}};
  if (cover.id != bed.cartilage || model.lesion_diameter <= 0) return grow_shell(shell);
  shell.hole = lesion_hole(model, bed.frame);
  Mesh mesh = grow_shell(shell);
  if (model.lesion_depth < 1) append(mesh, grow_plug(shell, 1 - model.lesion_depth));
  return mesh;
}

void measure_spaces(Rest& rest, int threads) {
  constexpr double kVoxel = 1.5;  // mm
  for (std::size_t bone = 0; bone < rest.spaces.size(); ++bone) {
    std::vector<const Mesh*> solids;
    for (const RestPart& part : rest.parts) {
      if (bone_of(part.id) == static_cast<Bone>(bone)) solids.push_back(&part.mesh);
    }
    rest.spaces[bone] = DistanceVolume(solids, kVoxel, threads).grid;
  }
}

}  // namespace

double Rest::space(const Poses& poses, const Vec& p) const {
  return std::min({spaces[0](p), spaces[1](poses.tibia.to_local(p)), spaces[2](poses.patella.to_local(p))});
}

Bone bone_of(PartId id) {
  switch (id) {
    case PartId::tibia:
    case PartId::fibula:
    case PartId::tibial_cartilage_medial:
    case PartId::tibial_cartilage_lateral:
      return Bone::tibia;
    case PartId::patella:
    case PartId::patellar_cartilage:
      return Bone::patella;
    default:
      return Bone::femur;
  }
}

Cover cover_of(const KneeShape& shape) {
  return {.thickness = size_of(shape).cartilage, .wear = shape.wear};
}

KneeShape model_of(const KneeShape& shape) {
  KneeShape model = shape;
  model.lesion_diameter = size_of(shape).model_lesion(shape.lesion_diameter);
  return model;
}

std::shared_ptr<const Rest> build_rest(const KneeShape& shape, int threads, const Progress& progress) {
  if (!(shape.lesion_diameter >= 0 && shape.lesion_diameter <= 40))
    fail("build_rest: lesion diameter must be 0 to 40 mm");
  if (!(shape.lesion_depth > 0 && shape.lesion_depth <= 1))
    fail("build_rest: lesion depth must be above 0 and at most 1");
  if (shape.wear.kl_grade < 0 || shape.wear.kl_grade > 4) fail("build_rest: KL grade must be 0 to 4");
  if (!(shape.width >= 50 && shape.width <= 110)) fail("build_rest: width must be 50 to 110 mm");
  const auto report = [&](double share) {
    if (progress) progress(share);
  };
  const Cover cover = cover_of(shape);
  const KneeShape model = model_of(shape);
  auto rest = std::make_shared<Rest>();
  rest->shape = shape;
  const bool is_standard = cover.thickness == 1 && cover.wear == Wear{};
  rest->solids = is_standard ? standard_solids() : std::make_shared<Solids>(sample_solids(cover, threads));
  report(0.3);
  const LesionBed bed = lesion_bed(shape.lesion_site, cover);
  rest->lesion = places_in(model, bed, threads);
  std::vector<RestPart> bones, covers;
  for (const BonePlan& plan : bone_plans(cover)) {
    Mesh bone = surface_of(plan.field, plan.box, threads);
    for (const auto& each : plan.covers) covers.push_back({each.id, grown(model, bed, bone, plan, each)});
    if (plan.spurred) bone = surface_of(plan.spurred, plan.box, threads);
    finish_bone(bone, plan.patch);
    if (plan.saw) mark_sawn(bone, plan.field, *plan.saw);
    bones.push_back({plan.id, std::move(bone)});
    report(0.3 + 0.15 * static_cast<double>(bones.size()));
  }
  rest->parts = std::move(bones);
  std::move(covers.begin(), covers.end(), std::back_inserter(rest->parts));
  parallel_each(rest->parts.size(), threads, [&](std::size_t i) {
    Mesh& mesh = rest->parts[i].mesh;
    mesh.coarse = simplified(mesh, kCoarseShare);
  });
  measure_spaces(*rest, threads);
  report(1);
  return rest;
}

}  // namespace mend::anatomy

#include "anatomy/rest.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/mesher.h"
#include "anatomy/shell.h"
#include "anatomy/simplify.h"
#include "anatomy/size.h"
#include "anatomy/space.h"
#include "base/parallel.h"
#include "base/random.h"
#include "base/result.h"

namespace mend::anatomy {
namespace {

constexpr double kLesionX = -22;     // mm
constexpr double kLesionAngle = 25;  // degrees in front of the lowest point about the flexion axis
constexpr double kCoarseShare = 0.4;

Vec lesion_ray() {
  return {0, math::sin(math::radians(kLesionAngle)), -math::cos(math::radians(kLesionAngle))};
}

/// Marks the articular part smooth and the grain along the shaft.
void finish_bone(Mesh& mesh, const Field& patch) {
  for (Vertex& v : mesh.vertices) {
    v.region = static_cast<float>(smooth_step(-0.5, 0.7, patch(Vec(v.position))));
    v.fibre = {0, 0, 1};
  }
}

/// One bone, and each cartilage on it.
struct BonePlan {
  PartId id;
  Field field;
  MeshBox box;
  Field patch;  // of all its cartilage
  struct Cover {
    PartId id;
    Field patch, thickness;
  };
  std::vector<Cover> covers;
};

std::vector<BonePlan> bone_plans(double cartilage) {
  const auto thick = [cartilage](double (*thickness)(const Vec&)) {
    return [cartilage, thickness](const Vec& p) { return cartilage * thickness(p); };
  };
  const Field both_plates = [](const Vec& p) {
    return std::max(tibia_patch_medial(p), tibia_patch_lateral(p));
  };
  return {
      {PartId::femur,
       femur,
       {{-50, -40, -36}, {52, 50, 103}, 1.62},
       femur_patch,
       {{PartId::femoral_cartilage, femur_patch, thick(femur_thickness)}}},
      {PartId::tibia,
       tibia,
       {{-46, -40, -133}, {50, 42, -15}, 1.62},
       both_plates,
       {{PartId::tibial_cartilage_medial, tibia_patch_medial, thick(tibia_thickness)},
        {PartId::tibial_cartilage_lateral, tibia_patch_lateral, thick(tibia_thickness)}}},
      {PartId::patella,
       patella,
       {{-22, 34, -22}, {32, 68, 30}, 1.3},
       patella_patch,
       {{PartId::patellar_cartilage, patella_patch, thick(patella_thickness)}}},
      {PartId::fibula, fibula, {{14, -42, -136}, {56, 0, -32}, 1.85}, [](const Vec&) { return -1e3; }, {}}};
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

/// Where a ray from inside leaves a field.
Vec leave(const Field& field, const Vec& from, const Vec& ray) {
  double low = 0, high = 60;
  for (int step = 0; step < 34; ++step) {
    const double middle = 0.5 * (low + high);
    (field(from + ray * middle) < 0 ? low : high) = middle;
  }
  return from + ray * (0.5 * (low + high));
}

/// The columns of the crater and places on its floor.
void dig(Rest& rest, double radius, int threads) {
  const Vec centre(rest.lesion.centre), outward(rest.lesion.outward), right(rest.lesion.right),
      up(rest.lesion.up);
  const double cartilage = rest.solids->cartilage;
  const Field covered = [cartilage](const Vec& p) { return femur(p) - cartilage * femur_thickness(p); };
  const auto column = [&](double u, double v) {
    const Vec level = centre + radius * (u * right + v * up), start = level - outward * 12.0;
    if (femur(start) > 0) return std::pair{level, level};  // beyond the condyle's edge: nothing to fill
    const Vec floor = leave(femur, start, outward);
    const Vec surface = leave(covered, start, outward);
    return std::pair{floor, surface};
  };
  constexpr std::size_t kGrid = Knee::kColumnGrid, kFloor = 600;
  rest.columns.resize(kGrid * kGrid);
  parallel_for(rest.columns.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const double u = 2.0 * (static_cast<double>(k % kGrid) + 0.5) / kGrid - 1,
                   v = 2.0 * (static_cast<double>(k / kGrid) + 0.5) / kGrid - 1;
      const auto [floor, surface] = column(u, v);
      rest.columns[k] = {glm::vec3(floor), glm::vec3(surface), static_cast<float>(math::sqrt(u * u + v * v))};
    }
  });
  for (std::uint64_t i = 0; i < kFloor; ++i) {
    const double r = 0.97 * math::sqrt((static_cast<double>(i) + 0.5) / kFloor),
                 angle = 2 * math::kPi * low_discrepancy(i + 1, 2);
    const Vec floor = column(r * math::cos(angle), r * math::sin(angle)).first;
    rest.lesion_floor.push_back(
        {glm::vec3(floor), glm::vec3(gradient(femur, floor, 0.4)), -1, PartId::femoral_cartilage});
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

LesionFrame frame_of_lesion(double cartilage) {
  const Field covered = [cartilage](const Vec& p) { return femur(p) - cartilage * femur_thickness(p); };
  LesionFrame frame;
  const Vec centre = leave(covered, {kLesionX, 0, 0}, lesion_ray());
  const Vec outward = gradient(covered, centre, 0.5);
  const Vec floor = leave([](const Vec& p) { return -femur(p); }, centre, -outward);
  const Vec right = glm::normalize(glm::cross(Vec{0, 1, 0.2}, outward));
  frame.centre = glm::vec3(centre);
  frame.outward = glm::vec3(outward);
  frame.right = glm::vec3(right);
  frame.up = glm::vec3(glm::cross(outward, right));
  frame.depth = glm::length(centre - floor);
  return frame;
}

std::shared_ptr<const Rest> build_rest(const KneeShape& shape, int threads, const Progress& progress) {
  if (!(shape.lesion_diameter >= 0 && shape.lesion_diameter <= 40))
    fail("build_rest: lesion diameter must be 0 to 40 mm");
  if (!(shape.width >= 50 && shape.width <= 110)) fail("build_rest: width must be 50 to 110 mm");
  const auto report = [&](double share) {
    if (progress) progress(share);
  };
  const Size size = size_of(shape);
  auto rest = std::make_shared<Rest>();
  rest->shape = shape;
  rest->solids = size.cartilage == 1 ? standard_solids()
                                     : std::make_shared<Solids>(sample_solids(size.cartilage, threads));
  report(0.3);
  rest->lesion = frame_of_lesion(size.cartilage);
  const Hole hole{Vec(rest->lesion.centre), Vec(rest->lesion.outward),
                  size.model_lesion(shape.lesion_diameter) / 2};
  if (hole.radius > 0) dig(*rest, hole.radius, threads);
  std::vector<RestPart> bones, covers;
  for (const BonePlan& plan : bone_plans(size.cartilage)) {
    Mesh bone = surface_of(plan.field, plan.box, threads);
    for (const auto& cover : plan.covers) {
      const bool has_hole = cover.id == PartId::femoral_cartilage;
      covers.push_back(
          {cover.id, grow_shell({bone, plan.field, cover.patch, cover.thickness, has_hole ? hole : Hole{}})});
    }
    finish_bone(bone, plan.patch);
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

#include "anatomy/lesion.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cavity.h"
#include "base/parallel.h"
#include "base/random.h"

namespace mend::anatomy {
namespace {

using params::LesionSite;

/// Where a ray from inside leaves a field.
Vec leave(const Field& field, const Vec& from, const Vec& ray) {
  double low = 0, high = 60;
  for (int step = 0; step < 34; ++step) {
    const double middle = 0.5 * (low + high);
    (field(from + ray * middle) < 0 ? low : high) = middle;
  }
  return from + ray * (0.5 * (low + high));
}

constexpr double kUnder = 12;  // mm under the surface: inside every bone

/// A line from inside a bone through the middle of a site.
struct Aim {
  Vec from, ray;
};

/// Degrees in front of the lowest point about the flexion axis.
Vec ray_at(double degrees) {
  return {0, math::sin(math::radians(degrees)), -math::cos(math::radians(degrees))};
}

/// Where focal defects lie at each site: in the load-bearing part of the condyles and plateaus, in the floor
/// of the groove, on the ridge of the patella (Hjelle 2002 for the sites; the places in them assumed).
Aim aim_at(LesionSite site) {
  switch (site) {
    case LesionSite::medial_femur:
      return {{-22, 0, 0}, ray_at(25)};
    case LesionSite::lateral_femur:
      return {{22, 0, 0}, ray_at(25)};
    case LesionSite::trochlea:
      return {{2, 0, 0}, ray_at(85)};
    case LesionSite::patella:
      return {kPatellaCentre + Vec{-1, 0, 3}, {0, -1, 0}};
    case LesionSite::medial_tibia:
      return {{-20, -1, -45}, {0, 0, 1}};
    case LesionSite::lateral_tibia:
      break;
  }
  return {{21, -3, -45}, {0, 0, 1}};
}

LesionFrame frame_of(const LesionBed& bed, const Aim& aim) {
  LesionFrame frame;
  const Vec aimed = leave(bed.covered, aim.from, aim.ray);
  const Vec outward = gradient(bed.covered, aimed, 0.5);
  // Fields overstate distances in the groove: the cartilage is as thick as its map says over the bone.
  const Vec floor = leave(bed.solid, aimed - outward * kUnder, outward);
  frame.depth = bed.thickness(floor);
  const Vec centre = floor + outward * frame.depth;
  const Vec right = glm::normalize(glm::cross(Vec{0, 1, 0.2}, outward));
  frame.centre = glm::vec3(centre);
  frame.outward = glm::vec3(outward);
  frame.right = glm::vec3(right);
  frame.up = glm::vec3(glm::cross(outward, right));
  return frame;
}

const Pose& pose_of(PartId bone, const Poses& poses) {
  static const Pose still;
  return bone == PartId::femur ? still : bone == PartId::tibia ? poses.tibia : poses.patella;
}

PartId bone_of(LesionSite site) {
  if (site == LesionSite::patella) return PartId::patella;
  const bool is_tibia = site == LesionSite::medial_tibia || site == LesionSite::lateral_tibia;
  return is_tibia ? PartId::tibia : PartId::femur;
}

/// Columns of a lesion in the frame of its bone.
class Columns {
 public:
  Columns(const KneeShape& shape, const LesionBed& bed)
      : bed_(bed),
        radius_(shape.lesion_diameter / 2),
        left_(1 - shape.lesion_depth),
        centre_(bed.frame.centre),
        outward_(bed.frame.outward),
        right_(bed.frame.right),
        up_(bed.frame.up) {}

  struct Column {
    Vec floor, surface;
  };
  /// At a place of the disc; beyond the border of the cartilage the nearest on the way to the middle.
  [[nodiscard]] Column at(double u, double v) const {
    double low = 0, high = 1;
    if (is_on_bed(u, v)) low = 1;
    for (int step = 0; low < 1 && step < 12; ++step) {
      const double middle = 0.5 * (low + high);
      (is_on_bed(middle * u, middle * v) ? low : high) = middle;
    }
    const Vec start = below(low * u, low * v);
    const Vec bone = leave(bed_.solid, start, outward_);
    // Oblique cartilage is as thick along the axis as the shell's wall.
    const double upright = std::max(0.5, glm::dot(outward_, gradient(bed_.solid, bone, 0.4)));
    const Vec surface = bone + outward_ * (std::max(kEdgeThin, bed_.thickness(bone)) / upright);
    return {glm::mix(bone, surface, std::min(left_, 1 - kShallowest)), surface};
  }

 private:
  static constexpr double kShallowest = 0.01;  // of the cartilage

  [[nodiscard]] Vec below(double u, double v) const {
    return centre_ + radius_ * (u * right_ + v * up_) - outward_ * kUnder;
  }
  [[nodiscard]] bool is_on_bed(double u, double v) const {
    const Vec start = below(u, v);
    return bed_.solid(start) < 0 && bed_.patch(leave(bed_.solid, start, outward_)) > 0.2;
  }

  const LesionBed& bed_;
  double radius_, left_;
  Vec centre_, outward_, right_, up_;
};

}  // namespace

LesionBed lesion_bed(LesionSite site, const Wear& wear) {
  LesionBed bed;
  bed.bone = bone_of(site);
  bed.cartilage = cartilage_of(site);
  if (bed.bone == PartId::femur) {
    bed.solid = femur;
    bed.covered = [wear](const Vec& p) { return worn_femur(p, wear); };
    bed.thickness = [wear](const Vec& p) { return worn_femur_thickness(p, wear); };
    bed.patch = femur_patch;
  } else if (bed.bone == PartId::tibia) {
    bed.solid = tibia;
    bed.covered = [wear](const Vec& p) { return worn_tibia(p, wear); };
    bed.thickness = [wear](const Vec& p) { return worn_tibia_thickness(p, wear); };
    bed.patch = site == LesionSite::medial_tibia ? tibia_patch_medial : tibia_patch_lateral;
  } else {
    bed.solid = patella;
    bed.covered = [wear](const Vec& p) { return worn_patella(p, wear); };
    bed.thickness = [wear](const Vec& p) { return worn_patella_thickness(p, wear); };
    bed.patch = patella_patch;
  }
  bed.frame = frame_of(bed, aim_at(site));
  return bed;
}

Hole lesion_hole(const KneeShape& shape, const LesionFrame& frame) {
  Hole hole;
  hole.centre = Vec(frame.centre);
  hole.axis = Vec(frame.outward);
  hole.right = Vec(frame.right);
  hole.radius = shape.lesion_diameter / 2;
  hole.shoulder = shape.lesion_shoulder;
  return hole;
}

LesionFrame placed_frame(const KneeShape& shape, const Poses& poses, const LesionFrame& frame) {
  const Pose& pose = pose_of(bone_of(shape.lesion_site), poses);
  LesionFrame placed = frame;
  placed.centre = glm::vec3(pose.to_world(Vec(frame.centre)));
  for (glm::vec3 LesionFrame::*axis : {&LesionFrame::outward, &LesionFrame::right, &LesionFrame::up})
    placed.*axis = glm::vec3(pose.turn * Vec(frame.*axis));
  placed.depth = frame.depth * shape.lesion_depth;
  return placed;
}

void add_lesion(Knee& knee, const Poses& poses, const LesionBed& bed, int threads) {
  const Columns columns(knee.shape, bed);
  const Pose& pose = pose_of(bed.bone, poses);
  constexpr std::size_t kGrid = Knee::kColumnGrid;
  knee.columns.resize(kGrid * kGrid);
  parallel_for(knee.columns.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const double u = 2.0 * (static_cast<double>(k % kGrid) + 0.5) / kGrid - 1,
                   v = 2.0 * (static_cast<double>(k / kGrid) + 0.5) / kGrid - 1;
      const Columns::Column column = columns.at(u, v);
      knee.columns[k] = {glm::vec3(pose.to_world(column.floor)), glm::vec3(pose.to_world(column.surface)),
                         static_cast<float>(math::sqrt(u * u + v * v))};
    }
  });
  const Vec outward(knee.lesion.outward);
  for (std::uint64_t i = 0; i < 600; ++i) {
    const double r = 0.97 * math::sqrt((static_cast<double>(i) + 0.5) / 600),
                 angle = 2 * math::kPi * low_discrepancy(i + 1, 2);
    const Vec local = columns.at(r * math::cos(angle), r * math::sin(angle)).floor;
    const Vec floor = pose.to_world(local);
    knee.lesion_floor.push_back({glm::vec3(floor), glm::vec3(pose.turn * gradient(bed.solid, local, 0.4)),
                                 nearest_cavity(knee, floor + outward * 4.0, 40), bed.cartilage});
  }
}

PartId cartilage_of(LesionSite site) {
  if (site == LesionSite::medial_tibia) return PartId::tibial_cartilage_medial;
  if (site == LesionSite::lateral_tibia) return PartId::tibial_cartilage_lateral;
  return site == LesionSite::patella ? PartId::patellar_cartilage : PartId::femoral_cartilage;
}

double lesion_site_thickness(LesionSite site) {
  return lesion_bed(site, {}).frame.depth;
}

}  // namespace mend::anatomy

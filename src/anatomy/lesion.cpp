#include "anatomy/lesion.h"

#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cavity.h"
#include "anatomy/rest.h"
#include "anatomy/size.h"
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
      return {{-21, 0, 0}, ray_at(22)};
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

struct LesionBedParts {
  PartId bone, cartilage;
};
LesionBedParts parts_of(LesionSite site) {
  switch (site) {
    case LesionSite::patella:
      return {PartId::patella, PartId::patellar_cartilage};
    case LesionSite::medial_tibia:
      return {PartId::tibia, PartId::tibial_cartilage_medial};
    case LesionSite::lateral_tibia:
      return {PartId::tibia, PartId::tibial_cartilage_lateral};
    default:
      return {PartId::femur, PartId::femoral_cartilage};
  }
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
    // Worn cartilage is as thick as its edge at least.
    const double along = glm::dot(leave(bed_.covered, bone, outward_) - bone, outward_);
    const Vec surface = bone + outward_ * std::max(kEdgeThin, along);
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

PartId cartilage_of(LesionSite site) {
  return parts_of(site).cartilage;
}

LesionBed lesion_bed(LesionSite site, const Cover& cover) {
  const LesionBedParts parts = parts_of(site);
  LesionBed bed{.bone = parts.bone,
                .cartilage = parts.cartilage,
                .solid = {},
                .covered = {},
                .patch = {},
                .thickness = {},
                .frame = {}};
  if (bed.bone == PartId::femur) {
    bed.solid = femur;
    bed.covered = [cover](const Vec& p) { return covered_femur(p, cover); };
    bed.thickness = [cover](const Vec& p) { return femur_thickness(p, cover); };
    bed.patch = femur_patch;
  } else if (bed.bone == PartId::tibia) {
    bed.solid = tibia;
    bed.covered = [cover](const Vec& p) { return covered_tibia(p, cover); };
    bed.thickness = [cover](const Vec& p) { return tibia_thickness(p, cover); };
    bed.patch = site == LesionSite::medial_tibia ? tibia_patch_medial : tibia_patch_lateral;
  } else {
    bed.solid = patella;
    bed.covered = [cover](const Vec& p) { return covered_patella(p, cover); };
    bed.thickness = [cover](const Vec& p) { return patella_thickness(p, cover); };
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

LesionPlaces places_in(const KneeShape& shape, const LesionBed& bed, int threads) {
  LesionPlaces places{.frame = bed.frame, .columns = {}, .seats = {}};
  if (shape.lesion_diameter <= 0) return places;
  const Columns columns(shape, bed);
  constexpr std::size_t kGrid = Knee::kColumnGrid;
  constexpr std::size_t kSeats = 600;
  places.columns.resize(kGrid * kGrid);
  parallel_for(places.columns.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const double u = 2.0 * (static_cast<double>(k % kGrid) + 0.5) / kGrid - 1,
                   v = 2.0 * (static_cast<double>(k / kGrid) + 0.5) / kGrid - 1;
      const Columns::Column column = columns.at(u, v);
      places.columns[k] = {glm::vec3(column.floor), glm::vec3(column.surface),
                           static_cast<float>(math::sqrt(u * u + v * v))};
    }
  });
  for (std::uint64_t i = 0; i < kSeats; ++i) {
    const double r = 0.97 * math::sqrt((static_cast<double>(i) + 0.5) / kSeats),
                 angle = 2 * math::kPi * low_discrepancy(i + 1, 2);
    const Vec floor = columns.at(r * math::cos(angle), r * math::sin(angle)).floor;
    places.seats.push_back({glm::vec3(floor), glm::vec3(gradient(bed.solid, floor, 0.4))});
  }
  return places;
}

void add_lesion(Knee& knee, const Poses& poses, const LesionPlaces& places) {
  const LesionBedParts parts = parts_of(knee.shape.lesion_site);
  const Pose& pose = pose_of(parts.bone, poses);
  const auto placed = [&](const glm::vec3& p) { return glm::vec3(pose.to_world(Vec(p))); };
  const auto turned = [&](const glm::vec3& v) { return glm::vec3(pose.turn * Vec(v)); };
  const LesionFrame& frame = places.frame;
  knee.lesion = {.centre = placed(frame.centre),
                 .outward = turned(frame.outward),
                 .right = turned(frame.right),
                 .up = turned(frame.up),
                 .depth = frame.depth * knee.shape.lesion_depth};
  for (const LesionColumn& column : places.columns)
    knee.columns.push_back({placed(column.floor), placed(column.surface), column.radius});
  const Vec outward(knee.lesion.outward);
  for (const LesionPlaces::Seat& seat : places.seats) {
    const glm::vec3 floor = placed(seat.floor);
    knee.lesion_floor.push_back(
        {floor, turned(seat.normal), nearest_cavity(knee, Vec(floor) + outward * 4.0, 40), parts.cartilage});
  }
}

double lesion_site_thickness(const KneeShape& shape) {
  Knee knee;
  knee.lesion = lesion_bed(shape.lesion_site, {.thickness = cover_of(shape).thickness}).frame;
  stretch(knee, size_of(shape));
  return knee.lesion.depth;
}

}  // namespace mend::anatomy

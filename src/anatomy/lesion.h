// The focal defect: where it lies, the hole it cuts through its cartilage, and the columns of tissue that can
// fill it.
#pragma once
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/shell.h"

namespace mend::anatomy {

/// What a defect is cut into; fields in the bone's frame.
struct LesionBed {
  PartId bone, cartilage;
  Field solid, covered;  // signed distance without and with cartilage
  Field patch;           // mm inside the cartilage
  Field thickness;       // of the cartilage, at a place on the bone
  LesionFrame frame;     // its depth that of the whole cartilage
};
[[nodiscard]] LesionBed lesion_bed(params::LesionSite site, const Cover& cover);

/// The hole of a shape's lesion in the frame of its bone; radius 0 without one.
[[nodiscard]] Hole lesion_hole(const KneeShape& shape, const LesionFrame& frame);
/// Where a defect's tissue can be, in the frame of its bone.
struct LesionPlaces {
  LesionFrame frame;                  // its depth that of the whole cartilage
  std::vector<LesionColumn> columns;  // Knee::kColumnGrid a side; empty without a lesion
  struct Seat {
    glm::vec3 floor{0}, normal{0};
  };
  std::vector<Seat> seats;  // low-discrepancy over the floor
};
[[nodiscard]] LesionPlaces places_in(const KneeShape& shape, const LesionBed& bed, int threads);

/// Fills knee.lesion, knee.columns and knee.lesion_floor.
void add_lesion(Knee& knee, const Poses& poses, const LesionPlaces& places);

}  // namespace mend::anatomy

#include "scene/lesion_view.h"

#include <algorithm>

namespace mend::scene {
namespace {

using anatomy::PartId;
using params::LesionSite;

bool is_one_of(PartId id, std::initializer_list<PartId> ids) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Behind or before the crater at every site.
bool is_always_left_out(PartId id) {
  return is_one_of(id, {PartId::acl, PartId::pcl, PartId::transverse_ligament, PartId::tibial_nerve,
                        PartId::peroneal_nerve, PartId::infrapatellar_branch});
}

/// The crater of a condyle.
InCloseUp under_condyle(PartId id) {
  if (id == PartId::femur || id == PartId::femoral_cartilage) return InCloseUp::kept;
  return is_one_of(id,
                   {PartId::tibia, PartId::capsule, PartId::hoffa_fat_pad, PartId::tibial_cartilage_medial,
                    PartId::tibial_cartilage_lateral, PartId::meniscus_medial, PartId::meniscus_lateral})
             ? InCloseUp::left_out
             : InCloseUp::plain;
}

/// The groove, with the patella lifted off.
InCloseUp before_trochlea(PartId id) {
  if (id == PartId::femur || id == PartId::femoral_cartilage) return InCloseUp::kept;
  return is_one_of(id, {PartId::patella, PartId::capsule, PartId::hoffa_fat_pad, PartId::patellar_cartilage,
                        PartId::quadriceps_tendon, PartId::patellar_tendon, PartId::mpfl})
             ? InCloseUp::left_out
             : InCloseUp::plain;
}

/// A plateau from above, with the femur lifted off.
InCloseUp on_plateau(PartId id) {
  if (is_one_of(id, {PartId::tibia, PartId::tibial_cartilage_medial, PartId::tibial_cartilage_lateral,
                     PartId::meniscus_medial, PartId::meniscus_lateral}))
    return InCloseUp::kept;
  return is_one_of(id, {PartId::capsule, PartId::hoffa_fat_pad, PartId::femur, PartId::femoral_cartilage,
                        PartId::patella, PartId::patellar_cartilage, PartId::quadriceps_tendon,
                        PartId::patellar_tendon, PartId::mpfl, PartId::mcl, PartId::mcl_deep,
                        PartId::iliotibial_band, PartId::saphenous_nerve})
             ? InCloseUp::left_out
             : InCloseUp::plain;
}

/// The patella from behind, with femur and tibia lifted off.
InCloseUp behind_patella(PartId id) {
  if (id == PartId::patella || id == PartId::patellar_cartilage) return InCloseUp::kept;
  return is_one_of(id, {PartId::quadriceps_tendon, PartId::patellar_tendon, PartId::mpfl})
             ? InCloseUp::plain
             : InCloseUp::left_out;
}

}  // namespace

InCloseUp in_close_up(PartId id, LesionSite site) {
  if (is_always_left_out(id)) return InCloseUp::left_out;
  switch (site) {
    case LesionSite::medial_femur:
    case LesionSite::lateral_femur:
      return under_condyle(id);
    case LesionSite::trochlea:
      return before_trochlea(id);
    case LesionSite::patella:
      return behind_patella(id);
    case LesionSite::medial_tibia:
    case LesionSite::lateral_tibia:
      break;
  }
  return on_plateau(id);
}

std::vector<PartId> kept_in_close_up(LesionSite site) {
  std::vector<PartId> kept;
  for (std::size_t i = 0; i < anatomy::kParts; ++i) {
    const auto id = static_cast<PartId>(i);
    if (in_close_up(id, site) == InCloseUp::kept) kept.push_back(id);
  }
  return kept;
}

CloseUp close_up_of(LesionSite site) {
  switch (site) {
    case LesionSite::medial_femur:
      return {-34, -40};
    case LesionSite::lateral_femur:
      return {34, -36};
    case LesionSite::trochlea:
      return {-16, -18, 48, 0};
    case LesionSite::patella:
      return {160, -8, 56, 0.7f};
    case LesionSite::medial_tibia:
      return {-24, 48, 84, 0.7f};
    case LesionSite::lateral_tibia:
      break;
  }
  return {24, 48, 84, 0.7f};
}

}  // namespace mend::scene

#include "scene/left_out.h"

namespace mend::scene {
namespace {

using anatomy::PartId;
using anatomy::Tissue;

/// What would lie before the notch and only cloud it.
bool clouds_notch(PartId id) {
  switch (id) {
    case PartId::patella:
    case PartId::patellar_cartilage:
    case PartId::patellar_tendon:
    case PartId::quadriceps_tendon:
    case PartId::capsule:
    case PartId::hoffa_fat_pad:
    case PartId::mpfl:
    case PartId::transverse_ligament:
    case PartId::popliteus_tendon:
    case PartId::lcl:
    case PartId::iliotibial_band:
      return true;
    default:
      return anatomy::info(id).tissue == Tissue::nerve;
  }
}

/// What would lie before the joint surfaces seen from below, or end in the air without the leg.
bool clouds_surfaces(PartId id) {
  switch (id) {
    case PartId::tibia:
    case PartId::fibula:
    case PartId::tibial_cartilage_medial:
    case PartId::tibial_cartilage_lateral:
    case PartId::patellar_tendon:
    case PartId::quadriceps_tendon:
    case PartId::popliteus_tendon:
    case PartId::iliotibial_band:
    case PartId::hoffa_fat_pad:
    case PartId::capsule:
      return true;
    default: {
      const Tissue tissue = anatomy::info(id).tissue;
      return tissue == Tissue::ligament || tissue == Tissue::meniscus || tissue == Tissue::nerve;
    }
  }
}

/// What would lie over the plateau seen from above, or end in the air without the thigh.
bool covers_plateau(PartId id) {
  switch (id) {
    case PartId::femur:
    case PartId::femoral_cartilage:
    case PartId::patella:
    case PartId::patellar_cartilage:
    case PartId::quadriceps_tendon:
    case PartId::iliotibial_band:
    case PartId::mpfl:
    case PartId::hoffa_fat_pad:
    case PartId::capsule:
      return true;
    default: {
      const Tissue tissue = anatomy::info(id).tissue;
      return tissue == Tissue::muscle || tissue == Tissue::nerve || tissue == Tissue::skin;
    }
  }
}

/// What holds the kneecap in its place, or would hang from it, where it is reflected; and what lies before
/// the joint.
bool holds_kneecap(PartId id) {
  switch (id) {
    case PartId::quadriceps_tendon:
    case PartId::vastus_medialis:
    case PartId::vastus_lateralis:
    case PartId::vastus_intermedius:
    case PartId::rectus_femoris:
    case PartId::mpfl:
    case PartId::hoffa_fat_pad:
    case PartId::capsule:
    case PartId::infrapatellar_branch:
    case PartId::genicular_nerves:
    case PartId::genicular_arteries:
    case PartId::skin:
    case PartId::needle:
      return true;
    default:
      return false;
  }
}

/// What would hide the joint line and its margins from the front.
bool hides_joint_line(PartId id) {
  switch (id) {
    case PartId::capsule:
    case PartId::hoffa_fat_pad:
    case PartId::mpfl:
    case PartId::mcl:
    case PartId::mcl_deep:
    case PartId::iliotibial_band:
    case PartId::transverse_ligament:
      return true;
    default:
      return anatomy::info(id).tissue == Tissue::nerve;
  }
}

}  // namespace

bool looks_at_joint_line(const params::Scenario& scenario, const View& view) {
  const bool is_hurt = scenario.ligament.injury != params::LigamentInjury::none ||
                       scenario.nerve.injury != params::NerveInjuryKind::none;
  return view.focus == ViewName::anterior && scenario.joint.kl_grade > 0 &&
         scenario.joint.autoimmune_drive <= 0 && !is_hurt;
}

bool looks_into_notch(const params::Scenario& scenario, const View& view) {
  using params::LigamentInjury;
  const bool is_torn =
      scenario.ligament.injury != LigamentInjury::none && scenario.ligament.injury != LigamentInjury::mcl;
  return is_torn && view.focus == ViewName::ligament;
}

bool is_patella_reflected(const View& view) {
  return view.focus == ViewName::reflected && view.cutaway.is_empty();
}

bool is_left_out(PartId id, const params::Scenario& scenario, const View& view) {
  if (looks_into_notch(scenario, view)) return clouds_notch(id);
  if (looks_at_joint_line(scenario, view)) return hides_joint_line(id);
  if (!view.cutaway.is_empty()) return false;  // a section shows all that it goes through
  if (view.focus == ViewName::plateau) return covers_plateau(id);
  if (is_patella_reflected(view)) return holds_kneecap(id);
  // Its twigs would show as hairs past the edge of the shin.
  if (view.focus == ViewName::nerve && id == PartId::infrapatellar_branch) return true;
  return view.focus == ViewName::axial && clouds_surfaces(id);
}

float opened_by(const View& view, const params::Scenario& scenario) {
  using params::LesionSite;
  const LesionSite site = scenario.lesion.site;
  const bool is_condyle = site == LesionSite::medial_femur || site == LesionSite::lateral_femur;
  const bool is_lifted = (view.focus == ViewName::defect && !is_condyle) || view.focus == ViewName::axial ||
                         view.focus == ViewName::plateau || is_patella_reflected(view) ||
                         looks_into_notch(scenario, view) || looks_at_joint_line(scenario, view);
  return is_lifted ? 0.7f : 0.0f;
}

}  // namespace mend::scene

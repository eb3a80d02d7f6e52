// A scenario: everything a run depends on, as small plain data. Defaults live here and nowhere else; names,
// units, ranges, help and sources live in describe.h beside it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "params/axon_model.h"
#include "params/cartilage_model.h"
#include "params/cell_model.h"
#include "params/muscle_model.h"
#include "params/nerve_model.h"
#include "params/pain_model.h"

namespace mend::params {

/// Two sets of assumptions for the same models: the regenerative idea as proposed, or what controlled trials
/// found.
enum class Lens { mechanism, trials };

enum class Side { right, left };

struct Patient {
  double age = 45;  // years
  Side side = Side::right;
  double body_mass_index = 25;  // kg/m2
};

enum class Sex { male, female };

/// How the knee of the picture is built, and how far it is bent.
struct Build {
  Sex sex = Sex::male;
  double width = 84;    // mm, greatest of the distal femur
  double flexion = 20;  // degrees
};

struct Joint {
  int kl_grade = 0;            // Kellgren-Lawrence 0-4
  bool recent_injury = false;  // starts with p = 1: a joint just injured
  double load = 1;             // 1 = normal daily load
  bool exercise = false;       // exercise programme
  bool contextual_effect = true;
  double autoimmune_drive = 0;  // c_auto; rheumatoid arthritis above 0
  bool can_tip = false;         // bistable: calm, or inflamed for good once injured
};

/// Where a focal defect lies: the cartilages of the knee, in the order of the models' compartments.
enum class LesionSite { medial_femur, lateral_femur, medial_tibia, lateral_tibia, trochlea, patella };
inline constexpr int kLesionSites = 6;

/// The border of a focal defect: cut upright, or torn.
enum class LesionShoulder { sharp, frayed };

/// A focal cartilage defect. Diameter 0 = none.
struct Lesion {
  double diameter = 0;  // mm
  double depth = 1;     // share of the native thickness there
  LesionSite site = LesionSite::medial_femur;
  LesionShoulder shoulder = LesionShoulder::sharp;
};

/// Seddon and Sunderland: neurapraxia I, crush II, endoneurial III, perineurial IV, cut V.
enum class NerveInjuryKind { none, neurapraxia, crush, endoneurial, perineurial, cut };
enum class NerveRepair { none, suture, graft, conduit };

/// The common peroneal nerve, injured on day 0.
struct Nerve {
  NerveInjuryKind injury = NerveInjuryKind::none;
  double above_fibular_neck = 20;  // mm along the nerve, proximal of the neck
  double target_distance = 100;    // mm from the lesion to the end organ
  int axons = 61;                  // representative axons of one fascicle, drawn and simulated
  NerveRepair repair = NerveRepair::none;
  double repair_day = 0;
  double gap = 1;  // mm between the stumps that growing axons must cross; the length of a graft or conduit
};

/// Grades I-III of a strain; toxin is the laboratory injury that the published time courses come from.
enum class MuscleInjury { none, grade1, grade2, grade3, toxin };

/// The vastus medialis, strained on day 0.
struct Muscle {
  MuscleInjury injury = MuscleInjury::none;
};

enum class LigamentInjury { none, mcl, acl_partial, acl, acl_braced };

/// A ligament torn on day 0, and the load it bears while it heals.
struct Ligament {
  LigamentInjury injury = LigamentInjury::none;
  double load = 0.6;  // 0 = immobilised, 1 = normal, 1.2 = overloaded
};

enum class OpioidPlan { none, fixed, rule };
enum class Nsaid { none, oral, topical };
enum class NeuropathicDrug { none, tricyclic, snri, gabapentinoid };

/// Medicine taken between two days.
struct Medicine {
  OpioidPlan opioid = OpioidPlan::none;
  double opioid_dose = 60;  // MME a day: fixed, or where the rule begins
  double target_pain = 4;   // of 10: the rule steps down while pain is at or below it
  Nsaid nsaid = Nsaid::none;
  NeuropathicDrug neuropathic = NeuropathicDrug::none;
  double from_day = 0;
  double until_day = 1826.25;
};

enum class EventKind { saline, cells, steroid, implant, chondrocytes, microfracture };

/// Where saline and cells are given; the other treatments are of the joint.
enum class Site { joint, nerve, muscle, ligament };

enum class CellSource { marrow, fat, cord };

/// One dated treatment. dose counts cells (cells, implant, chondrocytes) and is ignored by the others.
struct Event {
  double day = 0;
  EventKind kind = EventKind::cells;
  double dose = 5e7;
  Site site = Site::joint;
  CellSource source = CellSource::marrow;
  bool own_cells = false;  // the patient's own: as old as the patient
};

/// What the two lenses disagree about.
struct Assumptions {
  double engrafting_fraction = 0;  // epsilon, share of attaching cells that enter the lesion
  double lesion_cell_loss = 0;     // lambda of injected cells, /d
  double counted_dose_limit = 0;   // cells counted per injection at most
  double rheumatoid_response = 0;  // factor on M when autoimmune_drive > 0
  // muscle and ligament
  double tissue_effect = 0;  // eps of muscle and ligament
  // nerve-pain-medication.md section 2.6
  double nerve_growth_factor = 1.1;  // on h(N), with cells in the nerve
  double gap_speed = 1;              // factor on the speed across a gap, with cells
  double own_tube_gain = 0;          // added to the share of axons that find their own tube, with cells
  double conduit_limit = 30;         // mm that axons cross in a plain conduit, with cells
  // cells of any site
  double visible_differentiation = 0.02;  // largest share of injected cells that visibly become tissue
};

/// A whole scenario.
struct Scenario {
  int version = 1;
  std::string name;   // stable key, lower case with dashes
  std::string title;  // plain words
  Lens lens = Lens::mechanism;
  std::uint64_t seed = 1;
  double horizon = 730.5;  // days
  Patient patient;
  Build build;
  Joint joint;
  Lesion lesion;
  Nerve nerve;
  Muscle muscle;
  Ligament ligament;
  Medicine medicine;
  std::vector<Event> regimen;
  Assumptions mechanism{0.05, 0.02, 1.5e8, 1, 1, 1.5, 2, 0.2, 50, 1};
  Assumptions trials{0.003, 0.12, 5e7, 0, 0, 1.1, 1, 0, 30, 0.02};
  JointModel joint_model;
  DefectModel defect_model;
  NerveModel nerve_model;
  AxonModel axon_model;
  PainModel pain_model;
  CellModel cell_model;
  MuscleModel muscle_model;
  LigamentModel ligament_model;
  MedicineModel medicine_model;

  /// The assumptions of the chosen lens.
  [[nodiscard]] const Assumptions& assumptions() const {
    return lens == Lens::mechanism ? mechanism : trials;
  }
};

}  // namespace mend::params

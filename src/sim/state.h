// Everything the models know about one day. Keyframes are these; the picture and the curves read these.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "sim/patch_frame.h"

namespace mend::sim {

enum class Compartment { medial_femur, lateral_femur, medial_tibia, lateral_tibia, trochlea, patella };
inline constexpr std::size_t kCompartments = 6;

/// The joint as a whole (cartilage.md section 3).
struct JointState {
  double suspended = 0;  // Ns, cells floating in the fluid
  double attached = 0;   // Ny, cells on the lining, signalling
  double engrafted = 0;  // injected cells that have entered the lesion so far, before division or loss
  double synovitis = 0;  // p
  double anti_inflammation = 0;  // a
  double memory = 0;             // R, resolving macrophages, 0-1
  double steroid = 0;            // s, 0-1
  double pain_mm = 0;            // VAS, 0-100
  double pannus = 0;             // front of a rheumatoid pannus over the cartilage, mm from the margin
  double bone_erosion = 0;       // depth of the marginal erosion under it, mm
  std::array<double, kCompartments> thickness{};  // theta_c relative to a healthy knee
};

/// Depth samples of the repair column, x = 0 at the bone.
inline constexpr std::size_t kColumnCells = 48;

/// The defect column (cartilage.md section 1.1). Densities in units of C*, matrix and oxygen as shares.
struct DefectState {
  std::array<double, kColumnCells> stem{};
  std::array<double, kColumnCells> chondrocyte{};
  std::array<double, kColumnCells> matrix{};
  std::array<double, kColumnCells> oxygen{};
  double fill = 0;           // mean matrix over the depth, 0-1
  double hyaline_share = 0;  // of the new collagen, 0-1
};

/// One axon of the drawn fascicle. Lengths in mm from the lesion towards the end organ.
struct AxonState {
  double distal_integrity = 1;  // 1 = distal stump conducts, falls to 0 at breakdown
  double debris = 0;            // myelin debris left in the distal tube, 0-1
  double tip = 0;               // regrown front beyond the lesion
  double myelin_front = 0;      // how far the new sheath follows
  double velocity_fraction =
      1;  // conduction velocity over the injured stretch, of healthy; 0 = no conduction to the end organ
  double lamellae = 1;     // of the injured patch's sheath, of healthy (neurapraxia)
  double misdirected = 0;  // 1 = in a tube of the wrong kind
  double neuroma = 0;      // 1 = stalled in scar without a tube
  bool operator==(const AxonState&) const = default;
};

/// The fascicle (nerve-pain-medication.md section 2.5).
struct NerveState {
  std::vector<AxonState> axons;   // empty without a nerve injury
  double reconnected = 1;         // share of axons at an end organ of their kind
  double misdirected = 0;         // share of axons at one of the other kind
  double velocity_fraction = 1;   // mean of conducting axons, of healthy; 0 when none conducts
  double amplitude_fraction = 1;  // compound potential, of healthy
  double schwann = 1;             // mean Schwann density in the distal stump
  double debris = 0;              // mean debris in the distal stump
  double growth_factor = 0;       // N at the lesion, in units of KN
  double cells = 0;               // injected into the nerve and alive
};

/// Cells injected into muscle or ligament (muscle-ligament-evidence.md section 7.1).
struct PoolState {
  double alive = 0;   // cells
  double signal = 0;  // P, 0-1
};

/// A strained muscle (section 7.2): shares of the tissue, healthy = as it begins here.
struct MuscleState {
  double area = 1;                                        // CSA: healthy and matured new fibre
  double fill = 1;                                        // matured new fibre, of the injured share
  double necrosis = 0;                                    // D/f
  double neutrophils = 0, monocytes = 0, m1 = 0, m2 = 0;  // N, Mo, M1, M2
  double quiescent_satellites = 1, activated_satellites = 0, myocytes = 0;  // Q, A, C
  double fibroblasts = 1;      // B, fibro-adipogenic progenitors, 1 = normal
  double excess_collagen = 0;  // Cx
  double scar = 0;             // permanent, g f
  PoolState cells;
};

/// A torn ligament (section 7.3), of healthy.
struct LigamentState {
  double inflammation = 0, bridging = 1, fibroblasts = 1;
  double collagen1 = 1, collagen3 = 0.1;  // C1, C3
  double alignment = 1, cross_links = 1;  // a, x
  double stress = 1;                      // failure stress
  double load = 1;                        // ultimate load
  double stiffness = 1;                   // shown
  PoolState cells;

  [[nodiscard]] double collagen3_share() const { return collagen3 / (collagen1 + collagen3); }
};

/// Medicine (nerve-pain-medication.md section 5).
struct MedicineState {
  double opioid_dose = 0;                             // MME a day
  double effect_site = 0;                             // Ce, ng/ml
  double tolerance = 0;                               // T, ng/ml
  double opioid_effect = 0;                           // E, share of pain taken away
  double rebound = 0;                                 // added to the causes of pain, points of 10
  double withdrawal = 0;                              // index, 0-1: tolerance beyond what is taken
  double nsaid_effect = 0, neuropathic_effect = 0;    // E of each
  double constipation = 0, nausea = 0, sedation = 0;  // indices, 0-1
};

/// What a stem cell may become.
enum class Fate { cartilage, ligament, bone, muscle, schwann };
inline constexpr std::size_t kFates = 5;

/// A niche of stem cells, and what becomes of injected ones (muscle-ligament-evidence.md section 3).
struct LineageState {
  double stem = 0, progeny = 0;        // S, D of the two-stage lineage, D settles at its set point
  double differentiated = 0;           // injected cells that visibly became tissue
  double doublings_left = 0;           // of the last cells given
  double telomere = 0;                 // of the last cells given, kb
  std::array<double, kFates> fates{};  // differentiated, by Fate
};

struct State {
  double day = 0;
  JointState joint;
  DefectState defect;
  PatchView patch;  // the lesion in space; empty on the column, and on keyframes between those that hold it
  NerveState nerve;
  MuscleState muscle;
  LigamentState ligament;
  MedicineState medicine;
  LineageState lineage;
  double sensitisation_peripheral = 0;  // Sp, 0-2
  double sensitisation_central = 0;     // Sc, 0-1
  double pain = 0;                      // the one rating, 0-10
};

/// Calls see(number) for every number of the state but the patch's in a fixed order; State may be const.
template <typename AnyState, typename See>
void each_number(AnyState& state, See&& see) {
  see(state.day);
  auto& joint = state.joint;
  for (auto* number :
       {&joint.suspended, &joint.attached, &joint.engrafted, &joint.synovitis, &joint.anti_inflammation,
        &joint.memory, &joint.steroid, &joint.pain_mm, &joint.pannus, &joint.bone_erosion}) {
    see(*number);
  }
  for (auto& share : joint.thickness) see(share);
  auto& defect = state.defect;
  for (auto* field : {&defect.stem, &defect.chondrocyte, &defect.matrix, &defect.oxygen}) {
    for (auto& number : *field) see(number);
  }
  see(defect.fill);
  see(defect.hyaline_share);
  auto& nerve = state.nerve;
  for (auto& axon : nerve.axons) {
    for (auto* number : {&axon.distal_integrity, &axon.debris, &axon.tip, &axon.myelin_front,
                         &axon.velocity_fraction, &axon.lamellae, &axon.misdirected, &axon.neuroma}) {
      see(*number);
    }
  }
  auto& muscle = state.muscle;
  for (auto* number : {&muscle.area, &muscle.fill, &muscle.necrosis, &muscle.neutrophils, &muscle.monocytes,
                       &muscle.m1, &muscle.m2, &muscle.quiescent_satellites, &muscle.activated_satellites,
                       &muscle.myocytes, &muscle.fibroblasts, &muscle.excess_collagen, &muscle.scar,
                       &muscle.cells.alive, &muscle.cells.signal}) {
    see(*number);
  }
  auto& ligament = state.ligament;
  for (auto* number : {&ligament.inflammation, &ligament.bridging, &ligament.fibroblasts, &ligament.collagen1,
                       &ligament.collagen3, &ligament.alignment, &ligament.cross_links, &ligament.stress,
                       &ligament.load, &ligament.stiffness, &ligament.cells.alive, &ligament.cells.signal}) {
    see(*number);
  }
  auto& medicine = state.medicine;
  for (auto* number :
       {&medicine.opioid_dose, &medicine.effect_site, &medicine.tolerance, &medicine.opioid_effect,
        &medicine.rebound, &medicine.withdrawal, &medicine.nsaid_effect, &medicine.neuropathic_effect,
        &medicine.constipation, &medicine.nausea, &medicine.sedation}) {
    see(*number);
  }
  auto& lineage = state.lineage;
  for (auto* number : {&lineage.stem, &lineage.progeny, &lineage.differentiated, &lineage.doublings_left,
                       &lineage.telomere}) {
    see(*number);
  }
  for (auto& cells : lineage.fates) see(cells);
  for (auto* number :
       {&nerve.reconnected, &nerve.misdirected, &nerve.velocity_fraction, &nerve.amplitude_fraction,
        &nerve.schwann, &nerve.debris, &nerve.growth_factor, &nerve.cells, &state.sensitisation_peripheral,
        &state.sensitisation_central, &state.pain}) {
    see(*number);
  }
}

/// The state between two keyframes: linear in every number, the patch that of a. share 0 = a, 1 = b.
[[nodiscard]] State interpolate(const State& a, const State& b, double share);

}  // namespace mend::sim

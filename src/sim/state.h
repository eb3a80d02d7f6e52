// Everything the models know about one day. Keyframes are these; the picture and the curves read these.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

namespace mend::sim {

enum class Compartment { medial_femur, lateral_femur, medial_tibia, lateral_tibia, trochlea, patella };
inline constexpr std::size_t kCompartments = 6;

/// The joint as a whole (cartilage.md section 3).
struct JointState {
  double suspended = 0;  // Ns, cells floating in the fluid
  double attached = 0;   // Ny, cells on the lining, signalling
  double engrafted = 0;  // injected cells that have entered the lesion so far, before division or loss
  double synovitis = 0;  // p
  double anti_inflammation = 0;                   // a
  double memory = 0;                              // R, resolving macrophages, 0-1
  double steroid = 0;                             // s, 0-1
  double pain_mm = 0;                             // VAS, 0-100
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
  bool operator==(const AxonState&) const = default;
};

/// The fascicle (nerve-pain-medication.md section 2.5).
struct NerveState {
  std::vector<AxonState> axons;   // empty without a nerve injury
  double reconnected = 1;         // share of axons at their end organ
  double velocity_fraction = 1;   // mean of conducting axons, of healthy; 0 when none conducts
  double amplitude_fraction = 1;  // share conducting, of healthy
  double schwann = 1;             // mean Schwann density in the distal stump
  double debris = 0;              // mean debris in the distal stump
  double growth_factor = 0;       // N at the lesion, in units of KN
};

struct State {
  double day = 0;
  JointState joint;
  DefectState defect;
  NerveState nerve;
  double sensitisation_peripheral = 0;  // Sp, 0-2
  double sensitisation_central = 0;     // Sc, 0-1
  double pain = 0;                      // the one rating, 0-10
};

/// Calls see(number) for every number of the state in a fixed order; State may be const.
template <typename AnyState, typename See>
void each_number(AnyState& state, See&& see) {
  see(state.day);
  auto& joint = state.joint;
  for (auto* number : {&joint.suspended, &joint.attached, &joint.engrafted, &joint.synovitis,
                       &joint.anti_inflammation, &joint.memory, &joint.steroid, &joint.pain_mm}) {
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
    for (auto* number :
         {&axon.distal_integrity, &axon.debris, &axon.tip, &axon.myelin_front, &axon.velocity_fraction}) {
      see(*number);
    }
  }
  for (auto* number : {&nerve.reconnected, &nerve.velocity_fraction, &nerve.amplitude_fraction,
                       &nerve.schwann, &nerve.debris, &nerve.growth_factor, &state.sensitisation_peripheral,
                       &state.sensitisation_central, &state.pain}) {
    see(*number);
  }
}

/// The state between two keyframes: linear in every number. share 0 = a, 1 = b.
[[nodiscard]] State interpolate(const State& a, const State& b, double share);

}  // namespace mend::sim

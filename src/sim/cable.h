// The action potential along one myelinated fibre: the double cable of McIntyre, Richardson and Grill 2002.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "sim/fibre.h"

namespace mend::sim {

/// For live pictures, ms: velocities 1.3 % below those of a very small step.
inline constexpr double kCableStep = 0.005;

/// Starts at rest. The internodes are passive, so each is eliminated with coefficients computed once and only
/// the nodes are solved for anew; a step allocates nothing.
class Cable {
 public:
  /// `fibre` has at least one internode.
  Cable(const params::AxonModel& model, const Fibre& fibre, double temperature_c,
        double step_ms = kCableStep);

  /// One step with a current (nA) into the first node.
  void step(double stimulus = 0);

  /// Since the start, ms.
  [[nodiscard]] double time() const { return step_ * static_cast<double>(steps_); }
  /// The inside of each node, mV; the outside is 0.
  [[nodiscard]] const std::vector<double>& potentials() const { return potential_; }
  /// Distance of each node from the first, um.
  [[nodiscard]] const std::vector<double>& places() const { return places_; }
  /// The nodes and the ten parts of each internode.
  [[nodiscard]] std::size_t compartments() const;

 private:
  static constexpr std::size_t kParts = 10;  // MYSA FLUT 6xSTIN FLUT MYSA
  static constexpr std::size_t kGates = 4;   // m, p, h, s

  /// One step of a gate at a potential: x becomes settled + (x - settled) keep.
  struct GateStep {
    double settled, keep;
  };
  /// One number for each part of each internode: first parts, then second parts and so on, so that the
  /// internodes are stepped side by side.
  using Parts = std::array<std::vector<double>, kParts>;

  void build_internode(const Internode& internode, std::size_t i);
  void build_node(const Internode& beside, std::size_t j);
  void keep_answers();
  void build_table(double temperature_c);
  void step_gates();
  void gather();
  void sweep();
  void solve_nodes(double stimulus);
  void advance();

  params::AxonModel model_;
  double step_;
  std::size_t steps_ = 0;
  std::size_t internodes_;
  std::vector<std::array<GateStep, kGates>> table_;  // by potential

  // Nodes.
  std::vector<double> places_, potential_, half_;  // um, Vi, Vi half a step on
  std::array<std::vector<double>, kGates> gates_;  // m, p, h, s
  std::vector<double> area_, own_;                 // A, cm2; what multiplies Vi but for the channels, mS
  std::vector<double> factor_;                     // of the elimination

  // Internodes.
  Parts inside_, under_;                   // Vi, Vp
  Parts store_, drive_, sheath_store_;     // Ca/h, g E, Cmy/h
  Parts axial_, axial_under_;              // ga, gp towards the next part
  Parts pivot11_, pivot12_, pivot22_;      // the block of the part, then its inverse pivot
  Parts first_, second_;                   // right sides, then y: Vi, Vp
  Parts left1_, left2_, right1_, right2_;  // u, w: Vi, Vp
  std::vector<double> end_, joined_;       // ga to the nodes; from node to node, mS
};

}  // namespace mend::sim

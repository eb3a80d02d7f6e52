// A myelinated fibre as it is built: nodes, and between two of them a sheathed stretch.
#pragma once
#include <cstddef>
#include <vector>

#include "params/axon_model.h"

namespace mend::sim {

/// From one node to the next. Lengths and diameters in um.
struct Internode {
  double length = 0;    // node to node
  double fibre = 0;     // outer diameter, on which the sheath's membranes lie
  double axon = 0;      // diameter under the sheath
  double node = 0;      // diameter at the nodes and the sheath's ends
  double flut = 0;      // length of the stretch beside each end
  double lamellae = 0;  // turns of the sheath
  double gap = 1;       // width of the space under the sheath, of healthy
  bool operator==(const Internode&) const = default;
};

struct Fibre {
  std::vector<Internode> internodes;

  [[nodiscard]] double length() const;  // um
  bool operator==(const Fibre&) const = default;
};

inline constexpr double kThinnestFibre = 1, kThickestFibre = 16;  // um

/// Straight between the rows of params::kFibreShapes; beyond them the first or the last.
[[nodiscard]] params::FibreShape fibre_shape(double diameter_um);

[[nodiscard]] Fibre healthy_fibre(double diameter_um, std::size_t internodes);

/// Leaves this share of the lamellae on some of the internodes.
void thin(Fibre& fibre, std::size_t first, std::size_t count, double lamellae);

/// Puts several short sheaths with this share of the lamellae in place of each of some internodes.
void remyelinate(Fibre& fibre, std::size_t first, std::size_t count, std::size_t segments, double lamellae);

}  // namespace mend::sim

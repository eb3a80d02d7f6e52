#include "sim/fibre.h"

#include <algorithm>

namespace mend::sim {
namespace {

params::FibreShape between(const params::FibreShape& a, const params::FibreShape& b, double share) {
  const auto mix = [share](double from, double to) { return from + share * (to - from); };
  return {mix(a.fibre, b.fibre),         mix(a.axon, b.axon), mix(a.node, b.node),
          mix(a.internode, b.internode), mix(a.flut, b.flut), mix(a.lamellae, b.lamellae),
          mix(a.g_ratio, b.g_ratio)};
}

}  // namespace

double Fibre::length() const {
  double sum = 0;
  for (const Internode& internode : internodes) sum += internode.length;
  return sum;
}

params::FibreShape fibre_shape(double diameter_um) {
  const auto& rows = params::kFibreShapes;
  const double diameter = std::clamp(diameter_um, rows.front().fibre, rows.back().fibre);
  std::size_t i = 1;
  while (i + 1 < rows.size() && rows[i].fibre < diameter) ++i;
  return between(rows[i - 1], rows[i], (diameter - rows[i - 1].fibre) / (rows[i].fibre - rows[i - 1].fibre));
}

Fibre healthy_fibre(double diameter_um, std::size_t internodes) {
  const params::FibreShape shape = fibre_shape(diameter_um);
  return {std::vector<Internode>(internodes, {.length = shape.internode,
                                              .fibre = shape.fibre,
                                              .axon = shape.axon,
                                              .node = shape.node,
                                              .flut = shape.flut,
                                              .lamellae = shape.lamellae})};
}

void thin(Fibre& fibre, std::size_t first, std::size_t count, double lamellae) {
  for (std::size_t i = first; i < first + count; ++i) fibre.internodes[i].lamellae *= lamellae;
}

void remyelinate(Fibre& fibre, std::size_t first, std::size_t count, std::size_t segments, double lamellae) {
  std::vector<Internode> internodes;
  for (std::size_t i = 0; i < fibre.internodes.size(); ++i) {
    Internode part = fibre.internodes[i];
    const bool is_new = i >= first && i < first + count;
    if (is_new) {
      part.length /= static_cast<double>(segments);
      part.lamellae *= lamellae;
    }
    internodes.insert(internodes.end(), is_new ? segments : 1, part);
  }
  fibre.internodes = std::move(internodes);
}

}  // namespace mend::sim

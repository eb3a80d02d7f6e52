#include "sim/patch_diffusion.h"

#include <algorithm>

#include "base/result.h"
#include "sim/defect_kinetics.h"

namespace mend::sim {
namespace {

/// One row of the elimination after another: du[i] = value + factor du[i + 1].
struct Elimination {
  TwinLanes below = 0, flux_below = 0;  // r and the flux through the face before
  TwinLanes kept = 0, value = 0;        // 1 - factor, and value, of the row before

  /// Moves to the next row, whose far face lets `flux` through at ratio `above`; returns its factor.
  TwinLanes step(TwinLanes above, TwinLanes flux) {
    const TwinLanes row = 1 + below * kept;
    const TwinLanes inverse = 1 / (row + above);
    value = (flux - flux_below + below * value) * inverse;
    kept = row * inverse;
    below = above;
    flux_below = flux;
    return above * inverse;
  }
};

}  // namespace

PatchLines::PatchLines(const PatchGrid& grid, Along along) : first_{0} {
  for (int line = 0; line < grid.across; ++line) {
    for (int i = 0; i < grid.across; ++i) {
      const int at = along == Along::x ? line * grid.across + i : i * grid.across + line;
      const std::int32_t column = grid.column_at[static_cast<std::size_t>(at)];
      if (column >= 0) columns_.push_back(static_cast<std::uint32_t>(column));
    }
    if (columns_.size() > first_.back()) first_.push_back(static_cast<std::uint32_t>(columns_.size()));
  }
}

std::size_t PatchLines::begin(std::size_t hand, std::size_t hands) const {
  const std::size_t column = columns_.size() * hand / hands;
  return static_cast<std::size_t>(std::lower_bound(first_.begin(), first_.end(), column) - first_.begin());
}

Spread::Spread(double ratio_) : ratio(ratio_) {
  const auto r = static_cast<float>(ratio_);
  float kept = 0;
  for (std::size_t i = 0; i < kLongestLine; ++i) {
    const float row = i == 0 ? 1 : 1 + r * kept;
    last_inverse[i] = 1 / row;
    inverse[i] = 1 / (row + r);
    kept = row * inverse[i];
  }
}

template <std::size_t Count>
void spread_line(const PatchLine& line, const std::array<float*, Count>& fields, const Spread& spread) {
  const std::size_t last = line.at.size() - 1;
  std::array<std::array<TwinLanes, kLongestLine>, Count> gain;
  std::array<TwinLanes, Count> here, flux_below, value;
  for (std::size_t f = 0; f < Count; ++f) {
    here[f] = TwinLanes::load(fields[f] + line[0]);
    flux_below[f] = value[f] = 0;
  }
  for (std::size_t i = 0; i < last; ++i) {
    const std::size_t next_place = line[i + 1];
    for (std::size_t f = 0; f < Count; ++f) {
      const TwinLanes next = TwinLanes::load(fields[f] + next_place);
      const TwinLanes flux = spread.ratio * (next - here[f]);
      gain[f][i] = value[f] = (flux - flux_below[f] + spread.ratio * value[f]) * spread.inverse[i];
      flux_below[f] = flux;
      here[f] = next;
    }
  }
  for (std::size_t f = 0; f < Count; ++f) {
    TwinLanes later = (spread.ratio * value[f] - flux_below[f]) * spread.last_inverse[last];
    max(here[f] + later, 0).store(fields[f] + line[last]);
    for (std::size_t i = last; i-- > 0;) {
      later = gain[f][i] + spread.ratio * TwinLanes(spread.inverse[i]) * later;
      max(TwinLanes::load(fields[f] + line[i]) + later, 0).store(fields[f] + line[i]);
    }
  }
}

template void spread_line(const PatchLine&, const std::array<float*, 2>&, const Spread&);
template void spread_line(const PatchLine&, const std::array<float*, 3>&, const Spread&);

void wander_line(const PatchLine& line, const std::array<float*, 2>& cells,
                 const std::array<float*, 3>& matrix, const std::array<Wander, 2>& wander, TwinLanes best) {
  const std::size_t last = line.at.size() - 1;
  const auto matrix_at = [&](std::size_t place) {
    return TwinLanes::load(matrix[0] + place) + TwinLanes::load(matrix[1] + place) +
           TwinLanes::load(matrix[2] + place);
  };
  std::array<std::array<TwinLanes, kLongestLine>, 2> gain, factor;
  std::array<Elimination, 2> row;
  std::array<TwinLanes, 2> here{TwinLanes::load(cells[0] + line[0]), TwinLanes::load(cells[1] + line[0])};
  TwinLanes m = matrix_at(line[0]);
  for (std::size_t i = 0; i < last; ++i) {
    const std::size_t next_place = line[i + 1];
    const TwinLanes next_m = matrix_at(next_place);
    const TwinLanes help = helped_by_matrix(0.5f * (m + next_m), best);
    for (std::size_t f = 0; f < 2; ++f) {
      const TwinLanes next = TwinLanes::load(cells[f] + next_place);
      const TwinLanes above = wander[f].base + wander[f].extra * help;
      factor[f][i] = row[f].step(above, above * (next - here[f]));
      gain[f][i] = row[f].value;
      here[f] = next;
    }
    m = next_m;
  }
  for (std::size_t f = 0; f < 2; ++f) {
    row[f].step(0, 0);
    TwinLanes later = row[f].value;
    max(here[f] + later, 0).store(cells[f] + line[last]);
    for (std::size_t i = last; i-- > 0;) {
      later = gain[f][i] + factor[f][i] * later;
      max(TwinLanes::load(cells[f] + line[i]) + later, 0).store(cells[f] + line[i]);
    }
  }
}

}  // namespace mend::sim

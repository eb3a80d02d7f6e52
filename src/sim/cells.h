// Life records: each drawn cell is drawn once from the model's own rates, with keyed randomness; where it
// stands in its life on any day is a function of the record and the day.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "params/scenario.h"

namespace mend::sim {

enum class CellFate { cleared, attaches_then_dies, engrafts };

/// One drawn cell of one injection. Days count from day 0 of the scenario.
struct CellRecord {
  std::uint32_t id = 0;  // key for its wandering
  double injected = 0;
  double settles = 0;  // leaves the fluid: cleared, attached or engrafted
  double dies = 0;     // attached cells only; settles for the cleared; beyond the horizon for the engrafted
  CellFate fate = CellFate::cleared;
  std::size_t event = 0;  // index into the regimen
};

/// What a cell is doing on a day.
enum class CellPhase { not_yet, suspended, attached, engrafted, gone };

[[nodiscard]] CellPhase phase(const CellRecord& record, double day);

/// `count` records over all cell injections into the joint (fewer where cells are given elsewhere in such
/// numbers that their dots would be too many), stratified: record k takes quantile (k+u)/N of
/// each fate's distribution. Each stands for cells_per_record(scenario, count) real cells.
[[nodiscard]] std::vector<CellRecord> draw_records(const params::Scenario& scenario, std::size_t count);

/// Dots that all cells given to nerve, muscle and ligament would make, if all were alive at once.
inline constexpr double kGatheredDots = 600;

/// Real cells one record of the joint, and one dot of any other tissue, stands for; 0 without cells.
[[nodiscard]] double cells_per_record(const params::Scenario& scenario, std::size_t count);

}  // namespace mend::sim

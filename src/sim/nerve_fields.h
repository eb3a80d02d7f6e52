// What surrounds the axons of one fascicle: debris, Schwann cells, growth factor and injected cells.
#pragma once
#include <cstddef>
#include <vector>

#include "params/nerve_model.h"

namespace mend::sim {

class NerveFields {
 public:
  /// `length` mm from the lesion to the end organ, with tubes from `gap` mm on; cut off on day 0, or whole.
  NerveFields(const params::NerveModel& model, double length, double gap, bool is_cut_off);

  /// The tubes begin at `gap` mm from now on.
  void open(double gap);
  /// A piece of another nerve between these places, cut off on `day`.
  void place_graft(double from, double to, double day);
  /// Cells given on `day` at `place` mm.
  void inject(double cells, double day, double place);

  /// `fronts`: how far each axon has come, mm; the end organ or beyond for those that arrived.
  void settle(const std::vector<double>& fronts);
  void step(double day, double dt);

  /// M, cells alive.
  [[nodiscard]] double cells() const { return fast_cells_ + slow_cells_; }
  /// W of the stump.
  [[nodiscard]] double debris(double day) const;
  /// S that a tip at x meets.
  [[nodiscard]] double schwann(double x) const;
  /// Mean S of the distal stump.
  [[nodiscard]] double mean_schwann() const;
  /// N at x, in units of KN.
  [[nodiscard]] double factor(double x) const;
  /// N'/N at x, /mm; 0 where there is none.
  [[nodiscard]] double factor_slope(double x) const;

 private:
  void step_schwann(double day, double dt);
  void settle_factor();
  void add_secretion();
  [[nodiscard]] double centre(std::size_t cell) const;
  [[nodiscard]] std::size_t first_from(double x) const;

  params::NerveModel model_;
  bool is_cut_off_;
  std::size_t gap_cell_ = 0;                     // first of the distal stump
  std::size_t graft_begin_ = 0, graft_end_ = 0;  // cells of the graft
  double graft_day_ = 0;
  double fast_cells_ = 0, slow_cells_ = 0, given_ = 0, last_given_ = 0;
  std::vector<double> schwann_, factor_;  // S, N on the grid
  std::vector<double> absent_;            // 1 - c: share of axons that have not come this far
  std::vector<double> secreted_;          // N made by 1e6 injected cells
  std::vector<double> reaction_, source_, faces_;
};

}  // namespace mend::sim

// Repair of a focal cartilage defect in space: the kinetics of the column (defect.h) in every voxel over the
// lesion, with the matrix told apart into its kinds.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "params/scenario.h"
#include "sim/crew.h"
#include "sim/defect.h"
#include "sim/patch_diffusion.h"
#include "sim/patch_frame.h"
#include "sim/state.h"

namespace mend::sim {

/// Voxels of the patch; the layers a multiple of 8, both at most kLongestLine.
struct PatchSize {
  int across = 64, layers = 24;
};

class DefectPatch {
 public:
  /// An empty defect of a diameter and a depth in mm. The same bits for any number of threads.
  DefectPatch(const params::DefectModel& model, double diameter, double depth, std::uint64_t seed,
              int threads, const PatchSize& size = {});

  /// As DefectColumn's: `mean` is the gain of the density averaged over the lesion.
  void add_stem_cells(double mean, const CellOrigin& origin) { add(PatchField::stem, mean, origin); }
  void add_chondrocytes(double mean, const CellOrigin& origin) { add(PatchField::chondrocyte, mean, origin); }
  [[nodiscard]] double floor_share() const { return layer_.floor_share; }

  /// One step of dt days: oxygen, reactions, then diffusion through the depth, along and across the floor.
  void step(double dt, const DefectConditions& conditions);
  /// The diffusion of such a step alone.
  void diffuse(double dt);

  [[nodiscard]] double fill() const { return fill_; }
  [[nodiscard]] double mean_stem() const { return mean_stem_; }
  [[nodiscard]] double hyaline_share() const { return new_matrix_ > 0 ? new_hyaline_ / new_matrix_ : 0; }

  [[nodiscard]] const PatchGrid& grid() const { return *grid_; }
  [[nodiscard]] std::size_t voxels() const { return grid_->columns() * layers_; }
  [[nodiscard]] double voxel(PatchField field, std::size_t column, std::size_t layer) const {
    return static_cast<double>(of(field)[column * layers_ + layer]);
  }
  /// Share of the oxygen at the surface.
  [[nodiscard]] double oxygen(std::size_t column, std::size_t layer) const {
    return static_cast<double>(oxygen_[column * layers_ + layer]);
  }
  /// Cytokine `below` mm under the surface of the tissue at synovitis p; shown only.
  [[nodiscard]] double cytokine(double p, double below) const;

  /// The mean over the floor.
  [[nodiscard]] DefectState state() const;
  [[nodiscard]] std::shared_ptr<const PatchFrame> frame(double day) const;

 private:
  using Field = std::vector<float>;
  struct Tile;
  struct Step;

  void add(PatchField field, double mean, const CellOrigin& origin);
  void wear_bare(const Step& step);
  void settle_growth_factors(std::size_t hand);
  void step_tiles(std::size_t hand, const Step& step, bool reacts);
  void spread_over_floor(std::size_t hand, const Step& step);
  void measure(std::size_t column);
  void total_up();
  [[nodiscard]] Field& of(PatchField field) { return fields_[static_cast<std::size_t>(field)]; }
  [[nodiscard]] const Field& of(PatchField field) const { return fields_[static_cast<std::size_t>(field)]; }

  params::DefectModel model_;
  std::uint64_t seed_;
  std::shared_ptr<const PatchGrid> grid_;
  std::size_t layers_;
  std::size_t tiles_;  // of eight columns; the last may have some beyond the lesion, which nobody reads
  PatchLines rows_, files_;
  SeedLayer layer_;
  std::array<std::vector<float>, 3> pattern_;  // by Settling; empty until it is needed
  std::array<Field, kPatchFields> fields_;
  Field oxygen_;
  std::array<Field, 2> signals_;  // g, b; empty when growth factors are off
  Field made_;                    // in each column by the last step, summed over its voxels
  Field column_stem_, column_chondrocyte_, column_fill_;  // mean of each column
  CellOrigin origin_;
  bool is_bare_ = true;  // no cell has ever been here: every voxel is like every other
  double fill_ = 0, mean_stem_ = 0, mean_chondrocyte_ = 0, new_matrix_ = 0, new_hyaline_ = 0;
  std::unique_ptr<Crew> crew_;
};

}  // namespace mend::sim

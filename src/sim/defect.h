// Repair of a focal cartilage defect over its depth: stem cells, chondrocytes, matrix and oxygen in one
// column.
#pragma once
#include <cstddef>
#include <vector>

#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

/// What the joint does to the repair tissue. The default is the bare kinetics: no inflammation term, no wear.
struct DefectConditions {
  double synthesis = 1;  // factor on k8: inflammation and age
  double wear = 0;       // k_deg p, /d
  double hyaline = 1;    // factor on the hyaline share of new collagen
};

/// Conditions at synovitis p, patient's age in years and native wear k_deg (/d).
[[nodiscard]] DefectConditions conditions_in_joint(const params::DefectModel& model, double p, double age,
                                                   double wear);

/// How cells come to lie over the floor: evenly in a carrier, in patches out of the fluid, round awl holes.
enum class Settling { even, patchy, holes };

/// What is known of a batch of cells beyond its number.
struct CellOrigin {
  double loss = 0;       // lambda, /d, until matrix holds the cells
  double hyaline = 0;    // hy, share of hyaline collagen in what they make
  double synthesis = 1;  // factor on k8
  double division = 1;   // factor on p10 and p100
  Settling settling = Settling::even;
};

/// The cells that a treatment brings into the lesion.
[[nodiscard]] CellOrigin origin_of(const params::Scenario& scenario, const params::Event& event);

/// The mean of two batches; `share` of the cells are of `other`. Only what is added lies in some way.
[[nodiscard]] CellOrigin mixed(const CellOrigin& origin, const CellOrigin& other, double share);

/// The layer in which cells are added, cell by cell of the depth from the bone up.
struct SeedLayer {
  SeedLayer(const params::DefectModel& model, double depth, std::size_t cells);

  std::vector<double> density;  // mean 1
  double floor_share = 0;       // mean over the depth of a layer that has density 1 on the floor
};

class DefectColumn {
 public:
  /// An empty defect of a depth in mm, x = 0 at the bone.
  DefectColumn(const params::DefectModel& model, double depth, std::size_t cells = kColumnCells);

  /// Adds cells in a layer on the floor; `mean` is the gain of the density averaged over the depth, in units
  /// of C*.
  void add_stem_cells(double mean, const CellOrigin& origin) { add(stem_, mean, origin); }
  void add_chondrocytes(double mean, const CellOrigin& origin) { add(chondrocyte_, mean, origin); }
  /// Mean over the depth of a layer that has density 1 on the floor.
  [[nodiscard]] double floor_share() const { return layer_.floor_share; }

  /// One step of dt days: oxygen, reactions, then diffusion.
  void step(double dt, const DefectConditions& conditions);

  [[nodiscard]] double fill() const { return mean(matrix_); }
  [[nodiscard]] double mean_stem() const { return mean(stem_); }
  /// Of the collagen made so far; 0 before there is any.
  [[nodiscard]] double hyaline_share() const { return new_matrix_ > 0 ? new_hyaline_ / new_matrix_ : 0; }

  [[nodiscard]] const std::vector<double>& stem() const { return stem_; }
  [[nodiscard]] const std::vector<double>& chondrocyte() const { return chondrocyte_; }
  [[nodiscard]] const std::vector<double>& matrix() const { return matrix_; }
  [[nodiscard]] const std::vector<double>& oxygen() const { return oxygen_; }

  /// For a column of kColumnCells cells.
  [[nodiscard]] DefectState state() const;

 private:
  using Field = std::vector<double>;

  void add(Field& field, double mean, const CellOrigin& origin);
  void settle_oxygen();
  void settle_growth_factors();
  void react(double dt, const DefectConditions& conditions);
  void diffuse(double dt);
  void diffuse_field(Field& field, double base, double extra, double dt);
  [[nodiscard]] static double mean(const Field& field);

  params::DefectModel model_;
  double width_;  // of a cell, mm
  SeedLayer layer_;
  Field stem_, chondrocyte_, matrix_, oxygen_;
  Field stem_signal_, chondrocyte_signal_;  // g, b; 0 when growth factors are off
  Field reaction_, source_, faces_;         // of the linear systems
  CellOrigin origin_;                       // mean over the cells that are there
  double new_matrix_ = 0, new_hyaline_ = 0;
};

}  // namespace mend::sim

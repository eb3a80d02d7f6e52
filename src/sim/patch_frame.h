// The patch as keyframes hold it: where its voxels lie, and five fields of them in sixteen-bit numbers.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/half.h"

namespace mend::sim {

/// Columns of voxels on a square grid over the lesion, which is the disc in its middle. A ring of native
/// cartilage lies round it: full matrix, no cells, and nothing crosses its face.
struct PatchGrid {
  /// `across` x `across` columns of `layers` voxels in a box of 24 mm, or a wider one if the lesion needs it.
  PatchGrid(double diameter, double depth, int across, int layers);

  static constexpr std::int32_t kOutside = -1, kNative = -2;

  int across, layers;
  double radius;                        // of the lesion, mm
  double side;                          // of a voxel over the floor, mm
  double height;                        // of a voxel, mm
  std::vector<std::int32_t> column_at;  // by row and place in it: a column of the lesion, or what is there
  std::vector<std::int32_t> place_of;   // of each column of the lesion: row * across + place

  [[nodiscard]] std::size_t columns() const { return place_of.size(); }
  /// Middle of a column, mm from the middle of the lesion.
  [[nodiscard]] double x_of(std::size_t column) const;
  [[nodiscard]] double y_of(std::size_t column) const;
};

/// Densities in units of C*; matrix as shares of native matrix, together m.
enum class PatchField { stem, chondrocyte, glycosaminoglycan, collagen2, collagen1 };
inline constexpr std::size_t kPatchFields = 5;
inline constexpr std::array kMatrixKinds{PatchField::glycosaminoglycan, PatchField::collagen2,
                                         PatchField::collagen1};

/// One day, immutable. Voxels column by column, from the bone up; a field of one number is the same
/// everywhere.
struct PatchFrame {
  double day = 0;
  std::shared_ptr<const PatchGrid> grid;
  std::array<std::vector<Half>, kPatchFields> fields;
  std::vector<Half> fill, hyaline;  // of each column: mean matrix; type II in its collagen

  [[nodiscard]] std::size_t bytes() const;
};

/// The patch on any day: one frame, or a place between two. Nothing is computed before it is asked for.
struct PatchView {
  std::shared_ptr<const PatchFrame> before, after;
  double share = 0;  // 0 = before, 1 = after

  [[nodiscard]] bool is_empty() const { return before == nullptr; }
  [[nodiscard]] const PatchGrid& grid() const { return *before->grid; }

  [[nodiscard]] double voxel(PatchField field, std::size_t column, std::size_t layer) const;
  [[nodiscard]] double fill(std::size_t column) const;
  [[nodiscard]] double hyaline(std::size_t column) const;

  /// Smooth over the disc |(u, v)| <= 1 of the lesion; beyond it as at its edge. `height` of the depth, 0 =
  /// bone.
  [[nodiscard]] double at(PatchField field, double u, double v, double height) const;
  [[nodiscard]] double fill_at(double u, double v) const;
  [[nodiscard]] double hyaline_at(double u, double v) const;
};

}  // namespace mend::sim

// Diffusion over the patch, one direction after the other (LOD: Ghaffarizadeh 2016): each line of voxels is
// solved implicitly by elimination, eight neighbouring lines at a time.
//   (1 - r L) du = r L u,  u += du;   r = D dt/width^2, L u = the sum of the differences over both faces
// Solved for the gain du, an even field stays even to the last bit. No flux through the ends.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/twin_lanes.h"
#include "sim/patch_frame.h"

namespace mend::sim {

/// No line has more voxels.
inline constexpr std::size_t kLongestLine = 64;

/// Voxel i of eight lines side by side stands at at[i] * stride + first, and the seven numbers after it.
struct PatchLine {
  std::span<const std::uint32_t> at;
  std::size_t stride = 0, first = 0;

  [[nodiscard]] std::size_t operator[](std::size_t i) const { return at[i] * stride + first; }
};

/// All lines of columns in one direction over the floor.
class PatchLines {
 public:
  enum class Along { x, y };
  PatchLines(const PatchGrid& grid, Along along);

  [[nodiscard]] std::size_t count() const { return first_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t line) const {
    return std::span(columns_).subspan(first_[line], first_[line + 1] - first_[line]);
  }
  /// Where the lines of hand `hand` of `hands` begin: every hand gets about as many columns.
  [[nodiscard]] std::size_t begin(std::size_t hand, std::size_t hands) const;

 private:
  std::vector<std::uint32_t> columns_;
  std::vector<std::uint32_t> first_;  // of each line, and the end
};

/// One step at a constant D.
struct Spread {
  explicit Spread(double ratio);

  TwinLanes ratio;
  std::array<float, kLongestLine> inverse, last_inverse;  // of the pivots; of the last voxel of a line
};

/// One step of cells whose D = base + extra h(m, best) follows the matrix on each face.
struct Wander {
  TwinLanes base, extra;  // times dt/width^2
};

/// Lets `Count` fields spread along a line.
template <std::size_t Count>
void spread_line(const PatchLine& line, const std::array<float*, Count>& fields, const Spread& spread);
extern template void spread_line(const PatchLine&, const std::array<float*, 2>&, const Spread&);
extern template void spread_line(const PatchLine&, const std::array<float*, 3>&, const Spread&);

/// Lets two kinds of cells wander along a line, where the matrix is the sum of three fields.
void wander_line(const PatchLine& line, const std::array<float*, 2>& cells,
                 const std::array<float*, 3>& matrix, const std::array<Wander, 2>& wander, TwinLanes best);

}  // namespace mend::sim

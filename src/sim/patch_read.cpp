// What others read of the patch: its means, its state and its frames.
#include <algorithm>
#include <span>

#include "base/math.h"
#include "sim/patch.h"

namespace mend::sim {
namespace {

double sum(std::span<const float> values) {
  TwinLanes all = 0;
  for (std::size_t i = 0; i < values.size(); i += TwinLanes::kCount) all = all + TwinLanes::load(&values[i]);
  return static_cast<double>(sum(all));
}

double mean(std::span<const float> of_columns) {
  double sum = 0;
  for (const float one : of_columns) sum += static_cast<double>(one);
  return sum / static_cast<double>(of_columns.size());
}

std::vector<Half> halves(std::span<const float> field) {
  std::vector<Half> all(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) all[i] = to_half(field[i]);
  return all;
}

}  // namespace

void DefectPatch::measure(std::size_t column) {
  const auto mean_of = [&](PatchField field) {
    return sum(std::span(of(field)).subspan(column * layers_, layers_)) / static_cast<double>(layers_);
  };
  double matrix = 0;
  for (const PatchField kind : kMatrixKinds) matrix += mean_of(kind);
  column_stem_[column] = static_cast<float>(mean_of(PatchField::stem));
  column_chondrocyte_[column] = static_cast<float>(mean_of(PatchField::chondrocyte));
  column_fill_[column] = static_cast<float>(matrix);
}

void DefectPatch::total_up() {
  if (is_bare_) {
    fill_ = 0;
    for (const PatchField kind : kMatrixKinds) fill_ += static_cast<double>(of(kind).front());
    return;
  }
  const std::size_t columns = grid_->columns();
  fill_ =
      std::min(mean(std::span(column_fill_).first(columns)), 1.0);  // rounding may lift it by a last digit
  mean_stem_ = mean(std::span(column_stem_).first(columns));
  mean_chondrocyte_ = mean(std::span(column_chondrocyte_).first(columns));
}

double DefectPatch::cytokine(double p, double below) const {
  return p * math::exp(-below / model_.cytokine_reach);
}

DefectState DefectPatch::state() const {
  const std::size_t columns = is_bare_ ? 1 : grid_->columns();
  const auto profile = [&](const Field& field) {
    std::array<double, kLongestLine> layers{};
    for (std::size_t column = 0; column < columns; ++column) {
      for (std::size_t i = 0; i < layers_; ++i)
        layers[i] += static_cast<double>(field[column * layers_ + (is_bare_ ? 0 : i)]);
    }
    // Each voxel covers some cells of the column.
    std::array<double, kColumnCells> cells{};
    for (std::size_t i = 0; i < kColumnCells; ++i)
      cells[i] = layers[i * layers_ / kColumnCells] / static_cast<double>(columns);
    return cells;
  };
  DefectState state;
  state.stem = profile(of(PatchField::stem));
  state.chondrocyte = profile(of(PatchField::chondrocyte));
  state.oxygen = profile(oxygen_);
  for (const PatchField kind : kMatrixKinds) {
    const std::array<double, kColumnCells> part = profile(of(kind));
    for (std::size_t i = 0; i < kColumnCells; ++i) state.matrix[i] = std::min(1.0, state.matrix[i] + part[i]);
  }
  state.fill = fill_;
  state.hyaline_share = hyaline_share();
  return state;
}

std::shared_ptr<const PatchFrame> DefectPatch::frame(double day) const {
  auto frame = std::make_shared<PatchFrame>();
  frame->day = day;
  frame->grid = grid_;
  const std::size_t columns = is_bare_ ? 1 : grid_->columns(), voxels = is_bare_ ? 1 : columns * layers_;
  for (std::size_t f = 0; f < kPatchFields; ++f)
    frame->fields[f] = halves(std::span(fields_[f]).first(voxels));
  std::vector<float> fill(columns), hyaline(columns);
  const std::span<const float> collagen2(of(PatchField::collagen2)), collagen1(of(PatchField::collagen1));
  for (std::size_t column = 0; column < columns; ++column) {
    fill[column] = is_bare_ ? static_cast<float>(fill_) : column_fill_[column];
    const double two = is_bare_ ? 0 : sum(collagen2.subspan(column * layers_, layers_));
    const double one = is_bare_ ? 1 : sum(collagen1.subspan(column * layers_, layers_));
    hyaline[column] = two > 0 ? static_cast<float>(two / (one + two)) : 0;
  }
  frame->fill = halves(fill);
  frame->hyaline = halves(hyaline);
  return frame;
}

}  // namespace mend::sim

// The equations of defect.cpp, voxel by voxel over the lesion, and
//   m   = G + II + I                glycosaminoglycan, collagen of type II (hyaline) and I (fibrous)
//   G_t = D_m lap G + gag_share s               - 6 w G      s: making of m, w: (loss of m)/(m + 5 G), so
//   II_t = D_m lap II + (1 - gag_share) hy s    - w II       that G goes at 6 times the rate of collagen
//   I_t = D_m lap I + (1 - gag_share) (1 - hy) s - w I       and the total is that of m
//   hy  = hyaline share of new collagen: by the source of the cells, less in an inflamed joint
//   cytokine = p e^(-depth below the surface/cytokine_reach), shown only
// lap: over the depth with the faces of the column, then along and across the floor. Bone lies under the box
// and the joint above it. The wall is native cartilage: nothing crosses it. Oxygen is solved for each column
// on its own, as it comes from the surface and the lesion is much wider than deep.
#include "sim/patch.h"

#include <algorithm>
#include <numeric>

#include "base/math.h"
#include "base/parallel.h"
#include "base/result.h"
#include "sim/defect_kinetics.h"
#include "sim/patch_seed.h"

namespace mend::sim {
namespace {

constexpr std::size_t kWide = TwinLanes::kCount;
constexpr int kOxygenRounds = 3;  // as in the column
constexpr double kWithoutLimit = 1e-30;

/// 0, 1, 2 ...: a line through the depth of a tile.
constexpr std::array<std::uint32_t, kLongestLine> kUpward = [] {
  std::array<std::uint32_t, kLongestLine> at{};
  for (std::uint32_t i = 0; i < kLongestLine; ++i) at[i] = i;
  return at;
}();

constexpr std::size_t index(PatchField field) {
  return static_cast<std::size_t>(field);
}

/// The three kinds of matrix in a voxel of each lane.
struct Matrix {
  TwinLanes gag, collagen2, collagen1;

  [[nodiscard]] TwinLanes total() const { return gag + collagen2 + collagen1; }
};

/// What becomes of matrix that is made and worn.
class Turnover {
 public:
  Turnover(const params::DefectModel& model, double hyaline)
      : gag_share_(model.gag_share),
        collagen2_share_((1 - model.gag_share) * hyaline),
        collagen1_share_((1 - model.gag_share) * (1 - hyaline)),
        gag_wear_(model.gag_wear) {}

  void apply(Matrix& matrix, TwinLanes made, TwinLanes worn) const {
    const TwinLanes wear = worn / (matrix.total() + (gag_wear_ - 1) * matrix.gag + kWithoutLimit);
    matrix.gag = max(matrix.gag + gag_share_ * made - gag_wear_ * wear * matrix.gag, 0);
    matrix.collagen2 = max(matrix.collagen2 + collagen2_share_ * made - wear * matrix.collagen2, 0);
    matrix.collagen1 = max(matrix.collagen1 + collagen1_share_ * made - wear * matrix.collagen1, 0);
  }

 private:
  TwinLanes gag_share_, collagen2_share_, collagen1_share_, gag_wear_;
};

}  // namespace

/// What one step needs beside the fields.
struct DefectPatch::Step {
  Step(const DefectPatch& patch, double dt_, const DefectConditions& conditions)
      : dt(dt_),
        kinetics(patch.model_, patch.origin_, conditions),
        turnover(patch.model_, patch.origin_.hyaline * conditions.hyaline),
        best(patch.model_.migration_matrix),
        oxygen_half(patch.model_.oxygen_half),
        oxygen_use(patch.model_.oxygen_uptake / patch.model_.oxygen_diffusion * patch.grid_->height *
                   patch.grid_->height),
        upward(wander(patch.model_, dt_ / (patch.grid_->height * patch.grid_->height))),
        sideways(wander(patch.model_, dt_ / (patch.grid_->side * patch.grid_->side))),
        matrix_upward(patch.model_.matrix_mobility * dt_ / (patch.grid_->height * patch.grid_->height)),
        matrix_sideways(patch.model_.matrix_mobility * dt_ / (patch.grid_->side * patch.grid_->side)) {}

  static std::array<Wander, 2> wander(const params::DefectModel& model, double scale) {
    return {Wander{model.stem_mobility_base * scale, model.stem_mobility * scale},
            Wander{model.chondrocyte_mobility_base * scale, model.chondrocyte_mobility * scale}};
  }

  TwinLanes dt;
  DefectKinetics<TwinLanes> kinetics;
  Turnover turnover;
  TwinLanes best, oxygen_half, oxygen_use;
  std::array<Wander, 2> upward, sideways;
  Spread matrix_upward, matrix_sideways;
};

/// Eight columns side by side: voxel i of them at 8 i. Cheap to work on through the depth.
struct DefectPatch::Tile {
  using Column = std::array<float, kLongestLine * kWide>;

  std::array<Column, kPatchFields> fields;
  Column oxygen;

  static void take(const Field& field, std::size_t from, std::size_t layers, Column& column) {
    for (std::size_t i = 0; i < layers; ++i) {
      for (std::size_t lane = 0; lane < kWide; ++lane)
        column[i * kWide + lane] = field[from + lane * layers + i];
    }
  }
  static void give(const Column& column, std::size_t to, std::size_t layers, Field& field) {
    for (std::size_t lane = 0; lane < kWide; ++lane) {
      for (std::size_t i = 0; i < layers; ++i) field[to + lane * layers + i] = column[i * kWide + lane];
    }
  }

  [[nodiscard]] float* of(PatchField field) { return fields[index(field)].data(); }
  [[nodiscard]] TwinLanes at(PatchField field, std::size_t i) const {
    return TwinLanes::load(fields[index(field)].data() + i * kWide);
  }
  [[nodiscard]] std::array<float*, 2> cells() { return {of(PatchField::stem), of(PatchField::chondrocyte)}; }
  [[nodiscard]] std::array<float*, 3> matrix() {
    return {of(kMatrixKinds[0]), of(kMatrixKinds[1]), of(kMatrixKinds[2])};
  }

  /// What is missing of the surface's oxygen, by elimination: D n'' = use n, with the last n in `use`.
  void settle_oxygen(const Step& step, std::size_t layers) {
    std::array<TwinLanes, kLongestLine> cells_here, value, factor;
    for (std::size_t i = 0; i < layers; ++i)
      cells_here[i] = step.oxygen_use * (at(PatchField::stem, i) + at(PatchField::chondrocyte, i));
    for (int round = 0; round < kOxygenRounds; ++round) {
      TwinLanes kept = 0, last_value = 0;
      for (std::size_t i = 0; i < layers; ++i) {
        const TwinLanes use = cells_here[i] / (TwinLanes::load(&oxygen[i * kWide]) + step.oxygen_half);
        const TwinLanes row = use + kept, above = i + 1 == layers ? 2 : 1;
        const TwinLanes inverse = 1 / (row + above);
        last_value = value[i] = (use + last_value) * inverse;
        kept = row * inverse;
        factor[i] = above * inverse;
      }
      TwinLanes missing = 0;
      for (std::size_t i = layers; i-- > 0;) {
        missing = i + 1 == layers ? value[i] : value[i] + factor[i] * missing;
        (1 - missing).store(&oxygen[i * kWide]);
      }
    }
  }

  /// Returns the matrix made in each column, summed over its voxels.
  TwinLanes react(const Step& step, std::size_t layers, const std::array<const float*, 2>& signals) {
    TwinLanes made_in_all = 0;
    for (std::size_t i = 0; i < layers; ++i) {
      const TwinLanes s = at(PatchField::stem, i), c = at(PatchField::chondrocyte, i);
      Matrix m{at(kMatrixKinds[0], i), at(kMatrixKinds[1], i), at(kMatrixKinds[2], i)};
      const DefectKinetics<TwinLanes>::Rates rates = step.kinetics.of(
          {s, c, m.total(), TwinLanes::load(&oxygen[i * kWide]), TwinLanes::load(signals[0] + i * kWide),
           TwinLanes::load(signals[1] + i * kWide)});
      const TwinLanes made = step.dt * rates.made;
      step.turnover.apply(m, made, step.dt * rates.worn);
      made_in_all = made_in_all + made;
      max(s + step.dt * rates.stem, 0).store(of(PatchField::stem) + i * kWide);
      max(c + step.dt * rates.chondrocyte, 0).store(of(PatchField::chondrocyte) + i * kWide);
      m.gag.store(of(kMatrixKinds[0]) + i * kWide);
      m.collagen2.store(of(kMatrixKinds[1]) + i * kWide);
      m.collagen1.store(of(kMatrixKinds[2]) + i * kWide);
    }
    return made_in_all;
  }

  void diffuse(const Step& step, std::size_t layers) {
    const PatchLine line{.at = std::span(kUpward).first(layers), .stride = kWide, .first = 0};
    wander_line(line, cells(), matrix(), step.upward, step.best);
    spread_line(line, matrix(), step.matrix_upward);
  }
};

DefectPatch::DefectPatch(const params::DefectModel& model, double diameter, double depth, std::uint64_t seed,
                         int threads, const PatchSize& size)
    : model_(model),
      seed_(seed),
      grid_(std::make_shared<PatchGrid>(diameter, depth, size.across, size.layers)),
      layers_(static_cast<std::size_t>(size.layers)),
      tiles_((grid_->columns() + kWide - 1) / kWide),
      rows_(*grid_, PatchLines::Along::x),
      files_(*grid_, PatchLines::Along::y),
      layer_(model, depth, layers_),
      crew_(std::make_unique<Crew>(threads > 0 ? threads : core_count())) {
  if (layers_ % kWide != 0 || layers_ > kLongestLine || rows_.count() > kLongestLine)
    fail("A patch of this size cannot be stepped.");
  const std::size_t columns = tiles_ * kWide;
  for (Field& field : fields_) field.assign(columns * layers_, 0);
  oxygen_.assign(columns * layers_, 1);
  for (Field& signal : signals_) signal.assign(model.growth_factors ? columns * layers_ : 0, 0);
  for (Field* each : {&made_, &column_stem_, &column_chondrocyte_, &column_fill_}) each->assign(columns, 0);
  // The trace of matrix at the start is clot, and its collagen fibrous (assumed).
  of(PatchField::glycosaminoglycan).front() = static_cast<float>(model.gag_share * model.initial_matrix);
  of(PatchField::collagen1).front() = static_cast<float>((1 - model.gag_share) * model.initial_matrix);
  total_up();
}

void DefectPatch::add(PatchField field, double mean, const CellOrigin& origin) {
  if (mean <= 0) return;
  if (is_bare_) {
    for (const PatchField kind : kMatrixKinds) std::fill(of(kind).begin(), of(kind).end(), of(kind).front());
    is_bare_ = false;
  }
  const double there = mean_stem_ + mean_chondrocyte_;
  origin_ = mixed(origin_, origin, mean / (there + mean));
  std::vector<float>& pattern = pattern_[static_cast<std::size_t>(origin.settling)];
  if (pattern.empty()) pattern = seed_pattern(model_, *grid_, origin.settling, seed_);
  std::array<float, kLongestLine> layer{};
  for (std::size_t i = 0; i < layers_; ++i) layer[i] = static_cast<float>(mean * layer_.density[i]);
  const auto taken = static_cast<float>(model_.room_taken_by_matrix);
  const Field &stem = of(PatchField::stem), &chondrocyte = of(PatchField::chondrocyte);
  for (std::size_t column = 0; column < grid_->columns(); ++column) {
    for (std::size_t i = 0; i < layers_; ++i) {
      const std::size_t at = column * layers_ + i;
      float m = 0;
      for (const PatchField kind : kMatrixKinds) m += of(kind)[at];
      // As in the column: cells beyond the room there is do not stay.
      const float room = std::max(0.0f, 1 - taken * m - stem[at] - chondrocyte[at]);
      of(field)[at] += std::min(pattern[column] * layer[i], room);
    }
    measure(column);
  }
  total_up();
}

void DefectPatch::step(double dt, const DefectConditions& conditions) {
  const Step step(*this, dt, conditions);
  if (is_bare_) {
    wear_bare(step);
  } else {
    crew_->run([this, &step](std::size_t hand) {
      if (model_.growth_factors) settle_growth_factors(hand);
      step_tiles(hand, step, true);
      spread_over_floor(hand, step);
    });
    const double made =
        std::accumulate(made_.begin(), made_.begin() + static_cast<std::ptrdiff_t>(grid_->columns()), 0.0);
    new_matrix_ += made;
    new_hyaline_ += made * origin_.hyaline * conditions.hyaline;
  }
  total_up();
}

void DefectPatch::diffuse(double dt) {
  const Step step(*this, dt, {});
  crew_->run([this, &step](std::size_t hand) {
    step_tiles(hand, step, false);
    spread_over_floor(hand, step);
  });
  total_up();
}

/// Without cells every voxel loses the same, and an even field does not diffuse: one stands for all.
void DefectPatch::wear_bare(const Step& step) {
  Matrix m{of(kMatrixKinds[0]).front(), of(kMatrixKinds[1]).front(), of(kMatrixKinds[2]).front()};
  const TwinLanes worn = step.dt * step.kinetics.of({0, 0, m.total(), 1, 0, 0}).worn;
  step.turnover.apply(m, 0, worn);
  const std::array<TwinLanes, 3> kinds{m.gag, m.collagen2, m.collagen1};
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    std::array<float, kWide> lanes{};
    kinds[k].store(lanes.data());
    of(kMatrixKinds[k]).front() = lanes.front();
  }
}

/// g and b of every voxel, smoothed over the reach of the signal.
void DefectPatch::settle_growth_factors(std::size_t hand) {
  const auto smoothing = [&](double width) { return Spread(model_.signal_area / (width * width)); };
  const Spread upward = smoothing(grid_->height), sideways = smoothing(grid_->side);
  const auto half = static_cast<float>(model_.signal_half);
  const std::array<PatchField, 2> from{PatchField::stem, PatchField::chondrocyte};
  const std::array<float*, 2> signals{signals_[0].data(), signals_[1].data()};
  const PatchLine depth{.at = std::span(kUpward).first(layers_), .stride = kWide, .first = 0};
  std::array<Tile::Column, 2> tile;
  for (std::size_t t = tiles_ * hand / crew_->hands(); t < tiles_ * (hand + 1) / crew_->hands(); ++t) {
    const std::size_t first = t * kWide * layers_;
    for (std::size_t k = 0; k < 2; ++k) {
      for (std::size_t at = first; at < first + kWide * layers_; ++at) {
        const float cells = of(from[k])[at];
        signals[k][at] = cells / (cells + half);
      }
      Tile::take(signals_[k], first, layers_, tile[k]);
    }
    spread_line(depth, std::array<float*, 2>{tile[0].data(), tile[1].data()}, upward);
    for (std::size_t k = 0; k < 2; ++k) Tile::give(tile[k], first, layers_, signals_[k]);
  }
  for (const PatchLines* lines : {&rows_, &files_}) {
    crew_->meet();
    for (std::size_t l = lines->begin(hand, crew_->hands()); l < lines->begin(hand + 1, crew_->hands());
         ++l) {
      for (std::size_t i = 0; i < layers_; i += kWide) {
        spread_line(PatchLine{.at = (*lines)[l], .stride = layers_, .first = i}, signals, sideways);
      }
    }
  }
  crew_->meet();
}

/// Everything that happens within a column.
void DefectPatch::step_tiles(std::size_t hand, const Step& step, bool reacts) {
  Tile tile;
  std::array<Tile::Column, 2> signals{};
  for (std::size_t t = tiles_ * hand / crew_->hands(); t < tiles_ * (hand + 1) / crew_->hands(); ++t) {
    const std::size_t first = t * kWide * layers_;
    for (std::size_t f = 0; f < kPatchFields; ++f) Tile::take(fields_[f], first, layers_, tile.fields[f]);
    if (reacts) {
      Tile::take(oxygen_, first, layers_, tile.oxygen);
      tile.settle_oxygen(step, layers_);
      Tile::give(tile.oxygen, first, layers_, oxygen_);
      if (model_.growth_factors) {
        for (std::size_t k = 0; k < 2; ++k) Tile::take(signals_[k], first, layers_, signals[k]);
      }
      tile.react(step, layers_, {signals[0].data(), signals[1].data()}).store(&made_[t * kWide]);
    }
    tile.diffuse(step, layers_);
    for (std::size_t f = 0; f < kPatchFields; ++f) Tile::give(tile.fields[f], first, layers_, fields_[f]);
  }
}

void DefectPatch::spread_over_floor(std::size_t hand, const Step& step) {
  const std::array<float*, 2> cells{of(PatchField::stem).data(), of(PatchField::chondrocyte).data()};
  const std::array<float*, 3> matrix{of(kMatrixKinds[0]).data(), of(kMatrixKinds[1]).data(),
                                     of(kMatrixKinds[2]).data()};
  for (const PatchLines* lines : {&rows_, &files_}) {
    crew_->meet();
    for (std::size_t l = lines->begin(hand, crew_->hands()); l < lines->begin(hand + 1, crew_->hands());
         ++l) {
      for (std::size_t i = 0; i < layers_; i += kWide) {
        const PatchLine line{.at = (*lines)[l], .stride = layers_, .first = i};
        wander_line(line, cells, matrix, step.sideways, step.best);
        spread_line(line, matrix, step.matrix_sideways);
      }
      if (lines != &files_) continue;
      for (const std::uint32_t column : (*lines)[l]) measure(column);
    }
  }
}

}  // namespace mend::sim

#include "sim/patch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/patch_seed.h"

using namespace mend;
using sim::PatchField;

namespace {

constexpr sim::PatchSize kSmall{.across = 32, .layers = 16};
const sim::CellOrigin kPatchy{.loss = 0.01, .hyaline = 0.5, .settling = sim::Settling::patchy};

sim::DefectPatch small_patch(const params::DefectModel& model = {}, int threads = 1) {
  return {model, 12, 2, 7, threads, kSmall};
}

double total(const sim::DefectPatch& patch, PatchField field) {
  double sum = 0;
  for (std::size_t column = 0; column < patch.grid().columns(); ++column) {
    for (int i = 0; i < patch.grid().layers; ++i)
      sum += patch.voxel(field, column, static_cast<std::size_t>(i));
  }
  return sum;
}

bool operator_equal(const sim::PatchFrame& a, const sim::PatchFrame& b) {
  return a.fields == b.fields && a.fill == b.fill && a.hyaline == b.hyaline;
}

}  // namespace

TEST_CASE("sixteen-bit numbers read back what was written, and round to the nearest") {
  for (std::uint32_t bits = 0; bits < 0x7c00; ++bits) {
    const auto half = static_cast<sim::Half>(bits);
    REQUIRE(sim::to_half(sim::from_half(half)) == half);
    // Halfway to the next rounds to even; a hair beside it to the nearer one.
    const float here = sim::from_half(half), next = sim::from_half(static_cast<sim::Half>(half + 1));
    if (bits + 1 == 0x7c00) break;
    const float middle = 0.5f * (here + next);
    REQUIRE(sim::to_half(middle) == half + (half & 1));
    REQUIRE(sim::to_half(std::nextafterf(middle, 0)) == half);
    REQUIRE(sim::to_half(std::nextafterf(middle, 1e9f)) == half + 1);
  }
  CHECK(sim::from_half(sim::to_half(1)) == 1);
  CHECK(sim::from_half(sim::to_half(0.417f)) == doctest::Approx(0.417).epsilon(5e-4));
  CHECK(sim::to_half(1e-9f) == 0);
}

TEST_CASE("the grid covers the lesion and a rim of 1 mm, whatever its size") {
  for (const double diameter : {0.3, 1.0, 16.0, 21.0, 30.0}) {
    CAPTURE(diameter);
    const sim::PatchGrid grid(diameter, 2, 64, 24);
    CHECK(grid.columns() >= 4);
    if (diameter == 16)
      CHECK(static_cast<double>(grid.columns()) * grid.side * grid.side ==
            doctest::Approx(math::kPi / 4 * diameter * diameter).epsilon(0.01));
    if (diameter <= 22) CHECK(grid.side == doctest::Approx(0.375));
    double farthest = 0;
    for (int at = 0; at < 64 * 64; ++at) {
      if (grid.column_at[static_cast<std::size_t>(at)] == sim::PatchGrid::kOutside) continue;
      const double x = (at % 64 - 31.5) * grid.side, y = (at / 64 - 31.5) * grid.side;
      farthest = std::max(farthest, std::hypot(x, y));
    }
    CHECK(farthest <= diameter / 2 + 1);
    CHECK(farthest > diameter / 2 + 0.6);
    for (std::size_t column = 0; column < grid.columns(); ++column)
      CHECK(grid.column_at[static_cast<std::size_t>(grid.place_of[column])] == static_cast<int>(column));
  }
}

TEST_CASE("diffusion alone keeps every field's sum to 1e-6 and evens it out") {
  sim::DefectPatch patch = small_patch();
  patch.add_stem_cells(0.02, kPatchy);
  patch.add_chondrocytes(0.01, kPatchy);
  const double stem = total(patch, PatchField::stem), chondrocytes = total(patch, PatchField::chondrocyte);
  const double top = patch.voxel(PatchField::stem, 0, 11), floor = patch.voxel(PatchField::stem, 0, 0);
  for (int step = 0; step < 2000; ++step) patch.diffuse(1);
  CHECK(std::fabs(total(patch, PatchField::stem) - stem) <= 1e-6 * stem);
  CHECK(std::fabs(total(patch, PatchField::chondrocyte) - chondrocytes) <= 1e-6 * chondrocytes);
  CHECK(patch.voxel(PatchField::stem, 0, 11) > top);
  CHECK(patch.voxel(PatchField::stem, 0, 0) < 0.6 * floor);
}

TEST_CASE("cells spread over the floor as far as their mobility takes them") {
  // One column of cells; no matrix and no gradient of it, so D is that of m = 0.01 everywhere.
  params::DefectModel model;
  model.awl_spacing = 100;  // one hole, in the middle
  model.awl_radius = 0.8;
  model.clot_share = 0;
  sim::DefectPatch patch(model, 20, 2, 1, 1);
  patch.add_stem_cells(1e-3, {.settling = sim::Settling::holes});
  const auto spread = [&] {
    double sum = 0, squares = 0;
    for (std::size_t column = 0; column < patch.grid().columns(); ++column) {
      for (std::size_t i = 0; i < 24; ++i) {
        const double cells = patch.voxel(PatchField::stem, column, i), x = patch.grid().x_of(column);
        sum += cells;
        squares += cells * x * x;
      }
    }
    return squares / sum;
  };
  const double before = spread(), r = 0.01 / model.migration_matrix;
  for (int day = 0; day < 400; ++day) patch.diffuse(1);
  const double mobility = model.stem_mobility_base + model.stem_mobility * 2 * r / (1 + r * r);
  CHECK(spread() - before == doctest::Approx(2 * mobility * 400).epsilon(0.01));
}

TEST_CASE("a lesion without cells is not stepped, and is the same to the last bit as one that is") {
  const sim::DefectConditions conditions{.wear = 2e-4, .hyaline = 0.7};
  sim::DefectPatch bare = small_patch(), stepped = small_patch();
  stepped.add_stem_cells(1e-30, {});  // too few to do anything
  for (int day = 0; day < 200; ++day) {
    bare.step(1, conditions);
    stepped.step(1, conditions);
  }
  const sim::PatchView one{bare.frame(200), {}, 0}, other{stepped.frame(200), {}, 0};
  CHECK(one.before->bytes() < 300);
  for (const PatchField kind : sim::kMatrixKinds) {
    for (std::size_t column = 0; column < bare.grid().columns(); ++column)
      REQUIRE(one.voxel(kind, column, 5) == other.voxel(kind, column, 5));
  }
  CHECK(bare.fill() == doctest::Approx(stepped.fill()).epsilon(1e-6));
  CHECK(bare.fill() == doctest::Approx(0.01 * std::exp(-200 * 2e-4 * 6.94)).epsilon(1e-3));
  CHECK(bare.state().matrix == stepped.state().matrix);
  // Cells that come later find the worn tissue.
  bare.add_stem_cells(0.03, kPatchy);
  stepped.add_stem_cells(0.03, kPatchy);
  bare.step(0.25, conditions);
  stepped.step(0.25, conditions);
  CHECK(operator_equal(*bare.frame(201), *stepped.frame(201)));
}

TEST_CASE("glycosaminoglycan wears six times as fast as collagen, and the whole as in the column") {
  sim::DefectPatch patch = small_patch();
  sim::DefectColumn column({}, 2, 16);
  const sim::DefectConditions conditions{.wear = 5e-4};
  const auto of = [&](PatchField field) { return patch.voxel(field, 0, 0); };
  const double gag = of(PatchField::glycosaminoglycan), collagen = of(PatchField::collagen1);
  CHECK(gag == doctest::Approx(0.25 * (gag + collagen)));
  for (int i = 0; i < 200; ++i) {
    patch.step(0.25, conditions);
    column.step(0.25, conditions);
  }
  CHECK(std::log(of(PatchField::glycosaminoglycan) / gag) / std::log(of(PatchField::collagen1) / collagen) ==
        doctest::Approx(6).epsilon(0.01));
  CHECK(patch.fill() == doctest::Approx(column.fill()).epsilon(1e-5));
}

TEST_CASE(
    "new matrix is a quarter glycosaminoglycan, and its collagen as hyaline as the cells that make it") {
  sim::DefectPatch patch = small_patch();
  patch.add_chondrocytes(0.05, {.hyaline = 0.65});
  const double before = patch.fill();
  for (int day = 0; day < 60; ++day) patch.step(1, {.hyaline = 0.8});
  const double made = (patch.fill() - before) * static_cast<double>(patch.voxels());
  CHECK(total(patch, PatchField::glycosaminoglycan) ==
        doctest::Approx(0.25 * (made + before * static_cast<double>(patch.voxels()))).epsilon(1e-4));
  CHECK(total(patch, PatchField::collagen2) == doctest::Approx(0.75 * 0.52 * made).epsilon(1e-4));
  CHECK(patch.hyaline_share() == doctest::Approx(0.52));
}

TEST_CASE("cells beyond the room there is do not stay in the patch either") {
  sim::DefectPatch patch = small_patch();
  for (int i = 0; i < 3; ++i) patch.add_stem_cells(0.2, kPatchy);
  patch.add_chondrocytes(0.3, {});
  for (std::size_t column = 0; column < patch.grid().columns(); ++column) {
    for (std::size_t i = 0; i < 16; ++i)
      CHECK(patch.voxel(PatchField::stem, column, i) + patch.voxel(PatchField::chondrocyte, column, i) <=
            0.991 + 1e-6);
  }
}

TEST_CASE("awl holes lie 3-4 mm apart and a carrier lies evenly, every pattern has mean 1") {
  const params::DefectModel model;
  const sim::PatchGrid grid(16, 2, 64, 24);
  for (const sim::Settling settling : {sim::Settling::even, sim::Settling::patchy, sim::Settling::holes}) {
    const std::vector<float> density = sim::seed_pattern(model, grid, settling, 3);
    const double sum = std::accumulate(density.begin(), density.end(), 0.0);
    CHECK(sum / static_cast<double>(density.size()) == doctest::Approx(1).epsilon(1e-5));
    const auto [low, high] = std::minmax_element(density.begin(), density.end());
    CHECK(*low > 0);
    CHECK((*high / *low == doctest::Approx(1)) == (settling == sim::Settling::even));
  }
  // Peaks of the density: columns above all their neighbours.
  const std::vector<float> density = sim::seed_pattern(model, grid, sim::Settling::holes, 3);
  std::vector<std::size_t> peaks;
  for (std::size_t column = 0; column < density.size(); ++column) {
    bool is_peak = density[column] > 1.5f;
    for (std::size_t other = 0; other < density.size(); ++other) {
      const double apart =
          std::hypot(grid.x_of(column) - grid.x_of(other), grid.y_of(column) - grid.y_of(other));
      if (apart < 1 && density[other] > density[column]) is_peak = false;
    }
    if (is_peak) peaks.push_back(column);
  }
  CHECK(peaks.size() >= 15);
  CHECK(peaks.size() <= 21);
  double sum = 0;
  for (const std::size_t peak : peaks) {
    double nearest = 1e9;
    for (const std::size_t other : peaks) {
      if (other == peak) continue;
      nearest = std::min(nearest,
                         std::hypot(grid.x_of(peak) - grid.x_of(other), grid.y_of(peak) - grid.y_of(other)));
    }
    CHECK(nearest > 2);
    sum += nearest;
  }
  CHECK(sum / static_cast<double>(peaks.size()) > 2.7);
  CHECK(sum / static_cast<double>(peaks.size()) < 4);
}

TEST_CASE("inflammation falls by e for each millimetre into the tissue") {
  const sim::DefectPatch patch = small_patch();
  CHECK(patch.cytokine(0.87, 0) == doctest::Approx(0.87));
  CHECK(patch.cytokine(0.87, 1) == doctest::Approx(0.87 / 2.718281828));
}

TEST_CASE("a frame holds the fields to three digits, and the view reads between two of them") {
  sim::DefectPatch patch = small_patch();
  patch.add_stem_cells(0.03, kPatchy);
  const auto first = patch.frame(0);
  for (int day = 0; day < 30; ++day) patch.step(1, {});
  const auto second = patch.frame(30);
  const sim::PatchView then{first, {}, 0}, now{second, {}, 0}, mixed{first, second, 0.25};
  double mean = 0;
  for (std::size_t column = 0; column < patch.grid().columns(); ++column) {
    mean += now.fill(column) / static_cast<double>(patch.grid().columns());
    for (std::size_t i = 0; i < 16; ++i) {
      CHECK(now.voxel(PatchField::stem, column, i) ==
            doctest::Approx(patch.voxel(PatchField::stem, column, i)).epsilon(5e-4));
      CHECK(mixed.voxel(PatchField::stem, column, i) ==
            doctest::Approx(0.75 * then.voxel(PatchField::stem, column, i) +
                            0.25 * now.voxel(PatchField::stem, column, i)));
    }
  }
  CHECK(mean == doctest::Approx(patch.fill()).epsilon(1e-3));
  CHECK(second->bytes() < patch.voxels() * 2 * 5 + 4 * patch.grid().columns() + 400);
}

TEST_CASE("the view is smooth over the lesion and reads its voxels at their places") {
  sim::DefectPatch patch = small_patch();
  patch.add_stem_cells(0.03, kPatchy);
  const sim::PatchView view{patch.frame(0), {}, 0};
  const sim::PatchGrid& grid = view.grid();
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const double u = grid.x_of(column) / grid.radius, v = grid.y_of(column) / grid.radius;
    if (std::hypot(u, v) > 0.85) continue;
    CHECK(view.at(PatchField::stem, u, v, 0.5 / 16) ==
          doctest::Approx(view.voxel(PatchField::stem, column, 0)).epsilon(1e-6));
  }
  double last = view.at(PatchField::stem, -1, 0.1, 0.1);
  for (double u = -1; u <= 1; u += 0.005) {
    const double here = view.at(PatchField::stem, u, 0.1, 0.1);
    CHECK(std::fabs(here - last) < 0.02);
    CHECK(here > 0);
    last = here;
  }
  CHECK(view.fill_at(0.7, 0.7) == doctest::Approx(0.01).epsilon(1e-3));
  CHECK(view.hyaline_at(0, 0) == 0);
}

TEST_CASE("the state is the mean over the floor") {
  sim::DefectPatch patch(params::DefectModel{}, 12, 2, 7, 1, {.across = 32, .layers = 24});
  patch.add_stem_cells(0.03, kPatchy);
  patch.add_chondrocytes(0.02, {.hyaline = 0.5});
  for (int day = 0; day < 20; ++day) patch.step(1, {});
  const sim::DefectState state = patch.state();
  const auto mean = [](const auto& field) {
    return std::accumulate(field.begin(), field.end(), 0.0) / static_cast<double>(field.size());
  };
  CHECK(mean(state.stem) == doctest::Approx(patch.mean_stem()).epsilon(1e-5));
  CHECK(mean(state.matrix) == doctest::Approx(patch.fill()).epsilon(1e-5));
  CHECK(mean(state.chondrocyte) ==
        doctest::Approx(total(patch, PatchField::chondrocyte) / static_cast<double>(patch.voxels()))
            .epsilon(1e-5));
  CHECK(state.oxygen.back() > 0.95);
  CHECK(state.oxygen.front() < state.oxygen.back());
  CHECK(state.fill == patch.fill());
}

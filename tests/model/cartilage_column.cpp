// Acceptance checks of the one-dimensional defect column against published behaviour (README, About the
// numbers). Months are 365.25/12 days; bare kinetics: no inflammation term, no wear, no loss of cells.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/units.h"
#include "sim/defect.h"
#include "sim/diffusion.h"
#include "sim/joint.h"

using namespace mend;

namespace {

constexpr double kOsteoarthritis = 0.87;  // p of KL 2-3
const sim::CellOrigin kInGel{.loss = 0.02, .hyaline = 0.5};

/// A column with layers of the given density on the floor.
sim::DefectColumn seeded(double stem, double chondrocytes, const sim::CellOrigin& origin = {},
                         double depth = 2.4, const params::DefectModel& model = {},
                         std::size_t cells = sim::kColumnCells) {
  sim::DefectColumn column(model, depth, cells);
  column.add_stem_cells(stem * column.floor_share(), origin);
  column.add_chondrocytes(chondrocytes * column.floor_share(), origin);
  return column;
}

double default_step(double day) {
  return day < 30 ? 0.25 : day < 60 ? 0.5 : 1;
}

void advance(sim::DefectColumn& column, double from, double to, const sim::DefectConditions& conditions,
             double fixed_step = 0) {
  for (double day = from; day < to - 1e-9;) {
    const double dt = std::min(fixed_step > 0 ? fixed_step : default_step(day), to - day);
    column.step(dt, conditions);
    day += dt;
  }
}

double fill_after(sim::DefectColumn column, double months, const sim::DefectConditions& conditions = {},
                  double fixed_step = 0) {
  advance(column, 0, months * kMonth, conditions, fixed_step);
  return column.fill();
}

/// Months until the fill reaches 0.9.
double t90(sim::DefectColumn column, const sim::DefectConditions& conditions = {}) {
  double day = 0;
  while (column.fill() < 0.9 && day < 3000) {
    advance(column, day, day + 1, conditions);
    ++day;
  }
  return day / kMonth;
}

sim::DefectConditions osteoarthritic() {
  const params::Scenario scenario;
  return sim::conditions_in_joint(scenario.defect_model, kOsteoarthritis, 35, sim::native_wear(scenario));
}

}  // namespace

TEST_CASE("model.cartilage.01") {
  const auto aci = seeded(0, 0.417);
  const double fill = fill_after(aci, 12), months = t90(aci);
  MESSAGE("fill at 12 months ", fill, ", t90 ", months);
  CHECK(fill >= 0.50);
  CHECK(fill <= 0.68);
  CHECK(months >= 16);
  CHECK(months <= 21);
}

TEST_CASE("model.cartilage.02") {
  const auto aci = seeded(0, 0.417), stem = seeded(0.417, 0);
  MESSAGE("t90 ", t90(stem), " and ", t90(aci), ", fill at 2 months ", fill_after(stem, 2), " and ",
          fill_after(aci, 2));
  CHECK(std::fabs(t90(stem) - t90(aci)) <= 0.15 * t90(aci));
  CHECK(fill_after(stem, 2) <= fill_after(aci, 2));
}

TEST_CASE("model.cartilage.03") {
  CHECK(std::fabs(t90(seeded(0, 0.5)) - t90(seeded(0, 0.125))) < 0.1 * t90(seeded(0, 0.125)));
  CHECK(std::fabs(t90(seeded(0.5, 0)) - t90(seeded(0.125, 0))) < 0.1 * t90(seeded(0.125, 0)));
  params::DefectModel model;
  model.growth_factors = true;
  const auto stem = seeded(0.25, 0, {}, 2.4, model), both = seeded(0.125, 0.125, {}, 2.4, model),
             chondrocytes = seeded(0, 0.25, {}, 2.4, model);
  MESSAGE("fill at 4 months ", fill_after(stem, 4), " ", fill_after(both, 4), " ",
          fill_after(chondrocytes, 4));
  CHECK(fill_after(both, 4) >= std::max(fill_after(stem, 4), fill_after(chondrocytes, 4)));
  CHECK(std::fabs(fill_after(both, 18) - std::max(fill_after(stem, 18), fill_after(chondrocytes, 18))) <=
        0.03);
}

TEST_CASE("model.cartilage.04") {
  const auto fill = [](double depth) {
    return fill_after(seeded(0.417, 0, kInGel, depth), 12, osteoarthritic());
  };
  const double shallow = fill(1.5), middle = fill(2.4), deep = fill(4);
  MESSAGE("fill at 12 months ", shallow, " ", middle, " ", deep);
  CHECK(shallow > middle);
  CHECK(middle > deep);
  CHECK(shallow >= 0.75);
  CHECK(shallow <= 0.90);
  CHECK(middle >= 0.45);
  CHECK(middle <= 0.65);
  CHECK(deep >= 0.20);
  CHECK(deep <= 0.35);
}

TEST_CASE("model.cartilage.10a") {
  // 1e8 cells, all counted, into 2 cm2 at constant inflammation.
  const auto fill = [](double engrafting) {
    constexpr double kArea = 200, kDepth = 2.4;
    const params::Scenario scenario;
    sim::InjectedCells cells{.suspended = 1e8};
    sim::DefectColumn column(scenario.defect_model, kDepth);
    double entered = 0;
    for (double day = 0; day < 12 * kMonth;) {
      const double dt = default_step(day);
      cells.advance(scenario.joint_model, engrafting, dt);
      column.add_stem_cells((cells.engrafted - entered) / (kArea * kDepth * scenario.defect_model.crowding),
                            {.loss = 0.12, .hyaline = 0.5});
      entered = cells.engrafted;
      column.step(dt, osteoarthritic());
      day += dt;
    }
    return column.fill();
  };
  MESSAGE("fill at 12 months ", fill(0.003), " ", fill(0.01), " ", fill(0.02), " ", fill(0.05));
  CHECK(fill(0.003) < 0.02);
  CHECK(fill(0.05) > 0.3);
}

TEST_CASE("model.cartilage.10c") {
  const auto check = [](double stem, double chondrocytes) {
    const auto fill = [&](std::size_t cells, double step) {
      return fill_after(seeded(stem, chondrocytes, kInGel, 2.4, {}, cells), 12, osteoarthritic(), step);
    };
    const double reference = fill(48, 0.25);
    MESSAGE("fill at 12 months ", reference, ", dt 0.5 d ", fill(48, 0.5), ", 96 cells ", fill(96, 0.25),
            ", 24 cells ", fill(24, 0.25));
    CHECK(std::fabs(fill(48, 0.5) - reference) <= 0.01);
    CHECK(std::fabs(fill(96, 0.25) - reference) <= 0.01);
    CHECK(std::fabs(fill(24, 0.25) - reference) <= 0.03);
  };
  check(0.417, 0);
  check(0, 0.417);
}

TEST_CASE("model.cartilage.10d") {
  constexpr std::size_t kCells = 48;
  std::vector<double> u(kCells), reaction(kCells, 1 / 0.25), source(kCells), faces(kCells + 1);
  for (std::size_t i = 0; i < kCells; ++i) u[i] = i < 5 ? 0.4 : 0.01;
  for (std::size_t i = 1; i < kCells; ++i) faces[i] = 1e-4 * static_cast<double>(1 + i % 7);
  const double before = std::accumulate(u.begin(), u.end(), 0.0), spread = u.front() - u.back();
  for (int step = 0; step < 3000; ++step) {
    for (std::size_t i = 0; i < kCells; ++i) source[i] = u[i] / 0.25;
    sim::solve_diffusion(reaction, faces, source, 0.05, 0, u);
  }
  CHECK(std::fabs(std::accumulate(u.begin(), u.end(), 0.0) - before) <= 1e-6 * before);
  CHECK(u.front() - u.back() < 0.5 * spread);
}

TEST_CASE("model.cartilage.10e") {
  params::DefectModel model;
  model.seed_depth = 1e3;  // the layer fills the column evenly
  model.oxygen_half = 1e-12;
  sim::DefectColumn column(model, 2.4);
  column.add_chondrocytes(0.1, {});
  for (int i = 0; i < 20; ++i) column.step(1e-9, {});
  MESSAGE("oxygen at the bone ", column.oxygen().front());
  CHECK(column.oxygen().front() == doctest::Approx(1 - 150 * 0.1 * 2.4 * 2.4 / (2 * 173)).epsilon(0.01));
  CHECK(std::fabs(column.oxygen().front() - 0.75) <= 0.01);
}

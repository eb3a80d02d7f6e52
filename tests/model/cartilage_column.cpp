// Acceptance checks of the one-dimensional defect column against published behaviour (README, About the
// numbers). Months are 365.25/12 days; bare kinetics: no inflammation term, no wear, no loss of cells.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/units.h"
#include "params/spread.h"
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

/// At age 35 and normal load.
sim::DefectConditions in_joint(double p) {
  const params::Scenario scenario;
  return sim::conditions_in_joint(scenario.defect_model, p, 35, sim::native_wear(scenario));
}
sim::DefectConditions osteoarthritic() {
  return in_joint(kOsteoarthritis);
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

/// Fill after an injection into 2 cm2, every cell counted, at constant inflammation.
std::vector<double> injected_fill(double dose, double engrafting, double loss, std::vector<double> months) {
  constexpr double kArea = 200, kDepth = 2.4;
  const params::Scenario scenario;
  sim::InjectedCells cells{.suspended = dose};
  sim::DefectColumn column(scenario.defect_model, kDepth);
  const double crowd = kArea * kDepth * scenario.defect_model.crowding;
  double entered = 0, day = 0;
  std::vector<double> fills;
  for (const double month : months) {
    while (day < month * kMonth) {
      const double dt = default_step(day);
      cells.advance(scenario.joint_model, engrafting, dt);
      column.add_stem_cells((cells.engrafted - entered) / crowd, {.loss = loss, .hyaline = 0.5});
      entered = cells.engrafted;
      column.step(dt, osteoarthritic());
      day += dt;
    }
    fills.push_back(column.fill());
  }
  return fills;
}

TEST_CASE("model.cartilage.10a") {
  const auto fill = [](double engrafting) { return injected_fill(1e8, engrafting, 0.12, {12}).front(); };
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

TEST_CASE("the fill of every seed and source is the reference core's") {
  const auto check = [](const sim::DefectColumn& column, const sim::DefectConditions& conditions,
                        const std::vector<double>& months, const std::vector<double>& expected) {
    for (std::size_t i = 0; i < months.size(); ++i) {
      const double fill = fill_after(column, months[i], conditions);
      CAPTURE(months[i]);
      CAPTURE(fill);
      CAPTURE(expected[i]);
      CHECK(std::fabs(fill - expected[i]) <= 0.03);
    }
  };
  // Bare kinetics.
  const std::vector<double> early = {2, 4, 6, 12, 18, 24};
  check(seeded(0, 0.25), {}, early, {.06, .15, .25, .59, .88, .95});
  check(seeded(0.25, 0), {}, early, {.04, .13, .23, .62, .90, .95});
  params::DefectModel helped;
  helped.growth_factors = true;
  check(seeded(0.25, 0, {}, 2.4, helped), {}, {2, 4, 6}, {.05, .16, .28});
  check(seeded(0.125, 0.125, {}, 2.4, helped), {}, {2, 4, 6}, {.07, .17, .28});
  check(seeded(0, 0.25, {}, 2.4, helped), {}, {2, 4, 6}, {.06, .15, .25});
  params::DefectModel dividing, making;
  dividing.stem_division *= 2;
  dividing.stem_division_base *= 2;
  making.synthesis *= 1.5;
  check(seeded(0.25, 0, {}, 2.4, dividing), {}, {12}, {.84});
  check(seeded(0.25, 0, {}, 2.4, making), {}, {12}, {.71});
  // In the joint of osteoarthritis.
  const std::vector<double> late = {3, 6, 12, 18, 24};
  const sim::DefectConditions worn = osteoarthritic();
  check(seeded(0, 0.417, kInGel), worn, late, {.12, .27, .59, .87, .93});
  check(seeded(0.417, 0, kInGel), worn, late, {.09, .23, .54, .86, .92});
  check(seeded(0.2 * 0.417, 0, kInGel), worn, late, {.01, .09, .40, .75, .91});
  params::DefectModel old;
  old.synthesis *= 0.5;
  check(seeded(0.417, 0, kInGel, 2.4, old), worn, late, {.05, .14, .35, .62, .81});
  check(seeded(0.417, 0, kInGel, 1.5), worn, late, {.15, .37, .83, .92, .94});
  check(seeded(0.417, 0, kInGel, 4), worn, late, {.05, .12, .27, .45, .65});
  check(seeded(0.417, 0, kInGel), in_joint(2.2), late, {.07, .18, .44, .74, .84});
}

TEST_CASE("the fill after every injection is the reference core's") {
  struct Row {
    double dose, engrafting, loss, year, two_years;
  };
  for (const Row& row :
       {Row{1e8, .003, .12, .01, .01}, Row{1e8, .01, .12, .01, .01}, Row{1e8, .02, .12, .01, .01},
        Row{1e8, .05, .12, .43, .91}, Row{1e8, .003, .03, .04, .65}, Row{1e8, .02, .03, .30, .88},
        Row{1e8, .05, .02, .55, .92}, Row{5e7, .05, .12, .01, .01}, Row{5e7, .003, .03, .01, .56},
        Row{5e7, .02, .03, .18, .81}, Row{5e7, .05, .02, .49, .92}}) {
    const auto fill = injected_fill(row.dose, row.engrafting, row.loss, {12, 24});
    CAPTURE(row.dose);
    CAPTURE(row.engrafting);
    CAPTURE(row.loss);
    CAPTURE(fill[0]);
    CAPTURE(fill[1]);
    // All or none: near the threshold a little more or less of anything moves it.
    CHECK(std::fabs(fill[0] - row.year) <= 0.05);
    CHECK(std::fabs(fill[1] - row.two_years) <= 0.05);
  }
}

namespace {

sim::DefectColumn microfractured(const params::Scenario& scenario, double depth) {
  sim::DefectColumn column(scenario.defect_model, depth);
  column.add_stem_cells(scenario.defect_model.microfracture_seed * column.floor_share(),
                        sim::origin_of(scenario, {.kind = params::EventKind::microfracture}));
  return column;
}

}  // namespace

TEST_CASE("microfracture with a full response takes the course of the reference core") {
  const auto column = microfractured({}, 2.4);
  const double half = fill_after(column, 6), year = fill_after(column, 12), two = fill_after(column, 24);
  MESSAGE("fill at 6, 12, 24 months ", half, " ", year, " ", two);
  CHECK(std::fabs(half - 0.13) <= 0.02);
  CHECK(std::fabs(year - 0.47) <= 0.02);
  CHECK(std::fabs(two - 0.94) <= 0.02);
}

TEST_CASE("microfracture fills well, moderately and poorly in about 54, 31 and 15 of 100 people") {
  constexpr int kPeople = 200;
  int good = 0, moderate = 0;
  for (std::size_t person = 0; person < kPeople; ++person) {
    const double fill = fill_after(microfractured(params::person_of({}, 1, person), 2), 18, in_joint(1));
    good += fill > 0.66;
    moderate += fill > 0.33 && fill <= 0.66;
  }
  MESSAGE("good and moderate, of 200: ", good, " ", moderate);
  CHECK(std::fabs(good - 0.54 * kPeople) <= 0.08 * kPeople);
  CHECK(std::fabs(moderate - 0.31 * kPeople) <= 0.08 * kPeople);
}

TEST_CASE("cells from fat and cord divide faster, and fill a sparse seed sooner") {
  const auto fill = [](params::CellSource source) {
    const params::Scenario scenario;
    const params::Event event{.kind = params::EventKind::implant, .source = source};
    return fill_after(seeded(0.08, 0, sim::origin_of(scenario, event)), 12, osteoarthritic());
  };
  MESSAGE("fill ", fill(params::CellSource::marrow), " ", fill(params::CellSource::fat), " ",
          fill(params::CellSource::cord));
  CHECK(fill(params::CellSource::fat) > fill(params::CellSource::marrow) + 0.01);
  CHECK(fill(params::CellSource::cord) > fill(params::CellSource::fat) + 0.01);
}

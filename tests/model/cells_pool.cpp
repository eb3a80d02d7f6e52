// Check 1 of muscle-ligament-evidence.md and the dose curve of its check 10. Lens Trials.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "sim/dose.h"
#include "sim/lineage.h"
#include "sim/muscle.h"

using namespace mend;

TEST_CASE("model.cells.01") {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.muscle.injury = params::MuscleInjury::grade2;
  scenario.regimen = {{.dose = 5e7, .site = params::Site::muscle}};
  sim::Muscle muscle(scenario);
  sim::Lineage lineage(scenario);
  muscle.treat(scenario.regimen[0]);
  lineage.treat(scenario.regimen[0]);
  std::array<double, 71> alive{};
  double most_differentiated = 0;
  for (int quarter = 0; quarter <= 4 * 70; ++quarter) {
    if (quarter % 4 == 0) alive[static_cast<std::size_t>(quarter / 4)] = muscle.state().cells.alive / 5e7;
    muscle.step(0.25);
    std::array<sim::SiteCells, sim::kSites> sites{};
    sites[static_cast<std::size_t>(params::Site::muscle)] = {muscle.state().cells.alive, muscle.cues()};
    lineage.step(0.25, sites);
    most_differentiated = std::max(most_differentiated, lineage.state().differentiated / 5e7);
  }
  MESSAGE("alive ", alive[1], " ", alive[7], " ", alive[28], " ", alive[70], ", tissue ",
          most_differentiated);
  CHECK(alive[1] >= 0.50);
  CHECK(alive[1] <= 0.65);
  CHECK(alive[7] >= 0.08);
  CHECK(alive[7] <= 0.15);
  CHECK(alive[28] <= 0.03);
  CHECK(alive[70] <= 0.01);
  CHECK(most_differentiated <= 0.02);
  CHECK(most_differentiated > 0);
}

TEST_CASE("model.evidence.10a") {
  const params::CellModel model;
  double best = 0, most = 0;
  for (double dose = 1e6; dose <= 3e8; dose += 1e5) {
    const double effect = sim::dose_effect(model, dose);
    if (effect > most) {
      most = effect;
      best = dose;
    }
  }
  MESSAGE("largest ", most, " at ", best, ", u(5e7) ", sim::dose_effect(model, 5e7), ", u(1e8) ",
          sim::dose_effect(model, 1e8));
  CHECK(best >= 2e7);
  CHECK(best <= 6e7);
  CHECK(sim::dose_effect(model, 1e8) < sim::dose_effect(model, 5e7));
}

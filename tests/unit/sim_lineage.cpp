#include "sim/lineage.h"

#include <doctest/doctest.h>

#include <array>

using namespace mend;

namespace {

constexpr std::size_t at(params::Site site) {
  return static_cast<std::size_t>(site);
}
constexpr std::size_t at(sim::Fate fate) {
  return static_cast<std::size_t>(fate);
}

/// 1e7 cells given, of which `alive` stay at the site with these cues.
sim::LineageState after(params::Lens lens, params::Site site, double alive, const sim::Cues& cues, int days) {
  params::Scenario scenario;
  scenario.lens = lens;
  sim::Lineage lineage(scenario);
  lineage.treat({.dose = 1e7, .site = site});
  std::array<sim::SiteCells, sim::kSites> sites{};
  sites[at(site)] = {alive, cues};
  for (int i = 0; i < 4 * days; ++i) lineage.step(0.25, sites);
  return lineage.state();
}

}  // namespace

TEST_CASE("a niche settles for steeper feedback too") {
  params::Scenario scenario;
  scenario.cell_model.feedback_steepness = 2;
  scenario.cell_model.feedback_gain = 1;
  sim::Lineage lineage(scenario);
  for (int i = 0; i < 2000; ++i) lineage.step(0.25, {});
  CHECK(lineage.state().progeny == doctest::Approx(0.70711).epsilon(0.001));
  // Half of all daughters stay: S v = d D.
  CHECK(lineage.state().stem == doctest::Approx(0.2 * 0.70711).epsilon(0.001));
}

TEST_CASE("a clone of a seed is the same clone from day to day: one that is gone stays gone") {
  const auto early = sim::clone_sizes({}, 500, 4, 7), late = sim::clone_sizes({}, 500, 9, 7);
  CHECK(early == sim::clone_sizes({}, 500, 4, 7));
  CHECK(early != sim::clone_sizes({}, 500, 4, 8));
  int gone = 0;
  for (std::size_t i = 0; i < early.size(); ++i) {
    if (early[i] > 0) continue;
    CHECK(late[i] == 0);
    ++gone;
  }
  CHECK(gone > 100);
  for (const int size : sim::clone_sizes({}, 10, 0, 7)) CHECK(size == 1);
}

TEST_CASE(
    "under Trials no more than a fiftieth of the injected cells becomes tissue, however long they stay") {
  const sim::Cues cues{.strain = 4, .stiffness = 40};
  const auto trials = after(params::Lens::trials, params::Site::ligament, 8e6, cues, 700);
  CHECK(trials.differentiated <= 0.02 * 1e7 * (1 + 1e-12));
  CHECK(trials.differentiated > 0.0199 * 1e7);
  const auto idea = after(params::Lens::mechanism, params::Site::ligament, 8e6, cues, 700);
  CHECK(idea.differentiated > 0.5 * 1e7);
  CHECK(idea.differentiated <= 8e6);
}

TEST_CASE("each site makes its own tissue") {
  const params::CellModel model;
  const auto check = [](params::Site site, const sim::Cues& cues, sim::Fate own) {
    const auto fates = after(params::Lens::mechanism, site, 1e6, cues, 10).fates;
    for (std::size_t fate = 0; fate < sim::kFates; ++fate) {
      if (fate == at(own))
        CHECK(fates[fate] > 1e4);
      else
        CHECK(fates[fate] == 0);
    }
  };
  check(params::Site::joint, sim::joint_cues(model, 0.3), sim::Fate::cartilage);
  check(params::Site::nerve, sim::nerve_cues(model, 1, 0.1), sim::Fate::schwann);
  check(params::Site::muscle, {.late_macrophages = 1, .stiffness = 11}, sim::Fate::muscle);
  check(params::Site::ligament, {.strain = 4, .stiffness = 40}, sim::Fate::ligament);
}

TEST_CASE("cells turn at their hazard, and a long step cannot turn more than the lens allows") {
  const sim::Cues cues{.strain = 4, .stiffness = 40};  // 0.06 a day
  CHECK(after(params::Lens::mechanism, params::Site::ligament, 1e6, cues, 1).differentiated ==
        doctest::Approx(1e6 * (1 - 0.94176)).epsilon(0.01));  // 1 - e^-0.06
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  sim::Lineage lineage(scenario);
  lineage.treat({.dose = 1e7});
  lineage.step(1000, {sim::SiteCells{8e6, sim::joint_cues({}, 0)}});
  CHECK(lineage.state().differentiated <= 2e5);
}

TEST_CASE("no site makes more tissue than it has cells, and none without cells") {
  const sim::Cues cues{.strain = 8, .stiffness = 40};
  const auto few = after(params::Lens::mechanism, params::Site::ligament, 2e4, cues, 700);
  CHECK(few.differentiated == doctest::Approx(2e4).epsilon(0.01));
  CHECK(few.differentiated <= 2e4);
  CHECK(after(params::Lens::mechanism, params::Site::ligament, 0, cues, 700).differentiated == 0);
}

TEST_CASE("the last cells given say how often they can still divide") {
  params::Scenario scenario;
  scenario.patient.age = 75;
  sim::Lineage lineage(scenario);
  CHECK(lineage.state().doublings_left == 0);
  lineage.treat({.dose = 5e7});
  const double young = lineage.state().doublings_left, ends = lineage.state().telomere;
  lineage.treat({.dose = 5e7, .own_cells = true});
  CHECK(lineage.state().doublings_left < young);
  CHECK(lineage.state().telomere < ends);
  const double own = lineage.state().doublings_left;
  lineage.treat({.kind = params::EventKind::saline});
  CHECK(lineage.state().doublings_left == own);
}

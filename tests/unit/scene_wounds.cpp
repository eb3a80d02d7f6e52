// Torn ligaments and strained muscles: gaps by grade and day, whole meshes, and no jumps from day to day.
#include "scene/wounds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "anatomy_checks.h"
#include "scene/opening.h"
#include "sim/ligament.h"
#include "sim/muscle.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;
using anatomy::PartId;
using params::LigamentInjury;
using params::MuscleInjury;

namespace {

const anatomy::Knee& real_knee() {
  static const anatomy::Knee knee = anatomy::build_knee({.flexion = 20}, 0);
  return knee;
}

params::Scenario torn(LigamentInjury injury) {
  params::Scenario scenario;
  scenario.ligament.injury = injury;
  return scenario;
}

params::Scenario strained(MuscleInjury injury) {
  params::Scenario scenario;
  scenario.muscle.injury = injury;
  return scenario;
}

/// States of every quarter of a day.
std::vector<sim::State> states_of(const params::Scenario& scenario, int days) {
  sim::Ligament ligament(scenario);
  sim::Muscle muscle(scenario);
  std::vector<sim::State> states;
  for (int i = 0; i <= 4 * days; ++i) {
    sim::State& state = states.emplace_back();
    state.day = 0.25 * i;
    state.ligament = ligament.state();
    state.muscle = muscle.state();
    ligament.step(0.25);
    muscle.step(0.25);
  }
  return states;
}

double open_gap(const params::Scenario& scenario, const sim::State& state) {
  if (scenario.ligament.injury != LigamentInjury::none)
    return gap(first_gap(scenario.ligament.injury), healing(state.ligament, scenario.ligament.injury));
  return gap(first_gap(scenario.muscle.injury),
             healing(state.muscle, scenario.muscle_model, scenario.muscle.injury));
}

double gap_on(const params::Scenario& scenario, int day) {
  return open_gap(scenario, states_of(scenario, day).back());
}

Scene drawn(const Wounds& wounds, PartId part, Material material, const sim::State& state) {
  Scene scene;
  const anatomy::Part* whole = real_knee().find(part);
  wounds.draw({.mesh = &whole->mesh, .part = part, .material = material, .box = whole->box}, state, scene);
  return scene;
}

struct Case {
  params::Scenario scenario;
  PartId part;
  Material material;
};
std::vector<Case> cases() {
  std::vector<Case> all;
  all.push_back({torn(LigamentInjury::mcl), PartId::mcl, Material::ligament});
  for (const LigamentInjury injury :
       {LigamentInjury::acl_partial, LigamentInjury::acl, LigamentInjury::acl_braced})
    all.push_back({torn(injury), PartId::acl, Material::ligament});
  for (const MuscleInjury injury :
       {MuscleInjury::grade1, MuscleInjury::grade2, MuscleInjury::grade3, MuscleInjury::toxin})
    all.push_back({strained(injury), PartId::vastus_medialis, Material::muscle});
  return all;
}

}  // namespace

TEST_CASE(
    "an inner collateral tear is open for days and closed by two months, a full cruciate tear never closes") {
  CHECK(gap_on(torn(LigamentInjury::mcl), 0) == doctest::Approx(6));
  CHECK(gap_on(torn(LigamentInjury::mcl), 3) > 5);
  CHECK(gap_on(torn(LigamentInjury::mcl), 60) == 0);
  CHECK(gap_on(torn(LigamentInjury::acl), 0) == doctest::Approx(9));
  CHECK(gap_on(torn(LigamentInjury::acl), 365) > 6);
  CHECK(gap_on(torn(LigamentInjury::acl_partial), 180) < 0.5);
  CHECK(gap_on(torn(LigamentInjury::acl_braced), 180) == 0);
}

TEST_CASE("a strain of grade I has no gap, grade II one, grade III twice that, and both fill in months") {
  CHECK(gap_on(strained(MuscleInjury::grade1), 0) == 0);
  CHECK(gap_on(strained(MuscleInjury::grade2), 0) == doctest::Approx(11));
  CHECK(gap_on(strained(MuscleInjury::grade3), 0) == doctest::Approx(20));
  CHECK(gap_on(strained(MuscleInjury::grade3), 7) > 15);
  CHECK(gap_on(strained(MuscleInjury::grade2), 60) < 1);
  CHECK(gap_on(strained(MuscleInjury::grade3), 180) < 5);
}

TEST_CASE("gaps only close, and by no more than a twentieth of their first width in six hours") {
  for (const Case& one : cases()) {
    const auto states = states_of(one.scenario, 120);
    const double first = open_gap(one.scenario, states.front()) + 1e-6;
    double last = -1;
    for (const sim::State& state : states) {
      const double now = open_gap(one.scenario, state);
      if (last >= 0) {
        CHECK(now <= last + 1e-9);
        CHECK(last - now < 0.05 * first);
      }
      last = now;
    }
  }
}

TEST_CASE(
    "blood is dark at first and gone in weeks, and a healed ligament is thicker and paler than its clot") {
  const auto states = states_of(torn(LigamentInjury::mcl), 365);
  const Healing fresh = healing(states.front().ligament, LigamentInjury::mcl);
  const Healing month = healing(states[4 * 45].ligament, LigamentInjury::mcl);
  const Healing year = healing(states.back().ligament, LigamentInjury::mcl);
  CHECK(fresh.shares.x > 0.9f);
  CHECK(month.shares.x < 0.05f);
  CHECK(year.shares.y < month.shares.y);
  CHECK(year.width > 1.2);
  CHECK(year.disorder < fresh.disorder - 0.3);
}

TEST_CASE("the parts that tear can be read back from their meshes as tubes") {
  const anatomy::Knee& knee = real_knee();
  const auto tubes = [&](PartId id) {
    std::size_t count = 0;
    while (!Sections(knee.find(id)->mesh, count).is_empty()) ++count;
    return count;
  };
  CHECK(tubes(PartId::mcl) == 1);
  CHECK(tubes(PartId::acl) == 2);
  CHECK(tubes(PartId::vastus_medialis) == 1);
  CHECK(tubes(PartId::peroneal_nerve) == 1);
  const Sections ligament(knee.find(PartId::mcl)->mesh);
  CHECK(ligament.end() - ligament.start() > 90);
  CHECK(ligament.half_width(40) > 2);
}

TEST_CASE("every mesh of a wound is closed, early and late, and stays about its part") {
  for (const Case& one : cases()) {
    const Wounds wounds(real_knee(), one.scenario);
    const auto states = states_of(one.scenario, 365);
    for (const int day : {0, 3, 14, 60, 365}) {
      const Scene scene = drawn(wounds, one.part, one.material, states[static_cast<std::size_t>(4 * day)]);
      REQUIRE(!scene.surfaces.empty());
      const anatomy::Bounds& whole = real_knee().find(one.part)->box;
      for (const Surface& surface : scene.surfaces) {
        CAPTURE(day);
        CAPTURE(static_cast<int>(one.scenario.ligament.injury));
        CAPTURE(static_cast<int>(one.scenario.muscle.injury));
        CHECK(anatomy::fault_of(*surface.mesh) == "");
        CHECK(glm::all(glm::greaterThan(surface.box.low, whole.low - 5.0f)));
        CHECK(glm::all(glm::lessThan(surface.box.high, whole.high + 5.0f)));
      }
    }
  }
}

TEST_CASE("only the hurt part is drawn anew, and a knee without wounds is left alone") {
  const Wounds wounds(real_knee(), torn(LigamentInjury::mcl)), none(real_knee(), {});
  const sim::State state;
  Scene scene;
  CHECK_FALSE(wounds.draw({.part = PartId::acl, .box = {}}, state, scene));
  CHECK_FALSE(none.draw({.part = PartId::mcl, .box = {}}, state, scene));
  CHECK(wounds.draw({.part = PartId::mcl, .box = {}}, state, scene));
}

TEST_CASE("a partial cruciate tear leaves one bundle whole from bone to bone") {
  const auto states = states_of(torn(LigamentInjury::acl_partial), 0);
  const auto length = [&](LigamentInjury injury) {
    const Wounds wounds(real_knee(), torn(injury));
    const Scene scene = drawn(wounds, PartId::acl, Material::ligament, states.front());
    return scene.surfaces.front().mesh->vertices.size();
  };
  CHECK(length(LigamentInjury::acl_partial) != length(LigamentInjury::acl));
}

TEST_CASE("a scenario opens on the one tissue it hurts, with its layer shown") {
  CHECK(opening_view(torn(LigamentInjury::acl)) == ViewName::ligament);
  CHECK(opening_view(strained(MuscleInjury::grade2)) == ViewName::muscle);
  CHECK(opening_view({}) == ViewName::oblique45);
  CHECK(opening_view(scene_fixture::scenario()) == ViewName::oblique45);
  params::Scenario nerve;
  nerve.nerve.injury = params::NerveInjuryKind::cut;
  CHECK(opening_view(nerve) == ViewName::nerve);
  const auto muscles = static_cast<std::size_t>(Layer::muscles);
  CHECK(opening_layers(strained(MuscleInjury::grade1))[muscles]);
  CHECK_FALSE(opening_layers(torn(LigamentInjury::mcl))[muscles]);
  CHECK(has_view(torn(LigamentInjury::mcl), ViewName::ligament));
  CHECK_FALSE(has_view({}, ViewName::ligament));
  CHECK_FALSE(has_view({}, ViewName::muscle));
}

TEST_CASE("the close-ups stand outside the wound and look at its middle") {
  for (const auto& [scenario, view] : {std::pair{torn(LigamentInjury::mcl), ViewName::ligament},
                                       std::pair{torn(LigamentInjury::acl), ViewName::ligament},
                                       std::pair{strained(MuscleInjury::grade2), ViewName::muscle}}) {
    const auto wound = view == ViewName::muscle ? muscle_wound(real_knee(), scenario)
                                                : ligament_wound(real_knee(), scenario);
    REQUIRE(wound);
    const Orbit orbit = orbit_of(view, real_knee(), scenario);
    CHECK(glm::distance(orbit.target, wound->centre) < 1);
    if (wound->part != PartId::acl)
      CHECK(glm::dot(glm::normalize(orbit.camera().eye - wound->centre), wound->outward) > 0.8f);
  }
}

TEST_CASE("as many dots gather at a wound as there are cells alive, by what a dot stands for") {
  const Wounds wounds(real_knee(), torn(LigamentInjury::mcl));
  sim::State state;
  const auto dots = [&](double alive) {
    state.ligament.cells.alive = alive;
    std::vector<CellInstance> cells;
    wounds.add_cells(state, 1e4, 0.5f, 0, cells);
    double whole = 0;
    for (const CellInstance& cell : cells) {
      whole += static_cast<double>(cell.life);
      CHECK(glm::distance(cell.position, ligament_wound(real_knee(), torn(LigamentInjury::mcl))->centre) <
            20);
    }
    return whole;
  };
  CHECK(dots(0) == 0);
  CHECK(dots(4.25e6) == doctest::Approx(425));
  CHECK(dots(12345) == doctest::Approx(1.2345));
}

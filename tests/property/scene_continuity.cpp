// Stepping the day by a little moves every cell by a little: what makes scrubbing and slow motion look like
// one film.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "scene/wounds.h"
#include "sim/ligament.h"
#include "sim/muscle.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

/// Cells of one record on its own, so that cells of two days can be matched.
std::vector<CellInstance> cells_of(const scene_fixture::Set& set, const CellTracks& one, double day) {
  Stage stage = set.stage();
  stage.cells = &one;
  View view = set.view(ViewName::oblique45);
  sim::State state = scene_fixture::state(day, 0);
  state.joint.synovitis = state.joint.memory = 0;
  state.defect = {};
  view.layers.fill(false);
  view.layers[static_cast<std::size_t>(Layer::cells)] = true;
  return compose(stage, state, view).cells;
}

}  // namespace

TEST_CASE("a cell moves a few mm at most in a thousandth of a day, and is born and dies without a flash") {
  scene_fixture::Set set;
  set.knee.parts.clear();
  set.knee.columns.clear();
  constexpr double kStep = 0.001;
  for (std::size_t r = 25; r < set.records.size(); r += 17) {
    const sim::CellRecord& record = set.records[r];
    const CellTracks one(std::span(&record, 1), set.knee, set.scenario.seed);
    // A cell that settles within hours has little time for its way.
    const double flight = record.settles - record.injected;
    const float most = static_cast<float>(std::max(3.0, 1.3 / flight));
    if (flight < 0.04) continue;
    const double end = std::min(record.settles + 0.5, record.injected + 3);
    std::vector<CellInstance> last = cells_of(set, one, record.injected - kStep);
    CHECK(last.empty());
    for (double day = record.injected; day < end; day += kStep) {
      std::vector<CellInstance> now = cells_of(set, one, day);
      CAPTURE(record.id);
      CAPTURE(day);
      if (last.empty() && !now.empty()) CHECK(now[0].life < 0.5f);
      if (!last.empty() && now.empty()) CHECK(last[0].life < 0.1f);
      if (!last.empty() && !now.empty()) {
        CHECK(glm::distance(last[0].position, now[0].position) < most);
        CHECK(std::fabs(last[0].life - now[0].life) < 0.5f);
      }
      last = std::move(now);
    }
  }
}

TEST_CASE("cells of the repair tissue and macrophages grow in and shrink away by little and little") {
  scene_fixture::Set set;
  set.records.clear();
  double last_life = -1;
  for (int i = 0; i <= 400; ++i) {
    sim::State state = scene_fixture::state(100, 0.2 + 0.001 * i);
    state.defect.stem.fill(0.0005 * i);
    state.defect.chondrocyte.fill(0.0003 * i);
    state.joint.synovitis = 0.002 * i;
    double life = 0;
    for (const CellInstance& cell : set.frame(state).cells) life += static_cast<double>(cell.life);
    if (last_life >= 0) CHECK(std::fabs(life - last_life) < 8);
    last_life = life;
  }
}

TEST_CASE("what fills a wound moves and changes colour by little and little") {
  const anatomy::Knee knee = anatomy::build_knee({.flexion = 20}, 0);
  const auto check = [&](const params::Scenario& scenario, anatomy::PartId part, Material material) {
    const Wounds wounds(knee, scenario);
    sim::Ligament ligament(scenario);
    sim::Muscle muscle(scenario);
    const anatomy::Part* whole = knee.find(part);
    Scene last;
    for (int i = 0; i < 250; ++i) {
      sim::State state;
      state.ligament = ligament.state();
      state.muscle = muscle.state();
      Scene now;
      wounds.draw({.mesh = &whole->mesh, .part = part, .material = material, .box = whole->box}, state, now);
      if (now.made.size() == last.made.size() && now.surfaces.size() == last.surfaces.size()) {
        for (std::size_t m = 0; m < now.made.size(); ++m) {
          float moved = 0;
          for (std::size_t v = 0; v < now.made[m].vertices.size(); ++v)
            moved = std::max(moved,
                             glm::distance(now.made[m].vertices[v].position, last.made[m].vertices[v].position));
          CHECK(moved < 1.0f);
        }
        for (std::size_t s = 0; s < now.surfaces.size(); ++s) {
          CHECK(glm::distance(now.surfaces[s].healing, last.surfaces[s].healing) < 0.08f);
          CHECK(std::fabs(now.surfaces[s].opacity - last.surfaces[s].opacity) < 0.25f);
        }
      }
      last = std::move(now);
      ligament.step(0.1);
      muscle.step(0.1);
    }
  };
  params::Scenario torn, strained;
  torn.ligament.injury = params::LigamentInjury::mcl;
  check(torn, anatomy::PartId::mcl, Material::ligament);
  for (const params::MuscleInjury grade : {params::MuscleInjury::grade2, params::MuscleInjury::grade3}) {
    strained.muscle.injury = grade;
    check(strained, anatomy::PartId::vastus_medialis, Material::muscle);
  }
}

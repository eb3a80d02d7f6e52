#include "scene/cell_placement.h"

#include <doctest/doctest.h>

#include <cstring>

#include "scene/cavity_trees.h"
#include "scene/drift.h"
#include "scene/resident_cells.h"
#include "sim/joint.h"
#include "sim/patch.h"
#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

std::vector<CellInstance> cells_on(const scene_fixture::Set& set, double day) {
  std::vector<CellInstance> cells;
  const CellTracks tracks(set.records, set.knee, set.scenario.seed);
  tracks.add(set.view(ViewName::oblique45), day, 1, cells);
  return cells;
}

/// How far outside the room round the cavity's points a place is; a gap of half a grid step counts as room.
float outside_cavity(const anatomy::Knee& knee, glm::vec3 place) {
  float least = 1e9f;
  for (const anatomy::CavityPoint& point : knee.cavity)
    least = std::min(least, glm::distance(point.position, place) - std::max(point.clearance, 1.75f));
  return least;
}

int count_kind(const std::vector<CellInstance>& cells, CellKind kind) {
  int count = 0;
  for (const CellInstance& cell : cells) count += cell.kind == static_cast<float>(kind);
  return count;
}

}  // namespace

TEST_CASE("no cell is there before its injection, and at first all come out of the needle tip") {
  const scene_fixture::Set set;
  CHECK(cells_on(set, 0.99).empty());
  const std::vector<CellInstance> first = cells_on(set, 1.002);
  REQUIRE(!first.empty());
  int near = 0;
  for (const CellInstance& cell : first) near += glm::distance(cell.position, set.knee.needle_tip) < 12;
  CHECK(near > 0.8 * static_cast<double>(first.size()));
}

TEST_CASE("the same cells in the same order, for one, two and eight threads") {
  scene_fixture::Set set;
  set.records = scene_fixture::records(30000);
  const CellTracks tracks(set.records, set.knee, set.scenario.seed);
  const View view = set.view(ViewName::oblique45);
  for (const double day : {1.02, 1.5, 4.0}) {
    std::vector<CellInstance> one(3), more;
    tracks.add(view, day, 1, one);
    CHECK(one.size() > 10000);
    for (const int threads : {2, 8}) {
      more.assign(3, {});
      tracks.add(view, day, threads, more);
      REQUIRE(more.size() == one.size());
      CHECK(std::memcmp(more.data(), one.data(), one.size() * sizeof(CellInstance)) == 0);
    }
  }
}

TEST_CASE("drifting cells stay in the cavity, never in bone") {
  const scene_fixture::Set set;
  for (double day = 1.01; day < 4; day += 0.13) {
    for (const CellInstance& cell : cells_on(set, day)) {
      bool is_seated = false;
      for (const anatomy::WallPoint& wall : set.knee.lesion_floor)
        is_seated = is_seated || glm::distance(wall.position, cell.position) < 3;
      if (!is_seated) CHECK(outside_cavity(set.knee, cell.position) < 0.6f);
    }
  }
}

TEST_CASE(
    "cells settle on walls, 80 to 90 % of them on synovium, engrafting ones on the floor of the lesion") {
  const scene_fixture::Set set;
  const auto settled = [&](sim::CellFate fate) {
    scene_fixture::Set one = set;
    std::erase_if(one.records, [&](const sim::CellRecord& record) { return record.fate != fate; });
    for (sim::CellRecord& record : one.records) record.dies = 1e9;
    return cells_on(one, 8);
  };
  const auto nearest_part = [&](glm::vec3 place) {
    const anatomy::WallPoint* nearest = &set.knee.walls.front();
    for (const anatomy::WallPoint& wall : set.knee.walls) {
      if (glm::distance(wall.position, place) < glm::distance(nearest->position, place)) nearest = &wall;
    }
    CHECK(glm::distance(nearest->position, place) < 1.5f);
    return nearest->part;
  };
  int synovium = 0;
  const std::vector<CellInstance> attached = settled(sim::CellFate::attaches_then_dies);
  REQUIRE(attached.size() == 200);
  for (const CellInstance& cell : attached)
    synovium += nearest_part(cell.position) == anatomy::PartId::capsule;
  CHECK(synovium >= 160);
  CHECK(synovium <= 180);
  for (const CellInstance& cell : settled(sim::CellFate::engrafts))
    CHECK(glm::distance(cell.position, set.knee.lesion.centre) < 9);
}

TEST_CASE("a dead cell shrinks over 0.7 days and is gone, and a cleared one fades in the fluid") {
  scene_fixture::Set set;
  set.records = {
      {.id = 1, .injected = 1, .settles = 2, .dies = 10, .fate = sim::CellFate::attaches_then_dies}};
  CHECK(cells_on(set, 9.9)[0].life == 1);
  CHECK(cells_on(set, 10.35)[0].life == doctest::Approx(0.5).epsilon(0.01));
  CHECK(cells_on(set, 10.71).empty());
  set.records = {{.id = 1, .injected = 1, .settles = 2, .dies = 2, .fate = sim::CellFate::cleared}};
  CHECK(cells_on(set, 1.9)[0].life == 1);
  CHECK(cells_on(set, 2.15)[0].life < 0.6f);
  CHECK(cells_on(set, 2.31).empty());
}

TEST_CASE("within five weeks the resident cells of the repair tissue stand for the engrafted ones") {
  scene_fixture::Set set;
  set.records = {{.id = 1, .injected = 1, .settles = 2, .dies = 1e9, .fate = sim::CellFate::engrafts}};
  CHECK(cells_on(set, 11.9)[0].life == 1);
  CHECK(cells_on(set, 36).empty());
}

TEST_CASE("cells are about a millimetre at the whole knee and smaller in close-ups") {
  const scene_fixture::Set set;
  const float whole = cell_radius(orbit_of(ViewName::anterior, set.knee));
  const float close = cell_radius(orbit_of(ViewName::defect, set.knee));
  CHECK(whole > 0.8f);
  CHECK(whole < 1.4f);
  CHECK(close < 0.4f);
}

TEST_CASE("a way leads through neighbouring points of the cavity from the tip to its seat") {
  const anatomy::Knee knee = scene_fixture::knee();
  Ways ways(knee.cavity);
  const std::int32_t stops[] = {40, 5000, 200};
  const glm::vec3 seat = knee.cavity[200].position + glm::vec3(0, -1, 0);
  const Way way = ways.add(stops);
  const auto at = [&](float share) {
    const Lanes place = ways.at(way, Lanes(seat.x, seat.y, seat.z, 0), share);
    return glm::vec3(place[0], place[1], place[2]);
  };
  CHECK(glm::distance(at(0), knee.needle_tip) < 1e-4f);
  CHECK(glm::distance(at(1), seat) < 1e-4f);
  glm::vec3 last = at(0);
  for (int i = 1; i <= 1000; ++i) {
    const glm::vec3 place = at(static_cast<float>(i) / 1000);
    CHECK(glm::distance(place, last) < 2.1f * static_cast<float>(way.steps + 3) / 1000);
    // A curve through points 2 mm apart cuts corners by less than half of that.
    CHECK(!scene_fixture::is_bone(place, 0.8f));
    last = place;
  }
}

TEST_CASE("cells of the repair tissue follow the model's densities in number and kind") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  const auto shown = [&](double stem, double chondrocyte) {
    sim::DefectState defect;
    defect.stem.fill(stem);
    defect.chondrocyte.fill(chondrocyte);
    std::vector<CellInstance> cells;
    add_repair_cells(crater, nullptr, defect, 0.3f, 0, cells);
    return std::pair(count_kind(cells, CellKind::stem), count_kind(cells, CellKind::chondrocyte));
  };
  CHECK(shown(0, 0) == std::pair(0, 0));
  CHECK(shown(0.1, 0).first == doctest::Approx(kRepairPlaces * 0.1 / kFullDensity).epsilon(0.05));
  CHECK(shown(0.1, 0.2).first == shown(0.1, 0).first);
  CHECK(shown(0.1, 0.2).second == doctest::Approx(kRepairPlaces * 0.2 / kFullDensity).epsilon(0.05));
}

TEST_CASE(
    "cells of the repair tissue stand where the model has them: near the bone come deep ones, and none "
    "elsewhere") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  sim::DefectState defect;
  std::fill(defect.stem.begin(), defect.stem.begin() + sim::kColumnCells / 2, 0.35);
  std::vector<CellInstance> cells;
  add_repair_cells(crater, nullptr, defect, 0.3f, 0, cells);
  CHECK(static_cast<double>(cells.size()) == doctest::Approx(kRepairPlaces / 2.0).epsilon(0.06));
  for (const CellInstance& cell : cells) CHECK(glm::distance(cell.position, knee.lesion.centre) < 9);
}

TEST_CASE("the lining shows more macrophages the more it is inflamed") {
  const anatomy::Knee knee = scene_fixture::knee();
  const auto count = [&](double synovitis, double resolving) {
    std::vector<CellInstance> cells;
    add_macrophages(knee, synovitis, resolving, 1, 0, cells);
    CHECK(count_kind(cells, CellKind::macrophage) == static_cast<int>(cells.size()));
    return static_cast<int>(cells.size());
  };
  CHECK(count(0, 0) == 0);
  // Nor of a healthy knee.
  CHECK(count(sim::steady_synovitis(params::Scenario{}).front(), 0) == 0);
  CHECK(count(0.2, 0) < count(0.6, 0));
  CHECK(count(0.2, 0) < count(0.2, 0.8));
  CHECK(count(1, 1) <= kMacrophagePlaces);
}

TEST_CASE("with a patch the cells of the repair tissue stand where their voxels have them") {
  const anatomy::Knee knee = scene_fixture::knee();
  const Crater crater(knee);
  params::DefectModel model;
  model.awl_spacing = 100;  // one hole, in the middle
  model.clot_share = 0;
  sim::DefectPatch patch(model, 16, 2, 1, 1);
  patch.add_stem_cells(0.02, {.settling = sim::Settling::holes});
  std::vector<CellInstance> cells;
  add_repair_cells(crater, nullptr, patch.state(), 0.3f, 0, cells, 1, {patch.frame(0), {}, 0});
  REQUIRE(cells.size() > 3);
  for (const CellInstance& cell : cells) CHECK(glm::distance(cell.position, crater.at({0, 0}).floor) < 3);
}

TEST_CASE("each tree over the cavity leads every place to the tip in small free steps, and no two go alike") {
  const anatomy::Knee knee = scene_fixture::knee();
  const auto trees = cavity_trees(knee.cavity, 4);
  REQUIRE(trees.size() == 4);
  for (const auto& tree : trees) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      std::size_t steps = 0;
      for (std::int32_t at = static_cast<std::int32_t>(i); at >= 0 && steps <= tree.size(); ++steps) {
        const std::int32_t next = tree[static_cast<std::size_t>(at)];
        if (next >= 0 && steps == 0) {
          const glm::vec3 here = knee.cavity[i].position,
                          there = knee.cavity[static_cast<std::size_t>(next)].position;
          CHECK(glm::distance(here, there) < 6.3f);
          CHECK(!scene_fixture::is_bone(0.5f * (here + there), 0.8f));
        }
        at = next;
      }
      REQUIRE(steps <= tree.size());
    }
  }
  std::size_t alike = 0;
  for (std::size_t i = 0; i < knee.cavity.size(); ++i) alike += trees[1][i] == trees[2][i];
  CHECK(alike < knee.cavity.size() / 2);
}

TEST_CASE("macrophages lie in the lining, and round a lesion more of them") {
  anatomy::Knee knee = scene_fixture::knee();
  const auto mean_distance = [&](double diameter) {
    knee.shape.lesion_diameter = diameter;
    std::vector<CellInstance> cells;
    add_macrophages(knee, 1, 0, 1, 0, cells);
    double sum = 0;
    for (const CellInstance& cell : cells) {
      float nearest = 1e9f;
      for (const anatomy::WallPoint& wall : knee.walls) {
        if (wall.part == anatomy::PartId::capsule)
          nearest = std::min(nearest, glm::distance(wall.position, cell.position));
      }
      CHECK(nearest < cell.radius);
      sum += static_cast<double>(glm::distance(cell.position, knee.lesion.centre));
    }
    return sum / static_cast<double>(cells.size());
  };
  CHECK(mean_distance(12) < 0.85 * mean_distance(0));
}

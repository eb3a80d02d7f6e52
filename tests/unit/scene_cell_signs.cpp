// Kind, sign and axis of a drawn cell, and the kinds that the models know as densities.
#include "scene/cell_signs.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/nerve_drawing.h"
#include "scene/schwann_cells.h"

using namespace mend;
using namespace mend::scene;

TEST_CASE("kind and sign of a cell are read back, whatever the share") {
  for (const CellKind kind : {CellKind::stem, CellKind::macrophage, CellKind::schwann}) {
    for (const CellSign sign : {CellSign::none, CellSign::divides, CellSign::signals, CellSign::dies}) {
      for (const float share : {-1.0f, 0.0f, 0.37f, 1.0f, 2.0f}) {
        CellInstance cell;
        cell.kind = with_sign(kind, sign, share);
        CHECK(kind_of(cell) == kind);
        CHECK(sign_of(cell) == sign);
      }
    }
  }
}

TEST_CASE("a signalling cell rests between its rings") {
  int rings = 0;
  for (int i = 0; i < 100; ++i) {
    CellInstance cell;
    cell.kind = signalling(CellKind::stem, static_cast<float>(i) / 100);
    rings += sign_of(cell) == CellSign::signals ? 1 : 0;
  }
  CHECK(rings == doctest::Approx(100 * static_cast<double>(kRingShare)).epsilon(0.05));
}

TEST_CASE("a spin tells which way a cell lies within a tenth of a degree") {
  for (const glm::vec3 raw : {glm::vec3(1, 0, 0), {0, -1, 0}, {0.2f, 0.3f, 0.9f}, {-0.7f, 0.1f, -0.4f}}) {
    const glm::vec3 axis = glm::normalize(raw);
    const float spin = spin_along(axis);
    CHECK((spin >= 0 && spin < 1));
    CHECK(glm::dot(axis, axis_of(spin)) > 0.999998f);
    CHECK(std::abs(glm::dot(axis, axis_of(spin_on(axis, 0.3f)))) < 0.002f);
  }
}

TEST_CASE("Schwann cells follow their density, lie along the nerve, and stay beyond the lesion") {
  anatomy::Path path;
  path.radius = 1.8;
  path.spacing = 1;
  for (int i = 0; i <= 60; ++i) {
    path.points.emplace_back(static_cast<float>(i), 0, 0);
    path.normals.emplace_back(0, 1, 0);
    path.binormals.emplace_back(0, 0, 1);
  }
  NerveDrawing nerve{.path = &path, .lesion = 20, .from = 0, .to = 60, .gap = 4, .axons = {}};
  for (const glm::vec2 place : hexagonal_packing(37, 1.5f).centres)
    nerve.axons.push_back({.offset = place, .radius = 0.1f});
  const params::Scenario scenario;
  const auto cells_at = [&](double density) {
    sim::NerveState state;
    state.schwann = density;
    std::vector<CellInstance> cells;
    add_schwann_cells(nerve, state, scenario, 0, cells);
    return cells;
  };
  CHECK(cells_at(0).empty());
  const auto few = cells_at(1), many = cells_at(3);
  CHECK(few.size() > 20);
  CHECK(many.size() > 2 * few.size());
  CHECK(cells_at(scenario.nerve_model.schwann_maximum * 1.1).size() == kSchwannPlaces);
  for (const CellInstance& cell : many) {
    CHECK(kind_of(cell) == CellKind::schwann);
    CHECK(cell.position.x >= 23.9f);
    CHECK(std::abs(axis_of(cell.spin).x) > 0.9f);
    CHECK(glm::length(glm::vec2(cell.position.y, cell.position.z)) < 2.0f);
  }
}

// A small made-up knee with everything compose reads: balls for parts, a dished crater, a cavity with a block
// of bone in its middle, walls round it. Tests of scene need no anatomy build.
#pragma once
#include <cmath>
#include <deque>
#include <glm/glm.hpp>
#include <vector>

#include "anatomy/knee.h"
#include "scene/compose.h"

namespace mend::scene_fixture {

inline anatomy::Mesh ball(glm::vec3 centre, float radius) {
  constexpr std::uint32_t kRows = 24, kColumns = 36;
  anatomy::Mesh mesh;
  for (std::uint32_t row = 0; row <= kRows; ++row) {
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      const float down = 3.14159265f * static_cast<float>(row) / kRows;
      const float round = 6.2831853f * static_cast<float>(column) / kColumns;
      anatomy::Vertex vertex;
      vertex.normal = {std::sin(down) * std::cos(round), std::sin(down) * std::sin(round), std::cos(down)};
      vertex.position = centre + radius * vertex.normal;
      mesh.vertices.push_back(vertex);
    }
  }
  for (std::uint32_t row = 0; row < kRows; ++row) {
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      const std::uint32_t a = row * kColumns + column, b = row * kColumns + (column + 1) % kColumns;
      mesh.indices.insert(mesh.indices.end(), {a, a + kColumns, b + kColumns, a, b + kColumns, b});
    }
  }
  return mesh;
}

inline anatomy::Part part(anatomy::PartId id, glm::vec3 centre, float radius) {
  return {id, ball(centre, radius), {centre - radius, centre + radius}};
}

/// The block of bone inside the made-up cavity, with `skin` mm of it taken off.
inline bool is_bone(glm::vec3 p, float skin = 0) {
  return std::fabs(p.x) < 12 - skin && std::fabs(p.y) < 8 - skin && p.z > -12 + skin && p.z < 6 - skin;
}

inline void add_cavity(anatomy::Knee& knee) {
  constexpr int kX = 31, kY = 21, kZ = 21;
  constexpr float kSpacing = 2;
  std::vector<std::int32_t> at(kX * kY * kZ, -1);
  const auto cell = [&](int x, int y, int z) -> std::int32_t& {
    return at[static_cast<std::size_t>((z * kY + y) * kX + x)];
  };
  std::vector<glm::ivec3> places;
  for (int z = 0; z < kZ; ++z) {
    for (int y = 0; y < kY; ++y) {
      for (int x = 0; x < kX; ++x) {
        const glm::vec3 p(kSpacing * static_cast<float>(x - 15), kSpacing * static_cast<float>(y - 10),
                          kSpacing * static_cast<float>(z - 10));
        if (is_bone(p)) continue;
        const float to_edge =
            std::fmin(std::fmin(31 - std::fabs(p.x), 21 - std::fabs(p.y)), 21 - std::fabs(p.z));
        const glm::vec3 out = glm::max(
            glm::vec3(std::fabs(p.x) - 12, std::fabs(p.y) - 8, std::fmax(p.z - 6, -12 - p.z)), glm::vec3(0));
        cell(x, y, z) = static_cast<std::int32_t>(knee.cavity.size());
        knee.cavity.push_back({p, std::fmin(to_edge, glm::length(out)), -2});
        places.push_back({x, y, z});
      }
    }
  }
  std::deque<std::int32_t> queue{cell(28, 18, 14)};
  knee.cavity[static_cast<std::size_t>(queue.front())].next = -1;
  knee.needle_tip = knee.cavity[static_cast<std::size_t>(queue.front())].position;
  while (!queue.empty()) {
    const std::int32_t from = queue.front();
    queue.pop_front();
    const glm::ivec3 p = places[static_cast<std::size_t>(from)];
    for (const glm::ivec3 step :
         {glm::ivec3{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}) {
      const glm::ivec3 q = p + step;
      if (q.x < 0 || q.y < 0 || q.z < 0 || q.x >= kX || q.y >= kY || q.z >= kZ) continue;
      const std::int32_t to = cell(q.x, q.y, q.z);
      if (to < 0 || knee.cavity[static_cast<std::size_t>(to)].next != -2) continue;
      knee.cavity[static_cast<std::size_t>(to)].next = from;
      queue.push_back(to);
    }
  }
  for (std::size_t i = 0; i < knee.cavity.size(); ++i) {
    const glm::ivec3 p = places[i];
    const bool on_edge = p.x == 0 || p.x == kX - 1 || p.y == 0 || p.y == kY - 1;
    if (!on_edge || i % 3 != 0) continue;
    const glm::vec3 normal = p.x == 0        ? glm::vec3(1, 0, 0)
                             : p.x == kX - 1 ? glm::vec3(-1, 0, 0)
                             : p.y == 0      ? glm::vec3(0, 1, 0)
                                             : glm::vec3(0, -1, 0);
    knee.walls.push_back({knee.cavity[i].position - normal, normal, static_cast<std::int32_t>(i),
                          p.z < 5 ? anatomy::PartId::tibial_cartilage_medial : anatomy::PartId::capsule});
  }
}

/// A crater 16 mm across on the medial condyle: balls of radius 21 (bone) and 23 (surface) about the flexion
/// axis.
inline void add_crater(anatomy::Knee& knee) {
  const glm::vec3 axis(-22, 0, 0);
  for (int row = 0; row < anatomy::Knee::kColumnGrid; ++row) {
    for (int column = 0; column < anatomy::Knee::kColumnGrid; ++column) {
      const glm::vec2 uv = 2.0f * glm::vec2(column, row) / 63.0f - 1.0f;
      const glm::vec3 tangent = 8.0f * (uv.x * knee.lesion.right + uv.y * knee.lesion.up);
      const glm::vec3 direction = glm::normalize(23.0f * knee.lesion.outward + tangent);
      knee.columns.push_back({axis + 21.0f * direction, axis + 23.0f * direction, glm::length(uv)});
    }
  }
  for (int i = 0; i < 200; ++i) {
    const anatomy::LesionColumn& column = knee.columns[static_cast<std::size_t>(i * 20 + 10)];
    if (column.radius < 0.9f)
      knee.lesion_floor.push_back({column.floor, knee.lesion.outward, 0, anatomy::PartId::femur});
  }
}

inline anatomy::Knee knee() {
  using anatomy::PartId;
  anatomy::Knee knee;
  knee.shape.lesion_diameter = 16;
  knee.parts = {part(PartId::femur, {0, 0, 20}, 40),
                part(PartId::tibia, {0, -25, -75}, 30),
                part(PartId::patella, {6, 52, 5}, 16),
                part(PartId::fibula, {40, -20, -70}, 8),
                part(PartId::femoral_cartilage, {-22, 0, 0}, 23),
                part(PartId::meniscus_medial, {-22, 28, -44}, 5),
                part(PartId::capsule, {0, 0, 0}, 62),
                part(PartId::peroneal_nerve, {40, -38, -30}, 6),
                part(PartId::needle, {60, 40, 10}, 4)};
  knee.needle_direction = glm::normalize(glm::vec3(-0.86f, -0.36f, -0.36f));
  const float a = 25 * 3.14159265f / 180;
  knee.lesion.outward = {0, std::sin(a), -std::cos(a)};
  knee.lesion.right = {1, 0, 0};
  knee.lesion.up = glm::cross(knee.lesion.outward, knee.lesion.right);
  knee.lesion.centre = glm::vec3(-22, 0, 0) + 23.0f * knee.lesion.outward;
  add_crater(knee);
  add_cavity(knee);
  knee.peroneal_nerve.radius = 1.8;
  for (int i = 0; i <= 150; ++i) {
    const auto t = static_cast<float>(i);
    knee.peroneal_nerve.points.push_back({20 + 0.2f * t, -50 + 0.2f * t, 60 - 0.9f * t});
    knee.peroneal_nerve.normals.push_back({1, 0, 0});
    knee.peroneal_nerve.binormals.push_back(glm::normalize(glm::vec3(0, 0.9f, 0.2f)));
  }
  knee.neck_arclength = 120;
  return knee;
}

inline params::Scenario scenario() {
  params::Scenario scenario;
  scenario.seed = 7;
  scenario.lesion.diameter = 16;
  scenario.regimen = {{.day = 1, .kind = params::EventKind::cells, .dose = 5e7}};
  scenario.nerve.injury = params::NerveInjuryKind::crush;
  return scenario;
}

/// Records by hand: exponential flights, a third of each fate.
inline std::vector<sim::CellRecord> records(std::uint32_t count) {
  std::vector<sim::CellRecord> records;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double u = (i + 0.5) / count;
    sim::CellRecord record;
    record.id = i;
    record.injected = 1;
    record.settles = 1 - std::log(1 - u) / 1.6;
    record.fate = static_cast<sim::CellFate>(i % 3);
    record.dies = record.fate == sim::CellFate::cleared    ? record.settles
                  : record.fate == sim::CellFate::engrafts ? 1e9
                                                           : record.settles + 2 + 20 * u;
    records.push_back(record);
  }
  return records;
}

inline sim::State state(double day, double fill) {
  sim::State state;
  state.day = day;
  state.joint.synovitis = 0.4;
  state.joint.memory = 0.3;
  state.joint.thickness.fill(1);
  state.defect.fill = fill;
  state.defect.hyaline_share = 0.6;
  state.defect.stem.fill(0.1);
  state.defect.chondrocyte.fill(0.05);
  state.nerve.axons.resize(61);
  return state;
}

/// Everything a frame needs, alive together.
struct Set {
  anatomy::Knee knee = scene_fixture::knee();
  params::Scenario scenario = scene_fixture::scenario();
  std::vector<sim::CellRecord> records = scene_fixture::records(600);

  scene::CellTracks tracks{records, knee, scenario.seed};

  [[nodiscard]] scene::Stage stage() const {
    return {.scenario = &scenario, .knee = &knee, .cells = &tracks, .cells_per_record = 1e5};
  }
  [[nodiscard]] scene::View view(scene::ViewName name) const {
    scene::View view;
    view.focus = name;
    view.orbit = scene::orbit_of(name, knee);
    return view;
  }
  [[nodiscard]] scene::Scene frame(const sim::State& state,
                                   scene::ViewName name = scene::ViewName::oblique45) const {
    return scene::compose(stage(), state, view(name));
  }
};

inline const scene::Surface* find(const scene::Scene& scene, anatomy::PartId part, scene::Material material) {
  for (const scene::Surface& surface : scene.surfaces) {
    if (surface.part == part && surface.material == material) return &surface;
  }
  return nullptr;
}

}  // namespace mend::scene_fixture

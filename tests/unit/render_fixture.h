// A context without a window and small made-up scenes for the tests of render. Needs no anatomy build.
#pragma once
#include <doctest/doctest.h>

#include <cmath>
#include <glm/glm.hpp>
#include <memory>
#include <string>

#include "app/headless.h"
#include "gl/debug.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace mend::render_fixture {

inline const std::string kShaders = std::string(MEND_SOURCE_DIR) + "/shaders";

inline anatomy::Mesh ball(glm::vec3 centre, float radius) {
  constexpr std::uint32_t kRows = 16, kColumns = 24;
  anatomy::Mesh mesh;
  for (std::uint32_t row = 0; row <= kRows; ++row) {
    for (std::uint32_t column = 0; column < kColumns; ++column) {
      const float down = 3.14159265f * static_cast<float>(row) / kRows;
      const float round = 6.2831853f * static_cast<float>(column) / kColumns;
      anatomy::Vertex vertex;
      vertex.normal = {std::sin(down) * std::cos(round), std::sin(down) * std::sin(round), std::cos(down)};
      vertex.position = centre + radius * vertex.normal;
      vertex.fibre = {0, 0, 1};
      vertex.depth = 2;
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
inline constexpr int kBallTriangles = 16 * 24 * 2;

/// Looks along -y from 100 mm; 53.6 mm of height at the origin.
inline scene::Scene empty_scene() {
  scene::Scene scene;
  scene.camera = {.eye = {0, 100, 0}, .target = {0, 0, 0}, .up = {0, 0, 1}, .field_of_view = 30};
  return scene;
}

inline void add_ball(scene::Scene& scene, glm::vec3 centre, float radius, scene::Material material,
                     float opacity = 1) {
  scene.made.push_back(ball(centre, radius));
  scene::Surface surface;
  surface.mesh = &scene.made.back();
  surface.version = scene.made.size();
  surface.material = material;
  surface.opacity = opacity;
  surface.box = {centre - radius, centre + radius};
  scene.surfaces.push_back(surface);
}

inline scene::CellInstance cell(glm::vec3 position, float radius, scene::CellKind kind) {
  return {.position = position, .radius = radius, .kind = static_cast<float>(kind)};
}

/// A straight path of 41 points along x, 1 mm apart, through the origin.
inline anatomy::Path straight_path() {
  anatomy::Path path;
  for (int i = 0; i <= 40; ++i) {
    path.points.emplace_back(static_cast<float>(i - 20), 0, 0);
    path.normals.emplace_back(0, 1, 0);
    path.binormals.emplace_back(0, 0, 1);
  }
  return path;
}

/// Everything at once: one ball of each material, ghosts, cells of each kind, a nerve with a signal.
inline scene::Scene full_scene(const anatomy::Path& path) {
  scene::Scene scene = empty_scene();
  for (int i = 0; i <= static_cast<int>(scene::Material::metal); ++i) {
    const auto at = static_cast<float>(i);
    add_ball(scene, {at * 3 - 15, -6, std::fmod(at, 3.0f) * 6 - 6}, 4, static_cast<scene::Material>(i));
  }
  add_ball(scene, {0, 0, 0}, 12, scene::Material::synovium, 0.3f);
  add_ball(scene, {4, 8, 2}, 6, scene::Material::bone, 0.12f);
  for (int i = 0; i < 30; ++i) {
    const auto at = static_cast<float>(i);
    scene.cells.push_back(cell({at - 15, 10 + std::fmod(at, 7.0f), std::fmod(at * 5, 13.0f) - 6}, 0.8f,
                               static_cast<scene::CellKind>(i % 3)));
  }
  scene::NerveDrawing nerve{
      .path = &path, .lesion = 15, .from = 0, .to = 40, .sheath_radius = 2, .axons = {}};
  for (int i = 0; i < 7; ++i) {
    const auto at = static_cast<float>(i);
    nerve.axons.push_back({.offset = {std::cos(at) * 1.2f, std::sin(at) * 1.2f},
                           .radius = 0.2f,
                           .integrity = 0.2f,
                           .debris = 0.8f,
                           .tip = 18 + at,
                           .myelin_front = 14 + at,
                           .signal = 5 + at});
  }
  scene.nerves.push_back(nerve);
  return scene;
}

/// A context and a renderer, or a stop with the reason.
struct Studio {
  explicit Studio(gl::Dialect dialect = gl::Dialect::desktop) {
    auto made = app::Headless::create(dialect);
    REQUIRE_MESSAGE(made.is_ok(), (made.is_ok() ? "" : made.problems().front().text()));
    context = std::move(made).value();
    auto drawn = render::Renderer::create(kShaders);
    REQUIRE_MESSAGE(drawn.is_ok(), (drawn.is_ok() ? "" : drawn.problems().front().text()));
    renderer = std::move(drawn).value();
  }
  std::unique_ptr<app::Headless> context;
  std::unique_ptr<render::Renderer> renderer;
};

struct Pixel {
  int r = 0, g = 0, b = 0;
};
inline Pixel pixel(const render::Image& image, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
  return {image.pixels[at], image.pixels[at + 1], image.pixels[at + 2]};
}
inline int brightness(Pixel p) {
  return (p.r + p.g + p.b) / 3;
}

}  // namespace mend::render_fixture

// mend bench render: drawing at 1280 x 720, each frame waited for.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>

#include "app/bench.h"
#include "app/headless.h"
#include "app/picture.h"
#include "base/random.h"
#include "gl/draw.h"
#include "render/renderer.h"
#include "scene/compose.h"

namespace mend::app {
namespace {

constexpr int kWidth = 1280, kHeight = 720;
constexpr float kUnit = 40;     // mm: the published scenes are about 1 across, ours are as large as a knee
constexpr float kDistance = 4;  // units, from the middle
constexpr float kTwoPi = 6.2831853f;

scene::Scene bare_scene() {
  scene::Scene scene;
  scene.camera = {
      .eye = {0, kDistance * kUnit, 0}, .target = {0, 0, 0}, .up = {0, 0, 1}, .field_of_view = 45};
  return scene;
}

/// So many ray-cast spheres, uniform in a cube of side 2, of radius 0.35 cbrt(8 / n).
scene::Scene spheres(int count) {
  scene::Scene scene = bare_scene();
  const float radius = 0.35f * std::cbrt(8.0f / static_cast<float>(count));
  const auto place = [](std::uint64_t index, std::uint32_t axis) {
    return 2 * static_cast<float>(uniform({.seed = 1, .who = index, .when = axis, .why = 0})) - 1;
  };
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i)
    scene.cells.push_back({.position = kUnit * glm::vec3(place(i, 0), place(i, 1), place(i, 2)),
                           .radius = kUnit * radius,
                           .kind = static_cast<float>(i % 3)});
  return scene;
}

/// A bumpy sphere of so many triangles, smooth-shaded.
scene::Scene bumpy_sphere(int triangles) {
  const auto rows = static_cast<std::uint32_t>(std::sqrt(static_cast<double>(triangles) / 4));
  const std::uint32_t columns = 2 * rows;
  const auto surface = [](float down, float round) {
    const float radius = 1 + 0.06f * std::sin(9 * down) * std::sin(8 * round);
    return kUnit * radius *
           glm::vec3(std::sin(down) * std::cos(round), std::sin(down) * std::sin(round), std::cos(down));
  };
  anatomy::Mesh mesh;
  for (std::uint32_t row = 0; row <= rows; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      const float down = kTwoPi / 2 * (static_cast<float>(row) + 0.01f) / (static_cast<float>(rows) + 0.02f);
      const float round = kTwoPi * static_cast<float>(column) / static_cast<float>(columns);
      const glm::vec3 at = surface(down, round);
      const glm::vec3 normal =
          glm::cross(surface(down + 1e-3f, round) - at, surface(down, round + 1e-3f) - at);
      mesh.vertices.push_back({.position = at, .normal = glm::normalize(normal), .fibre = {0, 0, 1}});
    }
  }
  for (std::uint32_t row = 0; row < rows; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      const std::uint32_t a = row * columns + column, b = row * columns + (column + 1) % columns;
      mesh.indices.insert(mesh.indices.end(), {a, a + columns, b + columns, a, b + columns, b});
    }
  }
  scene::Scene scene = bare_scene();
  scene.made.push_back(std::move(mesh));
  scene::Surface drawn;
  drawn.mesh = &scene.made.back();
  drawn.version = 1;
  drawn.box = anatomy::bounds(*drawn.mesh);
  scene.surfaces.push_back(drawn);
  return scene;
}

/// Milliseconds from the start of a program that draws the default story until it prints where its first
/// picture lies, and its largest memory in MB; a knee that is cached, as after any earlier start.
void bench_start(std::vector<Measure>& measures) {
  const std::string out = (std::filesystem::temp_directory_path() / "mend-bench.png").string();
  rusage usage{};
  pid_t child = 0;
  int printed = -1;
  const auto wait = [&] {
    if (child == 0) return;
    close(printed);
    wait4(child, nullptr, 0, &usage);
  };
  measures.push_back(timed(
      "start:first-picture:warm", 3,
      [&] {
        int ends[2];
        if (pipe(ends) != 0) return;
        child = fork();
        if (child == 0) {
          const char* words[] = {"mend", "render", "cartilage-injury", "--quality",
                                 "low",  "--out",  out.c_str(),        nullptr};
          dup2(ends[1], STDOUT_FILENO);
          execv("/proc/self/exe", const_cast<char**>(words));
          _exit(1);
        }
        close(ends[1]);
        printed = ends[0];
        char first = 0;
        if (read(printed, &first, 1) != 1) first = 0;
      },
      wait));
  const double megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  measures.push_back({"start:peak-memory", "MB", megabytes, megabytes, megabytes, 1});
  std::error_code ignored;
  std::filesystem::remove(out, ignored);
}

}  // namespace

scene::Scene frame_of(const Telling& story, double day, scene::Quality quality, scene::ViewName name) {
  scene::View view;
  view.focus = name;
  view.orbit = story.orbit_of(name);
  view.quality = quality;
  return story.frame(day, view);
}

Result<std::string> bench_render(const Telling& story, const std::string& data_folder,
                                 std::vector<Measure>& measures) {
  bench_start(measures);
  const auto headless = Headless::create();
  if (!headless.is_ok()) return headless.problems();
  const auto renderer = render::Renderer::create(data_folder + "/shaders");
  if (!renderer.is_ok()) return renderer.problems();
  const gl::Target target({.width = kWidth, .height = kHeight, .colours = {gl::Format::rgba8}}, "bench");
  const auto bench = [&](const std::string& name, const scene::Scene& scene) {
    measures.push_back(timed(name, 9, [&] {
      renderer.value()->draw(scene, target.id(), kWidth, kHeight);
      gl::wait();
    }));
  };
  using scene::Quality;
  using scene::ViewName;
  bench("render:knee:low", frame_of(story, 30, Quality::low, ViewName::oblique45));
  bench("render:knee:medium", frame_of(story, 30, Quality::medium, ViewName::oblique45));
  bench("render:knee:high", frame_of(story, 30, Quality::high, ViewName::oblique45));
  bench("render:defect:low", frame_of(story, 30, Quality::low, ViewName::defect));
  bench("render:nerve:low", frame_of(story, 30, Quality::low, ViewName::nerve));
  for (const int count : {10'000, 100'000, 1'000'000})
    bench("spheres:" + std::to_string(count), spheres(count));
  for (const int count : {200'000, 1'000'000}) bench("mesh:" + std::to_string(count), bumpy_sphere(count));
  const scene::Scene still = frame_of(story, 30, Quality::low, ViewName::oblique45);
  Picture picture;
  scene::Scene drawn = still;
  picture.draw(*renderer.value(), drawn, kWidth, kHeight, false);
  const gl::Target window({.width = kWidth, .height = kHeight, .colours = {gl::Format::rgba8}},
                          "bench window");
  measures.push_back(timed("render:nothing-changed", 21, [&] {
    picture.show(window.id(), kWidth, kHeight);
    gl::wait();
  }));
  return headless.value()->context().renderer;
}

}  // namespace mend::app

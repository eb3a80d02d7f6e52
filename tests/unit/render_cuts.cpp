// Cuts and radiographs drawn for real, of made-up balls and of the knee.
#include <random>

#include "anatomy/knee.h"
#include "render_fixture.h"
#include "scene/compose.h"

using namespace mend;
using namespace mend::render_fixture;
using scene::Material;
using scene::Quality;

namespace {

constexpr int kWidth = 320, kHeight = 240;

/// Pixels that show an inside, beside or above another one: a lone one at an outline is a front and a back at
/// the same depth.
int hollow_pixels(const render::Image& image) {
  const auto is_marked = [&](int x, int y) {
    const Pixel p = pixel(image, x, y);
    return p.r > 200 && p.g < 90 && p.b > 200;
  };
  int count = 0;
  for (int y = 0; y + 1 < image.height; ++y)
    for (int x = 0; x + 1 < image.width; ++x)
      if (is_marked(x, y) && (is_marked(x + 1, y) || is_marked(x, y + 1))) ++count;
  return count;
}

int changed_pixels(const render::Image& a, const render::Image& b) {
  int count = 0;
  for (int i = 0; i < a.width * a.height; ++i)
    if (std::abs(brightness(pixel(a, i % a.width, i / a.width)) -
                 brightness(pixel(b, i % a.width, i / a.width))) > 6)
      ++count;
  return count;
}

const anatomy::Knee& knee() {
  static const anatomy::Knee built = anatomy::build_knee({}, 2);
  return built;
}

scene::Scene knee_scene(const scene::View& view) {
  static const params::Scenario scenario;
  return scene::compose({.scenario = &scenario, .knee = &knee()}, sim::State{}, view);
}

scene::View view_of(scene::ViewName name) {
  scene::View view;
  view.focus = name;
  view.orbit = scene::orbit_of(name, knee());
  return view;
}

}  // namespace

TEST_CASE("no hollow mesh from any of 50 planes") {
  Studio studio;
  std::mt19937 random(20260);
  std::uniform_real_distribution<float> from_to(-1, 1);
  scene::View view;
  view.layers.fill(true);
  for (int i = 0; i < 50; ++i) {
    glm::vec3 normal(from_to(random), from_to(random), from_to(random));
    view.orbit = {.target = {0, 0, -5},
                  .azimuth = 180 * from_to(random),
                  .elevation = 70 * from_to(random),
                  .distance = 420};
    view.cutaway.planes[0] = {glm::normalize(normal + glm::vec3(0, 0, 1e-4f)), 35 * from_to(random)};
    view.cutaway.is_cut[0] = true;
    scene::Scene scene = knee_scene(view);
    // The skin and the capsule as solid as the rest: a hollow in them counts.
    for (scene::Surface& surface : scene.surfaces)
      if (surface.material != Material::synovium) surface.opacity = 1;
    scene.marks_hollow = true;
    CAPTURE(i);
    CHECK(hollow_pixels(studio.renderer->draw_image(scene, kWidth, kHeight)) == 0);
  }
}

TEST_CASE("a hollow mesh would be seen") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 12, Material::bone);
  scene.marks_hollow = true;
  scene.cuts = {{{0, 1, 0}, 0}};
  CHECK(hollow_pixels(studio.renderer->draw_image(scene, kWidth, kHeight)) == 0);
  // The sixth of its triangles nearest the top gone: an open mesh, whose inside shows.
  anatomy::Mesh& mesh = scene.made.back();
  mesh.indices.erase(mesh.indices.begin(),
                     mesh.indices.begin() + static_cast<std::ptrdiff_t>(mesh.indices.size() / 18 * 3));
  scene.surfaces.back().version = 99;
  scene.cuts = {{{0, 0, 1}, 50}};  // lifts nothing off it
  scene.camera.eye = {0, 60, 80};
  CHECK(hollow_pixels(studio.renderer->draw_image(scene, kWidth, kHeight)) > 20);
}

TEST_CASE("three planes and a ball draw without an OpenGL error, at every quality, and take something away") {
  Studio studio;
  const gl::DebugCapture capture;
  const anatomy::Path path = straight_path();
  scene::Scene whole = full_scene(path);
  for (const Quality quality : {Quality::low, Quality::medium, Quality::high}) {
    whole.quality = quality;
    scene::Scene cut = full_scene(path);
    cut.quality = quality;
    cut.cuts = {{{0, 1, 0}, 2}, {{1, 0, 0}, 6}, {{0, 0, 1}, 4}};
    cut.peel = {{-4, 0, -2}, 5};
    const render::Image before = studio.renderer->draw_image(whole, kWidth, kHeight);
    CHECK(changed_pixels(before, studio.renderer->draw_image(cut, kWidth, kHeight)) > 2000);
  }
  CHECK(gl::last_error() == "");
  for (const std::string& message : capture.messages()) CHECK(message == "");
}

TEST_CASE("the face of a cut bone is a pale shell round darker marrow") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 15, Material::bone);
  scene.cuts = {{{0, 1, 0}, 0}};
  const render::Image image = studio.renderer->draw_image(scene, kWidth, kHeight);
  const auto mean = [&](float from, float to) {
    float sum = 0, count = 0;
    for (int i = 0; i < kWidth * kHeight; ++i) {
      const float x = static_cast<float>(i % kWidth) - 160, y = static_cast<float>(i / kWidth) - 120;
      const float mm = std::sqrt(x * x + y * y) / 4.478f;
      if (mm < from || mm > to) continue;
      sum += static_cast<float>(brightness(pixel(image, i % kWidth, i / kWidth)));
      ++count;
    }
    return sum / count;
  };
  CHECK(mean(14.2f, 14.8f) > mean(0, 12) + 25);
}

TEST_CASE("a radiograph adds up what lies in the beam, the same in OpenGL ES 3.0") {
  scene::Scene scene = empty_scene();
  scene.radiograph = true;
  add_ball(scene, {0, -30, 0}, 26, Material::skin);
  add_ball(scene, {0, 25, 0}, 15, Material::skin);
  add_ball(scene, {-8, 0, 0}, 12, Material::bone);
  for (const Quality quality : {Quality::low, Quality::high}) {
    scene.quality = quality;
    const auto draw = [&](gl::Dialect dialect) {
      return Studio(dialect).renderer->draw_image(scene, kWidth, kHeight);
    };
    const render::Image film = draw(gl::Dialect::desktop);
    // x is seen mirrored.
    const int air = brightness(pixel(film, 20, 120)), soft = brightness(pixel(film, 160 - 32, 120)),
              bone = brightness(pixel(film, 160 + 36, 120));
    CHECK(air < 16);
    CHECK(soft > air + 15);
    CHECK(bone > soft + 15);
    CHECK(render::compare(film, draw(gl::Dialect::es)).mean < 0.3);
  }
}

TEST_CASE("the film of a knee shows bone brighter than its joint space") {
  Studio studio;
  scene::View view = view_of(scene::ViewName::anterior);
  view.radiograph = true;
  const scene::Scene scene = knee_scene(view);
  REQUIRE(scene.calipers.size() == 2);
  const render::Image film = studio.renderer->draw_image(scene, 640, 480);
  const auto at = [&](glm::vec3 p) {
    const glm::vec4 clip = scene.camera.projection(640.0f / 480) * scene.camera.view() * glm::vec4(p, 1);
    const int x = static_cast<int>((0.5f + 0.5f * clip.x / clip.w) * 640),
              y = static_cast<int>((0.5f - 0.5f * clip.y / clip.w) * 480);
    float sum = 0;
    for (int dx = -2; dx <= 2; ++dx) sum += static_cast<float>(brightness(pixel(film, x + dx, y)));
    return sum / 5;
  };
  for (const scene::Caliper& caliper : scene.calipers) {
    const glm::vec3 up = glm::normalize(caliper.upper - caliper.lower),
                    inward(caliper.upper.x > 0 ? -8 : 8, 0, 0);
    const float space = at(0.5f * (caliper.upper + caliper.lower) + inward);
    CHECK(at(caliper.upper + 12.0f * up + inward) > space + 8);
    CHECK(at(caliper.lower - 6.0f * up + inward) > space + 8);
  }
}

// Timed passes: their names in the order of the frame, nothing else changed, and nothing done when off.
#include <string>
#include <vector>

#include "gl/texture.h"
#include "gl_hooks.h"
#include "render/pass_times.h"
#include "render_fixture.h"

using namespace mend;
using namespace mend::render_fixture;

namespace {

int g_waits = 0, g_queries = 0;

std::vector<std::string> names(const render::FrameTimes& times) {
  std::vector<std::string> out;
  for (const render::PassTime& pass : times.passes) out.emplace_back(pass.name);
  return out;
}

}  // namespace

TEST_CASE("the passes of a frame are timed in their order, and the picture stays the same") {
  for (const gl::Dialect dialect : {gl::Dialect::desktop, gl::Dialect::es}) {
    Studio studio(dialect);
    const anatomy::Path path = straight_path();
    scene::Scene scene = full_scene(path);
    scene.quality = scene::Quality::high;
    const render::Image plain = studio.renderer->draw_image(scene, 320, 240);
    CHECK(studio.renderer->times().passes.empty());
    studio.renderer->time_passes(true);
    CHECK(render::compare(plain, studio.renderer->draw_image(scene, 320, 240)).largest == 0);
    const render::FrameTimes times = studio.renderer->times();
    const std::vector<std::string> expected{
        "surfaces, made ready", "cells and cuts, made ready", "shadows",     "opaque",
        "background",           "cells and signals",          "translucent", "tone curve"};
    CHECK(names(times) == expected);
    CHECK(times.look == "full");
    double sum = 0;
    for (const render::PassTime& pass : times.passes) {
      CHECK(pass.milliseconds >= 0);
      sum += pass.milliseconds;
    }
    CHECK(sum > 0);
    scene.quality = scene::Quality::low;
    (void)studio.renderer->draw_image(scene, 320, 240);
    CHECK(studio.renderer->times().look == "low");
    CHECK(studio.renderer->times().passes.size() == 5);  // neither shadows nor tone curve, and the background is a copy
    studio.renderer->time_passes(false);
    CHECK(studio.renderer->times().passes.empty());
    CHECK(gl::last_error() == "");
  }
}

TEST_CASE("frames that are not timed neither wait nor ask the card") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 10, scene::Material::bone);
  const gl::Target target({.width = 64, .height = 64, .colours = {gl::Format::rgba8}}, "window");
  static PFNGLFINISHPROC finish = nullptr;
  finish = glad_glFinish;
  const test::Hook waits(
      glad_glFinish, +[] { ++g_waits, finish(); });
  static PFNGLGENQUERIESPROC generate = nullptr;
  generate = glad_glGenQueries;
  const test::Hook queries(
      glad_glGenQueries, +[](GLsizei count, GLuint* ids) { ++g_queries, generate(count, ids); });
  studio.renderer->draw(scene, target.id(), 64, 64);
  CHECK(g_waits == 0);
  CHECK(g_queries == 0);
  studio.renderer->time_passes(true);
  studio.renderer->draw(scene, target.id(), 64, 64);
  CHECK(g_waits + g_queries > 5);
}

TEST_CASE("queries of the card are read where the card times itself") {
  Studio studio;
  render::PassTimes times(true);
  times.turn(true);
  for (int frame = 0; frame < 2; ++frame) {
    times.begin_frame();
    for (const char* name : {"one", "two"}) {
      const render::Pass pass(times, name);
      const gl::Target target({.width = 64, .height = 64, .colours = {gl::Format::rgba8}}, "target");
    }
    const auto read = times.read();
    REQUIRE(read.size() == 2);
    CHECK(read[1].name == "two");
    CHECK(read[0].milliseconds >= 0);
  }
  CHECK(gl::last_error() == "");
}

// A steady frame: everything is there already, so nothing is allocated, compiled or made, and its cost is
// known.
#include <atomic>
#include <cstdlib>
#include <new>
#include <tuple>

#include "app/paths.h"
#include "app/telling.h"
#include "gl/buffer.h"
#include "gl/texture.h"
#include "gl_hooks.h"
#include "params/scenario_file.h"
#include "render_fixture.h"
#include "scene/opening.h"

using namespace mend;
using namespace mend::render_fixture;

namespace {

std::atomic<bool> g_counts = false;
thread_local int t_allocations = 0;  // of the thread that draws; a driver's own threads are its business
int g_made = 0;                      // OpenGL objects, compiled shaders and specified stores

/// Counts the calls of one OpenGL function while it lives.
template <auto& Slot, typename Function = std::remove_reference_t<decltype(Slot)>>
class Counter;
template <auto& Slot, typename R, typename... A>
class Counter<Slot, R (*)(A...)> {
 public:
  Counter() : real_(Slot) {
    s_real = real_;
    Slot = count;
  }
  ~Counter() { Slot = real_; }
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

 private:
  static R count(A... arguments) {
    ++g_made;
    return s_real(arguments...);
  }
  static inline R (*s_real)(A...) = nullptr;
  R (*real_)(A...);
};
using Makers =
    std::tuple<Counter<glad_glGenBuffers>, Counter<glad_glGenTextures>, Counter<glad_glGenVertexArrays>,
               Counter<glad_glGenFramebuffers>, Counter<glad_glGenRenderbuffers>,
               Counter<glad_glCreateProgram>, Counter<glad_glCreateShader>, Counter<glad_glCompileShader>,
               Counter<glad_glLinkProgram>, Counter<glad_glBufferData>, Counter<glad_glTexImage2D>,
               Counter<glad_glTexImage3D>, Counter<glad_glRenderbufferStorage>>;

void* allocate(std::size_t size) {
  if (g_counts) ++t_allocations;
  return std::malloc(size == 0 ? 1 : size);
}

/// The default story on the day it opens with its cells, in the view it opens with.
struct Story {
  Story() : telling(params::read_scenario(app::scenario_path(MEND_SOURCE_DIR, "cartilage-injury")).value()) {
    view.focus = scene::opening_view(telling.scenario());
    view.layers = scene::opening_layers(telling.scenario());
    view.orbit = telling.orbit_of(view.focus);
  }
  [[nodiscard]] scene::Scene frame(float turned) const {
    scene::View now = view;
    now.orbit.azimuth += turned;
    return telling.frame(20, now);
  }
  app::Telling telling;
  scene::View view;
};

struct Cost {
  int allocations = 0, made = 0;
  render::FrameStats stats;
};

/// Of the last frame of a few, each a little further round.
Cost steady_cost(render::Renderer& renderer, const Story& story) {
  const gl::Target window({.width = 640, .height = 360, .colours = {gl::Format::rgba8}}, "window");
  Cost cost;
  for (const float turned : {0.2f, 0.1f, 0.0f}) {
    const scene::Scene scene = story.frame(turned);
    const Makers counted;
    g_made = t_allocations = 0;
    g_counts = true;
    cost.stats = renderer.draw(scene, window.id(), 640, 360);
    g_counts = false;
    cost.allocations = t_allocations;
    cost.made = g_made;
  }
  return cost;
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

TEST_CASE("the counters count") {
  Studio studio;
  const Makers counted;
  g_made = t_allocations = 0;
  g_counts = true;
  const auto number = std::make_unique<int>(1);
  const gl::Buffer buffer(gl::BufferUse::vertices, "one");
  g_counts = false;
  CHECK(t_allocations >= 1);
  CHECK(g_made == 1);
}

TEST_CASE("a steady frame of the default knee allocates, compiles and makes nothing, at every quality") {
  Studio studio;
  Story story;
  for (const auto quality : {scene::Quality::low, scene::Quality::medium, scene::Quality::high}) {
    CAPTURE(static_cast<int>(quality));
    story.view.quality = quality;
    const Cost cost = steady_cost(*studio.renderer, story);
    CHECK(cost.allocations == 0);
    CHECK(cost.made == 0);
    CHECK(cost.stats.draw_calls > 10);
    CHECK(cost.stats.bytes_uploaded < 400000);  // cells, axons and blocks, but no mesh
  }
}

TEST_CASE("a steady frame of a cut knee and of a radiograph allocates, compiles and makes nothing") {
  Studio studio;
  Story story;
  SUBCASE("cut") {
    story.view.cutaway.is_on = true;
    story.view.cutaway.is_cut = {true, true, false};
    story.view.cutaway.peel = {{-20, 24, -4}, 20};
  }
  SUBCASE("radiograph") {
    story.view.radiograph = true;
  }
  const Cost cost = steady_cost(*studio.renderer, story);
  CHECK(cost.allocations == 0);
  CHECK(cost.made == 0);
  CHECK(cost.stats.draw_calls > 10);
}

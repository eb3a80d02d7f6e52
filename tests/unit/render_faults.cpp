// What the renderer does on a machine that fails: the next lower look, or the empty ground, and one sentence.
#include <filesystem>
#include <fstream>
#include <optional>

#include "gl/draw.h"
#include "gl/texture.h"
#include "gl_hooks.h"
#include "render_fixture.h"
#include "scene/palette.h"

using namespace mend;
using namespace mend::render_fixture;
using test::Hook;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 320, kHeight = 240;

/// A copy of the shaders that a test may break.
class Shaders {
 public:
  explicit Shaders(const std::string& name) : folder_(fs::temp_directory_path() / ("mend-faults-" + name)) {
    fs::remove_all(folder_);
    fs::copy(kShaders, folder_);
  }
  ~Shaders() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Shaders(const Shaders&) = delete;
  Shaders& operator=(const Shaders&) = delete;

  [[nodiscard]] std::string path() const { return folder_.string(); }
  void add(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::app) << text;
  }
  void mend(const std::string& file) const {
    fs::copy_file(fs::path(kShaders) / file, folder_ / file, fs::copy_options::overwrite_existing);
  }

 private:
  fs::path folder_;
};

scene::Scene some_scene() {
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 10, scene::Material::bone);
  add_ball(scene, {12, 6, 0}, 8, scene::Material::synovium, 0.4f);
  return scene;
}

/// What the window would show.
Pixel shown(render::Renderer& renderer, const scene::Scene& scene, int width, int height, int& draw_calls) {
  const gl::Target target({.width = 64, .height = 64, .colours = {gl::Format::rgba8}}, "window");
  draw_calls = renderer.draw(scene, target.id(), width, height).draw_calls;
  target.bind();
  std::vector<std::uint8_t> pixels;
  gl::read_pixels(64, 64, pixels);
  const std::size_t middle = 4 * (32 * 64 + 32);
  return {pixels[middle], pixels[middle + 1], pixels[middle + 2]};
}

bool is_half_float(GLenum attachment) {
  GLint type = GL_NONE;
  glGetFramebufferAttachmentParameteriv(GL_FRAMEBUFFER, attachment, GL_FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE,
                                        &type);
  return type == GL_FLOAT;
}

std::optional<Hook<PFNGLTEXIMAGE2DPROC>> g_textures;
std::optional<Hook<PFNGLBUFFERDATAPROC>> g_buffers;
bool g_is_full = false;

GLenum GLAD_API_PTR say_full() {
  return std::exchange(g_is_full, false) ? GL_OUT_OF_MEMORY : GL_NO_ERROR;
}

}  // namespace

TEST_CASE(
    "a shader that only the higher looks have, broken: the picture is drawn at low, and one sentence says "
    "why") {
  Studio studio;
  const Shaders shaders("high");
  shaders.add("surface.frag", "\n#ifndef LOW\nfloat broken() { return nothing_of_the_kind; }\n#endif\n");
  auto made = render::Renderer::create(shaders.path());
  REQUIRE(made.is_ok());
  render::Renderer& renderer = *made.value();
  scene::Scene scene = some_scene();
  const render::Image low = renderer.draw_image(scene, kWidth, kHeight);
  CHECK(renderer.take_faults().empty());
  for (const auto quality : {scene::Quality::high, scene::Quality::medium}) {
    scene.quality = quality;
    CHECK(render::compare(renderer.draw_image(scene, kWidth, kHeight), low).largest == 0);
  }
  const auto faults = renderer.take_faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == "surface.frag");
  CHECK(faults[0].line > 1);
  CHECK(faults[0].message.find("a simpler one is drawn") != std::string::npos);
  CHECK(faults[0].message.find("nothing_of_the_kind") != std::string::npos);

  shaders.mend("surface.frag");
  CHECK(renderer.reload_shaders().empty());
  CHECK(render::compare(renderer.draw_image(scene, kWidth, kHeight), low).mean > 0.5);
  CHECK(renderer.take_faults().empty());
}

TEST_CASE("without the tone curve's own pass the look is the one between, not low") {
  Studio studio;
  const Shaders shaders("post");
  shaders.add("post.frag", "\nbroken\n");
  auto made = render::Renderer::create(shaders.path());
  REQUIRE(made.is_ok());
  scene::Scene scene = some_scene();
  const render::Image low = made.value()->draw_image(scene, kWidth, kHeight);
  scene.quality = scene::Quality::high;
  const render::Image between = made.value()->draw_image(scene, kWidth, kHeight);
  CHECK(render::compare(between, low).mean > 0.5);
  CHECK(render::compare(between, studio.renderer->draw_image(scene, kWidth, kHeight)).mean < 4);
  CHECK(made.value()->take_faults().size() == 1);
}

TEST_CASE(
    "a cut that no look can draw leaves the ground instead of black, and without it all is well again") {
  Studio studio;
  const Shaders shaders("cut");
  shaders.add("cap.frag", "\nbroken\n");
  auto made = render::Renderer::create(shaders.path());
  REQUIRE(made.is_ok());
  render::Renderer& renderer = *made.value();
  for (const auto profile : scene::kProfiles) {
    scene::Scene scene = some_scene();
    scene.profile = profile;
    scene.cuts.push_back({{1, 0, 0}, 0});
    CHECK(renderer.draw_image(scene, kWidth, kHeight).pixels.empty());
    int draw_calls = -1;
    const Pixel ground = shown(renderer, scene, 64, 64, draw_calls);
    CHECK(draw_calls == 0);
    const glm::ivec3 expected(glm::round(255.0f * scene::background(profile)));
    CHECK(glm::ivec3(ground.r, ground.g, ground.b) == expected);
    const auto faults = renderer.take_faults();
    CHECK(faults.size() == (profile == scene::kProfiles.front() ? 1 : 0));  // told once
    if (!faults.empty()) CHECK(faults[0].message.find("cannot draw the picture") != std::string::npos);
    scene.cuts.clear();
    CHECK(brightness(shown(renderer, scene, 64, 64, draw_calls)) > 0);
    CHECK(draw_calls > 0);
  }
  CHECK(gl::last_error() == "");
}

TEST_CASE("a driver that draws into no half floats, though it said so, gets the low look") {
  Studio studio;
  scene::Scene scene = some_scene();
  const render::Image low = studio.renderer->draw_image(scene, kWidth, kHeight);
  scene.quality = scene::Quality::high;
  const Hook refuse(
      glad_glCheckFramebufferStatus, +[](GLenum) -> GLenum {
        GLint kind = GL_NONE;
        glGetFramebufferAttachmentParameteriv(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0,
                                              GL_FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE, &kind);
        return kind != GL_NONE && is_half_float(GL_COLOR_ATTACHMENT0) ? GL_FRAMEBUFFER_UNSUPPORTED
                                                                      : GL_FRAMEBUFFER_COMPLETE;
      });
  CHECK(render::compare(studio.renderer->draw_image(scene, kWidth, kHeight), low).largest == 0);
  const auto faults = studio.renderer->take_faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message.find("pictures of this kind") != std::string::npos);
}

TEST_CASE(
    "graphics memory that is too small for half floats gets the low look, and a smaller window the full "
    "one") {
  Studio studio;
  scene::Scene scene = some_scene();
  const render::Image low = studio.renderer->draw_image(scene, kWidth, kHeight);
  scene.quality = scene::Quality::high;
  {
    g_textures.emplace(
        glad_glTexImage2D, +[](GLenum target, GLint level, GLint internal, GLsizei width, GLsizei height,
                               GLint border, GLenum format, GLenum type, const void* data) {
          if (internal == GL_RGBA16F && width >= kWidth) g_is_full = true;
          g_textures->real()(target, level, internal, width, height, border, format, type, data);
        });
    const Hook errors(glad_glGetError, say_full);
    CHECK(render::compare(studio.renderer->draw_image(scene, kWidth, kHeight), low).largest == 0);
    const auto faults = studio.renderer->take_faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message.find("graphics memory is too small") != std::string::npos);
    // Not asked for again at this size or above.
    CHECK(studio.renderer->draw_image(scene, 2 * kWidth, kHeight).width == 2 * kWidth);
    CHECK_FALSE(g_is_full);
    CHECK(studio.renderer->take_faults().empty());
    g_textures.reset();
  }
  const render::Image small = studio.renderer->draw_image(scene, kWidth / 2, kHeight / 2);
  scene.quality = scene::Quality::low;
  CHECK(render::compare(small, studio.renderer->draw_image(scene, kWidth / 2, kHeight / 2)).mean > 0.5);
}

TEST_CASE("a window beyond the driver's limits shows the ground and says so, without an OpenGL error") {
  Studio studio;
  const gl::DebugCapture capture;
  const int side = gl::capabilities().largest_target + 1;
  for (const auto quality : {scene::Quality::low, scene::Quality::high}) {
    scene::Scene scene = some_scene();
    scene.quality = quality;
    int draw_calls = -1;
    CHECK(brightness(shown(*studio.renderer, scene, side, side, draw_calls)) > 5);
    CHECK(draw_calls == 0);
  }
  const auto faults = studio.renderer->take_faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message.find("too small for pictures of this size") != std::string::npos);
  CHECK(capture.messages().empty());
}

TEST_CASE("a mesh that the graphics memory does not hold is left out and told, the rest is drawn") {
  Studio studio;
  scene::Scene scene = empty_scene();
  const render::Image ground = studio.renderer->draw_image(scene, kWidth, kHeight);
  add_ball(scene, {0, 0, 0}, 10, scene::Material::bone);
  const Hook errors(glad_glGetError, say_full);
  g_buffers.emplace(
      glad_glBufferData, +[](GLenum target, GLsizeiptr size, const void* data, GLenum use) {
        if (target == GL_ELEMENT_ARRAY_BUFFER) g_is_full = true;
        g_buffers->real()(target, size, data, use);
      });
  render::FrameStats stats;
  const render::Image without = studio.renderer->draw_image(scene, kWidth, kHeight, &stats);
  g_buffers.reset();
  CHECK(stats.meshes_missing == 1);
  CHECK(render::compare(without, ground).largest == 0);
  const auto faults = studio.renderer->take_faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message.find("graphics memory is full") != std::string::npos);
}

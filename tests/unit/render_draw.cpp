// Frames drawn for real, on whatever OpenGL there is.
#include <filesystem>
#include <fstream>

#include "render_fixture.h"

using namespace mend;
using namespace mend::render_fixture;
using scene::Material;
using scene::Quality;

namespace {

constexpr int kWidth = 320, kHeight = 240;

}  // namespace

TEST_CASE(
    "a frame with everything in it draws without an OpenGL error or message, at every quality and profile") {
  Studio studio;
  const gl::DebugCapture capture;
  const anatomy::Path path = straight_path();
  scene::Scene scene = full_scene(path);
  for (const Quality quality : {Quality::low, Quality::medium, Quality::high}) {
    for (const auto profile : scene::kProfiles) {
      scene.quality = quality;
      scene.profile = profile;
      CHECK(studio.renderer->draw_image(scene, kWidth, kHeight).width == kWidth);
    }
  }
  CHECK(gl::last_error() == "");
  for (const std::string& message : capture.messages()) CHECK(message == "");
}

TEST_CASE("a frame costs what it should") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {-8, 0, 0}, 6, Material::bone);
  add_ball(scene, {8, 0, 0}, 6, Material::cartilage);
  scene.cells = {cell({0, 10, 0}, 1, scene::CellKind::stem),
                 cell({0, 10, 4}, 1, scene::CellKind::macrophage)};
  render::FrameStats first, steady;
  (void)studio.renderer->draw_image(scene, kWidth, kHeight, &first);
  (void)studio.renderer->draw_image(scene, kWidth, kHeight, &steady);
  CHECK(first.draw_calls == 4);  // two surfaces, the making of the background, the cells
  CHECK(first.triangles == 2 * kBallTriangles + 1);
  CHECK(steady.draw_calls == 3);
  CHECK(first.instances == 2);
  // A steady frame sends its cells and its few blocks, and no mesh.
  const auto mesh_bytes =
      static_cast<std::int64_t>(2 * (17 * 24 * sizeof(anatomy::Vertex) + kBallTriangles * 12));
  CHECK(first.bytes_uploaded - steady.bytes_uploaded == mesh_bytes);
  CHECK(steady.bytes_uploaded < 2048);

  SUBCASE("shadows draw what casts them once more") {
    scene.quality = Quality::medium;
    (void)studio.renderer->draw_image(scene, kWidth, kHeight, &steady);
    CHECK(steady.draw_calls == 7);  // and two shadows, and the tone curve
    CHECK(steady.triangles == 4 * kBallTriangles + 2 + 4);  // two cells are near enough for a plane each
  }
  SUBCASE("what the camera cannot see is not drawn") {
    add_ball(scene, {500, 0, 0}, 6, Material::bone);
    (void)studio.renderer->draw_image(scene, kWidth, kHeight, &steady);
    CHECK(steady.draw_calls == 3);
  }
  SUBCASE("a new version of a mesh is sent again") {
    scene.surfaces[0].version = 77;
    scene.made.front().vertices.front().depth += 1;
    (void)studio.renderer->draw_image(scene, kWidth, kHeight, &first);
    CHECK(first.bytes_uploaded - steady.bytes_uploaded == mesh_bytes / 2);
  }
  SUBCASE("a mesh made anew with the same contents is not") {
    const anatomy::Mesh again = scene.made.front();
    scene.surfaces[0].mesh = &again;
    (void)studio.renderer->draw_image(scene, kWidth, kHeight, &first);
    CHECK(first.bytes_uploaded == steady.bytes_uploaded);
    CHECK(first.draw_calls == steady.draw_calls);
  }
}

TEST_CASE("nothing is drawn for a size of zero, and a huge picture is refused with a reason") {
  Studio studio;
  const scene::Scene scene = empty_scene();
  CHECK(studio.renderer->draw(scene, 0, 0, 0).draw_calls == 0);
  CHECK(studio.renderer->draw_image(scene, 0, 100).pixels.empty());
  CHECK(studio.renderer->draw_image(scene, 1000000, 1000000).pixels.empty());
  CHECK_FALSE(studio.renderer->refusal(1920, 1080));
  REQUIRE(studio.renderer->refusal(1000000, 10));
  CHECK(studio.renderer->refusal(1000000, 10)->message.find("too large") != std::string::npos);
  CHECK(gl::last_error() == "");
}

TEST_CASE("the ground has the colour of its profile") {
  Studio studio;
  scene::Scene scene = empty_scene();
  const Pixel dark = pixel(studio.renderer->draw_image(scene, kWidth, kHeight), 160, 120);
  scene.profile = scene::Profile::light;
  const Pixel light = pixel(studio.renderer->draw_image(scene, kWidth, kHeight), 160, 120);
  CHECK(brightness(dark) > 20);
  CHECK(brightness(dark) < 60);
  CHECK(brightness(light) > 225);
}

TEST_CASE("the key light comes from the upper left of the viewer, wherever the viewer stands") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 15, Material::bone);
  for (const glm::vec3 eye : {glm::vec3(0, 100, 0), glm::vec3(100, 0, 0), glm::vec3(-60, -60, 40)}) {
    scene.camera.eye = eye;
    const render::Image image = studio.renderer->draw_image(scene, kWidth, kHeight);
    CHECK(brightness(pixel(image, 130, 90)) > brightness(pixel(image, 190, 150)) + 40);
  }
}

TEST_CASE("translucent layers look the same in whatever order they come") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, -10, 0}, 8, Material::bone);
  add_ball(scene, {-4, 0, 0}, 8, Material::synovium, 0.4f);
  add_ball(scene, {4, 8, 0}, 8, Material::fat, 0.3f);
  add_ball(scene, {0, 4, 3}, 7, Material::bone, 0.12f);
  for (const Quality quality : {Quality::low, Quality::high}) {
    scene.quality = quality;
    const render::Image one = studio.renderer->draw_image(scene, kWidth, kHeight);
    std::swap(scene.surfaces[1], scene.surfaces[3]);
    const render::Image other = studio.renderer->draw_image(scene, kWidth, kHeight);
    CHECK(render::compare(one, other).largest <= 2);  // sums of half floats, in another order
  }
}

TEST_CASE("a ghost lets what is behind it show, and its rim is seen") {
  Studio studio;
  scene::Scene bare = empty_scene();
  add_ball(bare, {0, -20, 0}, 6, Material::bone);
  const render::Image before = studio.renderer->draw_image(bare, kWidth, kHeight);
  add_ball(bare, {0, 0, 0}, 18, Material::cartilage, 0.12f);
  const render::Image after = studio.renderer->draw_image(bare, kWidth, kHeight);
  CHECK(std::abs(brightness(pixel(before, 155, 110)) - brightness(pixel(after, 155, 110))) < 40);
  CHECK(brightness(pixel(after, 160 - 79, 120)) > brightness(pixel(before, 160 - 79, 120)) + 10);
}

TEST_CASE("cells sink into what they sit on: their depth is a sphere's") {
  Studio studio;
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 10, Material::bone);
  const render::Image bare = studio.renderer->draw_image(scene, kWidth, kHeight);
  const auto changed = [&](float y) {
    scene.cells = {cell({0, y, 0}, 3, scene::CellKind::chondrocyte)};
    const render::Image image = studio.renderer->draw_image(scene, kWidth, kHeight);
    int count = 0;
    for (int i = 0; i < kWidth * kHeight; ++i) {
      const int x = i % kWidth, row = i / kWidth;
      if (std::abs(brightness(pixel(image, x, row)) - brightness(pixel(bare, x, row))) > 12) ++count;
    }
    return count;
  };
  const int before_it = changed(14), half_in = changed(7.5f), inside = changed(4);
  CHECK(before_it > 400);
  CHECK(half_in > 50);
  CHECK(half_in < before_it * 3 / 4);
  CHECK(inside == 0);
}

TEST_CASE("a regrowing axon is seen up to its front and not beyond") {
  Studio studio;
  const anatomy::Path path = straight_path();
  scene::Scene scene = empty_scene();
  scene::NerveDrawing nerve{
      .path = &path, .lesion = 10, .from = 0, .to = 40, .sheath_radius = 2, .axons = {}};
  nerve.axons.push_back(
      {.offset = {0, 0}, .radius = 0.8f, .integrity = 0, .debris = 0, .tip = 25, .myelin_front = 0});
  scene.nerves.push_back(nerve);
  const render::Image image = studio.renderer->draw_image(scene, kWidth, kHeight);
  // x is seen mirrored: 53.6 mm of height are 240 pixels, and the path runs from x = -20 to 20.
  const auto at = [&](float arclength) {
    return brightness(pixel(image, 160 - static_cast<int>((arclength - 20) * 4.478f), 120));
  };
  CHECK(at(15) > 90);
  CHECK(at(23) > 90);
  CHECK(at(28) < 60);
}

TEST_CASE("ES 3.0 draws the same picture as OpenGL 3.3") {
  const anatomy::Path path = straight_path();
  const scene::Scene scene = full_scene(path);
  const auto draw = [&](gl::Dialect dialect) {
    return Studio(dialect).renderer->draw_image(scene, kWidth, kHeight);
  };
  const render::Image desktop = draw(gl::Dialect::desktop);
  const render::Image es = draw(gl::Dialect::es);
  // One driver, two front ends: outlines may round another way.
  CHECK(render::compare(desktop, es).mean < 0.05);
}

TEST_CASE("a shader that fails to compile keeps the old program, and the message names file and line") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "mend-render-shaders";
  fs::remove_all(folder);
  fs::copy(kShaders, folder);
  Studio studio;
  auto made = render::Renderer::create(folder.string());
  REQUIRE(made.is_ok());
  const auto renderer = std::move(made).value();
  scene::Scene scene = empty_scene();
  add_ball(scene, {0, 0, 0}, 10, Material::bone);
  const render::Image before = renderer->draw_image(scene, kWidth, kHeight);
  {
    std::ofstream broken(folder / "bone.glsl");
    broken << "Finish finish(Point p) {\n  return nothing_of_the_kind;\n}\n";
  }
  const auto problems = renderer->reload_shaders();
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front().file == "bone.glsl");
  CHECK(problems.front().line == 2);
  CHECK(render::compare(before, renderer->draw_image(scene, kWidth, kHeight)).largest == 0);
  fs::remove_all(folder);
}

TEST_CASE("a folder without shaders is a problem that names what is missing") {
  Studio studio;
  const auto made = render::Renderer::create("/nowhere");
  REQUIRE_FALSE(made.is_ok());
  CHECK(made.problems().front().message.find("/nowhere/surface.vert") != std::string::npos);
}

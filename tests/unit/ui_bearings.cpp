// Where the picture looks from and how large things are, told in words and a bar.
#include "ui/bearings.h"

#include <doctest/doctest.h>

#include "ui/surround.h"

using namespace mend;
using namespace mend::ui;

TEST_CASE("the sides of the knee follow the camera, and a left knee is the mirror of a right one") {
  const glm::vec3 x(1, 0, 0), y(0, 1, 0), z(0, 0, 1);
  CHECK(side_of_knee(x, params::Side::right) == "Outer");
  CHECK(side_of_knee(-x, params::Side::right) == "Inner");
  CHECK(side_of_knee(x, params::Side::left) == "Inner");
  CHECK(side_of_knee(-x, params::Side::left) == "Outer");
  for (const auto side : {params::Side::left, params::Side::right}) {
    CHECK(side_of_knee(y, side) == "Front");
    CHECK(side_of_knee(-y, side) == "Back");
    CHECK(side_of_knee(z, side).empty());
    CHECK(bearing(z, side, false).empty());
    CHECK(bearing(z, side, true) == "Thigh");
    CHECK(bearing(-z, side, true) == "Shin");
    CHECK(bearing(y, side, true) == "Front");
  }
}

TEST_CASE("the scale bar is a round length that fits, and right at the camera's target") {
  for (double mm = 0.001; mm < 20; mm *= 1.7) {
    const ScaleBar bar = scale_bar(mm, 110);
    CHECK(bar.pixels <= 110.01f);
    CHECK(bar.pixels >= 44);
    CHECK(static_cast<double>(bar.pixels) * mm == doctest::Approx(bar.mm));
  }
  scene::Orbit orbit;
  orbit.distance = 321;
  const scene::Camera camera = orbit.camera();
  const float height = 720;
  // A bar laid across the target, projected as the renderer projects.
  const glm::vec3 across = glm::normalize(glm::cross(camera.target - camera.eye, camera.up));
  const auto pixel = [&](glm::vec3 point) {
    const glm::vec4 clip = camera.projection(1) * camera.view() * glm::vec4(point, 1);
    return (clip.x / clip.w + 1) / 2 * height;
  };
  const float pixels = pixel(camera.target + 20.0f * across) - pixel(camera.target);
  CHECK(mm_per_pixel(orbit, height) == doctest::Approx(static_cast<double>(20 / pixels)).epsilon(0.01));
}

TEST_CASE("the legend knows the cells that are in the picture, and no others") {
  scene::Scene scene;
  CHECK(shown_in(scene) == Shown{});
  scene::CellInstance cell;
  cell.kind = static_cast<float>(scene::CellKind::macrophage);
  scene.cells.push_back(cell);
  CHECK(shown_in(scene) == Shown{.cells = {false, false, true}, .fields = {}});
}

TEST_CASE("a saved picture says that it illustrates, what, by which lens and when") {
  Session session;
  session.scenario.title = "A knee";
  session.scenario.lens = params::Lens::trials;
  session.transport.day = 60.4;
  const auto lines = caption_lines(session);
  CHECK(lines[0] == "Illustration, not a prediction");
  CHECK(lines[1] == "A knee · right knee · Trials · day 60 · Mend");
  session.scenario.patient.side = params::Side::left;
  CHECK(caption_lines(session)[1] == "A knee · left knee · Trials · day 60 · Mend");
}

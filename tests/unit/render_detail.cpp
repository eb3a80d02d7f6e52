// How many triangles a picture of the whole knee takes.
#include "app/knee_maker.h"
#include "render_fixture.h"
#include "scene/compose.h"

using namespace mend;
using namespace mend::render_fixture;

TEST_CASE("the usual view at low quality takes at most 150,000 triangles, and finer qualities take more") {
  const Studio studio;
  app::KneeMaker maker(app::KneeCache("", 0));
  params::Scenario scenario;
  scenario.lesion.diameter = 16;
  const anatomy::Knee knee = maker.make(app::knee_request(scenario), 0);
  const scene::Stage stage{.scenario = &scenario, .knee = &knee, .cells = nullptr, .cells_per_record = 0};
  const auto triangles = [&](scene::Quality quality, bool has_all_layers, float distance) {
    scene::View view;
    view.orbit = scene::orbit_of(view.focus, knee);
    if (distance > 0) view.orbit.distance = distance;
    view.quality = quality;
    if (has_all_layers) view.layers.fill(true);
    render::FrameStats stats;
    (void)studio.renderer->draw_image(scene::compose(stage, {}, view), 640, 360, &stats);
    return stats.triangles;
  };
  const auto low = triangles(scene::Quality::low, false, 0);
  CHECK(low > 20'000);
  CHECK(low <= 150'000);
  CHECK(triangles(scene::Quality::low, true, 0) <= 150'000);
  CHECK(triangles(scene::Quality::medium, false, 0) > 1.5 * static_cast<double>(low));
  CHECK(triangles(scene::Quality::low, false, 120) > low);  // near by, the fine nets
}

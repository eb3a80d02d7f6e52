#include "app/telling.h"

#include "app/inputs.h"
#include "app/knee_maker.h"
#include "sim/cells.h"

namespace mend::app {

Telling::Telling(const params::Scenario& scenario, double last_day, anatomy::Extent extent)
    : scenario_(scenario),
      knee_(KneeMaker().make(knee_request(scenario, extent), 0)),
      timeline_(timeline::run_up_to(last_day, scenario, geometry(scenario), 0)),
      cells_(sim::draw_records(scenario, kDrawnCells), knee_, scenario.seed),
      wounds_(knee_, scenario) {}

scene::Scene Telling::frame(double day, const scene::View& view) const {
  const scene::Stage stage{.scenario = &scenario_,
                           .knee = &knee_,
                           .cells = &cells_,
                           .wounds = &wounds_,
                           .cells_per_record = sim::cells_per_record(scenario_, kDrawnCells)};
  return scene::compose(stage, timeline_->at(day), view);
}

scene::Orbit Telling::orbit_of(scene::ViewName name) const {
  return scene::orbit_of(name, knee_, scenario_);
}

}  // namespace mend::app

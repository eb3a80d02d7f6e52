// A scenario with everything made that its pictures need: the run of its models, its knee, the cells it
// draws.
#pragma once
#include <memory>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/compose.h"
#include "timeline/timeline.h"

namespace mend::app {

class Telling {
 public:
  explicit Telling(const params::Scenario& scenario)
      : Telling(scenario, scenario.horizon, anatomy::Extent::whole) {}
  /// For frames up to this day that show no more than this of the knee.
  Telling(const params::Scenario& scenario, double last_day, anatomy::Extent extent);
  Telling(const Telling&) = delete;  // cells and wounds point into the knee
  Telling& operator=(const Telling&) = delete;

  /// The frame of one day, as the view says.
  [[nodiscard]] scene::Scene frame(double day, const scene::View& view) const;
  /// Where a named view looks from.
  [[nodiscard]] scene::Orbit orbit_of(scene::ViewName name) const;

  [[nodiscard]] const params::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const anatomy::Knee& knee() const { return knee_; }
  [[nodiscard]] const std::shared_ptr<const timeline::Timeline>& timeline() const { return timeline_; }

 private:
  params::Scenario scenario_;
  anatomy::Knee knee_;
  std::shared_ptr<const timeline::Timeline> timeline_;
  scene::CellTracks cells_;
  scene::Wounds wounds_;
};

}  // namespace mend::app

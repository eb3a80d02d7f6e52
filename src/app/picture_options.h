// What the command line says about a picture: size, look, layers, view. Each reader refuses what it does not
// know by naming what is allowed and the nearest name.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "app/telling.h"
#include "base/result.h"
#include "render/image.h"
#include "scene/view.h"

namespace mend::app {

/// How a picture is asked for, in words.
struct PictureOptions {
  std::string size = "1280x720";
  std::string quality = "high";
  std::string profile = "dark";
  std::string layers;             // "muscles,vessels": only these; "+muscles": these besides the usual ones
  std::optional<double> flexion;  // degrees; the scenario's own if not given
  std::string names = "none";
  std::string near;               // "PART" or "PART:MM", or nothing
  bool radiograph = false;
  std::vector<std::string> cuts;  // "sagittal:10", or "NX,NY,NZ:MM"; at most three
  std::string peel;               // "X,Y,Z,R" in mm, or nothing
  std::string logo;               // a file, or nothing
};

struct PictureSize {
  int width = 0, height = 0;
};

/// What it comes to for a scenario.
struct PicturePlan {
  params::Scenario scenario;
  PictureSize size;
  scene::View look;  // profile, quality and layers
  std::optional<scene::Detail> near;
  std::optional<render::Image> logo;

  /// As much of the knee as it needs.
  [[nodiscard]] anatomy::Extent extent() const;
  /// Where a named view looks from, or from nearer.
  [[nodiscard]] scene::Orbit orbit_of(scene::ViewName name, const Telling& telling) const;
};
[[nodiscard]] Result<PicturePlan> plan_picture(const ScenarioRequest& request, const PictureOptions& options,
                                               const std::string& data_folder);

[[nodiscard]] Result<scene::ViewName> view_asked(const std::string& key);

/// Nothing, or that `option` must lie within the days of the run.
[[nodiscard]] std::optional<Problem> refused_day(const std::string& option, double day,
                                                 const params::Scenario& scenario);

}  // namespace mend::app

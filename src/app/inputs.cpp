#include "app/inputs.h"

#include "app/paths.h"
#include "params/scenario_file.h"
#include "sim/joint.h"

namespace mend::app {

KneeRequest knee_request(const params::Scenario& scenario, anatomy::Extent extent) {
  const params::Build& build = scenario.build;
  const params::Lesion& lesion = scenario.lesion;
  return {.shape = {.flexion = build.flexion,
                    .lesion_diameter = lesion.diameter,
                    .width = build.width,
                    .is_female = build.sex == params::Sex::female,
                    .lesion_depth = lesion.depth,
                    .lesion_site = lesion.site,
                    .lesion_shoulder = lesion.shoulder,
                    .wear = {.left = sim::initial_thickness(scenario), .kl_grade = scenario.joint.kl_grade}},
          .side = scenario.patient.side,
          .extent = extent};
}

sim::Geometry geometry(const params::Scenario& scenario) {
  return {.lesion_depth = scenario.lesion.depth * anatomy::lesion_site_thickness(knee_request(scenario).shape)};
}

Result<params::Scenario> load_scenario(const ScenarioRequest& request, const std::string& data_folder) {
  auto read = params::read_scenario(scenario_path(data_folder, request.scenario));
  if (!read.is_ok()) return read;
  params::Scenario scenario = std::move(read).value();
  std::vector<std::string> settings = request.settings;
  if (request.lens) settings.insert(settings.begin(), "lens=" + *request.lens);
  for (const auto& setting : settings) {
    auto changed = params::with_setting(scenario, setting);
    if (!changed.is_ok()) return changed;
    scenario = std::move(changed).value();
  }
  return scenario;
}

}  // namespace mend::app

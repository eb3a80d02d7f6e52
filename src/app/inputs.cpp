#include "app/inputs.h"

#include "app/paths.h"
#include "params/scenario_file.h"

namespace mend::app {

anatomy::KneeShape knee_shape(const params::Scenario& scenario) {
  return {.flexion = 20, .lesion_diameter = scenario.lesion.diameter};
}

sim::Geometry geometry(const params::Scenario&) { return {.lesion_depth = anatomy::lesion_site_thickness()}; }

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

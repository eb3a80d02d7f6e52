#include "scene/opening.h"

namespace mend::scene {

bool has_view(const params::Scenario& scenario, ViewName name) {
  if (name == ViewName::ligament) return scenario.ligament.injury != params::LigamentInjury::none;
  if (name == ViewName::muscle) return scenario.muscle.injury != params::MuscleInjury::none;
  return true;
}

ViewName opening_view(const params::Scenario& scenario) {
  const bool has_nerve = scenario.nerve.injury != params::NerveInjuryKind::none;
  const bool has_ligament = has_view(scenario, ViewName::ligament),
             has_muscle = has_view(scenario, ViewName::muscle);
  const bool has_lesion = scenario.lesion.diameter > 0;
  if (has_lesion + has_nerve + has_ligament + has_muscle != 1 || has_lesion) return ViewName::oblique45;
  return has_nerve ? ViewName::nerve : has_ligament ? ViewName::ligament : ViewName::muscle;
}

std::array<bool, kLayers> opening_layers(const params::Scenario& scenario) {
  std::array<bool, kLayers> layers = View{}.layers;
  if (has_view(scenario, ViewName::muscle)) layers[static_cast<std::size_t>(Layer::muscles)] = true;
  return layers;
}

anatomy::Extent extent_shown(const params::Scenario& scenario, const View& view) {
  const auto shows = [&](Layer layer) { return view.layers[static_cast<std::size_t>(layer)]; };
  const bool is_fleshed =
      shows(Layer::muscles) || shows(Layer::skin) || view.radiograph || has_view(scenario, ViewName::muscle);
  return is_fleshed ? anatomy::Extent::whole : anatomy::Extent::joint;
}

}  // namespace mend::scene

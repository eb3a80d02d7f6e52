#include "ui/topics.h"

#include <algorithm>

namespace mend::ui {
namespace {

using params::EventKind;
using params::Site;

bool is_given_into_joint(const params::Event& event) {
  const bool has_site = event.kind == EventKind::cells || event.kind == EventKind::saline;
  return !has_site || event.site == Site::joint;
}

bool concerns(const params::Scenario& scenario, Topic topic) {
  switch (topic) {
    case Topic::joint:
      return concerns_joint(scenario);
    case Topic::nerve:
      return scenario.nerve.injury != params::NerveInjuryKind::none;
    case Topic::muscle:
      return scenario.muscle.injury != params::MuscleInjury::none;
    case Topic::ligament:
      return scenario.ligament.injury != params::LigamentInjury::none;
    case Topic::medicine:
      return takes_medicine(scenario.medicine);
    case Topic::cells:
      return std::ranges::any_of(scenario.regimen, gives_cells, &params::Event::kind);
  }
  return false;
}

}  // namespace

std::string_view name(Topic topic) {
  switch (topic) {
    case Topic::joint:
      return "Joint";
    case Topic::nerve:
      return "Nerve";
    case Topic::muscle:
      return "Muscle";
    case Topic::ligament:
      return "Ligament";
    case Topic::medicine:
      return "Medicine";
    case Topic::cells:
      return "Cells";
  }
  return {};
}

std::string_view model(Topic topic, const params::Scenario& scenario) {
  switch (topic) {
    case Topic::joint:
      return "joint and cartilage model, after Baker and Lutianov";
    case Topic::nerve:
      // A bruise leaves the axons whole.
      return scenario.nerve.injury == params::NerveInjuryKind::neurapraxia
                 ? "nerve model, sheaths made anew"
                 : "nerve model, axons regrowing in tubes";
    case Topic::muscle:
      return "muscle model, tuned to mouse data";
    case Topic::ligament:
      return "ligament model, rates assumed";
    case Topic::medicine:
      return "opioid model with tolerance, rating after Clifton";
    case Topic::cells:
      return "model of where injected cells go";
  }
  return {};
}

bool gives_cells(EventKind kind) {
  return kind == EventKind::cells || kind == EventKind::implant || kind == EventKind::chondrocytes;
}

bool takes_medicine(const params::Medicine& medicine) {
  return medicine.opioid != params::OpioidPlan::none || medicine.nsaid != params::Nsaid::none ||
         medicine.neuropathic != params::NeuropathicDrug::none;
}

bool concerns_joint(const params::Scenario& scenario) {
  const params::Joint& joint = scenario.joint;
  return joint.kl_grade > 0 || joint.recent_injury || joint.autoimmune_drive > 0 ||
         scenario.lesion.diameter > 0 || std::ranges::any_of(scenario.regimen, is_given_into_joint);
}

std::vector<Topic> topics(const params::Scenario& scenario, params::Arm arm) {
  const params::Scenario other = params::arm_of(scenario, arm);
  std::vector<Topic> result;
  for (std::size_t i = 0; i < kTopics; ++i) {
    const auto topic = static_cast<Topic>(i);
    if (concerns(scenario, topic) || concerns(other, topic)) result.push_back(topic);
  }
  if (result.empty()) result.push_back(Topic::joint);
  return result;
}

Topic topic_of(const params::Scenario& scenario, params::Arm arm, std::optional<Topic> chosen) {
  const std::vector<Topic> offered = topics(scenario, arm);
  if (chosen && std::ranges::find(offered, *chosen) != offered.end()) return *chosen;
  if (scenario.medicine.opioid != params::OpioidPlan::none) return Topic::medicine;
  // A torn ligament or muscle hurts the joint too, but it is what the story is about.
  if (scenario.lesion.diameter <= 0) {
    for (const Topic topic : {Topic::muscle, Topic::ligament})
      if (concerns(scenario, topic)) return topic;
  }
  return offered.front();
}

}  // namespace mend::ui

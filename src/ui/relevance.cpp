#include "ui/relevance.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "ui/topics.h"

namespace mend::ui {
namespace {

using params::EventKind;
using params::NerveInjuryKind;
using params::NerveRepair;
using params::OpioidPlan;

bool is_divided(NerveInjuryKind injury) {
  return injury == NerveInjuryKind::perineurial || injury == NerveInjuryKind::cut;
}

bool counts_in_nerve(const params::Nerve& nerve, std::string_view key) {
  if (key == "injury") return true;
  if (nerve.injury == NerveInjuryKind::none) return false;
  const bool is_repaired = is_divided(nerve.injury) && nerve.repair != NerveRepair::none;
  if (key == "repair") return is_divided(nerve.injury);
  if (key == "repair_day") return is_repaired;
  if (key == "gap") return is_repaired || nerve.injury == NerveInjuryKind::cut;
  return true;
}

bool counts_in_medicine(const params::Medicine& medicine, std::string_view key) {
  if (key == "opioid_dose") return medicine.opioid != OpioidPlan::none;
  if (key == "target_pain") return medicine.opioid == OpioidPlan::rule;
  if (key == "from_day" || key == "until_day") return takes_medicine(medicine);
  return true;
}

bool counts_in_event(const params::Event& event, std::string_view key) {
  if (key == "dose") return gives_cells(event.kind);
  if (key == "site") return event.kind == EventKind::cells || event.kind == EventKind::saline;
  if (key == "source") return event.kind == EventKind::cells || event.kind == EventKind::implant;
  if (key == "own_cells") return event.kind == EventKind::cells;
  return true;
}

/// Of the groups a person can fold, those that are about one tissue or the medicine.
std::optional<Topic> topic_of_group(std::string_view group) {
  if (group == "joint") return Topic::joint;
  if (group == "nerve") return Topic::nerve;
  if (group == "muscle") return Topic::muscle;
  if (group == "ligament") return Topic::ligament;
  if (group == "medicine") return Topic::medicine;
  return std::nullopt;
}

/// The part of `path` behind `start`, or nothing.
std::optional<std::string_view> after(std::string_view path, std::string_view start) {
  if (!path.starts_with(start)) return std::nullopt;
  return path.substr(start.size());
}

}  // namespace

bool is_open(const params::Scenario& scenario, std::string_view group) {
  if (group == "patient" || group == "build" || group == "regimen") return true;
  if (group == "lesion") return scenario.lesion.diameter > 0;
  const auto topic = topic_of_group(group);
  return topic && std::ranges::count(topics(scenario), *topic) > 0;
}

std::string_view summary(const params::Scenario& scenario, std::string_view group) {
  if (group == "lesion") return scenario.lesion.diameter > 0 ? "" : "none";
  if (group == "joint") return concerns_joint(scenario) ? "" : "healthy";
  const auto topic = topic_of_group(group);
  if (!topic) return "";
  const bool has_any = std::ranges::count(topics(scenario), *topic) > 0;
  return has_any ? "" : group == "medicine" ? "none" : "healthy";
}

bool counts(const params::Scenario& scenario, std::string_view path) {
  if (const auto key = after(path, "nerve.")) return counts_in_nerve(scenario.nerve, *key);
  if (const auto key = after(path, "medicine.")) return counts_in_medicine(scenario.medicine, *key);
  if (path == "ligament.load") return scenario.ligament.injury != params::LigamentInjury::none;
  if (const auto rest = after(path, "regimen[")) {
    std::size_t index = 0;
    const auto end = std::from_chars(rest->data(), rest->data() + rest->size(), index).ptr;
    const auto key = static_cast<std::size_t>(end - rest->data()) + 2;  // behind "]."
    return index < scenario.regimen.size() && counts_in_event(scenario.regimen[index], rest->substr(key));
  }
  return true;
}

}  // namespace mend::ui

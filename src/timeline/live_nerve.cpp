#include "timeline/live_nerve.h"

#include <algorithm>

namespace mend::timeline {
namespace {

constexpr double kReference = 10;  // um
constexpr std::size_t kReferenceInternodes = 20;

/// Records what `recorded` does not already hold; true if anything changed.
bool renew(const params::Scenario& scenario, const sim::NerveState& nerve,
           std::vector<sim::Recorded>& recorded) {
  const auto live = sim::live_fibres(scenario, nerve, LiveNerve::kFibres);
  bool has_changed = recorded.size() != live.size();
  recorded.resize(live.size());
  for (std::size_t i = 0; i < live.size(); ++i) {
    const bool is_new = !(recorded[i].live.fibre == live[i].fibre);
    if (is_new) recorded[i].recording = sim::record(scenario.axon_model, live[i].fibre);
    recorded[i].live = live[i];
    has_changed = has_changed || is_new;
  }
  return has_changed;
}

}  // namespace

void LiveNerve::show_healthy(const params::Scenario& scenario) {
  params::Scenario healthy = scenario;
  healthy.nerve.injury = params::NerveInjuryKind::none;
  reference_ = sim::record(scenario.axon_model, sim::healthy_fibre(kReference, kReferenceInternodes));
  healthy_.clear();
  renew(healthy, {}, healthy_);
  healthy_compound_ = sim::compound_potential(healthy, {}, healthy_, reference_);
  peak_ = *std::max_element(healthy_compound_.begin(), healthy_compound_.end());
  for (double& value : healthy_compound_) value /= peak_;
  fibres_ = healthy_;
}

void LiveNerve::show(const params::Scenario& scenario, const sim::NerveState& nerve) {
  const bool is_same_nerve = model_ == scenario.axon_model && shown_.axons == scenario.nerve.axons;
  if (!is_same_nerve) show_healthy(scenario);
  const bool is_same_injury = shown_.injury == scenario.nerve.injury &&
                              shown_.target_distance == scenario.nerve.target_distance &&
                              axons_ == nerve.axons;
  const bool has_changed = renew(scenario, nerve, fibres_);
  if (is_same_nerve && is_same_injury && !has_changed) return;
  model_ = scenario.axon_model;
  shown_ = scenario.nerve;
  axons_ = nerve.axons;
  compound_ = sim::compound_potential(scenario, nerve, fibres_, reference_);
  for (double& value : compound_) value /= peak_;
}

}  // namespace mend::timeline

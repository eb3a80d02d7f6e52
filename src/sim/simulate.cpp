// Order within a step: the joint and its lesion, the nerve, then medicine (by the pain that was), then pain
// from all of them. Joint, nerve, muscle and ligament need nothing of one another.
#include "sim/simulate.h"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/knee.h"
#include "sim/ligament.h"
#include "sim/lineage.h"
#include "sim/medicine.h"
#include "sim/muscle.h"
#include "sim/nerve.h"
#include "sim/pain.h"

namespace mend::sim {
namespace {

/// Days on which a keyframe is due, the last day included.
std::vector<double> keyframe_days(const params::Scenario& scenario, double last_day) {
  std::vector<double> days;
  for (double day = 0; day < last_day; day += day < 14 ? 1 : day < 89 ? 3 : 7) days.push_back(day);
  for (const params::Event& event : scenario.regimen) {
    if (event.day <= 0) continue;
    for (double since = 0; since <= 14 && event.day + since < last_day; since += 1)
      days.push_back(event.day + since);
  }
  const double repair_day = scenario.nerve.repair_day;
  if (scenario.nerve.repair != params::NerveRepair::none && repair_day < last_day) days.push_back(repair_day);
  days.push_back(last_day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Every model of one scenario, stepped together.
class Run {
 public:
  Run(const params::Scenario& scenario, const Geometry& geometry, double last_day, const Settings& settings,
      int threads)
      : scenario_(scenario),
        step_(settings.step),
        last_day_(last_day),
        knee_(scenario, geometry, settings.fidelity, threads),
        fascicle_(scenario),
        muscle_(scenario),
        ligament_(scenario),
        lineage_(scenario),
        medicine_(scenario),
        pain_(scenario, input()) {}

  /// Applies every event of this day; false if there is none.
  bool treat(double day) {
    bool treated = false;
    for (const params::Event& event : scenario_.regimen) {
      if (event.day != day) continue;
      // Each takes what is given at its site.
      knee_.treat(event);
      fascicle_.treat(event);
      muscle_.treat(event);
      ligament_.treat(event);
      lineage_.treat(event);
      treated = true;
    }
    return treated;
  }

  void advance(double days) {
    // The fewest equal steps that are no longer than step_, but for rounding.
    const auto steps = std::max<std::size_t>(1, static_cast<std::size_t>(days / step_ + (1 - 1e-9)));
    const double dt = days / static_cast<double>(steps);
    for (std::size_t i = 0; i < steps; ++i) {
      knee_.step(dt);
      fascicle_.step(dt);
      muscle_.step(dt);
      ligament_.step(dt);
      lineage_.step(dt, sites());
      medicine_.step(dt, pain_.rating());
      pain_.step(dt, input());
    }
    knee_.catch_up();
  }

  [[nodiscard]] State state(double day) {
    State state;
    state.day = day;
    state.joint = knee_.joint().state();
    state.defect = knee_.defect();
    state.nerve = fascicle_.state();
    state.muscle = muscle_.state();
    state.ligament = ligament_.state();
    state.lineage = lineage_.state();
    state.medicine = medicine_.state();
    state.sensitisation_peripheral = pain_.peripheral();
    state.sensitisation_central = pain_.central();
    state.pain = pain_.rating();
    if (is_patch_due(day)) state.patch = {.before = knee_.patch(), .after = nullptr};
    return state;
  }

 private:
  /// A patch is kept every 3 days to day 90 and then with every keyframe, and always round a treatment.
  [[nodiscard]] bool is_patch_due(double day) {
    const bool is_treated =
        std::ranges::any_of(scenario_.regimen, [&](const params::Event& event) { return event.day == day; });
    if (!is_treated && day < next_patch_ && day < last_day_) return false;
    next_patch_ = day + 3;
    return true;
  }

  /// Injected cells and what they find, by params::Site.
  [[nodiscard]] std::array<SiteCells, kSites> sites() const {
    const params::CellModel& model = scenario_.cell_model;
    return {{{knee_.joint().engrafted(), joint_cues(model, knee_.joint().synovitis())},
             {fascicle_.cells(), nerve_cues(model, fascicle_.growth_factor(), fascicle_.debris())},
             {muscle_.cells(), muscle_.cues()},
             {ligament_.cells(), ligament_.cues()}}};
  }

  [[nodiscard]] PainInput input() const {
    PainInput input;
    input.synovitis = knee_.joint().synovitis();
    input.joint_pain_mm = knee_.joint().pain_mm();
    input.nerve_injured = fascicle_.is_injured();
    input.ectopic_share = fascicle_.ectopic_share();
    input.conducting_share = fascicle_.connected_share();
    input.growth_factor = fascicle_.growth_factor();
    input.medicine = medicine_.effects();
    return input;
  }

  const params::Scenario& scenario_;
  double step_, last_day_;
  double next_patch_ = 0;  // day
  Knee knee_;
  Fascicle fascicle_;
  Muscle muscle_;
  Ligament ligament_;
  Lineage lineage_;
  Medicine medicine_;
  Pain pain_;
};

}  // namespace

void simulate(const params::Scenario& scenario, const Geometry& geometry, double last_day, int threads,
              const KeyframeSink& sink, const Settings& settings) {
  Run run(scenario, geometry, last_day, settings, threads);
  const std::vector<double> days = keyframe_days(scenario, last_day);
  run.treat(0);
  if (!sink(run.state(0))) return;
  for (std::size_t i = 1; i < days.size(); ++i) {
    run.advance(days[i] - days[i - 1]);
    if (!sink(run.state(days[i]))) return;
    if (run.treat(days[i]) && !sink(run.state(days[i]))) return;
  }
}

}  // namespace mend::sim

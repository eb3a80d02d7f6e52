// What the checks of the joint share. Lens Trials, age 35 and grade 3 unless said: "KL2-3" is p0 = 0.35.
#pragma once
#include <memory>
#include <utility>
#include <vector>

#include "base/units.h"
#include "params/scenario.h"
#include "timeline/timeline.h"

namespace mend::test {

inline constexpr sim::Geometry kDeep{.lesion_depth = 2.4};

inline params::Scenario knee(std::vector<params::Event> regimen = {}) {
  params::Scenario scenario;
  scenario.lens = params::Lens::trials;
  scenario.patient.age = 35;
  scenario.joint.kl_grade = 3;
  scenario.regimen = std::move(regimen);
  return scenario;
}

inline const params::Event kSaline{.day = 0, .kind = params::EventKind::saline};
inline const params::Event kSteroid{.day = 0, .kind = params::EventKind::steroid};

inline params::Event injected(double dose, double day = 0) {
  return {.day = day, .kind = params::EventKind::cells, .dose = dose};
}

/// A run to the horizon, read by the month.
class Course {
 public:
  explicit Course(const params::Scenario& scenario)
      : timeline_(timeline::run(scenario, kDeep, scenario.horizon, 1)) {}

  [[nodiscard]] sim::State at(double months) const { return timeline_->at(months * kMonth); }
  [[nodiscard]] sim::State on(double day) const { return timeline_->at(day); }
  /// VAS, mm.
  [[nodiscard]] double vas(double months) const { return at(months).joint.pain_mm; }
  [[nodiscard]] double vas_change(double months) const { return vas(months) - vas(0); }
  /// Native thickness, points of day 0's.
  [[nodiscard]] double thickness(double months) const {
    return 100 * at(months).joint.thickness[0] / at(0).joint.thickness[0];
  }

 private:
  std::shared_ptr<const timeline::Timeline> timeline_;
};

}  // namespace mend::test

// The live fibres of a nerve as the window shows them: recordings are kept while their fibres stay as they
// are.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "sim/recording.h"

namespace mend::timeline {

class LiveNerve {
 public:
  static constexpr std::size_t kFibres = 12;

  /// Records the fibres that differ from those shown before, about 3 ms each.
  void show(const params::Scenario& scenario, const sim::NerveState& nerve);

  [[nodiscard]] const std::vector<sim::Recorded>& fibres() const { return fibres_; }
  /// A value each sim::kRecordingStep; 1 = the peak of this nerve when healthy.
  [[nodiscard]] const std::vector<double>& compound() const { return compound_; }
  [[nodiscard]] const std::vector<double>& healthy_compound() const { return healthy_compound_; }

 private:
  void show_healthy(const params::Scenario& scenario);

  std::optional<params::AxonModel> model_;
  params::Nerve shown_;                // of the scenario shown
  std::vector<sim::AxonState> axons_;  // shown
  sim::Recording reference_;           // a healthy fibre of 10 um
  std::vector<sim::Recorded> fibres_, healthy_;
  std::vector<double> compound_, healthy_compound_;
  double peak_ = 1;
};

}  // namespace mend::timeline

// Effect over the number of cells, under the lens of a scenario: what the dose chart draws.
#pragma once
#include <string_view>
#include <vector>

#include "params/scenario.h"

namespace mend::timeline {

struct DosePoint {
  double dose = 0;                       // cells
  double low = 0, effect = 0, high = 0;  // 0-1
};

struct DoseCurve {
  std::vector<DosePoint> points;  // from none to the largest dose a treatment may have
  std::string_view label;         // what must stand beside it
};

[[nodiscard]] DoseCurve dose_curve(const params::Scenario& scenario);

}  // namespace mend::timeline

// Our fit to 1,577 repairs of the common peroneal nerve (George 2014): 44 % good within 6 months and 12 %
// after 12; 64 % with grafts below 6 cm and 11 % with the longest. t delay, L length of the graft:
//   chance = min(0.95, 0.61 e^(-t/9 months) e^(-L/7 cm)/m),  m = mean of e^(-L/7 cm) over L uniform, 2-16 cm
#include "sim/nerve_outcome.h"

#include <algorithm>

#include "base/math.h"
#include "base/units.h"

namespace mend::sim {

double good_result_chance(const params::NerveModel& model, double delay, double graft_length) {
  const double reach = model.good_result_length;
  const double mean = reach *
                      (math::exp(-model.shortest_graft / reach) - math::exp(-model.longest_graft / reach)) /
                      (model.longest_graft - model.shortest_graft);
  return std::min(model.best_result, model.good_result *
                                         math::exp(-delay / (model.good_result_delay * kMonth)) *
                                         math::exp(-graft_length / reach) / mean);
}

}  // namespace mend::sim

#include "sim/state.h"

#include "base/result.h"

namespace mend::sim {

State interpolate(const State& a, const State& b, double share) {
  if (a.nerve.axons.size() != b.nerve.axons.size()) fail("Two states of different fascicles were mixed.");
  if (share <= 0) return a;
  if (share >= 1) return b;
  std::vector<double> later;
  later.reserve(512);
  each_number(b, [&](double number) { later.push_back(number); });
  State mix = a;
  std::size_t i = 0;
  each_number(mix, [&](double& number) { number += share * (later[i++] - number); });
  return mix;
}

}  // namespace mend::sim

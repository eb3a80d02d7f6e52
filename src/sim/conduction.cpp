// CV = exp(2.2603 + 1.1281 x + 0.0704 y + 0.0406 z - 0.0881 z^2 + 0.1441 xz - 0.0571 y^2 - 0.0901 x^2 +
// 0.0636 yz)
//   x = ln d, d axon diameter, um;   y = ln(-ln g), g the g-ratio;   z = ln L, L internode, mm
// The coefficients are our fit to runs of the published cable.
#include "sim/conduction.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

constexpr double kFired = -20;    // mV, passed upwards
constexpr double kSilent = -60;   // mV, of every node
constexpr double kSettling = 1;   // ms after the stimulus, before silence counts
constexpr double kLongest = 100;  // ms

/// When each node fired, ms; 0 = not yet.
class Arrivals {
 public:
  explicit Arrivals(const Cable& cable) : before_(cable.potentials()), times_(before_.size(), 0) {}

  void see(const Cable& cable, double step_ms) {
    const auto& now = cable.potentials();
    for (std::size_t j = 0; j < now.size(); ++j)
      if (times_[j] == 0 && now[j] > kFired)
        times_[j] = cable.time() - step_ms * (now[j] - kFired) / (now[j] - before_[j]);
    before_ = now;
  }

  [[nodiscard]] double operator[](std::size_t j) const { return times_[j]; }

 private:
  std::vector<double> before_, times_;
};

}  // namespace

double conduction_velocity(double axon_diameter_um, double g_ratio, double internode) {
  const double x = math::log(axon_diameter_um);
  const double y = math::log(-math::log(g_ratio));
  const double z = math::log(internode);
  return math::exp(2.2603 + 1.1281 * x + 0.0704 * y + 0.0406 * z - 0.0881 * z * z + 0.1441 * x * z -
                   0.0571 * y * y - 0.0901 * x * x + 0.0636 * y * z);
}

Passage conduct(const params::AxonModel& model, const Fibre& fibre, double temperature_c, double step_ms) {
  Cable cable(model, fibre, temperature_c, step_ms);
  Arrivals arrivals(cable);
  const std::size_t last = fibre.internodes.size(), from = last / 4, to = last - last / 4;
  Passage passage{.peak = model.rest};
  while (cable.time() < kLongest) {
    cable.step(cable.time() < model.stimulus_time ? model.stimulus : 0);
    arrivals.see(cable, step_ms);
    const auto& now = cable.potentials();
    passage.peak = std::max(passage.peak, now[last / 2]);
    const bool is_silent = *std::max_element(now.begin(), now.end()) < kSilent;
    if (is_silent && cable.time() > model.stimulus_time + kSettling) break;
  }
  passage.arrival = arrivals[last];
  passage.is_blocked = passage.arrival == 0;
  if (!passage.is_blocked)
    passage.velocity = (cable.places()[to] - cable.places()[from]) / (arrivals[to] - arrivals[from]) / 1000;
  return passage;
}

}  // namespace mend::sim

// CV = exp(2.2603 + 1.1281 x + 0.0704 y + 0.0406 z - 0.0881 z^2 + 0.1441 xz - 0.0571 y^2 - 0.0901 x^2 +
// 0.0636 yz)
//   x = ln d, d axon diameter, um;   y = ln(-ln g), g the g-ratio;   z = ln L, L internode, mm
// The coefficients are our fit to runs of the published cable.
#include "sim/conduction.h"

#include "base/math.h"

namespace mend::sim {

double conduction_velocity(double axon_diameter_um, double g_ratio, double internode) {
  const double x = math::log(axon_diameter_um);
  const double y = math::log(-math::log(g_ratio));
  const double z = math::log(internode);
  return math::exp(2.2603 + 1.1281 * x + 0.0704 * y + 0.0406 * z - 0.0881 * z * z + 0.1441 * x * z -
                   0.0571 * y * y - 0.0901 * x * x + 0.0636 * y * z);
}

}  // namespace mend::sim

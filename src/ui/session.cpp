#include "ui/session.h"

#include <algorithm>

namespace mend::ui {
namespace {

// From an injection to the full speed of a week a second in about five seconds.
constexpr double kSlowest = 0.35;    // days a second, on the day of a treatment
constexpr double kQuickening = 0.6;  // days a second more for each day since

}  // namespace

double pace(const Session& session) {
  double fastest = session.transport.speed;
  for (const params::Event& event : session.scenario.regimen) {
    const double since = session.transport.day - event.day;
    if (since >= 0) fastest = std::min(fastest, kSlowest + kQuickening * since);
  }
  return fastest;
}

}  // namespace mend::ui

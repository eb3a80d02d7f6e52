#include "app/governor.h"

#include <algorithm>
#include <array>

namespace mend::app {
namespace {

constexpr std::array kShares = {1.0f, 0.84f, 0.7f};  // tried at each quality before the next lower one
constexpr std::array kLast = {0.6f, 0.5f};           // and at low after those
constexpr int kSlowInARow = 3;  // drawings, so that one hiccup of the machine changes nothing
constexpr int kQuickInARow = 20;
constexpr int kTooSoon = 60;       // drawings: a step up that is taken back within them was too much
constexpr int kMostPatient = 640;  // drawings
// A step up costs at most 1 / 0.7^2 times as much, or what a quality costs more.
constexpr double kQuick = 0.45;  // of the budget

std::size_t steps(scene::Quality asked) {
  return (static_cast<std::size_t>(asked) + 1) * kShares.size() + kLast.size();
}

}  // namespace

double Governor::budget(scene::Quality asked) {
  constexpr double kDrawing = 0.85;  // the rest is for compose and the interface
  return kDrawing / (asked == scene::Quality::low ? 30 : 60);
}

Governor::Grant Governor::grant(scene::Quality asked) const {
  const std::size_t step = std::min(step_, steps(asked) - 1);
  const std::size_t down = step / kShares.size();
  const auto level = static_cast<std::size_t>(asked);
  if (down <= level) return {kShares[step % kShares.size()], static_cast<scene::Quality>(level - down)};
  return {kLast[step - (level + 1) * kShares.size()], scene::Quality::low};
}

void Governor::took(double seconds, scene::Quality asked) {
  const double limit = budget(asked);
  step_ = std::min(step_, steps(asked) - 1);
  slow_ = seconds > limit ? slow_ + 1 : 0;
  quick_ = seconds < kQuick * limit ? quick_ + 1 : 0;
  ++since_up_;
  if (slow_ >= kSlowInARow) {
    const std::size_t further = seconds > 6 * limit ? 5 : seconds > 2 * limit ? 2 : 1;
    if (step_ + 1 < steps(asked) && since_up_ < kTooSoon)
      patience_ = std::min(2 * patience_ + kQuickInARow, kMostPatient);
    step_ = std::min(step_ + further, steps(asked) - 1);
    slow_ = 0;
    since_up_ = kTooSoon;
  } else if (quick_ >= kQuickInARow + patience_ && step_ > 0) {
    --step_;
    quick_ = 0;
    since_up_ = 0;
  }
}

}  // namespace mend::app

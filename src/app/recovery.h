// What to do when a reset of the graphics card took the window's OpenGL context with it.
#pragma once
#include <vector>

namespace mend::app {

class Recovery {
 public:
  static constexpr int kMostResets = 3;
  static constexpr double kWithin = 60;  // s

  /// A reset was found at this time, in seconds. True: open the window again; false: too many came of late,
  /// and opening it again would only bring the next one.
  [[nodiscard]] bool may_reopen(double now);

 private:
  std::vector<double> resets_;  // times of the last ones
};

}  // namespace mend::app

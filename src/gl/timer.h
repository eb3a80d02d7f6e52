// How long a stretch of work takes: on the graphics card where it can tell, else on the processor.
#pragma once
#include <chrono>

#include "gl/object.h"

namespace mend::gl {

class Timer {
 public:
  /// `on_card`: by a query (Capabilities::times_itself), which costs no time; else start and stop wait until
  /// everything asked for is drawn.
  explicit Timer(bool on_card);

  /// Stretches may not overlap: one timer runs at a time.
  void start();
  void stop();
  /// Of the last stretch; waits for the card to have done it.
  [[nodiscard]] double milliseconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  Object<Kind::query> query_;  // none: on the processor
  Clock::time_point start_{};
  Clock::duration taken_{};
};

}  // namespace mend::gl

// A run as it streams in: immutable keyframes, read at any day from any thread.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "params/scenario.h"
#include "sim/simulate.h"
#include "sim/state.h"

namespace mend::timeline {

/// Keyframes of one run. Written by the run, read by anyone; what has been written never changes.
class Timeline {
 public:
  /// The state on a day, between the two keyframes around it; clamped to what is ready. Day 0 must be ready.
  [[nodiscard]] sim::State at(double day) const;
  /// Last day that can be read; negative before the first keyframe.
  [[nodiscard]] double ready_until() const;
  [[nodiscard]] bool is_complete() const { return complete_.load(); }
  /// A copy of the handles, in day order.
  [[nodiscard]] std::vector<std::shared_ptr<const sim::State>> keyframes() const;
  /// 16 hexadecimal digits over every keyframe.
  [[nodiscard]] std::string hash() const;

  void append(const sim::State& state);
  void mark_complete() { complete_.store(true); }

 private:
  using Keyframes = std::vector<std::shared_ptr<const sim::State>>;

  [[nodiscard]] sim::PatchView patch_round(Keyframes::const_iterator later, double day) const;

  mutable std::mutex mutex_;
  Keyframes keyframes_;
  std::atomic<bool> complete_ = false;
};

/// Runs to the end before it returns.
[[nodiscard]] std::shared_ptr<const Timeline> run(const params::Scenario& scenario, const sim::Geometry& geometry,
                                                  double last_day, int threads,
                                                  const sim::Settings& settings = {});

/// The same run, only as far as the days up to `last_day` need it; at() says of them what it says with all of it.
[[nodiscard]] std::shared_ptr<const Timeline> run_up_to(double last_day, const params::Scenario& scenario,
                                                        const sim::Geometry& geometry, int threads);

/// One worker thread. start() cancels what runs and begins another; the old timeline stays valid for whoever holds it.
class Runner {
 public:
  Runner();
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// Returns at once with an empty timeline that fills.
  std::shared_ptr<const Timeline> start(const params::Scenario& scenario, const sim::Geometry& geometry);
  /// Stops the run, if any, and waits for it.
  void cancel();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace mend::timeline

// A cohort of people like the one of a scenario, run on a thread of its own while nothing else wants doing.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "params/scenario.h"
#include "timeline/cohort.h"

namespace mend::app {

class Gathering {
 public:
  /// `wake` is called from another thread when a cohort is ready.
  explicit Gathering(std::function<void()> wake) : wake_(std::move(wake)) {}
  ~Gathering();

  /// Begins with this scenario. Only while it is idle.
  void start(const params::Scenario& scenario);
  /// Forgets the cohort and gives up the one on its way, without waiting for it.
  void drop();
  /// Takes over what has become ready; true when that is a cohort.
  bool update();

  /// Neither running nor on the way to a stop.
  [[nodiscard]] bool is_idle() const { return !is_running_; }
  [[nodiscard]] const std::shared_ptr<const timeline::Cohort>& cohort() const { return cohort_; }

 private:
  std::function<void()> wake_;
  std::shared_ptr<const timeline::Cohort> cohort_, made_;  // made_: the worker's until is_made_
  std::atomic<bool> stop_ = false, is_made_ = false;
  bool is_running_ = false;
  std::thread worker_;
};

}  // namespace mend::app

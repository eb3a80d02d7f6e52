#include "app/gathering.h"

#include <utility>

#include "app/inputs.h"

namespace mend::app {

Gathering::~Gathering() {
  stop_ = true;
  if (worker_.joinable()) worker_.join();
}

void Gathering::start(const params::Scenario& scenario) {
  is_running_ = true;
  stop_ = is_made_ = false;
  worker_ = std::thread([this, scenario] {
    // One thread: the picture needs the others.
    auto cohort = timeline::run_cohort(scenario, geometry(scenario), kPeople, scenario.seed, 1,
                                       [this] { return !stop_.load(); });
    if (cohort) made_ = std::make_shared<const timeline::Cohort>(*std::move(cohort));
    is_made_ = true;
    wake_();
  });
}

void Gathering::drop() {
  stop_ = true;
  cohort_.reset();
}

bool Gathering::update() {
  if (!is_running_ || !is_made_) return false;
  worker_.join();
  is_running_ = false;
  const auto made = std::exchange(made_, nullptr);
  if (stop_ || !made) return false;
  cohort_ = made;
  return true;
}

}  // namespace mend::app

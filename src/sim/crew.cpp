#include "sim/crew.h"

#include <algorithm>

namespace mend::sim {

Crew::Crew(int hands) : all_(static_cast<unsigned>(std::max(1, hands))) {
  for (int hand = 1; hand < hands; ++hand) {
    threads_.emplace_back([this, hand] {
      for (;;) {
        meet();  // the work is there
        if (!work_) return;
        (*work_)(static_cast<std::size_t>(hand));
        meet();  // the work is done
      }
    });
  }
}

Crew::~Crew() {
  work_ = nullptr;
  meet();
}

void Crew::run(const std::function<void(std::size_t hand)>& work) {
  work_ = &work;
  meet();
  work(0);
  meet();
}

/// A stretch of work takes some 100 us and the hands come to its end at about the same time: they look for
/// each other a few us before they sleep, as waking costs more than that.
void Crew::meet() {
  constexpr int kLooks = 1000;
  const unsigned meeting = meetings_.load(std::memory_order_relaxed);
  if (here_.fetch_add(1, std::memory_order_acq_rel) + 1 == all_) {
    here_.store(0, std::memory_order_relaxed);
    meetings_.store(meeting + 1, std::memory_order_release);
    meetings_.notify_all();
    return;
  }
  for (int look = 0; look < kLooks; ++look) {
    if (meetings_.load(std::memory_order_acquire) != meeting) return;
  }
  meetings_.wait(meeting, std::memory_order_acquire);
}

}  // namespace mend::sim

#include "sim/crew.h"

#include <algorithm>

namespace mend::sim {

Crew::Crew(int hands) : place_(std::max(1, hands)) {
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

}  // namespace mend::sim

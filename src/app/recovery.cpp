#include "app/recovery.h"

namespace mend::app {

bool Recovery::may_reopen(double now) {
  std::erase_if(resets_, [now](double time) { return now - time > kWithin; });
  resets_.push_back(now);
  return resets_.size() <= static_cast<std::size_t>(kMostResets);
}

}  // namespace mend::app

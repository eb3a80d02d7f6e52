#include "render/pass_times.h"

namespace mend::render {

void PassTimes::turn(bool on) {
  is_on_ = on;
  used_ = 0;
}

void PassTimes::start(std::string_view name) {
  if (!is_on_) return;
  if (used_ == entries_.size()) entries_.push_back({name, gl::Timer(on_card_)});
  entries_[used_].name = name;
  entries_[used_].timer.start();
}

void PassTimes::stop() {
  if (is_on_) entries_[used_++].timer.stop();
}

std::vector<PassTime> PassTimes::read() const {
  std::vector<PassTime> times;
  for (std::size_t i = 0; i < used_; ++i)
    times.push_back({entries_[i].name, entries_[i].timer.milliseconds()});
  return times;
}

}  // namespace mend::render

// How long each pass of a frame takes. Off at first, and then it costs nothing.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "gl/debug.h"
#include "gl/timer.h"
#include "render/renderer.h"

namespace mend::render {

class PassTimes {
 public:
  explicit PassTimes(bool on_card) : on_card_(on_card) {}

  void turn(bool on);
  /// Before the first pass of a frame.
  void begin_frame() { used_ = 0; }
  /// Of the last frame, in its order; waits until they are done.
  [[nodiscard]] std::vector<PassTime> read() const;

 private:
  friend class Pass;
  void start(std::string_view name);
  void stop();

  struct Entry {
    std::string_view name;
    gl::Timer timer;
  };
  bool on_card_, is_on_ = false;
  std::vector<Entry> entries_;
  std::size_t used_ = 0;  // of this frame
};

/// Everything drawn while it lives is one named and timed pass of the frame. `name` outlives the frame.
class Pass {
 public:
  Pass(PassTimes& times, std::string_view name) : group_(name), times_(times) { times_.start(name); }
  ~Pass() { times_.stop(); }
  Pass(const Pass&) = delete;
  Pass& operator=(const Pass&) = delete;

 private:
  gl::DebugGroup group_;
  PassTimes& times_;
};

}  // namespace mend::render

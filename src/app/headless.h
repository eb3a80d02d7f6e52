// An OpenGL context without a window, through EGL: surfaceless where there is one, else the first device.
#pragma once
#include <memory>

#include "base/result.h"
#include "gl/context.h"

namespace mend::app {

/// Current on the thread that made it, until destroyed.
class Headless {
 public:
  /// `checks`: the driver tells of errors and warnings (gl/debug.h), and may be slower for it.
  [[nodiscard]] static Result<std::unique_ptr<Headless>> create(gl::Dialect dialect = gl::Dialect::desktop,
                                                                bool checks = false);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  [[nodiscard]] const gl::Context& context() const { return context_; }

 private:
  Headless() = default;
  void* display_ = nullptr;
  void* egl_context_ = nullptr;
  gl::Context context_;
};

}  // namespace mend::app

#include "gl/timer.h"

#include <glad/gl.h>

namespace mend::gl {

Timer::Timer(bool on_card) {
  if (on_card) query_ = Object<Kind::query>::made();
}

void Timer::start() {
  if (query_.id() != 0) return glBeginQuery(GL_TIME_ELAPSED, query_.id());
  glFinish();
  start_ = Clock::now();
}

void Timer::stop() {
  if (query_.id() != 0) return glEndQuery(GL_TIME_ELAPSED);
  glFinish();
  taken_ = Clock::now() - start_;
}

double Timer::milliseconds() const {
  if (query_.id() == 0) return std::chrono::duration<double, std::milli>(taken_).count();
  GLuint64 nanoseconds = 0;
  glGetQueryObjectui64v(query_.id(), GL_QUERY_RESULT, &nanoseconds);
  return static_cast<double>(nanoseconds) * 1e-6;
}

}  // namespace mend::gl

// Puts functions of our own in the place of OpenGL's, to play a driver that fails or to count what is asked
// of it.
#pragma once
#include <glad/gl.h>

namespace mend::test {

/// While it lives, `slot` (as in glad_glGetError) is called instead of OpenGL; `real` is what it was.
template <typename Function>
class Hook {
 public:
  Hook(Function& slot, Function instead) : slot_(slot), real_(slot) { slot_ = instead; }
  ~Hook() { slot_ = real_; }
  Hook(const Hook&) = delete;
  Hook& operator=(const Hook&) = delete;

  [[nodiscard]] Function real() const { return real_; }

 private:
  Function& slot_;
  Function real_;
};

}  // namespace mend::test
